// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, Patient } from '../../model/index.ts';
import { compile } from '../answer/index.ts';
import { startSolver } from './index.ts';
import { formula, problem } from './smt.ts';
import { codes, facts, is, sound } from './sound-guideline.ts';

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
  const solver = await startSolver();
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
  solver.close();
});
