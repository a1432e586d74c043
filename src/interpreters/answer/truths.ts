// SPDX-License-Identifier: Apache-2.0
import type { FactId, Patient, Truth } from '../../model/index.ts';
import { decided, prepareProgram, type Step, type Test } from './program.ts';
import { no, open, untouched, words, yes } from './signs.ts';

/**
 * The truths of all gates of a circuit, side by side, decided in one pass for each patient.
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
  /** Unknown, and so is everything below it: nothing that it asks for is known. */
  isUntouched: (place: number) => boolean;
  turnTo: (patient: Patient) => void;
  /** What `read` finds if the patient at hand had this value of this fact besides; afterwards they are as they were. Only
   *  what rests on that fact is decided anew. */
  supposing: (fact: FactId, value: boolean | string | number, read: () => void) => void;
  /** A number that changes with the patient. */
  turn: () => number;
};

/** No truths yet; each question and each gate made takes the next place. */
export function prepareTruths(): Truths {
  const program = prepareProgram();
  let signs = new Uint8Array(0);
  let turn = 0;
  /** A gate's place, when no patient has been decided without it. */
  const early = (place: number): number => {
    if (turn > 0) throw new Error('A gate was made after the first patient: it would not be decided for them.');
    return place;
  };
  const learn = (fact: FactId, value: boolean | string | number): void => {
    for (const { place, holds } of program.tests(fact)) signs[place] = holds(value) ? yes : no;
  };
  const decide = (steps: readonly Step[]): void => {
    for (const step of steps) signs[step.place] = decided(signs, step);
  };
  return {
    leaf: (fact, holds) => early(program.ask(fact, holds)),
    not: (part) => early(program.add('not', [part])),
    all: (parts) => early(program.add('all', parts)),
    any: (parts) => early(program.add('any', parts)),
    atLeast: (limit, parts) => {
      const [places, points] = [parts.map(({ place }) => place), parts.map((part) => part.points)];
      return early(program.add('atLeast', places, { points, limit }));
    },
    of: (place) => words[signs[place] ?? untouched] ?? 'unknown',
    isOpen: (place) => signs[place] === open || signs[place] === untouched,
    isUntouched: (place) => signs[place] === untouched,
    turnTo: (patient) => {
      turn += 1;
      if (signs.length < program.size()) signs = new Uint8Array(program.size());
      signs.fill(untouched);
      for (const fact of Object.keys(patient)) {
        const value = patient[fact];
        if (value !== undefined) learn(fact, value);
      }
      decide(program.steps);
    },
    supposing: (fact, value, read) => {
      const changing = [...program.tests(fact), ...program.above(fact)];
      const before = changing.map(({ place }) => signs[place] ?? untouched);
      learn(fact, value);
      decide(program.above(fact));
      turn += 1;
      read();
      changing.forEach(({ place }, i) => (signs[place] = before[i] ?? untouched));
      turn += 1;
    },
    turn: () => turn,
  };
}
