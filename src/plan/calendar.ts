// SPDX-License-Identifier: Apache-2.0
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { addDays, dayNumber, type Day } from '../record/index.ts';
import { inOrder, type PlanItem } from './item.ts';

/** The moment of a local time in a zone. A time that a clock change skips is moved on by the change, as clocks are. */
function moment(on: Day, at: string, zone: string): DateTime {
  return DateTime.fromISO(`${on}T${at}`, { zone });
}
/** A day as a calendar writes it, without a time and without a zone. */
const wholeDay = (on: Day): DateTime => DateTime.fromISO(on, { zone: 'utc' });

const description = ({ lines, overdueDays }: PlanItem): string =>
  [...(overdueDays === undefined ? [] : [`Overdue by ${overdueDays} days.`]), ...lines.map(({ text }) => text)].join(
    '\n',
  );

/** Whether this is a time zone that can be used, such as Europe/London. */
export const isZone = (zone: string): boolean => DateTime.fromISO('2026-01-01', { zone }).isValid;

/** The plan as iCalendar (RFC 5545). Each item keeps its UID, so that importing a newer plan updates the older; `asOf` is the stamp and the
 *  sequence, so the same plan gives the same bytes. Things with a time are written as moments, right across clock changes; the others are
 *  whole days. The zone must be a real one. */
export function toICalendar(items: readonly PlanItem[], { asOf, zone }: { asOf: Day; zone: string }): string {
  const calendar = ical({
    name: 'Heliotrope plan',
    prodId: { company: 'Heliotrope', product: 'plan', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of inOrder(items)) {
    const start = item.at === undefined ? wholeDay(item.on) : moment(item.on, item.at, zone).toUTC();
    const end = item.at === undefined ? wholeDay(addDays(item.on, 1)) : start.plus({ minutes: item.minutes ?? 60 });
    calendar.createEvent({
      id: `${item.id}@heliotrope.invalid`,
      start,
      end,
      allDay: item.at === undefined,
      stamp: wholeDay(asOf),
      sequence: dayNumber(asOf),
      summary: item.title,
      description: description(item),
    });
  }
  return calendar.toString();
}
