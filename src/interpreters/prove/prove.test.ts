// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPatient, readText } from '../../authoring/index.ts';
import type { Condition, Fact, Guideline, Invariant, Patient, Rule, Urgency } from '../../model/index.ts';
import { compile, prepareAnswer } from '../answer/index.ts';
import { decideProperty, patientFile, properties, startSolver, type Kind, type Solver, type Verdict } from './index.ts';
import { formula, problem } from './smt.ts';
import { decideStatus, type DecideStatus } from './status.ts';

const fact = (id: string, value: Fact['value']): Fact => ({
  id,
  label: id,
  question: id,
  why: id,
  coding: [],
  value,
  obtainedBy: 'history',
});
const codes = {
  type: 'code' as const,
  options: [
    { code: 'none', label: 'none' },
    { code: 'mild', label: 'mild' },
    { code: 'severe', label: 'severe' },
  ] as const,
};
const facts = {
  pregnant: fact('pregnant', { type: 'boolean' }),
  weak: fact('weak', { type: 'boolean' }),
  rash: fact('rash', codes),
  egfr: fact('egfr', { type: 'quantity', unit: 'mL/min', min: -10, max: 200 }),
};
const is = (id: string, value: boolean | string = true): Condition => ({ op: 'is', fact: id, value });
const below = (limit: number): Condition => ({ op: 'compare', fact: 'egfr', by: '<', value: limit });
const recommend = (id: string, direction: 'for' | 'against', when: Condition): Rule => ({
  id,
  intervention: 'drug',
  kind: 'recommendation',
  direction,
  strength: 'conditional',
  line: 'first',
  when,
  because: ['c'],
});
const forbid = (id: string, when: Condition): Rule => ({
  id,
  intervention: 'drug',
  kind: 'contraindication',
  when,
  because: ['c'],
});
const flag = (level: Urgency['level'], when: Condition): Urgency => ({
  id: `flag-${level}`,
  level,
  when,
  advice: 'call',
  because: ['c'],
});
const stated = { statement: 's', because: ['c'] as const };
const neverDrug: Invariant = { ...stated, id: 'never-drug', never: 'drug', when: is('pregnant') };

const sound: Guideline = {
  version: '1',
  title: 't',
  disclaimer: 'd',
  facts,
  groups: {},
  definitions: { 'kidneys-fail': { id: 'kidneys-fail', label: 'k', when: below(30), because: ['c'] } },
  interventions: {
    drug: { id: 'drug', kind: 'medicine', label: 'Drug', summary: 's', coding: [], reviewed: '2026-01-01' },
  },
  claims: {},
  sources: {},
  rules: [
    recommend('for-weak', 'for', is('weak')),
    recommend('against-rash', 'against', is('rash', 'severe')),
    forbid('no-pregnancy', is('pregnant')),
    forbid('no-kidneys', { op: 'defined', as: 'kidneys-fail' }),
  ],
  stages: [],
  scope: [],
  wishes: [],
  frequencies: [],
  urgencies: [flag('emergency', { op: 'all', parts: [is('weak'), below(10)] })],
  invariants: [
    neverDrug,
    { ...stated, id: 'level', atLeast: 'urgent', when: { op: 'all', parts: [is('weak'), below(5)] } },
    {
      ...stated,
      id: 'always-drug',
      always: 'drug',
      when: {
        op: 'all',
        parts: [
          is('weak'),
          is('pregnant', false),
          is('rash', 'none'),
          { op: 'compare', fact: 'egfr', by: '>=', value: 30 },
        ],
      },
    },
  ],
};

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => {
  solver.close();
});

async function verdicts(guideline: Guideline, decide?: DecideStatus): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for (const property of properties(guideline, decide))
    found.push(await decideProperty(guideline, solver, prepareAnswer(guideline), property));
  return found;
}
const refuted = (found: readonly Verdict[]): readonly Verdict[] => found.filter(({ outcome }) => outcome === 'refuted');
/** What a planted fault refutes, each replayed by ANSWER. */
async function faults(change: Partial<Guideline>): Promise<readonly string[]> {
  const found = refuted(await verdicts({ ...sound, ...change }));
  expect(found.every(({ replayed }) => replayed)).toBe(true);
  return found.map(({ property }) => property.id);
}

describe('a sound guideline', () => {
  it('is proved, every witness replays, and what is worth telling is told', async () => {
    const found = await verdicts(sound);
    expect(refuted(found)).toEqual([]);
    expect(found.every(({ replayed }) => replayed)).toBe(true);
    expect(found.filter(({ outcome }) => outcome === 'finding').map(({ property }) => property.id)).toEqual([
      'for-and-against--drug',
    ]);
  });
});

