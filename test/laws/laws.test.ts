// SPDX-License-Identifier: Apache-2.0
// The laws, under the sentences of docs/architecture.md; then a fault against each, which it must refuse.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareAnswer } from '../../src/interpreters/answer/index.ts';
import { statuses, type Guideline, type Option, type Patient } from '../../src/model/index.ts';
import { fullGuideline, smallPatient } from '../arbitraries.ts';
import {
  asksInOrder,
  asksWhatIsWaitedFor,
  askingEnds,
  contraindicationOutranks,
  everythingIsCited,
  learningSettles,
  learningSettlesStatuses,
  nothingWithoutRules,
  offeredWhenEligible,
  ours,
  ruleOrderIsIrrelevant,
  statusInOrder,
  undeterminedSaysWhatFor,
  ways,
  type Decide,
  type Readers,
} from './laws.ts';

describe('Learning more never overturns a settled condition.', () => {
  it.each(Object.entries(ways))('whichever way it is decided: %s', (_way, decide) => learningSettles({ decide }));
  it('nor a settled status or a red flag', () => learningSettlesStatuses(ours));
});

it('An intervention is offered exactly when its eligibility is true.', () => offeredWhenEligible(ours));

describe('A contraindication outranks every recommendation; with no rule at all, nothing is offered.', () => {
  it('whatever it is that recommends it', () => contraindicationOutranks(ours));
  it('with no rule at all', () => nothingWithoutRules(ours));
});

describe('Status is decided in this order: contraindicated, not-indicated, advised-against, undetermined, recommended or suggested. The order of rules is irrelevant. An undetermined option is always shown with what it waits for.', () => {
  it('the order of statuses', () => statusInOrder(ours));
  it('the order of rules', () => ruleOrderIsIrrelevant(ours));
  it('what an undetermined option waits for', () => undeterminedSaysWhatFor(ours));
});

describe('ASK asks only what an undetermined urgency or option still waits for: red flags first, then what can settle most, lighter facts first; it always ends with nothing undetermined.', () => {
  it('only that, all of it, and nothing that somebody does not know', () => asksWhatIsWaitedFor(ours));
  it('in this order', () => asksInOrder(ours));
  it('it always ends', () => askingEnds(ours));
});

it('Every sentence EXPLAIN says about a rule cites a claim, and every claim cites a source.', () =>
  everythingIsCited(ours));

it('every law is a title of a test, word for word', () => {
  const [, laws = ''] = readFileSync('docs/architecture.md', 'utf8').split('\n## Laws\n');
  const sentences = (laws.split('\n## ')[0] ?? '')
    .replace(/\s*∀/g, '')
    .replace(/\n {3}/g, ' ')
    .split('\n')
    .flatMap((line) => /^\d\. (.*)$/.exec(line)?.[1] ?? []);
  expect(sentences).toHaveLength(8);
  const tests = ['laws/laws', 'agreement', 'proofs'].map((name) => readFileSync(`test/${name}.test.ts`, 'utf8'));
  expect(sentences.filter((sentence) => !tests.join('\n').includes(`'${sentence}'`))).toEqual([]);
});

it('the generated guidelines show every status, what is taken, red flags that hold and that may, and wishes', () => {
  const pairs = fc.sample(fc.tuple(fullGuideline, smallPatient), { numRuns: 300 });
  const found = pairs.map(([guideline, patient]) => prepareAnswer(guideline)(patient));
  const options = found.flatMap((guidance) => guidance.options);
  for (const status of statuses)
    expect(options.filter((option) => option.status === status).length).toBeGreaterThan(30);
  for (const truth of ['true', 'unknown'])
    expect(options.filter(({ current }) => current === truth).length).toBeGreaterThan(30);
  expect(options.filter(({ againstWishes }) => againstWishes.length > 0).length).toBeGreaterThan(30);
  expect(options.filter(({ advice }) => advice.length > 0).length).toBeGreaterThan(100);
  expect(found.filter(({ urgency }) => urgency.length > 0).length).toBeGreaterThan(50);
  expect(found.filter(({ urgencyMissing }) => urgencyMissing.length > 0).length).toBeGreaterThan(50);
});

const absentIsNo: Decide = (guideline, when) => (patient) =>
  ours.decide(guideline, when)({ fever: false, 'is-pregnant': false, select: false, ...patient });
/** ANSWER with a wrong in what it says of an option. */
const answering =
  (wrong: (option: Option, guideline: Guideline, patient: Patient) => Partial<Option>): Readers['answer'] =>
  (guideline) => {
    const answer = prepareAnswer(guideline);
    return (patient) => {
      const guidance = answer(patient);
      return { ...guidance, options: guidance.options.map((option) => ({ ...option, ...wrong(option, guideline, patient) })) }; // prettier-ignore
    };
  };

