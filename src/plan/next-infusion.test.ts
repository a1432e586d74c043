// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Derived } from '../record/index.ts';
import { ivigCycle, rituximabCourse } from './infusion.ts';
import { nextIvig } from './next-infusion.ts';

const safe: Derived['patient'] = {
  'taking-ivig': true,
  'body-weight': 70,
  age: 40,
  egfr: 90,
  'past-blood-clot': false,
  'cardiovascular-disease-or-high-risk': false,
  diabetes: false,
  'also-takes-oestrogen': false,
  'acute-kidney-risk': false,
};
const minutes = (patient: Derived['patient']): number => {
  const entries: Derived['entries'] = [
    { id: 'one', kind: 'infusion', intervention: 'ivig', on: '2026-01-05', dose: { value: 70, unit: 'g' } },
  ];
  const { infusions } = nextIvig({ entries, patient, asOf: '2026-01-20' });
  return infusions[0]?.days[0]?.minutes ?? Number.NaN;
};
it('a drip runs slower for who is at risk of clots', () =>
  expect(minutes({ ...safe, 'past-blood-clot': true })).toBeGreaterThan(minutes(safe)));
it.each(['past-blood-clot', 'diabetes', 'age', 'egfr'])('not to know %s is not to be safe: it runs slower', (fact) => {
  const { [fact]: _unknown, ...patient } = safe;
  expect(minutes(patient)).toBeGreaterThan(minutes(safe));
});
it.each<[string, number, boolean]>([
  ['age', 65, false],
  ['age', 66, true],
  ['egfr', 60, false],
  ['egfr', 59, true],
])('%s %d: slower %s', (fact, value, slower) =>
  expect(minutes({ ...safe, [fact]: value }) > minutes(safe)).toBe(slower),
);
it.each(['past-blood-clot', 'cardiovascular-disease-or-high-risk', 'diabetes', 'also-takes-oestrogen', 'acute-kidney-risk'])(
  '%s makes it slower',
  (risk) => expect(minutes({ ...safe, [risk]: true })).toBeGreaterThan(minutes(safe)),
); // prettier-ignore

describe('the next course', () => {
  const given = (...days: readonly string[]): Derived['entries'] =>
    days.map((on) => ({ id: on, kind: 'infusion', intervention: 'ivig', on, dose: { value: 70, unit: 'g' } }));
  const next = (entries: Derived['entries'], asOf = '2026-02-10', patient = safe) =>
    nextIvig({ entries, patient, asOf });
  it.each([
    {
      what: 'days a week apart belong to one course',
      days: ['2026-02-02', '2026-02-09'],
      cycle: 2,
      from: '2026-03-02',
    },
    { what: 'days further apart are two', days: ['2026-02-01', '2026-02-09'], cycle: 3, from: '2026-03-09' },
  ])('$what', ({ days, cycle, from }) => {
    const found = next(given(...days));
    expect([found.cycle, found.infusions[0]?.days[0]?.on]).toEqual([cycle, from]);
  });
  it.each<{ what: string; entries: Derived['entries']; patient: Derived['patient'] }>([
    { what: 'it is no longer taken', entries: given('2026-01-05'), patient: { ...safe, 'taking-ivig': false } },
    { what: 'it was never given', entries: [], patient: safe },
  ])('is none when $what', ({ entries, patient }) =>
    expect(next(entries, '2026-01-20', patient)).toEqual({ infusions: [], notes: [], cycle: 0, late: 0 }),
  );
  it('is not worked out without the weight, and says so', () => {
    const { 'body-weight': _unknown, ...patient } = safe;
    const found = next(given('2026-01-05'), '2026-01-20', patient);
    expect([found.infusions, found.notes[0]?.text]).toEqual([[], expect.stringMatching(/body weight is not known/)]);
  });
  it('on the day it is due is not late, and a day after it is', () => {
    expect(next(given('2026-01-05'), '2026-02-02').late).toBe(0);
    expect(next(given('2026-01-05'), '2026-02-03').late).toBe(1);
  });
});

it.each([
  [19.9, false],
  [20, true],
  [250, true],
  [250.1, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('for a weight of %d kg immunoglobulin is worked out: %s', (weightKg, worked) =>
  expect(ivigCycle({ weightKg, days: 2, from: '2026-02-16', atRisk: false }).ok).toBe(worked),
);

describe('rituximab by body surface', () => {
  const course = (surface: number) => rituximabCourse('375-mg-per-m2-weekly-four', { from: '2026-02-16', surface, firstEver: true }); // prettier-ignore
  it.each([0.4, 3.1, Number.NaN])('a surface of %d m² is refused', (surface) =>
    expect(course(surface)).toMatchObject({ ok: false }),
  );
  it('of 1.8 m² is 675 mg a week, four times, and the arithmetic says so', () => {
    const found = course(1.8);
    if (!found.ok) throw new Error(found.problem);
    expect(found.infusion.days.map(({ on, amount }) => [on, amount])).toEqual(
      ['2026-02-16', '2026-02-23', '2026-03-02', '2026-03-09'].map((on) => [on, 675]),
    );
    expect(found.infusion.arithmetic.map(({ text }) => text)).toEqual([
      '1.8 m² × 375 mg/m² = 675 mg a drip.',
      '675 mg × 4 drips, 7 days apart = 2700 mg in all.',
      expect.stringContaining('at most 400'),
    ]);
  });
  it('no step of a first or a later drip is above 400 mg an hour', () => {
    const found = course(3);
    if (!found.ok) throw new Error(found.problem);
    for (const { steps } of found.infusion.days) expect(Math.max(...steps.map(({ mLPerHour }) => mLPerHour))).toBe(400);
    expect(found.infusion.days.map(({ steps }) => steps[0]?.mLPerHour)).toEqual([50, 100, 100, 100]);
  });
});
