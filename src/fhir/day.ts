// SPDX-License-Identifier: Apache-2.0
import { addDays, addMonths, isDay, type Day } from '../record/index.ts';

/** The days a FHIR date, dateTime or instant may mean: a year alone is all its days. The day is the one written, in its own zone. */
export type Span = { first: Day; last: Day };

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/;

/** Reads a FHIR date; absent when it is no day of the calendar. */
export function span(written: string | undefined): Span | undefined {
  const [, year, month, date] = form.exec(written ?? '') ?? [];
  const first = `${year}-${month ?? '01'}-${date ?? '01'}`;
  if (year === undefined || !isDay(first)) return undefined;
  if (date !== undefined) return { first, last: first };
  return { first, last: addDays(addMonths(first, month === undefined ? 12 : 1), -1) };
}
