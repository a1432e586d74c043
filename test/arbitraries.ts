// SPDX-License-Identifier: Apache-2.0
// Generated patients, conditions and guidelines, for the properties that hold for everybody.
import fc from 'fast-check';
import {
  effort,
  emptyGuideline,
  levels,
  lines,
  type Condition,
  type Fact,
  type Guideline,
  type Intervention,
  type Patient,
  type Rule,
} from '../src/model/index.ts';

/** Any value that a fact allows. */
export const valueOf = ({ value }: Fact): fc.Arbitrary<boolean | string | number> => {
  if (value.type === 'boolean') return fc.boolean();
  return value.type === 'code'
    ? fc.constantFrom(...value.options.map(({ code }) => code))
    : fc.double({ min: value.min, max: value.max, noNaN: true });
};

/** A patient near another one, with up to twelve facts changed and up to eight unknown, so that options really are offered. */
export function patientNear({ facts }: Guideline, near: Patient): fc.Arbitrary<Patient> {
  const all = Object.values(facts);
  const changed = fc.uniqueArray(
    fc.constantFrom(...all).chain((fact) => valueOf(fact).map((value) => [fact.id, value] as const)),
    { maxLength: 12, selector: ([id]) => id },
  );
  const unknown = fc.uniqueArray(fc.constantFrom(...all.map(({ id }) => id)), { maxLength: 8 });
  return fc
    .tuple(changed, unknown)
    .map(([values, lost]) =>
      Object.fromEntries(
        Object.entries({ ...near, ...Object.fromEntries(values) }).filter(([id]) => !lost.includes(id)),
      ),
    );
}

const fact = (id: string, value: Fact['value']): Fact => ({
  id,
  label: id,
  question: '',
  why: '',
  coding: [],
  value,
  obtainedBy: 'history',
});
const code = (...codes: readonly [string, ...string[]]): Fact['value'] => {
  const [first, ...rest] = codes.map((each) => ({ code: each, label: each }));
  return { type: 'code', options: [first ?? { code: 'none', label: 'none' }, ...rest] };
};
/** A small vocabulary with every type of value, and names that need quoting. */
export const smallFacts: Readonly<Record<string, Fact>> = Object.fromEntries(
  [
    fact('fever', { type: 'boolean' }),
    fact('is-pregnant', { type: 'boolean' }),
    fact('select', { type: 'boolean' }),
    fact('tpmt', code('normal', 'intermediate', 'poor')),
    fact("crohn's", code('none', "patient's word", 'back\\slash')),
    fact('egfr', { type: 'quantity', unit: 'mL/min', min: 0, max: 8 }),
    fact('change', { type: 'quantity', unit: '1', min: -4, max: 4 }),
  ].map((each) => [each.id, each]),
);

/** Numbers in halves, so that every engine writes them exactly and limits are hit often. */
const half = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 2, max: max * 2 }).map((twice) => twice / 2);
const smallValue = ({ value }: Fact): fc.Arbitrary<boolean | string | number> =>
  value.type === 'boolean'
    ? fc.boolean()
    : value.type === 'code'
      ? fc.constantFrom(...value.options.map((option) => option.code))
      : half(value.min, value.max);

/** Somebody of the small vocabulary, of whom anything may be unknown. */
export const smallPatient: fc.Arbitrary<Patient> = fc
  .tuple(
    ...Object.values(smallFacts).map((each) =>
      fc.option(smallValue(each), { nil: undefined, freq: 3 }).map((value) => [each.id, value] as const),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))));

/** Somebody of the small vocabulary of whom everything is known. */
export const wholePatient: fc.Arbitrary<Patient> = fc
  .tuple(...Object.values(smallFacts).map((each) => smallValue(each).map((value) => [each.id, value] as const)))
  .map((pairs) => Object.fromEntries(pairs));

/** Somebody of whom more is known, and the same person before that was learnt. */
export const learning: fc.Arbitrary<{ less: Patient; more: Patient }> = fc
  .tuple(fc.oneof(smallPatient, wholePatient), fc.subarray(Object.keys(smallFacts)))
  .map(([more, later]) => ({
    more,
    less: Object.fromEntries(Object.entries(more).filter(([id]) => !later.includes(id))),
  }));

const leaf: fc.Arbitrary<Condition> = fc
  .constantFrom(...Object.values(smallFacts))
  .chain(({ id, value }): fc.Arbitrary<Condition> => {
    if (value.type === 'quantity')
      return fc
        .tuple(fc.constantFrom(...(['<', '<=', '>=', '>'] as const)), half(value.min, value.max))
        .map(([by, limit]) => ({ op: 'compare', fact: id, by, value: limit }));
    const values: readonly (boolean | string)[] =
      value.type === 'boolean' ? [true, false] : value.options.map((option) => option.code);
    return fc.constantFrom(...values).map((one) => ({ op: 'is', fact: id, value: one }));
  });

/** Any condition over the small vocabulary and some definitions: every operator, empty lists too. */
export function condition(definitions: readonly string[] = [], depth = 4): fc.Arbitrary<Condition> {
  const defined = definitions.map((as): Condition => ({ op: 'defined', as }));
  const leaves = defined.length ? fc.oneof({ weight: 4, arbitrary: leaf }, fc.constantFrom(...defined)) : leaf;
  return fc.letrec<{ it: Condition }>((tie) => {
    const parts = fc.array(tie('it'), { maxLength: 4 });
    const pointed = fc.array(fc.record({ points: fc.integer({ min: 1, max: 4 }), when: tie('it') }), { maxLength: 4 });
    return {
      it: fc.oneof(
        { maxDepth: depth, withCrossShrink: true },
        leaves,
        tie('it').map((part): Condition => ({ op: 'not', part })),
        parts.map((some): Condition => ({ op: 'all', parts: some })),
        parts.map((some): Condition => ({ op: 'any', parts: some })),
        fc
          .tuple(fc.integer({ min: 1, max: 9 }), pointed)
          .map(([points, some]): Condition => ({ op: 'atLeast', points, parts: some })),
      ),
    };
  }).it;
}

