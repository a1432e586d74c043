// SPDX-License-Identifier: Apache-2.0
// What a page can ask of the worker: each act is a function of the guideline and what the page sends.
import type { FactId, Patient } from '../../../model/index.ts';
import type { Entry } from '../../../record/index.ts';
import { readFile } from '../open-file.ts';
import { comparison } from './compare.ts';
import { counting } from './counting.ts';
import { forYou } from './for-you.ts';
import { changes, tryables, tryChange } from './changes.ts';
import { guidanceView } from './guidance.ts';
import { interview, type Prepared } from './interview.ts';
import { recordActs } from './record/acts.ts';
import type { Told } from './record/told.ts';
import { readTyped, sheet } from './sheet.ts';

export const acts = {
  interview: (prepared: Prepared, patient: Patient, open: readonly FactId[], changing: readonly FactId[]) =>
    interview(prepared, patient, new Set(open), changing),
  guidance: (prepared: Prepared, patient: Patient) => guidanceView(prepared, patient),
  counting: (prepared: Prepared, told: Told) => counting(prepared, told),
  forYou: (prepared: Prepared, patient: Patient, id: string) => forYou(prepared, patient, id),
  comparison: (prepared: Prepared, patient: Patient, ids: readonly string[]) => comparison(prepared, patient, ids),
  changes: (prepared: Prepared, patient: Patient) => changes(prepared, patient),
  tryables: (prepared: Prepared, patient: Patient) => tryables(prepared, patient),
  tryChange: (prepared: Prepared, patient: Patient, fact: FactId, value: boolean | string | number) =>
    tryChange(prepared, patient, fact, value),
  sheet: (prepared: Prepared, patient: Patient) => sheet(prepared, patient),
  readTyped: (prepared: Prepared, id: string, typed: string) => readTyped(prepared, id, typed),
  readFile: ({ guideline }: Prepared, text: string, name: string, today: string) =>
    readFile(guideline, text, name, today),
  ...recordActs,
};
export type Acts = typeof acts;
export type ActName = keyof Acts;
export type Sent = {
  n: number;
  act: ActName;
  args: readonly unknown[];
  /** What was tracked, and the person's own day: facts are worked out from it before an act is asked. */
  record: readonly Entry[];
  today: string;
};
export type Answered = { n: number; found: unknown } | { n: number; failed: string };

/** Acts whose first argument is what is known of the person. */
export const aboutAPerson: ReadonlySet<ActName> = new Set([
  'interview',
  'guidance',
  'comparison',
  'forYou',
  'changes',
  'tryables',
  'tryChange',
]);
