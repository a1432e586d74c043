// SPDX-License-Identifier: Apache-2.0
import { DateTime, Duration } from 'luxon';
import type { Day } from '../record/index.ts';

/** The days a FHIR date, dateTime or instant may mean: a year alone is all its days. The day is the one written, in its own zone. */
export type Span = { first: Day; last: Day };

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/;
const day = (date: DateTime): Day => date.toFormat('yyyy-MM-dd');

/** Reads a FHIR date; absent when it is no day of the calendar. */
export function span(written: string | undefined): Span | undefined {
  const parts = form.exec(written ?? '');
  if (!parts) return undefined;
  const [year, month, date] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const first = DateTime.utc(year ?? 0, month ?? 1, date ?? 1);
  if (!first.isValid) return undefined;
  const last = date !== undefined ? first : first.endOf(month !== undefined ? 'month' : 'year');
  return { first: day(first), last: day(last) };
}

/** Whether a text is one whole day of the calendar. */
export const isDay = (written: unknown): written is Day =>
  typeof written === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(written) && span(written) !== undefined;

const at = (on: Day): DateTime => DateTime.fromISO(on, { zone: 'utc' });

/** Whether something of that day is no older than an ISO 8601 duration, seen from another day. */
export const isFresh = (on: Day, within: string, asOf: Day): boolean =>
  at(on).plus(Duration.fromISO(within)) >= at(asOf);

/** Whole years or months from one day to a later one. */
export const whole = (unit: 'years' | 'months', from: Day, to: Day): number =>
  Math.floor(at(to).diff(at(from), unit).as(unit));

/** The day so many days later. */
export const later = (on: Day, days: number): Day =>
  day(at(on).plus({ days: Math.min(Math.max(days, -40000), 40000) }));