describe('a planted fault in the guideline is refuted', () => {
  const without = (id: string) => ({ rules: sound.rules.filter((rule) => rule.id !== id) });
  it('never: the contraindication is missing', async () =>
    expect(await faults(without('no-pregnancy'))).toEqual(['never-drug']));
  it('never: a limit is off by a little', async () =>
    expect(await faults({ invariants: [{ ...neverDrug, when: below(30.5) }] })).toEqual(['never-drug']));
  it('at least: the red flag is missing', async () => expect(await faults({ urgencies: [] })).toEqual(['level']));
  it('at least: the red flag is too mild', async () =>
    expect(await faults({ urgencies: [flag('soon', is('weak'))] })).toEqual(['level']));
  it('always: a contraindication takes it away', async () =>
    expect(await faults({ rules: [...sound.rules, forbid('extra', below(40))] })).toEqual(['always-drug']));
  it('always: nothing recommends it', async () => expect(await faults(without('for-weak'))).toEqual(['always-drug']));
  it('a rule that can never hold', async () =>
    expect(
      await faults({
        rules: [
          ...sound.rules,
          forbid('dead', { op: 'all', parts: [below(20), { op: 'compare', fact: 'egfr', by: '>', value: 30 }] }),
        ],
      }),
    ).toEqual(['can-fire--dead']));
  it('a rule beyond what its fact allows', async () =>
    expect(await faults({ rules: [...sound.rules, forbid('dead', below(-10))] })).toEqual(['can-fire--dead']));
  it('an invariant about nobody', async () =>
    expect(await faults({ invariants: [{ ...neverDrug, when: below(-10) }] })).toEqual(['never-drug--can-hold']));
  it('an intervention that can never be offered', async () =>
    expect(await faults({ invariants: [], rules: [...sound.rules, forbid('extra', is('weak'))] })).toEqual([
      'can-be-offered--drug',
    ]));
});

describe('a planted fault in how a status is decided is refuted', () => {
  const unknownIsNo: DecideStatus = (groups) => {
    const open = { yes: groups.contraindicated.yes, no: `(not ${groups.contraindicated.yes})` };
    return decideStatus({ ...groups, contraindicated: open });
  };
  const ignoring =
    (group: 'contraindicated' | 'advisedAgainst'): DecideStatus =>
    (groups) =>
      decideStatus({ ...groups, [group]: { yes: 'false', no: 'true' } });
  const planted: readonly (readonly [string, DecideStatus, Kind])[] = [
    ['contraindications are ignored', ignoring('contraindicated'), 'contraindication-wins'],
    ['an unknown contraindication reads as none', unknownIsNo, 'more-facts-never-overturn'],
    ['advice against is ignored', ignoring('advisedAgainst'), 'against-wins'],
  ];
  it.each(planted)('%s', async (_name, decide, kind) => {
    const found = refuted(await verdicts(sound, decide)).filter(({ property }) => property.kind === kind);
    expect(found).toHaveLength(1);
    // ANSWER does not share the planted fault, so it does not see it: this is how a wrong encoding is caught.
    expect(found[0]?.replayed).toBe(false);
  });
});

it('a counterexample is a patient file with nothing it does not need', async () => {
  const guideline = { ...sound, rules: sound.rules.filter(({ id }) => id !== 'no-pregnancy') };
  const [first] = refuted(await verdicts(guideline));
  const patient = first?.found?.patient ?? {};
  expect(Object.keys(patient).sort()).toEqual(['egfr', 'pregnant', 'rash', 'weak']); // unknown kidneys or rash would leave it undetermined
  expect(readPatient(guideline, readText('patient.yaml', patientFile(patient)))).toEqual({ ok: true, patient });
});

it('what the solver cannot read is an error, not a proof', async () => {
  await expect(solver.solve('(assert nonsense)')).rejects.toThrow();
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('pregnant', 'weak').chain((id) => fc.boolean().map((value) => is(id, value))),
  fc.constantFrom('none', 'mild', 'severe').map((value) => is('rash', value)),
  fc.record({
    op: fc.constant('compare' as const),
    fact: fc.constant('egfr'),
    by: fc.constantFrom('<', '<=', '>=', '>'),
    value: fc.constantFrom(-2.5, 0, 1e-7, 30, 200),
  }),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('tree').map((part): Condition => ({ op: 'not', part })),
    fc.array(tie('tree'), { maxLength: 3 }).map((parts): Condition => ({ op: 'all', parts })),
    fc.array(tie('tree'), { maxLength: 3 }).map((parts): Condition => ({ op: 'any', parts })),
    fc
      .tuple(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ points: fc.integer({ min: 1, max: 3 }), when: tie('tree') }), { maxLength: 3 }),
      )
      .map(([points, parts]): Condition => ({ op: 'atLeast', points, parts })),
  ),
}));
const someone: fc.Arbitrary<Patient> = fc.record(
  {
    pregnant: fc.boolean(),
    weak: fc.boolean(),
    rash: fc.constantFrom('none', 'mild', 'severe'),
    egfr: fc.constantFrom(-2.5, 0, 30, 200),
  },
  { requiredKeys: [] },
);

/** The formula of exactly this patient: known facts have their value, the others are not known. */
function exactly(patient: Patient): string {
  const value = (id: string, i: number): string => {
    const given = patient[id];
    return typeof given === 'boolean'
      ? `(= v${i} ${String(given)})`
      : typeof given === 'string'
        ? `(= v${i} ${codes.options.findIndex(({ code }) => code === given)})`
        : given === -2.5
          ? `(= v${i} (- 2.5))`
          : `(= v${i} ${String(given)}.0)`;
  };
  return `(and ${Object.keys(facts)
    .map((id, i) => (patient[id] === undefined ? `(not k${i})` : `(and k${i} ${value(id, i)})`))
    .join(' ')})`;
}

it('the formulas agree with ANSWER, for every condition and every partial patient', async () => {
  await fc.assert(
    fc.asyncProperty(tree, someone, async (when, patient) => {
      const { yes, no } = formula(sound, when);
      const { truth } = compile(sound, when)(patient);
      const wrong = { true: `(or (not ${yes}) ${no})`, false: `(or ${yes} (not ${no}))`, unknown: `(or ${yes} ${no})` }[
        truth
      ];
      expect(await solver.solve(problem(sound, `(and ${exactly(patient)} ${wrong})`, false))).toBeUndefined();
      expect(await solver.solve(problem(sound, exactly(patient), false))).toBeDefined();
    }),
    { numRuns: 300 },
  );
});
