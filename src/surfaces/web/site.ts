// SPDX-License-Identifier: Apache-2.0
import type { VNode } from 'preact';
import type { ProofReport } from '../../interpreters/prove/report.ts';
import type { ExerciseLibrary, Guideline, Library } from '../../model/index.ts';
import type { Disagreement } from '../../authoring/disagreements.ts';
import type { Hazard } from '../../authoring/hazards.ts';
import type { Trial } from '../../authoring/trials.ts';

/** What the pages are made from: read once by the build, never by a page. */
export type Content = {
  guideline: Guideline;
  exercise: ExerciseLibrary;
  trials: readonly Trial[];
  disagreements: readonly Disagreement[];
  library: Library;
  hazards: readonly Hazard[];
  /** At which grade of school each article and its key takeaways are read. */
  grades: readonly { article: number; takeaways: number }[];
  changes: string;
  /** Manuals, by the name of their file, as markup. */
  documents: { readonly [name: string]: string };
  /** What was proved of this very guideline, and on which day. */
  proofs?: { on: string; report: ProofReport };
};
/** One page of the site: where it is, what it is called, and what it says before any script runs. */
export type Page = {
  path: string;
  title: string;
  description: string;
  section?: Section;
  island?: string;
  body: VNode;
};
export type Section = 'path' | 'treatments' | 'exercise' | 'track' | 'library' | 'ask';