const because = ['claim'] as const;
const ruleKinds = ['for', 'for', 'for', 'against', 'contraindication', 'precaution', 'prerequisite'] as const;
const toRule = (id: string, kind: (typeof ruleKinds)[number], strong: boolean, when: Condition): Rule => {
  const shared = { id, intervention: id.split('-')[0] ?? '', when, because };
  if (kind === 'contraindication') return { ...shared, kind };
  if (kind === 'precaution' || kind === 'prerequisite') return { ...shared, kind, advice: 'Take care.' };
  return { ...shared, kind: 'recommendation', direction: kind, strength: strong ? 'strong' : 'conditional', line: 'first' };
}; // prettier-ignore
const treatment = (id: string): Intervention => ({ id, kind: 'medicine', label: id, summary: '', coding: [], reviewed: '2026-01-01' }); // prettier-ignore

/** Any guideline over the small vocabulary: definitions (one may rest on another), three treatments, rules and red flags. */
export const smallGuideline: fc.Arbitrary<Guideline> = fc
  .record({
    first: condition([], 2),
    second: condition(['first'], 2),
    rules: fc.array(
      fc.tuple(
        fc.constantFrom('alpha', 'beta', 'gamma'),
        fc.constantFrom(...ruleKinds),
        fc.boolean(),
        condition(['first', 'second'], 3),
      ),
      { minLength: 4, maxLength: 14 },
    ),
    flags: fc.array(condition(['first', 'second'], 4), { maxLength: 4 }),
  })
  .map(({ first, second, rules, flags }) => ({
    ...emptyGuideline,
    version: '1',
    facts: smallFacts,
    definitions: {
      second: { id: 'second', label: 'second', when: second, because },
      first: { id: 'first', label: 'first', when: first, because },
    },
    interventions: { alpha: treatment('alpha'), beta: treatment('beta'), gamma: treatment('gamma') },
    rules: rules.map(([of, kind, strong, when], i) => toRule(`${of}-${i}`, kind, strong, when)),
    urgencies: flags.map((when, i) => ({ id: `flag-${i}`, level: 'urgent', when, advice: 'Call.', because })),
  }));

/** A guideline that asks each of these conditions, as a red flag of its own. */
export const guidelineOf = (conditions: readonly Condition[]): Guideline => ({
  ...emptyGuideline,
  version: '1',
  facts: smallFacts,
  urgencies: conditions.map((when, i) => ({ id: `flag-${i}`, level: 'soon', when, advice: 'See.', because })),
});

const watch = { kind: 'monitoring', test: 'Blood', schedule: { baseline: true, steps: [{ everyWeeks: 4 }] } } as const;
const grouped = (facts: Guideline['facts']): Guideline['facts'] =>
  Object.fromEntries(
    Object.values(facts).map((each, i) => [
      each.id,
      { ...each, obtainedBy: effort[i % effort.length] ?? 'history', ...(i < 2 ? { group: 'together' } : {}) },
    ]),
  );

/** A small guideline with everything else that readers speak of: a claim for each rule, every line and level, a treatment that may
 *  be taken already, a wish, a test to watch, questions that are answered together, and facts that are heavier to obtain. */
export const fullGuideline: fc.Arbitrary<Guideline> = fc
  .record({
    small: smallGuideline,
    watched: condition(['first'], 2),
    places: fc.array(fc.constantFrom(...lines), { minLength: 14, maxLength: 14 }),
    urgent: fc.array(fc.constantFrom(...levels), { minLength: 4, maxLength: 4 }),
  })
  .map(({ small, watched, places, urgent }) => {
    const monitoring: Rule = { ...watch, id: 'alpha-watch', intervention: 'alpha', when: watched, because, actOn: [{ when: 'it falls', act: 'Call.' }] }; // prettier-ignore
    const rules = [...small.rules, monitoring].map((rule, i): Rule => {
      const cited = { ...rule, because: [`claim-${i}`] as const };
      return cited.kind === 'recommendation' ? { ...cited, line: places[i] ?? 'first' } : cited;
    });
    const claims = rules.map(({ because: [id] }) => ({ id, statement: `It is so, says ${id}.`, certainty: 'low', verified: 'read', cites: [{ source: 'book', at: 'p. 1' }] }) as const); // prettier-ignore
    return {
      ...small,
      facts: grouped(small.facts),
      groups: { together: { id: 'together', question: 'Which of these?' } },
      rules,
      claims: Object.fromEntries(claims.map((claim) => [claim.id, claim])),
      sources: { book: { id: 'book', type: 'book', title: 'Book', author: 'A', issued: 2026, URL: 'https://example.org', design: 'guideline' } }, // prettier-ignore
      interventions: { ...small.interventions, alpha: { ...treatment('alpha'), currentFact: 'select' } },
      wishes: [{ fact: 'fever', avoids: 'drips', brings: ['beta'], because: ['claim-0'] }],
      urgencies: small.urgencies.map((flag, i) => ({ ...flag, level: urgent[i] ?? 'soon' })),
    };
  });
