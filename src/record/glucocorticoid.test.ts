// SPDX-License-Identifier: Apache-2.0
// What a person has had of steroids, each limit on both sides. A stop is dangerous after more than 3 weeks above 4 mg a day.
import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import { glucocorticoidExposure } from './glucocorticoid.ts';
import type { Course, DoseSpan } from './treatment.ts';

const silent = (): void => {};
const from = '2026-01-05';
const span = (mg: number, begun: string, until?: string, more: Partial<DoseSpan> = {}): DoseSpan => ({
  intervention: 'prednisone',
  entry: begun,
  from: begun,
  dose: { value: mg, unit: 'mg' },
  frequency: { times: 1, per: 'day' },
  ...(until === undefined ? {} : { until }),
  ...more,
});
const course = (...spans: readonly DoseSpan[]): Course => {
  const until = spans.at(-1)?.until;
  return { intervention: 'prednisone', from: spans[0]?.from ?? from, spans, ...(until === undefined ? {} : { until }) };
};
const had = (courses: readonly Course[], asOf: string, infusions: Parameters<typeof glucocorticoidExposure>[1] = []) =>
  glucocorticoidExposure(courses, infusions, asOf, silent);

describe('an abrupt stop', () => {
  const stopped = (mg: number, days: number, daysAgo: number) =>
    had([course(span(mg, from, addDays(from, days)))], addDays(from, days + daysAgo)).abruptStop;
  it.each([
    { what: 'after 21 days', mg: 20, days: 21, daysAgo: 1, abrupt: false },
    { what: 'after 22 days', mg: 20, days: 22, daysAgo: 1, abrupt: true },
    { what: 'from 4 mg', mg: 4, days: 200, daysAgo: 1, abrupt: false },
    { what: 'from 4.5 mg', mg: 4.5, days: 200, daysAgo: 1, abrupt: true },
    { what: 'a year ago', mg: 20, days: 60, daysAgo: 365, abrupt: true },
    { what: 'more than a year ago', mg: 20, days: 60, daysAgo: 366, abrupt: false },
  ])('$what: $abrupt', ({ mg, days, daysAgo, abrupt }) => {
    const found = stopped(mg, days, daysAgo);
    expect(found?.afterDays).toBe(abrupt ? days : undefined);
  });
  it('is not one while a dose of another course goes on', () =>
    expect(
      had([course(span(20, from, '2026-03-02')), course(span(10, '2026-03-02'))], '2026-03-10').abruptStop,
    ).toBeUndefined());
});

describe('how long, and how much', () => {
  it('courses that meet are one stretch, and a day between them is a break', () => {
    const days = (again: string) =>
      had([course(span(20, from, '2026-02-02')), course(span(20, again))], '2026-03-02').daysWithoutBreak;
    expect(days('2026-02-02')).toBe(57);
    expect(days('2026-02-03')).toBe(28);
  });
  it('today counts', () => {
    const { daysWithoutBreak, cumulativeMg, now } = had([course(span(20, from))], from);
    expect({ daysWithoutBreak, cumulativeMg, now }).toEqual({ daysWithoutBreak: 1, cumulativeMg: 20, now: 20 });
  });
  it.each<{ what: string; more: Partial<DoseSpan>; mgPerDay: number }>([
    { what: 'twice a day', more: { frequency: { times: 2, per: 'day' } }, mgPerDay: 40 },
    { what: 'every other day', more: { frequency: { times: 1, per: 'day', every: 2 } }, mgPerDay: 10 },
    { what: 'methylprednisolone', more: { product: 'methylprednisolone' }, mgPerDay: 25 },
    { what: 'dexamethasone', more: { product: 'dexamethasone', dose: { value: 3, unit: 'mg' } }, mgPerDay: 20 },
    { what: 'in grams', more: { dose: { value: 0.02, unit: 'g' } }, mgPerDay: 20 },
  ])('20 mg $what is $mgPerDay mg of prednisone a day', ({ more, mgPerDay }) => {
    const { now, highest, cumulativeMg } = had([course(span(20, from, undefined, more))], addDays(from, 9));
    expect([now, highest?.mgPerDay, cumulativeMg]).toEqual([mgPerDay, mgPerDay, mgPerDay * 10]);
  });
  it('a drip of 1 g of methylprednisolone is 1250 mg of prednisone', () => {
    const drip = { id: 'd', on: from, kind: 'infusion', intervention: 'iv-methylprednisolone', dose: { value: 1, unit: 'g' } } as const; // prettier-ignore
    expect(had([], from, [drip]).cumulativeMg).toBe(1250);
  });
  it('a dose that cannot be read makes the sum unknown, never smaller', () => {
    const unread = span(20, '2026-01-15', undefined, { dose: { value: 2, unit: 'mL' } });
    const { cumulativeMg, now } = had([course(span(20, from, '2026-01-15'), unread)], '2026-01-20');
    expect([cumulativeMg, now]).toEqual([undefined, undefined]);
  });
  it('the days of the last year are 365, today among them', () => {
    expect(had([course(span(5, '2020-01-01'))], '2026-01-05').daysInLastYear).toBe(365);
    expect(had([course(span(5, '2020-01-01', '2025-01-07'))], '2026-01-05').daysInLastYear).toBe(1);
    expect(had([course(span(5, '2020-01-01', '2025-01-06'))], '2026-01-05').daysInLastYear).toBe(0);
  });
});
