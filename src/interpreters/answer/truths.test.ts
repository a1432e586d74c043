// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patient, Truth } from '../../model/index.ts';
import { all, any, atLeast, not } from './truth.ts';
import { prepareTruths } from './truths.ts';

const arbitraryTruths = fc.array(fc.constantFrom<Truth>('true', 'false', 'unknown'), { maxLength: 6 });
const values: Readonly<Record<Truth, boolean | undefined>> = { true: true, false: false, unknown: undefined };
const patientOf = (parts: readonly Truth[]): Patient =>
  Object.fromEntries(parts.map((part, i) => [`f${i}`, values[part]]).filter(([, value]) => value !== undefined));

describe('truths side by side', () => {
  it('are those of strong Kleene logic, for one patient after another', () => {
    fc.assert(
      fc.property(arbitraryTruths, arbitraryTruths, fc.integer({ min: 1, max: 9 }), (first, second, limit) => {
        const many = Math.max(first.length, second.length);
        const truths = prepareTruths();
        const leaves = Array.from({ length: many }, (_, i) => truths.leaf(`f${i}`, (value) => value === true));
        const [every, some, none] = [truths.all(leaves), truths.any(leaves), truths.not(truths.all(leaves))];
        const sum = truths.atLeast(
          limit,
          leaves.map((place, i) => ({ points: i + 1, place })),
        );
        for (const known of [first, second]) {
          truths.turnTo(patientOf(known));
          const parts = leaves.map((_, i) => known[i] ?? 'unknown');
          expect([every, some, none, sum].map(truths.of)).toEqual([
            all(parts),
            any(parts),
            not(all(parts)),
            atLeast(
              limit,
              parts.map((when, i) => ({ points: i + 1, when })),
            ),
          ]);
        }
      }),
    );
  });
  it('refuse a gate that would miss the patient at hand', () => {
    const truths = prepareTruths();
    truths.turnTo({});
    expect(() => truths.all([])).toThrow('after the first patient');
  });
});
