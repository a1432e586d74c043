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
  it('supposed of one fact more are those of a patient of whom it is known, and afterwards as they were', () => {
    fc.assert(
      fc.property(arbitraryTruths, fc.nat(5), fc.boolean(), (known, at, value) => {
        const truths = prepareTruths();
        const leaves = Array.from({ length: 6 }, (_, i) => truths.leaf(`f${i}`, (each) => each === true));
        const gates = [truths.all(leaves), truths.any(leaves.slice(2)), truths.not(leaves[at] ?? 0)];
        const sum = truths.atLeast(
          2,
          gates.map((place) => ({ points: 1, place })),
        );
        const all = [...leaves, ...gates, sum];
        const seen = () => all.map((place) => [truths.of(place), truths.isOpen(place), truths.isUntouched(place)]);
        const [patient, fact] = [patientOf(known), `f${at}`];
        truths.turnTo({ ...patient, [fact]: value });
        const really = seen();
        truths.turnTo(patient);
        const before = seen();
        let supposed: unknown;
        truths.supposing(fact, value, () => (supposed = seen()));
        expect([supposed, seen()]).toEqual([really, before]);
      }),
    );
  });
  it('are untouched where nothing below them is known, whatever they come to', () => {
    const truths = prepareTruths();
    const [a, b] = [truths.leaf('a', (value) => value === true), truths.leaf('b', (value) => value === true)];
    const [one, both, empty] = [truths.not(b), truths.all([a, b]), truths.all([])];
    truths.turnTo({ a: true });
    expect([a, b, one, both, empty].map(truths.isUntouched)).toEqual([false, true, true, false, false]);
    expect([a, b, one, both, empty].map(truths.of)).toEqual(['true', 'unknown', 'unknown', 'unknown', 'true']);
  });
  it('refuse a gate that would miss the patient at hand', () => {
    const truths = prepareTruths();
    truths.turnTo({});
    expect(() => truths.all([])).toThrow('after the first patient');
  });
});
