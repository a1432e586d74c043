// SPDX-License-Identifier: Apache-2.0
import type { FactId, Patient, Truth } from '../../model/index.ts';

/** Truths as numbers: then strong Kleene AND is the least part, OR the greatest, and NOT the mirror image. */
const no = 0;
const open = 1;
const yes = 2;
const words: readonly Truth[] = ['false', 'unknown', 'true'];

type Test = { place: number; holds: (value: boolean | string | number) => boolean };
/** One step of the program; all steps have one shape, since this runs some thousands of times a patient. */
type Step = {
  place: number;
  op: 'not' | 'all' | 'any' | 'atLeast';
  parts: readonly number[];
  points: readonly number[];
  limit: number;
};

/**
 * The truths of all gates of a circuit, side by side, decided in one pass for each patient. A gate is given its place when it
 * is made, after its parts, so that the steps in the order in which they were made need no other order.
 */
export type Truths = {
  /** A question to one fact. Where that fact is absent the answer is unknown, whatever is asked. */
  leaf: (fact: FactId, holds: Test['holds']) => number;
  not: (part: number) => number;
  /** No part at all: true. */
  all: (parts: readonly number[]) => number;
  /** No part at all: false. */
  any: (parts: readonly number[]) => number;
  /** True when true parts reach the sum of points; false when even the unknown ones could not. Points are positive. */
  atLeast: (limit: number, parts: readonly { points: number; place: number }[]) => number;
  of: (place: number) => Truth;
  isOpen: (place: number) => boolean;
  turnTo: (patient: Patient) => void;
  /** A number that changes with the patient. */
  turn: () => number;
};

function least(truths: Uint8Array, parts: readonly number[]): number {
  let found: number = yes;
  for (const part of parts) {
    const truth = truths[part] ?? open;
    if (truth < found) found = truth;
    if (found === no) break;
  }
  return found;
}

function greatest(truths: Uint8Array, parts: readonly number[]): number {
  let found: number = no;
  for (const part of parts) {
    const truth = truths[part] ?? open;
    if (truth > found) found = truth;
    if (found === yes) break;
  }
  return found;
}

function reached(truths: Uint8Array, { parts, points, limit }: Step): number {
  let [sure, possible] = [0, 0];
  for (const [i, part] of parts.entries()) {
    const [truth, each] = [truths[part] ?? open, points[i] ?? 0];
    if (truth === yes) sure += each;
    if (truth !== no) possible += each;
  }
  return sure >= limit ? yes : possible >= limit ? open : no;
}

function decided(truths: Uint8Array, step: Step): number {
  switch (step.op) {
    case 'all':
      return least(truths, step.parts);
    case 'any':
      return greatest(truths, step.parts);
    case 'not':
      return yes - least(truths, step.parts);
    case 'atLeast':
      return reached(truths, step);
  }
}

/** No truths yet; each question and each step made takes the next place. */
export function prepareTruths(): Truths {
  let truths = new Uint8Array(0);
  let [made, turn] = [0, 0];
  const steps: Step[] = [];
  const tests = new Map<FactId, readonly Test[]>();
  const next = (): number => {
    if (turn > 0) throw new Error('A gate was made after the first patient: it would not be decided for them.');
    made += 1;
    return made - 1;
  };
  const step = (op: Step['op'], parts: readonly number[], points: readonly number[] = [], limit = 0): number => {
    const place = next();
    steps.push({ place, op, parts, points, limit });
    return place;
  };
  const look = (patient: Patient): void => {
    if (truths.length < made) truths = new Uint8Array(made);
    truths.fill(open);
    for (const fact of Object.keys(patient)) {
      const value = patient[fact];
      if (value === undefined) continue;
      for (const test of tests.get(fact) ?? []) truths[test.place] = test.holds(value) ? yes : no;
    }
  };
  return {
    leaf: (fact, holds) => {
      const place = next();
      tests.set(fact, [...(tests.get(fact) ?? []), { place, holds }]);
      return place;
    },
    not: (part) => step('not', [part]),
    all: (parts) => step('all', parts),
    any: (parts) => step('any', parts),
    atLeast: (limit, parts) =>
      step(
        'atLeast',
        parts.map(({ place }) => place),
        parts.map(({ points }) => points),
        limit,
      ),
    of: (place) => words[truths[place] ?? open] ?? 'unknown',
    isOpen: (place) => truths[place] === open,
    turnTo: (patient) => {
      turn += 1;
      look(patient);
      for (const each of steps) truths[each.place] = decided(truths, each);
    },
    turn: () => turn,
  };
}
