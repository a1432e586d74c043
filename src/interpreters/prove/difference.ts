// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, Patient, RuleId, Status, Truth } from '../../model/index.ts';

/** One thing that an author changed. */
export type Change = { what: 'rule' | 'definition'; id: string; how: 'added' | 'removed' | 'changed' };
/** Advice that differs between two editions, with a smallest patient who sees it. `absent`: that edition does not have it. */
export type Difference = { patient: Patient } & (
  | {
      about: 'status';
      intervention: InterventionId;
      was: Status | 'absent';
      is: Status | 'absent';
      /** What did it: each of these alone, or all of them together. */
      causes: readonly Change[];
    }
  | { about: 'words' | 'caution' | 'red flag'; rule: RuleId; was: Truth | 'absent'; is: Truth | 'absent' }
);
/** Two editions over one vocabulary. */
export type Editions = { old: Guideline; now: Guideline };
/** A question to both editions: who differs, as a formula and as ANSWER sees it, and what to tell of that patient. */
export type Question = {
  asserted: string;
  shows: (patient: Patient) => boolean;
  tell: (patient: Patient) => Difference;
};
