// SPDX-License-Identifier: Apache-2.0
import {
  interventionKinds,
  interpret,
  type Guideline,
  type Intervention,
  type InterventionKind,
  type Rule,
} from '../../../model/index.ts';
import { english } from '../../../interpreters/explain/index.ts';
import type { Trial } from '../../../authoring/trials.ts';
import { references } from '../components/references.tsx';
import { TwoArms } from '../components/people.tsx';
import { mainOutcome, trialsFor } from './evidence.tsx';
import type { Content, Page } from '../site.ts';

const kindWords: Readonly<Record<InterventionKind, string>> = {
  medicine: 'Medicines',
  infusion: 'Drips and injections',
  exercise: 'Exercise',
  'self-care': 'Care you can do yourself',
  screening: 'Checks',
  prophylaxis: 'Protection',
  referral: 'Who else can help',
};

/** All treatments, by kind, with their summaries. */
export const treatments = ({ guideline }: Content): Page => ({
  path: '/treatments/',
  section: 'treatments',
  title: 'Treatments',
  description: 'Every treatment, check and kind of care in the guideline for dermatomyositis.',
  body: (
    <>
      <h1>Treatments</h1>
      <p class="lead">
        What each one is, how likely it is to help, and who should not have it.{' '}
        <a href="/compare/">Compare up to three</a>
      </p>
      {interventionKinds.map((kind) => {
        const list = Object.values(guideline.interventions).filter((one) => one.kind === kind);
        return list.length ? (
          <section class="part" aria-labelledby={kind}>
            <h2 id={kind}>{kindWords[kind]}</h2>
            <ul class="index">
              {list.map(({ id, label, summary }) => (
                <li>
                  <a href={`/treatments/${id}/`}>{label}</a>
                  <span>{summary.split('. ')[0]}.</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null;
      })}
    </>
  ),
});

const lineWords = {
  first: 'a first treatment',
  'add-on': 'added to a first treatment',
  escalation: 'a step up',
  rescue: 'for disease that has resisted treatment',
  supportive: 'alongside other treatment',
} as const;
const certaintyWords = {
  high: 'We are sure of this.',
  moderate: 'We are fairly sure of this.',
  low: 'We are not very sure of this.',
  'very-low': 'Little is known about this.',
} as const;

const rulesOf = (guideline: Guideline, id: string, wanted: (rule: Rule) => boolean): readonly Rule[] =>
  guideline.rules.filter((rule) => rule.intervention === id && wanted(rule));
const say = (guideline: Guideline, rule: Rule): string => {
  const text = interpret(guideline, rule.when, english);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const When = ({
  guideline,
  rules,
  Cite,
}: {
  guideline: Guideline;
  rules: readonly Rule[];
  Cite: ReturnType<typeof references>['Cite'];
}) => (
  <ul>
    {rules.map((rule) => (
      <li>
        {say(guideline, rule)}.<Cite claims={rule.because} />
      </li>
    ))}
  </ul>
);

const schedule = (rule: Rule & { kind: 'monitoring' }): string =>
  [
    rule.schedule.baseline ? 'before the start' : '',
    ...rule.schedule.steps.map(
      ({ everyWeeks, untilWeek }) =>
        `every ${everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`}${untilWeek === undefined ? '' : ` until week ${untilWeek}`}`,
    ),
  ]
    .filter(Boolean)
    .join(', then ');

const Tests = ({ rules, Cite }: { rules: readonly Rule[]; Cite: ReturnType<typeof references>['Cite'] }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tests to watch">
    <table>
      <thead>
        <tr>
          <th scope="col">Test</th>
          <th scope="col">When</th>
          <th scope="col">What calls for action</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) =>
          rule.kind === 'monitoring' ? (
            <tr>
              <th scope="row">
                {rule.test}
                <Cite claims={rule.because} />
              </th>
              <td>{schedule(rule)}</td>
              <td>{rule.actOn.map(({ when, act }) => `${when}: ${act}`).join('. ')}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  </div>
);

/** What the trials that this treatment's rules rest on found, for the outcomes that were counted in two arms. */
const Helps = ({ trials }: { trials: readonly Trial[] }) => {
  const shown = trials
    .flatMap((trial) => {
      const outcome = mainOutcome(trial);
      return outcome ? [{ trial, ...outcome }] : [];
    })
    .slice(0, 2);
  return shown.length === 0 ? null : (
    <>
      <h2 id="helps">How likely it is to help</h2>
      {shown.map(({ trial, outcome, treated, control }) => (
        <>
          <TwoArms
            treated={treated}
            control={control}
            title={outcome.label}
            under={`${trial.label}${outcome.week === undefined ? '' : `, week ${outcome.week}`}${outcome.basis === 'derived' ? '; counts worked back from percentages' : ''}`}
          />
          <p>
            <a class="textlink" href={`/evidence/${trial.id}/`}>
              This trial, with its numbers
            </a>
          </p>
        </>
      ))}
    </>
  );
};

/** One treatment: at a glance first, the clinical detail one click below, sources last. */
function treatment({ guideline, trials }: Content, { id, label, summary, kind, reviewed }: Intervention): Page {
  const { Cite, List } = references(guideline);
  const only = (wanted: (rule: Rule) => boolean) => rulesOf(guideline, id, wanted);
  const speaksFor = only((rule) => rule.kind === 'recommendation' && rule.direction === 'for');
  const [against, contraindications] = [
    only((rule) => rule.kind === 'recommendation' && rule.direction === 'against'),
    only((rule) => rule.kind === 'contraindication'),
  ];
  const [checks, cares, tests] = [
    only((rule) => rule.kind === 'prerequisite'),
    only((rule) => rule.kind === 'precaution'),
    only((rule) => rule.kind === 'monitoring'),
  ];
  const places = [
    ...new Set(speaksFor.flatMap((rule) => (rule.kind === 'recommendation' ? [lineWords[rule.line]] : []))),
  ];
  const about = [...new Set(speaksFor.flatMap(({ because }) => because))];
  return {
    path: `/treatments/${id}/`,
    section: 'treatments',
    title: label,
    description: summary,
    body: (
      <div class="cols">
        <article class="flow">
          <p>
            <a class="crumb" href="/treatments/">
              Treatments
            </a>
          </p>
          <h1>{label}</h1>
          <p class="lead">{summary}</p>
          <dl class="pairs">
            <div>
              <dt>What it is</dt>
              <dd>{kindWords[kind]}</dd>
            </div>
            <div>
              <dt>Where it fits</dt>
              <dd>{places.length ? places.join('; ') : 'No guideline we read speaks for it in dermatomyositis'}</dd>
            </div>
          </dl>
          <Helps trials={trialsFor(guideline, trials, id)} />
          {about.length ? (
            <>
              <h2 id="known">What is known</h2>
              <ul>
                {about.map((claim) => {
                  const found = guideline.claims[claim];
                  return found ? (
                    <li>
                      {found.statement}{' '}
                      <span class="soft">
                        {certaintyWords[found.certainty]}
                        {found.verified === 'recalled' ? ' We have not seen the source’s text.' : ''}
                      </span>
                      <Cite claims={[claim]} />
                    </li>
                  ) : null;
                })}
              </ul>
            </>
          ) : null}
          {checks.length ? (
            <>
              <h2 id="checks">To check first</h2>
              <ul class="checks">
                {checks.map((rule) =>
                  rule.kind === 'prerequisite' ? (
                    <li>
                      {rule.advice}
                      <Cite claims={rule.because} />
                    </li>
                  ) : null,
                )}
              </ul>
            </>
          ) : null}
          {contraindications.length + against.length ? (
            <>
              <h2 id="who">Who should not have it</h2>
              {contraindications.length ? (
                <details class="more" open>
                  <summary>
                    <h3>It must not be given ({contraindications.length})</h3>
                  </summary>
                  <When guideline={guideline} rules={contraindications} Cite={Cite} />
                </details>
              ) : null}
              {against.length ? (
                <details class="more">
                  <summary>
                    <h3>It is usually not advised ({against.length})</h3>
                  </summary>
                  <When guideline={guideline} rules={against} Cite={Cite} />
                </details>
              ) : null}
            </>
          ) : null}
          {cares.length ? (
            <>
              <h2 id="care">Take care</h2>
              <ul>
                {cares.map((rule) =>
                  rule.kind === 'precaution' ? (
                    <li>
                      {rule.advice}
                      <Cite claims={rule.because} />
                    </li>
                  ) : null,
                )}
              </ul>
            </>
          ) : null}
          {tests.length ? (
            <>
              <h2 id="tests">Tests along the way</h2>
              <Tests rules={tests} Cite={Cite} />
            </>
          ) : null}
          <h2 id="rules">For clinicians</h2>
          <details class="more">
            <summary>
              <h3>When the guideline speaks for it ({speaksFor.length} rules)</h3>
            </summary>
            <When guideline={guideline} rules={speaksFor} Cite={Cite} />
          </details>
          <h2 id="sources">Sources</h2>
          <List />
          <p class="small soft">Last reviewed {reviewed}. Discuss every step with your care team.</p>
        </article>
        <aside class="stay panel noprint" aria-label="Next">
          <h2>Does it fit you?</h2>
          <p>Answer a few questions and see, with the reasons.</p>
          <p>
            <a class="button" href="/path/">
              Find your path
            </a>
          </p>
          <p>
            <a href={`/compare/?with=${id}`}>Compare it with another</a>
          </p>
        </aside>
      </div>
    ),
  };
}

export const treatmentPages = (content: Content): readonly Page[] =>
  Object.values(content.guideline.interventions).map((one) => treatment(content, one));
