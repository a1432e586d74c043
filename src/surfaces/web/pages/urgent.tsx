// SPDX-License-Identifier: Apache-2.0
import { levels, type Condition, type Fact, type Guideline, type Level, type Urgency } from '../../../model/index.ts';
import { references, type References } from '../components/references.tsx';
import { levelWords } from '../components/guidance.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';

/** What is true of every sign of a level is said once, at the top of its box. */
const forAll: Readonly<Record<Level, string>> = {
  emergency: 'Call your emergency number (112, 999 or 911), or go to an emergency department.',
  urgent: 'If nobody answers, use your out-of-hours service.',
  soon: 'It need not be today, and it should not wait for the next visit.',
};
const saidOnce = [
  /Call an ambulance or go to an emergency department now\. ?/,
  /Call (your|the) care team today\. ?/,
  /If nobody answers, use (your|the) out-of-hours service\. ?/,
];
const shortened = (advice: string): string => saidOnce.reduce((text, once) => text.replace(once, ''), advice).trim();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** The values of one fact that are each a sign, in one line: "Inflammation of the heart muscle: suspected or confirmed". */
function valuesOf({ label, value: kind }: Fact, values: readonly unknown[]): string {
  const options = kind.type === 'code' ? kind.options.filter(({ code }) => values.includes(code)) : [];
  return `${label}: ${options.map((one) => one.label.replace(': ', ', ').toLowerCase()).join(' or ')}`;
}

type Leaf = Extract<Condition, { op: 'is' | 'compare' }>;
const leavesOf = (when: Condition): readonly Leaf[] =>
  when.op === 'any' ? when.parts.flatMap(leavesOf) : when.op === 'is' || when.op === 'compare' ? [when] : [];

/** The signs a person can see, as they are asked; what only a laboratory finds, and scores, are left to the advice. */
function signsIn(guideline: Guideline, when: Condition): readonly string[] {
  const leaves = leavesOf(when);
  return [...new Set(leaves.map(({ fact }) => fact))].flatMap((id) => {
    const [fact, of] = [guideline.facts[id], leaves.filter((leaf) => leaf.fact === id)];
    if (!fact || fact.obtainedBy === 'laboratory') return [];
    if (fact.value.type === 'boolean') return [fact.question];
    if (fact.value.type === 'code')
      return [
        valuesOf(
          fact,
          of.map((leaf) => leaf.value),
        ),
      ];
    return fact.value.unit === '%' ? of.map(({ value }) => `${fact.label}: ${String(value)} % or less`) : [];
  });
}
/** Signs that count only in some people say in whom; of other signs that only count together the advice names them. */
function signs(guideline: Guideline, { when }: Urgency): readonly string[] {
  if (when.op !== 'all') return signsIn(guideline, when);
  const [who, what] = [when.parts.find(({ op }) => op === 'defined'), when.parts.find(({ op }) => op === 'any')];
  if (who?.op !== 'defined' || !what || when.parts.length !== 2) return [];
  return [`${capital(guideline.definitions[who.as]?.label ?? who.as)}, and one of these`, ...signsIn(guideline, what)];
}

const taken = /-taken-with-contraindication(-soon)?$/;
const Sign = ({ guideline, one, Cite }: { guideline: Guideline; one: Urgency; Cite: References['Cite'] }) => (
  <li>
    {signs(guideline, one).map((sign) => (
      <p class="sign">{sign}</p>
    ))}
    <p>
      {shortened(one.advice)}
      <Cite claims={one.because} />
    </p>
  </li>
);

/** Treatments that are taken and that something newly learnt rules out: one advice, and which they are. */
const Taken = ({
  guideline,
  list,
  Cite,
}: {
  guideline: Guideline;
  list: readonly Urgency[];
  Cite: References['Cite'];
}) => {
  const [first] = list;
  if (!first) return null;
  return (
    <li>
      <p class="sign">You take one of the treatments below, and learn something that speaks against it</p>
      <p>{shortened(first.advice.replace(/^[^:]*: [^.]*\. /, ''))}</p>
      <details class="more">
        <summary>The {list.length} treatments, each with who should not have it</summary>
        <ul>
          {list.map(({ id, because }) => {
            const treatment = id.replace(taken, '');
            return (
              <li>
                <a href={`/treatments/${treatment}/`}>{guideline.interventions[treatment]?.label ?? treatment}</a>
                <Cite claims={because} />
              </li>
            );
          })}
        </ul>
      </details>
    </li>
  );
};

const Box = ({ guideline, level, Cite }: { guideline: Guideline; level: Level; Cite: References['Cite'] }) => {
  const all = guideline.urgencies.filter((one) => one.level === level);
  return (
    <section class={`urgent ${level}`} aria-labelledby={`level-${level}`}>
      <h2 id={`level-${level}`}>
        <UrgentIcon />
        {levelWords[level]}
      </h2>
      <div>
        <p>{forAll[level]}</p>
        <ul class="signs">
          {all
            .filter(({ id }) => !taken.test(id))
            .map((one) => (
              <Sign guideline={guideline} one={one} Cite={Cite} />
            ))}
          <Taken guideline={guideline} list={all.filter(({ id }) => taken.test(id))} Cite={Cite} />
        </ul>
      </div>
    </section>
  );
};

/** Every red flag of the guideline, the most urgent first: the sign as a person sees it, then what it can mean and what to say. */
export const urgent = ({ guideline }: Content): Page => {
  const { Cite, List } = references(guideline);
  return {
    path: '/urgent/',
    section: 'path',
    title: 'Urgent signs',
    description: 'Signs in dermatomyositis that cannot wait, and what to do.',
    body: (
      <div class="prose flow">
        <h1>Urgent signs</h1>
        <p class="lead">If one of these is true now, do what its box says. Read on afterwards.</p>
        {levels.map((level) => (
          <Box guideline={guideline} level={level} Cite={Cite} />
        ))}
        <p>
          Something else worries you? Call your care team. <a href="/path/">Your path</a> asks for these signs first.
        </p>
        <details class="more" id="all-sources">
          <summary>
            <h2>Sources</h2>
          </summary>
          <List />
        </details>
      </div>
    ),
  };
};
