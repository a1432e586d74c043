// SPDX-License-Identifier: Apache-2.0
// Coming down from steroids: each published scheme step by step, and each limit of the checks on both sides.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../authoring/index.ts';
import type { Guideline, Patient } from '../model/index.ts';
import { derive, type Derived, type Entry } from '../record/index.ts';
import { checkTaper, taperSchemes, type TaperStep } from './index.ts';
import { publishedPlan, taperPlan } from './taper-plan.ts';

const scheme = (id: string) => {
  const found = taperSchemes.find((one) => one.id === id);
  if (!found) throw new Error(`There is no scheme ${id}.`);
  return found;
};

describe('a published scheme, step by step', () => {
  const start = { mgPerDay: 60, weightKg: 30, from: '2026-01-31' };
  it.each<{ id: string; steps: readonly (readonly [day: string, mg: number])[] }>([
    {
      id: 'australian-6-weeks',
      steps: [['2026-01-31', 60], ['2026-03-14', 55], ['2026-03-28', 50], ['2026-04-11', 45], ['2026-04-25', 40], ['2026-05-09', 35], ['2026-05-23', 30], ['2026-06-06', 25]], // prettier-ignore
    },
    {
      id: 'german-austrian-children',
      steps: [['2026-01-31', 60], ['2026-03-31', 30], ['2026-05-31', 15], ['2026-07-31', 7.5], ['2027-01-31', 0]], // prettier-ignore
    },
    {
      id: 'printo-children',
      steps: [['2026-01-31', 60], ['2026-03-31', 30], ['2026-07-31', 6], ['2028-01-31', 0]], // prettier-ignore
    },
  ])('$id', ({ id, steps }) =>
    expect(
      scheme(id)
        .steps(start)
        ?.map(({ from, mgPerDay }) => [from, mgPerDay]),
    ).toEqual(steps),
  );
  it('by body weight is none without the weight', () =>
    expect(scheme('printo-children').steps({ mgPerDay: 60, from: '2026-01-31' })).toBeUndefined());
});

describe('each limit of the checks, on both sides', () => {
  const from = '2026-01-05';
  const stop = (mgPerDay: number, to: string): readonly TaperStep[] => [
    { from, mgPerDay },
    { from: to, mgPerDay: 0 },
  ];
  const fall = (mgPerDay: number): readonly TaperStep[] => [
    { from, mgPerDay: 40 },
    { from: '2026-02-02', mgPerDay },
  ];
  it.each<{ what: string; steps: readonly TaperStep[]; says: RegExp | undefined }>([
    { what: 'a stop after 21 days', steps: stop(20, '2026-01-26'), says: undefined },
    { what: 'a stop after 22 days', steps: stop(20, '2026-01-27'), says: /never stopped at once/ },
    { what: 'a stop from 4 mg after months', steps: stop(4, '2026-06-01'), says: undefined },
    { what: 'a stop from 5 mg after months', steps: stop(5, '2026-06-01'), says: /never stopped at once/ },
    { what: 'a fall to half', steps: fall(20), says: undefined },
    { what: 'a fall to less than half', steps: fall(19), says: /more than half/ },
    { what: 'the same dose said again', steps: fall(40), says: undefined },
    { what: '2000 mg a day', steps: [{ from, mgPerDay: 2000 }], says: undefined },
    { what: '2001 mg a day', steps: [{ from, mgPerDay: 2001 }], says: /no dose from 0 to 2000 mg/ },
    { what: 'less than nothing', steps: [{ from, mgPerDay: -1 }], says: /no dose from 0 to 2000 mg/ },
    { what: 'no number', steps: [{ from, mgPerDay: Number.NaN }], says: /no dose from 0 to 2000 mg/ },
  ])('$what', ({ steps, says }) => {
    const found = checkTaper(steps, 0).map(({ message }) => message);
    expect(found).toEqual(says ? [expect.stringMatching(says)] : []);
  });
});

