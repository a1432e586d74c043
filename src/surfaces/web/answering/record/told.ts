// SPDX-License-Identifier: Apache-2.0
// What a page sends of one person's record, and what the record's acts start from.
import type { ExerciseLibrary, FactId, Guideline } from '../../../../model/index.ts';
import { derive, type Derived, type Entry } from '../../../../record/index.ts';

/** The whole record, the questions left open, and the person's own day. */
export type Told = { entries: readonly Entry[]; open: readonly FactId[]; today: string };

/** Who answered "I don't know" later took an earlier answer back: the fact is unknown. */
export const standingEntries = ({ entries, open }: Told): readonly Entry[] =>
  entries.filter((entry) => entry.kind !== 'fact' || !open.includes(entry.fact));
export const deriveTold = (guideline: Guideline, told: Told): Derived =>
  derive(guideline, standingEntries(told), told.today);

let library: Promise<ExerciseLibrary> | undefined;
/** The exercise library of this build, read once; a failed reading is tried again. */
export function exerciseLibrary(): Promise<ExerciseLibrary> {
  library ??= fetch('/data/exercise.json').then((answer) => {
    if (answer.ok) return answer.json();
    library = undefined;
    throw new Error('The exercise library could not be read. Check the connection, then load the page again.');
  });
  return library;
}
