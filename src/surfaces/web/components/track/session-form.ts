// SPDX-License-Identifier: Apache-2.0
// A session's movements as fields of a form, and back. Which movements they were is kept; how much of each can be corrected.
import type { Entry } from '../../../../record/index.ts';

type Form = { readonly [field: string]: string };
type Movements = (Entry & { kind: 'exercise' })['movements'];
type Amount = keyof Omit<Movements[number], 'movement'>;
/** What can be said of one movement: its field, its words, and the highest number that can be true. */
export const amounts = [
  { field: 'sets', words: 'Rounds', most: 20 },
  { field: 'repetitions', words: 'Times in each', most: 200 },
  { field: 'seconds', words: 'Seconds held', most: 600 },
] as const satisfies readonly { field: Amount; words: string; most: number }[];
/** The name of a field: "sets-2" are the rounds of the third movement. */
export const amountField = (field: Amount, at: number): string => `${field}-${at}`;
/** The movements that a form holds, in their order. */
export const movementsIn = (form: Form): readonly string[] =>
  (form['movements'] ?? '').split('|').filter((movement) => movement !== '');

export const formOfMovements = (movements: Movements): Form =>
  movements.length === 0
    ? {}
    : {
        movements: movements.map(({ movement }) => movement).join('|'),
        ...Object.fromEntries(
          movements.flatMap((one, at) =>
            amounts.flatMap(({ field }) =>
              one[field] === undefined ? [] : [[amountField(field, at), String(one[field])] as const],
            ),
          ),
        ),
      };

/** The movements as they were typed, or the field that holds no number that can be true. An empty field was not said. */
export function readMovements(
  form: Form,
  number: (typed: string | undefined, from: number, to: number) => number | undefined,
): { ok: true; movements: Movements } | { ok: false; field: string; most: number } {
  const all: Movements[number][] = [];
  for (const [at, movement] of movementsIn(form).entries()) {
    const said: { [amount in Amount]?: number } = {};
    for (const { field, most } of amounts) {
      const typed = form[amountField(field, at)];
      const value = number(typed, 0, most);
      if (typed?.trim() && value === undefined) return { ok: false, field: amountField(field, at), most };
      if (value !== undefined) said[field] = value;
    }
    all.push({ movement, ...said });
  }
  return { ok: true, movements: all };
}
