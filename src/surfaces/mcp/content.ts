// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../authoring/index.ts';
import type { ExerciseLibrary, Guideline, Library } from '../../model/index.ts';

/** What the tools and resources are made from. `today` is the day of the clock where the program runs, as 2026-11-24. */
export type McpContent = {
  guideline: Guideline;
  library: Library;
  exercise?: ExerciseLibrary | undefined;
  trials: readonly Trial[];
  today: () => string;
};

/** Stands below every result. */
export const note = 'Discuss this with your clinician before anything is started, changed or stopped.';
/** The lines that close every text: what it is, and whom to talk to. */
export const closing = ({ guideline }: Pick<McpContent, 'guideline'>): string =>
  `${note} ${guideline.disclaimer} (Guideline ${guideline.version})`;
