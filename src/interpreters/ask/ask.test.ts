// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  emptyGuideline,
  type Condition,
  type Fact,
  type Guideline,
  type Intervention,
  type Level,
  type Patient,
  type Rule,
  type Urgency,
} from '../../model/index.ts';
import { askAll } from './ask.ts';
import { prepareChances, shareBelow } from './chance.ts';

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  label: id,
  question: `${id}?`,
  why: 'It matters.',
  coding: [],
  value: { type: 'boolean' },
  obtainedBy: 'history',
  ...more,
});
const is = (id: string): Condition => ({ op: 'is', fact: id, value: true });
const not = (part: Condition): Condition => ({ op: 'not', part });
const all = (...parts: Condition[]): Condition => ({ op: 'all', parts });
const recommend = (intervention: string, when: Condition, strength: 'strong' | 'conditional' = 'strong'): Rule => ({
  id: `${intervention}-${strength}`,
  intervention,
  kind: 'recommendation',
  direction: 'for',
  strength,
  line: 'first',
  when,
  because: ['claim'],
});
const forbid = (intervention: string, id: string): Rule => ({
  id: `${intervention}-not-${id}`,
  intervention,
  kind: 'contraindication',
  when: is(id),
  because: ['claim'],
});
const flag = (id: string, level: Level): Urgency => ({
  id: `flag-${id}`,
  level,
  when: is(id),
  advice: 'Call.',
  because: ['claim'],
});

const intervention = (id: string): Intervention => ({
  id,
  kind: 'medicine',
  label: id,
  summary: id,
  coding: [],
  reviewed: '2026-01-01',
});

/** A guideline with these rules; every fact they need is listed. */
function guideline(facts: readonly Fact[], rules: readonly Rule[], more: Partial<Guideline> = {}): Guideline {
  const ids = [...new Set(rules.map((rule) => rule.intervention))];
  return {
    ...emptyGuideline,
    rules,
    facts: Object.fromEntries(facts.map((one) => [one.id, one])),
    interventions: Object.fromEntries(ids.map((id) => [id, intervention(id)])),
    ...more,
  };
}
const asked = (of: Guideline, patient: Patient = {}, skip: readonly string[] = []): readonly string[] =>
  askAll(of, patient, new Set(skip)).map(({ together }) => together.map(({ id }) => id).join('+'));

describe('the order of questions', () => {
  it('asks what could be an emergency before what could be urgent, and both before options', () => {
    const facts = ['weak', 'fever', 'choking'].map((id) => fact(id));
    const urgencies = [flag('fever', 'urgent'), flag('choking', 'emergency')];
    expect(asked(guideline(facts, [recommend('drug', is('weak'))], { urgencies }))).toEqual([
      'choking',
      'fever',
      'weak',
    ]);
  });
  it('prefers what is expected to settle more', () => {
    const rules = [recommend('a', is('both')), recommend('b', is('both')), recommend('c', is('one'))];
    expect(asked(guideline([fact('one'), fact('both')], rules))).toEqual(['both', 'one']);
  });
  it('prefers the lighter of two facts that would settle as much', () => {
    const facts = [fact('blood', { obtainedBy: 'laboratory' }), fact('talk')];
    expect(asked(guideline(facts, [recommend('a', is('blood')), recommend('b', is('talk'))]))).toEqual([
      'talk',
      'blood',
    ]);
  });
  it('goes by how often each answer is given, where that is published', () => {
    const rare = { fact: 'rare', population: 'adults', given: [], verified: 'read', cites: [] } as const;
    const of = guideline([fact('even'), fact('rare')], [recommend('a', all(is('even'), is('rare')))], {
      frequencies: [{ ...rare, spread: { probabilities: { true: 0.01, false: 0.99 } } }],
    });
    // A "no" settles the option, and "no" is nearly certain for the rare one.
    expect(asked(of)).toEqual(['rare', 'even']);
  });
});

describe('what is asked', () => {
  const of = guideline(
    ['weak', 'pregnant', 'infected'].map((id) => fact(id)),
    [recommend('drug', is('weak')), forbid('drug', 'pregnant'), forbid('drug', 'infected')],
  );
  it('is only what can still change the answer', () => {
    expect(asked(of, { weak: false })).toEqual([]);
    expect(asked(of, { weak: true, pregnant: true })).toEqual([]);
    expect(asked(of, { weak: true, pregnant: false })).toEqual(['infected']);
  });
  it('never comes back after "I don\'t know", and the rest is still asked', () => {
    expect(asked(of, { weak: true }, ['pregnant'])).toEqual(['infected']);
  });
  it('goes on while a suggestion could still rise to a recommendation', () => {
    const rising = guideline(
      [fact('weak'), fact('severe')],
      [recommend('drug', is('weak'), 'conditional'), recommend('drug', is('severe'), 'strong')],
    );
    expect(asked(rising, { weak: true })).toEqual(['severe']);
  });
});

describe('facts that people answer together', () => {
  const facts = [fact('a', { group: 'g' }), fact('b', { group: 'g' }), fact('c', { group: 'g' }), fact('single')];
  const rules = [recommend('x', all(is('a'), not(is('b')))), recommend('y', is('c')), recommend('z', is('single'))];
  it('are one question, with what each of them could settle', () => {
    const [question] = askAll(guideline(facts, rules), {});
    expect(question?.together.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(question?.couldSettle).toEqual(['y', 'x']);
  });
  it('are asked only as far as they still matter', () => {
    expect(asked(guideline(facts, rules), { a: false, c: true })).toEqual(['single']);
  });
});

describe('how likely an answer is', () => {
  const quantiles = [[0, 0], [0.5, 10], [1, 30]] as const; // prettier-ignore
  it.each([
    { number: -1, share: 0 },
    { number: 0, share: 0 },
    { number: 5, share: 0.25 },
    { number: 10, share: 0.5 },
    { number: 20, share: 0.75 },
    { number: 31, share: 1 },
  ])('below $number there are $share of people', ({ number, share }) =>
    expect(shareBelow(quantiles, number)).toBe(share),
  );

  const number = fact('number', { value: { type: 'quantity', unit: '1', min: 0, max: 30 } });
  const above: Condition = { op: 'compare', fact: 'number', by: '>', value: 10 };
  it('follows the frequency among people like this one, and adds up to 1', () => {
    const of = guideline([number, fact('old')], [recommend('a', all(above, is('old')))], {
      frequencies: [
        {
          fact: 'number',
          population: 'adults',
          spread: { quantiles },
          given: [{ when: { old: true }, spread: { quantiles: [[0, 20], [1, 30]] } }], // prettier-ignore
          verified: 'read',
          cites: [],
        },
      ],
    });
    const chances = prepareChances(of);
    const sums = [{}, { old: true }].map((patient) =>
      chances('number', patient).reduce((sum, { share }) => sum + share, 0),
    );
    expect(sums).toEqual([1, 1]);
    const over = (patient: Patient) =>
      chances('number', patient).reduce(
        (sum, { value, share }) => sum + (typeof value === 'number' && value > 10 ? share : 0),
        0,
      );
    expect(over({})).toBeCloseTo(0.5, 2);
    expect(over({ old: true })).toBe(1);
  });
  it('is even where nothing is published', () => {
    expect(prepareChances(guideline([fact('weak')], [recommend('a', is('weak'))]))('weak', {})).toEqual([
      { value: true, share: 0.5 },
      { value: false, share: 0.5 },
    ]);
  });
});
