// SPDX-License-Identifier: Apache-2.0
import type { EntryId } from './record.ts';

/** Something in a record that needs a person's eye. Nothing is left out silently: what an entry does not count for is said here. */
export type RecordProblem = {
  code:
    | 'impossible-date'
    | 'duplicate-entry'
    | 'unknown-entry'
    | 'unknown-name'
    | 'wrong-value'
    | 'overlapping-doses'
    | 'missing-start'
    | 'unit-mix-up'
    | 'daily-methotrexate'
    | 'missing-limit'
    | 'missing-dose'
    | 'conflict'
    | 'not-enough-measured'
    | 'no-course'
    | 'time-travel';
  /** `urgent`: could harm; shown before everything else. `error`: the entry does not count. `warning`: it counts, and should be looked at. */
  severity: 'urgent' | 'error' | 'warning';
  message: string;
  /** The entries it is about, the first one first. */
  entries: readonly EntryId[];
};
export type Report = (
  code: RecordProblem['code'],
  severity: RecordProblem['severity'],
  message: string,
  ...entries: readonly EntryId[]
) => void;

/** Gathers problems in the order in which they are found. */
export function problemList(): { problems: RecordProblem[]; report: Report } {
  const problems: RecordProblem[] = [];
  return {
    problems,
    report: (code, severity, message, ...entries) => problems.push({ code, severity, message, entries }),
  };
}
