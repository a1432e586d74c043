// SPDX-License-Identifier: Apache-2.0
import type { Schedule } from '../model/index.ts';
import { addDays, daysBetween, type Day } from '../record/index.ts';

/** A result so long before the start still counts as the test at the start, in days (our choice: as fresh as laboratory facts). */
const baselineFreshDays = 84;

/** The interval in force at a week of treatment, in days; undefined when the schedule has ended. */
export function intervalAt({ steps }: Schedule, week: number): number | undefined {
  const step = steps.find(({ untilWeek }) => untilWeek === undefined || week < untilWeek);
  return step && step.everyWeeks * 7;
}

/** When a test is due next, for a medicine begun on a day, given when it was last done. Undefined: nothing more is due. A day in the
 *  past means overdue. */
export function nextDue(schedule: Schedule, start: Day, last: Day | undefined): Day | undefined {
  if (last === undefined || daysBetween(last, start) > baselineFreshDays) {
    if (schedule.baseline) return start;
    const first = intervalAt(schedule, 0);
    return first === undefined ? undefined : addDays(start, first);
  }
  const from = last < start ? start : last;
  const interval = intervalAt(schedule, daysBetween(start, from) / 7);
  return interval === undefined ? undefined : addDays(from, interval);
}