describe('a law refuses what breaks it', () => {
  it.each<{ fault: string; law: (readers: Readers) => void; readers: Partial<Readers> }>([
    { fault: 'a condition takes what is not known for "no"', law: learningSettles, readers: { decide: absentIsNo } },
    {
      fault: 'a status takes what is not known for "no"',
      law: learningSettlesStatuses,
      readers: { answer: (guideline) => (patient) => prepareAnswer(guideline)({ fever: false, ...patient }) },
    },
    {
      fault: 'it is offered while what could forbid it is not known',
      law: offeredWhenEligible,
      readers: { answer: answering(({ status, indicated }) => (status === 'undetermined' && indicated === 'true' ? { status: 'suggested' } : {})) }, // prettier-ignore
    },
    {
      fault: 'it is not offered although nothing stands against it',
      law: offeredWhenEligible,
      readers: { answer: answering(({ status }) => (status === 'suggested' ? { status: 'undetermined' } : {})) },
    },
    {
      fault: 'a recommendation outranks a contraindication',
      law: contraindicationOutranks,
      readers: { answer: answering(({ status, indicated }) => (status === 'contraindicated' && indicated === 'true' ? { status: 'recommended' } : {})) }, // prettier-ignore
    },
    {
      fault: 'only the first contraindication counts',
      law: contraindicationOutranks,
      readers: { answer: (guideline) => prepareAnswer({ ...guideline, rules: guideline.rules.filter(({ kind }, i) => kind !== 'contraindication' || guideline.rules.findIndex((rule) => rule.kind === kind) === i) }) }, // prettier-ignore
    },
    {
      fault: 'what has no rule is offered',
      law: nothingWithoutRules,
      readers: { answer: answering((_option, { rules }) => (rules.length === 0 ? { status: 'suggested' } : {})) },
    },
    {
      fault: '"not called for" comes before "contraindicated"',
      law: statusInOrder,
      readers: { answer: answering(({ indicated }) => (indicated === 'false' ? { status: 'not-indicated' } : {})) },
    },
    {
      fault: 'an intervention is left out',
      law: statusInOrder,
      readers: { answer: (guideline) => (patient) => { const all = prepareAnswer(guideline)(patient); return { ...all, options: all.options.filter(({ status }) => status !== 'not-indicated') }; } }, // prettier-ignore
    },
    {
      fault: 'the first recommendation in the file decides the line',
      law: ruleOrderIsIrrelevant,
      readers: { answer: answering(({ intervention }, { rules }) => ({ line: rules.flatMap((rule) => (rule.intervention === intervention && rule.kind === 'recommendation' ? [rule.line] : []))[0] })) }, // prettier-ignore
    },
    {
      fault: 'an undetermined option says nothing of what it waits for',
      law: undeterminedSaysWhatFor,
      readers: { answer: answering(() => ({ missing: [] })) },
    },
    {
      fault: 'it leaves out one thing that it waits for',
      law: undeterminedSaysWhatFor,
      readers: { answer: answering(({ missing }) => ({ missing: missing.slice(0, 1) })) },
    },
    {
      fault: 'ASK asks again what somebody does not know',
      law: asksWhatIsWaitedFor,
      readers: { ask: (guideline) => (patient) => ours.ask(guideline)(patient) },
    },
    {
      fault: 'ASK asks what nothing waits for',
      law: asksWhatIsWaitedFor,
      readers: { ask: (guideline) => (_patient, skip) => ours.ask(guideline)({}, skip) },
    },
    {
      fault: 'ASK asks the worst first',
      law: asksInOrder,
      readers: { ask: (guideline) => (patient, skip) => ours.ask(guideline)(patient, skip).toReversed() },
    },
    {
      fault: 'ASK does not know one level of a red flag from another',
      law: asksInOrder,
      readers: { ask: (guideline) => ours.ask({ ...guideline, urgencies: guideline.urgencies.map((flag) => ({ ...flag, level: 'soon' })) }) }, // prettier-ignore
    },
    {
      fault: 'ASK does not know a light fact from a heavy one',
      law: asksInOrder,
      readers: { ask: (guideline) => ours.ask({ ...guideline, facts: Object.fromEntries(Object.entries(guideline.facts).map(([id, fact]) => [id, { ...fact, obtainedBy: 'history' }])) }) }, // prettier-ignore
    },
    {
      fault: 'ASK stops while something is open',
      law: askingEnds,
      readers: { ask: (guideline) => (patient, skip) => ours.ask(guideline)(patient, skip).slice(1) },
    },
    {
      fault: 'ASK never stops',
      law: askingEnds,
      readers: { ask: (guideline) => (_patient, skip) => ours.ask(guideline)({}, skip) },
    },
    {
      fault: 'a sentence about a rule loses its claim',
      law: everythingIsCited,
      readers: { explain: (...asked) => ours.explain(...asked).map((one) => (one.text.startsWith('Take care') ? { ...one, cites: [] } : one)) }, // prettier-ignore
    },
    {
      fault: 'a rule that decided is not spoken of',
      law: everythingIsCited,
      readers: { explain: (guideline, patient, option) => ours.explain(guideline, patient, { ...option, decidedBy: option.decidedBy.slice(1) }) }, // prettier-ignore
    },
  ])('$fault', ({ law, readers }) => expect(() => law({ ...ours, ...readers })).toThrow());
});
