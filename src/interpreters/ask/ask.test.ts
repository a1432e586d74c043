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

describe('red flags', () => {
  const marked = (of: Guideline): readonly (readonly [string, boolean])[] =>
    askAll(of, {}).map(({ together, redFlag }) => [together.map(({ id }) => id).join('+'), redFlag] as const);
  it.each<Level>(['emergency', 'urgent', 'soon'])('a question that one of level %s waits for says so', (level) => {
    const of = guideline([fact('weak'), fact('fever')], [recommend('drug', is('weak'))], {
      urgencies: [flag('fever', level)],
    });
    expect(marked(of)).toEqual([
      ['fever', true],
      ['weak', false],
    ]);
  });
  it('a question with several facts says so when a red flag waits for any of them', () => {
    const facts = [fact('calm', { group: 'g' }), fact('grave', { group: 'g' }), fact('weak')];
    const rules = [recommend('drug', is('calm')), recommend('other', is('weak'))];
    expect(marked(guideline(facts, rules, { urgencies: [flag('grave', 'soon')] }))).toEqual([
      ['grave+calm', true],
      ['weak', false],
    ]);
    const first = [fact('grave', { group: 'g' }), fact('calm', { group: 'g' })];
    const only = guideline(first, [recommend('drug', is('calm'))], { urgencies: [flag('grave', 'emergency')] });
    expect(marked(only)).toEqual([['grave+calm', true]]);
  });
  it('a fact that settles one for certain is asked before one that settles two by an even chance', () => {
    const both = (id: string, level: Level): Urgency => ({ ...flag(id, level), when: all(is('maybe'), is(id)) });
    const of = guideline(
      ['maybe', 'one', 'two', 'certain'].map((id) => fact(id)),
      [],
      { urgencies: [both('one', 'urgent'), both('two', 'urgent'), flag('certain', 'urgent')] },
    );
    expect(asked(of).slice(0, 2)).toEqual(['certain', 'maybe']);
    expect(asked(of, {}, ['certain'])[0]).toBe('maybe');
  });
  it('a fact that two of a level wait for is asked before one that one waits for', () => {
    const second: Urgency = { ...flag('b-twice', 'soon'), id: 'flag-again' };
    const urgencies = [flag('a-once', 'soon'), flag('b-twice', 'soon'), second];
    expect(asked(guideline([fact('a-once'), fact('b-twice')], [], { urgencies }))).toEqual(['b-twice', 'a-once']);
  });
  it('a "no" settles one that needs several facts, as a "yes" settles one that needs any', () => {
    const needs = (id: string, ...parts: Condition[]): Urgency => ({ ...flag(id, 'urgent'), when: all(...parts) });
    const urgencies: Urgency[] = [
      needs('first', is('x'), is('y')),
      needs('second', is('x'), is('z')),
      { ...flag('third', 'urgent'), when: { op: 'any', parts: [is('p'), is('q')] } },
    ];
    const of = guideline(
      ['p', 'q', 'x', 'y', 'z'].map((id) => fact(id)),
      [],
      { urgencies },
    );
    expect(asked(of)[0]).toBe('x');
  });
  it('one emergency comes before any number of urgent ones', () => {
    const facts = ['many', 'one'].map((id) => fact(id));
    const urgent = ['a', 'b', 'c'].map((id): Urgency => ({ ...flag(id, 'urgent'), when: is('many') }));
    const of = guideline(facts, [], { urgencies: [...urgent, flag('one', 'emergency')] });
    expect(asked(of)).toEqual(['one', 'many']);
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
