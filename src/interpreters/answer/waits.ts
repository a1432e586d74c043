// SPDX-License-Identifier: Apache-2.0
import type { FactId } from '../../model/index.ts';
import type { Truths } from './truths.ts';

/** What unknown gates wait for: unknown leaves below unknown nodes, since nothing else can change their truth. */
export type Waits = {
  /** The gate at this place asks for one fact. */
  forFact: (place: number, fact: FactId) => void;
  /** The gate at this place rests on the gates at those. */
  forParts: (place: number, parts: readonly number[]) => void;
  /** The facts that the gates at these places wait for, each once, in the order in which they are met. */
  missing: (places: readonly number[]) => readonly FactId[];
};

const none: readonly number[] = [];

/** What waits for what, filled while a circuit is made. A gate or fact is looked at once a list, however many ask for it:
 *  the number of the list that saw it last is kept beside it. */
export function prepareWaits({ isOpen }: Pick<Truths, 'isOpen'>): Waits {
  const below: (readonly number[])[] = [];
  const asks: (number | undefined)[] = [];
  const facts: FactId[] = [];
  const numbers = new Map<FactId, number>();
  const [seen, noted]: [number[], number[]] = [[], []];
  let list = 0;
  const note = (fact: number, into: FactId[]): void => {
    if (noted[fact] === list) return;
    noted[fact] = list;
    into.push(facts[fact] ?? '');
  };
  const gather = (place: number, into: FactId[]): void => {
    if (seen[place] === list || !isOpen(place)) return;
    seen[place] = list;
    const fact = asks[place];
    if (fact === undefined) for (const part of below[place] ?? none) gather(part, into);
    else note(fact, into);
  };
  return {
    forFact: (place, fact) => {
      const number = numbers.get(fact) ?? facts.push(fact) - 1;
      numbers.set(fact, number);
      [asks[place], below[place], seen[place], noted[number]] = [number, none, 0, 0];
    },
    forParts: (place, parts) => {
      [asks[place], below[place], seen[place]] = [undefined, parts, 0];
    },
    missing: (places) => {
      const found: FactId[] = [];
      list += 1;
      for (const place of places) gather(place, found);
      return found;
    },
  };
}
