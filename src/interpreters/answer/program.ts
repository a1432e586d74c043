// SPDX-License-Identifier: Apache-2.0
import type { FactId } from '../../model/index.ts';
import { allOf, anyOf, notOf, reached, untouched, type Weighted } from './signs.ts';

/** A question to one known fact, and the place of its answer. */
export type Test = { place: number; holds: (value: boolean | string | number) => boolean };
/** How the gate at a place comes out of the gates before it. All steps have one shape, since this runs some thousands of
 *  times a patient. */
export type Step = { place: number; op: 'not' | 'all' | 'any' | 'atLeast'; parts: readonly number[]; sum: Weighted };

const nothing: Weighted = { points: [], limit: 0 };
const none: readonly Test[] = [];

/** The steps that rest on these questions, directly or through other steps, in order. */
function restingOn(tests: readonly Test[], steps: readonly Step[]): readonly Step[] {
  const found = new Set(tests.map(({ place }) => place));
  return steps.filter(({ place, parts }) => {
    const rests = parts.some((part) => found.has(part));
    if (rests) found.add(place);
    return rests;
  });
}

/** What a step comes to, by the signs of the places before it. */
export function decided(signs: Uint8Array, { op, parts, sum }: Step): number {
  switch (op) {
    case 'all':
      return allOf(signs, parts);
    case 'any':
      return anyOf(signs, parts);
    case 'not':
      return notOf(signs[parts[0] ?? 0] ?? untouched);
    case 'atLeast':
      return reached(signs, parts, sum);
  }
}

/**
 * How all gates of a circuit are decided. A gate is given its place when it is made, after its parts, so that the steps in
 * the order in which they were made need no other order.
 */
export type Program = {
  /** The place of a new question to one fact. */
  ask: (fact: FactId, holds: Test['holds']) => number;
  /** The place of a new gate over those at `parts`. */
  add: (op: Step['op'], parts: readonly number[], sum?: Weighted) => number;
  steps: readonly Step[];
  /** The questions to one fact. */
  tests: (fact: FactId) => readonly Test[];
  /** The steps that rest on one fact, found when they are first asked for: only once everything has been added. */
  above: (fact: FactId) => readonly Step[];
  /** How many places were given. */
  size: () => number;
};

/** An empty program. */
export function prepareProgram(): Program {
  const steps: Step[] = [];
  const tests = new Map<FactId, readonly Test[]>();
  const above = new Map<FactId, readonly Step[]>();
  const testsOf = (fact: FactId): readonly Test[] => tests.get(fact) ?? none;
  let made = 0;
  return {
    ask: (fact, holds) => {
      tests.set(fact, [...testsOf(fact), { place: made, holds }]);
      return made++;
    },
    add: (op, parts, sum = nothing) => {
      steps.push({ place: made, op, parts, sum });
      return made++;
    },
    steps,
    tests: testsOf,
    above: (fact) => {
      const found = above.get(fact) ?? restingOn(testsOf(fact), steps);
      above.set(fact, found);
      return found;
    },
    size: () => made,
  };
}