describe('a plan from the record', () => {
  let guideline: Guideline;
  beforeAll(() => {
    const { loaded, shown } = loadGuideline('guideline');
    if (!loaded) throw new Error(shown());
    guideline = loaded.guideline;
  });
  type Steps = Extract<Entry, { kind: 'taper' }>['steps'];
  const at = (entries: readonly Entry[], facts: Patient = {}): Derived =>
    derive(guideline, entries, '2026-02-02', { facts, on: '2026-02-02' });
  const plan = (steps: Steps, facts: Patient = {}, entries: readonly Entry[] = []) => {
    const taper: Entry = { id: 't', on: '2026-02-02', kind: 'taper', intervention: 'prednisone', steps };
    const found = taperPlan(guideline, at([...entries, taper], facts), '2026-12-31', undefined);
    if (!found || 'problem' in found) throw new Error(found?.problem ?? 'There is no plan.');
    return found;
  };
  const mg = (value: number) => ({ value, unit: 'mg' });

  it.each<{ what: string; step: Omit<Steps[number], 'from'>; mgPerDay: number }>([
    { what: 'a dose without a rhythm is a day’s', step: { dose: mg(20) }, mgPerDay: 20 },
    { what: 'twice a day', step: { dose: mg(10), frequency: { times: 2, per: 'day' } }, mgPerDay: 20 },
    { what: 'every other day', step: { dose: mg(20), frequency: { times: 1, per: 'day', every: 2 } }, mgPerDay: 10 },
    { what: 'in grams', step: { dose: { value: 0.02, unit: 'g' } }, mgPerDay: 20 },
  ])('$what', ({ step, mgPerDay }) =>
    expect(plan([{ from: '2026-02-02', ...step }]).steps).toEqual([{ from: '2026-02-02', mgPerDay }]),
  );
  it('a dose in a unit that is no mass is named and not laid out', () => {
    const found = plan([{ from: '2026-02-02', dose: { value: 20, unit: 'mL' } }]);
    expect(found.days).toEqual([]);
    expect(found.problems.map(({ severity }) => severity)).toEqual(['error']);
  });
  it('a start that was recorded after the first step takes no days away', () => {
    const begun: Entry = { id: 'p', on: '2026-01-26', kind: 'medicine', intervention: 'prednisone', event: 'start', dose: mg(20), frequency: { times: 1, per: 'day' } }; // prettier-ignore
    const steps = [{ from: '2026-01-05', dose: mg(20) }, { from: '2026-02-05', dose: mg(0) }]; // prettier-ignore
    expect(
      plan(steps, {}, [begun])
        .problems.map(({ message }) => message)
        .join(' '),
    ).toMatch(/never stopped at once/);
  });
  it('what its highest dose calls for is said, and what is not known counts as called for perhaps', () => {
    const facts = {
      'diagnosis-status': 'confirmed',
      'glucocorticoid-weeks': 3,
      'allergy-sulfonamide-antibiotic': false,
    };
    const called = (dose: number, known: Patient) =>
      new Map(plan([{ from: '2026-02-02', dose: mg(dose) }], known).calledFor.map((one) => [one.intervention, one.certain])); // prettier-ignore
    expect(called(15, facts).get('pjp-prophylaxis')).toBe(true);
    expect(called(14, facts).get('pjp-prophylaxis')).not.toBe(true);
    expect(called(15, {}).get('pjp-prophylaxis')).toBe(false);
  });
  it.each([
    { id: 'review-2018', age: 18, fits: true },
    { id: 'review-2018', age: 17, fits: false },
    { id: 'german-austrian-children', age: 17, fits: true },
    { id: 'german-austrian-children', age: 18, fits: false },
  ])('$id at the age of $age: $fits', ({ id, age, fits }) => {
    const found = publishedPlan(scheme(id), at([], { age, 'prednisone-mg-per-day': 60 }));
    expect('problem' in found).toBe(!fits);
  });
});
