// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, Fact, Patient } from '../../model/index.ts';
import { compileDecision } from './decision.ts';
import { compile } from './trace.ts';

const fact = (id: string, value: Fact['value']): Fact => ({
  id,
  label: id,
  question: id,
  why: id,
  coding: [],
  value,
  obtainedBy: 'history',
});
const facts = {
  a: fact('a', { type: 'boolean' }),
  b: fact('b', { type: 'boolean' }),
  n: fact('n', { type: 'quantity', unit: '1', min: 0, max: 9 }),
};
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constant('is' as const), fact: fc.constantFrom('a', 'b'), value: fc.boolean() }),
  fc.record({
    op: fc.constant('compare' as const),
    fact: fc.constant('n'),
    by: fc.constantFrom('<', '<=', '>=', '>'),
    value: fc.integer({ min: 0, max: 9 }),
  }),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
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
const patient: fc.Arbitrary<Patient> = fc.record(
  { a: fc.boolean(), b: fc.boolean(), n: fc.integer({ min: 0, max: 9 }) },
  { requiredKeys: [] },
);

it('a condition is decided as its trace comes out, for every condition and every partial patient', () => {
  fc.assert(
    fc.property(tree, patient, (when, who) => {
      expect(compileDecision({ facts, definitions: {} }, when)(who)).toBe(
        compile({ facts, definitions: {} }, when)(who).truth,
      );
    }),
    { numRuns: 2000 },
  );
});

it('learning more never overturns a settled condition', () => {
  fc.assert(
    fc.property(tree, patient, patient, (when, less, more) => {
      const decide = compileDecision({ facts, definitions: {} }, when);
      const before = decide(less);
      if (before !== 'unknown') expect(decide({ ...more, ...less })).toBe(before);
    }),
    { numRuns: 2000 },
  );
});
