// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../authoring/index.ts';
import type { Patient } from '../model/index.ts';
import { coreSets } from './core-set.ts';
import { derive, type Entry, type Record } from './index.ts';
import { reviewsOf } from './response.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;
const at = (record: Record, asOf: string, facts: Patient = {}) => derive(guideline, record, asOf, { facts, on: asOf });
const medicine = (id: string, on: string, intervention: string, mg: number, per: 'day' | 'week'): Entry => ({
  id,
  on,
  kind: 'medicine',
  intervention,
  event: 'start',
  dose: { value: mg, unit: 'mg' },
  frequency: { times: 1, per },
});
const measure = (on: string, name: string, score: number): Entry => ({
  id: `${name} ${on}`,
  on,
  kind: 'measure',
  measure: name,
  score,
});
const enzyme = (on: string, value: number): Entry => ({
  id: `ck ${on}`,
  on,
  kind: 'laboratory',
  test: 'CK',
  value,
  unit: 'U/L',
  upperLimit: 200,
});
const visit = (on: string, phga: number, ptga: number, extramuscular: number, mmt: number, haq: number, ck: number) => [
  measure(on, 'physician-global-activity', phga),
  measure(on, 'patient-global-activity', ptga),
  measure(on, 'extramuscular-activity', extramuscular),
  measure(on, 'mmt8', mmt),
  measure(on, 'haq', haq),
  enzyme(on, ck),
];
/** The start on 5 January 2026: day 28 is 2 February, week 16 is 27 April. */
const begun: Record = [
  ...visit('2026-01-02', 6, 6, 4, 118, 1.5, 2800),
  medicine('p', '2026-01-05', 'prednisone', 60, 'day'),
  medicine('m', '2026-01-05', 'methotrexate', 15, 'week'),
];
const well: Record = [...begun, ...visit('2026-04-27', 2, 2, 1.5, 142, 0.5, 300)];

describe('the score of a child is read by the limits for children', () => {
  const little: Record = [...begun, ...visit('2026-04-27', 5, 5, 4, 126, 1.375, 1600)];
  it.each([
    { age: 16, response: 'none' },
    { age: 17, response: 'none' },
    { age: 18, response: 'minimal' },
    { age: undefined, response: 'minimal' },
  ])('the same small gain at age $age is "$response"', ({ age, response }) =>
    expect(at(little, '2026-04-27', age === undefined ? {} : { age }).patient['response']).toBe(response),
  );
});

describe('a review counts as the response so far for 92 days', () => {
  it.each([
    { days: 92, on: '2026-07-28', fresh: true },
    { days: 93, on: '2026-07-29', fresh: false },
    { days: 900, on: '2028-10-13', fresh: false },
  ])('after $days days it counts: $fresh', ({ on, fresh }) => {
    const { patient, stale, provenance } = at(well, on);
    expect({
      response: patient['response'] ?? stale['response']?.value,
      by: provenance['treatment-phase']?.how,
    }).toEqual({
      response: fresh ? 'major' : undefined,
      by: `From the treatments since 2026-01-05${fresh ? ' and the response (major) on 2026-04-27' : ''}.`,
    });
  });
  it('one that measured too little is not complained of for ever', () => {
    const few: Record = [...begun, measure('2026-04-27', 'physician-global-activity', 2)];
    const complaints = (on: string) => at(few, on).problems.filter(({ code }) => code === 'not-enough-measured').length;
    expect([complaints('2026-07-28'), complaints('2026-07-29')]).toEqual([1, 0]);
  });
});

describe('nothing is judged before the fourth week of a treatment', () => {
  it.each([
    { day: 4, on: '2026-01-09', reviews: 0 },
    { day: 27, on: '2026-02-01', reviews: 0 },
    { day: 28, on: '2026-02-02', reviews: 1 },
  ])('a visit on day $day gives $reviews reviews', ({ on, reviews }) => {
    const found = at([...begun, ...visit(on, 2, 2, 1.5, 142, 0.5, 300)], on);
    expect(found.reviews).toHaveLength(reviews);
    expect(found.patient['response']).toBe(reviews ? 'major' : undefined);
  });
});

describe('worse is said by the definition, also where the score cannot be told', () => {
  const followed = (...entries: Record) => at([...begun, ...entries], '2026-03-30').patient['response'];
  it('skin and organs clearly worse, and nothing else measured, is worse', () =>
    expect(followed(measure('2026-03-30', 'extramuscular-activity', 6.5))).toBe('worse'));
  it('the same skin and organs, and nothing else measured, is unknown', () =>
    expect(followed(measure('2026-03-30', 'extramuscular-activity', 4))).toBeUndefined());
  it('skin and organs worse while the whole clearly improved is the improvement', () =>
    expect(followed(...visit('2026-03-30', 2, 2, 6.5, 142, 0.5, 300))).toBe('major'));
});

describe('what comes after the day that is asked about does not count', () => {
  const regimen = {
    from: '2026-01-05',
    fullDoseSince: '2026-01-05',
    members: ['methotrexate', 'prednisone'],
    entries: ['p', 'm'],
  };
  it('a later visit is no review, neither the latest nor the one of week 16', () => {
    const reviews = (asOf: string) => reviewsOf(coreSets(well), regimen, asOf, 'adult').map(({ at: week }) => week);
    expect([reviews('2026-04-26'), reviews('2026-04-27')]).toEqual([[], [16, 'latest']]);
  });
  it('nor is it where the treatment is already known to have ended later', () => {
    const ended = { ...regimen, until: '2026-06-01' };
    expect(reviewsOf(coreSets(well), ended, '2026-04-26', 'adult')).toEqual([]);
  });
  it('a visit on or after the day the next treatment began is not a review of the one before', () => {
    const before = (until: string) => reviewsOf(coreSets(well), { ...regimen, until }, '2026-06-01', 'adult').length;
    expect([before('2026-04-27'), before('2026-04-28')]).toEqual([0, 2]);
  });
});
