// SPDX-License-Identifier: Apache-2.0
// The hazard log as a page: what could go wrong, what stands against it, and what remains.
import {
  levelOf,
  likelihoods,
  parts,
  severities,
  type Control,
  type Hazard,
  type Risk,
} from '../../../authoring/hazards.ts';
import type { Content, Page } from '../site.ts';

const partNames: Readonly<Record<Hazard['part'], string>> = {
  guideline: 'The guideline itself',
  person: 'What is known of a person',
  urgent: 'Urgent signs',
  medicines: 'Medicines and exercise',
  scope: 'For whom it is not',
  device: 'The device and the file',
  systems: 'Other systems',
  reading: 'How people read it',
};
const severityWords: Readonly<Record<Risk['severity'], string>> = {
  negligible: 'a nuisance',
  minor: 'harm that passes without help',
  serious: 'harm that needs a clinician',
  critical: 'lasting harm, or a life in danger',
  catastrophic: 'death',
};
const likelihoodWords: Readonly<Record<Risk['likelihood'], string>> = {
  improbable: 'it would surprise us',
  remote: 'unlikely, and it can happen',
  occasional: 'now and then it happens to somebody',
  probable: 'it happens to many',
  frequent: 'it happens often',
};

/** What a control is, and its real name, by which it can be looked up. */
function nameOf(one: Control): string {
  if ('invariants' in one) return `Proved for every possible patient: ${one.invariants.join(', ')}`;
  if ('rules' in one) return `Rule: ${one.rules.join(', ')}`;
  if ('law' in one) return `Law: ${one.law}`;
  if ('check' in one) return `Check of the guideline: ${one.check}`;
  return 'test' in one ? `Test: “${one.test}” (${one.in})` : `Words: “${one.says}” (${one.in})`;
}

const risk = (one: Risk): string => `${levelOf(one)} (${one.severity}, ${one.likelihood})`;
const One = ({ id, what, whom, how, before, controls, after, remains }: Hazard) => (
  <details class="more" id={id}>
    <summary>
      <h3>
        {what}
        <span class="under">Risk that remains: {levelOf(after)}</span>
      </h3>
    </summary>
    <dl class="pairs narrow">
      <div>
        <dt>Who could be harmed</dt>
        <dd>{whom}</dd>
      </div>
      <div>
        <dt>How it would come about</dt>
        <dd>{how}</dd>
      </div>
      <div>
        <dt>Risk with nothing against it</dt>
        <dd>{risk(before)}</dd>
      </div>
      <div>
        <dt>What stands against it</dt>
        <dd>
          <ul>
            {controls.map((one) => (
              <li>
                {one.does}
                <span class="under break">{nameOf(one)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>Risk that remains</dt>
        <dd>{risk(after)}</dd>
      </div>
      <div>
        <dt>What remains</dt>
        <dd>{remains}</dd>
      </div>
    </dl>
  </details>
);

const High = ({ hazards }: { hazards: readonly Hazard[] }) => {
  const high = hazards.filter(({ after }) => levelOf(after) === 'high');
  return (
    <>
      <h2>Risks that stay high</h2>
      <p>{high.length === 1 ? 'One risk stays' : `${high.length} risks stay`} high. They come first.</p>
      <ul>
        {high.map(({ id, what, remains }) => (
          <li>
            <a href={`#${id}`}>{what}</a> {remains}
          </li>
        ))}
      </ul>
    </>
  );
};

const Scale = () => (
  <details class="more">
    <summary>
      <h2>How the risks are judged</h2>
    </summary>
    <p>
      As the standard ISO 14971 asks: how bad the harm would be, and how likely it is that it happens to somebody within
      a year of wide use, before and after what stands against it. The two together are low, medium or high; where the
      lines are drawn is our choice. Nobody has counted: each is the authors’ judgement. Words on a page alone never
      make a risk lower here, and the harm is always the worst that can be foreseen.
    </p>
    <dl class="pairs narrow">
      {severities.map((one) => (
        <div>
          <dt>{one}</dt>
          <dd>{severityWords[one]}</dd>
        </div>
      ))}
      {likelihoods.map((one) => (
        <div>
          <dt>{one}</dt>
          <dd>{likelihoodWords[one]}</dd>
        </div>
      ))}
    </dl>
  </details>
);

/** Every hazard of the log, those that stay high first, then by part; each opens without a script. */
export const hazardsPage = ({ hazards }: Content): Page => ({
  path: '/about/hazards/',
  title: 'What could go wrong',
  description: 'What could harm whom when Heliotrope is used, what stands against it, and what remains.',
  body: (
    <div class="prose flow">
      <p>
        <a class="crumb" href="/about/">
          How this is checked
        </a>
      </p>
      <h1>What could go wrong</h1>
      <p class="lead">
        No guide is without risk. Here is what could go wrong with this one, what we do about it, and what you need to
        watch yourself. If you feel very unwell, call your emergency number. <a href="/urgent/">The urgent signs</a>
      </p>
      <p>
        {hazards.length} hazards are written down. Each thing that stands against one is looked up by a test, so that
        this list cannot praise what is no longer there. <a href="/about/intended-use/">What Heliotrope is for</a>
      </p>
      <High hazards={hazards} />
      <Scale />
      {parts.map((part) => (
        <>
          <h2>{partNames[part]}</h2>
          {hazards.filter((one) => one.part === part).map(One)}
        </>
      ))}
    </div>
  ),
});

const documents = [
  ['intended-use', 'Intended use', 'Who Heliotrope is for, for what, and what it is not.'],
  ['ipdas', 'Scored as a decision aid', 'The comparison against the international standards for decision aids.'],
] as const;

/** Papers of this project that the page about it leads to. One that the build did not find stops it: its link would be dead. */
export const paperPages = ({ documents: found }: Content): readonly Page[] =>
  documents.map(([name, title, description]) => {
    const html = found[name];
    if (html === undefined) throw new Error(`There is no paper docs/${name}.md.`);
    return {
      path: `/about/${name}/`,
      title,
      description,
      body: (
        <>
          <p>
            <a class="crumb" href="/about/">
              How this is checked
            </a>
          </p>
          <article class="prose flow manual" dangerouslySetInnerHTML={{ __html: html }} />
        </>
      ),
    };
  });
