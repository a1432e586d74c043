// SPDX-License-Identifier: Apache-2.0
import { interventionKinds, type Article, type Intervention, type InterventionKind } from '../../../model/index.ts';
import { Crumb } from '../components/crumb.tsx';
import { references } from '../components/references.tsx';
import { written } from '../components/written.ts';
import type { Content, Page } from '../site.ts';
import { articlesAbout } from './library/mentions.ts';
import { mainOutcome, trialsFor, whom } from './evidence/outcomes.ts';
import { Helps, Trouble, Works } from './treatment/effects.tsx';
import { Glance } from './treatment/glance.tsx';
import { rulesBy, safetyTitle, type Rules } from './treatment/rules.tsx';
import { Tests, Who } from './treatment/safety.tsx';
import { Clinicians, Known } from './treatment/sources.tsx';
import { kindWords } from './treatment/words.ts';

/** Treatments of one kind, in the order of their names. */
const ofKind = ({ guideline }: Content, kind: InterventionKind): readonly Intervention[] =>
  Object.values(guideline.interventions)
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

/** All treatments, by kind, with their summaries. */
export const treatments = (content: Content): Page => {
  const kinds = interventionKinds
    .map((kind) => ({ kind, list: ofKind(content, kind) }))
    .filter(({ list }) => list.length);
  return {
    path: '/treatments/',
    section: 'treatments',
    title: 'Treatments',
    description: 'Every treatment, check and kind of care in the guideline for dermatomyositis.',
    body: (
      <>
        <h1>Treatments</h1>
        <p class="lead">
          What each one is, how likely it is to help, and who should not have it.{' '}
          <a href="/compare/">Compare up to three</a>.
        </p>
        <ul class="jumps noprint" aria-label="On this page">
          {kinds.map(({ kind, list }) => (
            <li>
              <a href={`#${kind}`}>
                {kindWords[kind]} ({list.length})
              </a>
            </li>
          ))}
        </ul>
        {kinds.map(({ kind, list }) => (
          <section class="part" aria-labelledby={kind}>
            <h2 id={kind}>{kindWords[kind]}</h2>
            <ul class="index">
              {list.map(({ id, label, summary }) => (
                <li>
                  <a href={`/treatments/${id}/`}>{label}</a>
                  <span>{summary.split('. ')[0]?.replace(/\.$/, '')}.</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
};

/** What is on the page, for the list beside it. */
const contents = ({ about }: Intervention, rules: Rules, trials: boolean): readonly (readonly [string, string])[] => [
  ['glance', 'At a glance'],
  ...(about ? [['works', 'How it is thought to work'] as const] : []),
  ...(trials ? [['helps', 'How likely it is to help'] as const] : []),
  ...(about ? [['trouble', 'What may trouble you'] as const] : []),
  ...(rules.checks.length + rules.tests.length ? [['tests', 'Tests'] as const] : []),
  ...(rules.contraindications.length + rules.cares.length + rules.against.length
    ? [['who', safetyTitle(rules)] as const]
    : []),
  ...(rules.speaksFor.length ? [['known', 'What guidelines and studies say'] as const] : []),
  ['clinicians', 'For clinicians'],
  ['sources', 'Sources'],
];

const Aside = ({ one, parts }: { one: Intervention; parts: readonly (readonly [string, string])[] }) => (
  <aside class="stay aside noprint" aria-label="On this page">
    <p class="label">
      <b>{kindWords[one.kind]}</b>. Reviewed {written(one.reviewed)}. It informs a decision that you make with your
      clinician.
    </p>
    <h2>On this page</h2>
    <ul class="toc">
      {parts.map(([id, words]) => (
        <li>
          <a href={`#${id}`}>{words}</a>
        </li>
      ))}
    </ul>
    <p>
      <a class="button" href="/path/">
        Does it fit you?
      </a>
    </p>
    <p>
      <a class="textlink" href={`/compare/?with=${one.id}`}>
        Compare it with another
      </a>
    </p>
  </aside>
);

/** Articles that speak of it, in plain words. */
const ReadOn = ({ articles }: { articles: readonly Article[] }) =>
  articles.length ? (
    <>
      <h2 id="read">Related articles</h2>
      <ul>
        {articles.map(({ id, title }) => (
          <li>
            <a href={`/library/${id}/`}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  ) : null;

/** One treatment: at a glance first, the clinical detail one click below, sources last. */
function treatment(content: Content, one: Intervention): Page {
  const { guideline, disagreements } = content;
  const { Cite, CiteSources, List } = references(guideline);
  const { id, label, summary, about } = one;
  const [rules, trials] = [rulesBy(guideline, id), trialsFor(guideline, content.trials, id)];
  const main = trials.flatMap((trial) => {
    const found = mainOutcome(trial, id);
    return found ? [{ ...found, whom: whom(trial) }] : [];
  })[0];
  const parts = contents(one, rules, main !== undefined);
  const has = (part: string): boolean => parts.some(([name]) => name === part);
  return {
    path: `/treatments/${id}/`,
    section: 'treatments',
    title: label,
    description: summary,
    island: 'for-you',
    body: (
      <div class="cols">
        <article class="flow">
          <Crumb href="/treatments/" words="All treatments" />
          <h1>{label}</h1>
          <p class="lead">{summary}</p>
          <div data-standing={id} />
          <h2 id="glance">At a glance</h2>
          <Glance guideline={guideline} rules={rules} about={about} trial={main} Cite={Cite} />
          {about ? <Works id={id} about={about} Cite={Cite} /> : null}
          <Helps id={id} trials={trials} />
          {about ? <Trouble about={about} Cite={Cite} /> : null}
          {has('tests') ? <Tests rules={rules} Cite={Cite} /> : null}
          {has('who') ? <Who guideline={guideline} rules={rules} Cite={Cite} /> : null}
          <Known guideline={guideline} rules={rules} Cite={Cite} />
          <Clinicians
            guideline={guideline}
            rules={rules}
            about={about}
            disagreements={disagreements.filter(({ interventions }) => interventions.includes(id))}
            Cite={Cite}
            CiteSources={CiteSources}
          />
          {one.kind === 'exercise' ? (
            <p>
              <a class="button" href="/exercise/">
                Exercises for your stage
              </a>
            </p>
          ) : null}
          <ReadOn articles={articlesAbout(id, content.library.articles, guideline).slice(0, 4)} />
          <h2 id="sources">Sources</h2>
          <List />
        </article>
        <Aside one={one} parts={parts} />
      </div>
    ),
  };
}

export const treatmentPages = (content: Content): readonly Page[] =>
  Object.values(content.guideline.interventions).map((one) => treatment(content, one));
