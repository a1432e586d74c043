// SPDX-License-Identifier: Apache-2.0
import { DateTime, Duration } from 'luxon';
import type { Day } from './record.ts';

const perDay = 86_400_000;
const written = /^\d{4}-\d{2}-\d{2}$/;
/** The language is said, though nothing here is written in words: asking the system for its own takes longer than a whole record. */
const at = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc', locale: 'en' });

/** The day of a number of days since 1970-01-01. */
const dayOf = (number: number): Day => new Date(number * perDay).toISOString().slice(0, 10);
const longMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Whether this is a day of the calendar, written as 2026-11-23 (Gregorian, also for years before it). Reckoned without a Date: it is
 *  asked of every day of a record. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !written.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leaps = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date >= 1 && date <= (longMonths[month - 1] ?? 0) + (leaps ? 1 : 0);
}
/** Days since 1970-01-01; the fast way to compare and subtract days. Needs a real day. */
export const dayNumber = (day: Day): number => Date.parse(day) / perDay;
/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
/** Whole weeks from one day to a later one, rounded down. */
export const weeksBetween = (from: Day, to: Day): number => Math.floor(daysBetween(from, to) / 7);
/** Answers kept of each reckoning below; the calendar gives the same ones again and again. */
const mostKept = 5000;
/** The same function of two texts, which looks up what it has reckoned before. */
function kept<T>(reckon: (a: string, b: string) => T): (a: string, b: string) => T {
  const known = new Map<string, T>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostKept) known.clear();
    const found = reckon(a, b);
    known.set(key, found);
    return found;
  };
}
/** A day written out for people: "19 February 2026". Needs a real day. */
export const dayInWords = (day: Day): string => at(day).toFormat('d LLLL yyyy');
/** Whole calendar months from one day to a later one, rounded down: 31 January to 28 February is none. */
export const monthsBetween: (from: Day, to: Day) => number = kept((from, to) =>
  Math.floor(at(to).diff(at(from), 'months').months),
);
/** Whole calendar years from one day to a later one, rounded down. */
export const yearsBetween: (from: Day, to: Day) => number = kept((from, to) =>
  Math.floor(at(to).diff(at(from), 'years').years),
);
/** The day so many days later. Days are counted without hours, so no clock change can move them. */
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);
/** The day so many calendar months later; the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => at(day).plus({ months }).toISODate() ?? day;
/** The last day on which something of this day still counts, for an ISO 8601 duration such as P3M. */
export const freshUntil: (day: Day, freshFor: string) => Day = kept(
  (day, freshFor) => at(day).plus(Duration.fromISO(freshFor)).toISODate() ?? day,
);
