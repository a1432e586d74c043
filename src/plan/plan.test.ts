// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, loadGuideline, readFile, readPatient } from '../authoring/index.ts';
import type { ExerciseLibrary, Guideline, Patient } from '../model/index.ts';
import { addDays, daysBetween, derive, type Derived, type Entry, type Record } from '../record/index.ts';
import {
  checkTaper,
  exerciseWeek,
  ivigCycle,
  layOutTaper,
  planFor,
  rituximabCourse,
  tabletsFor,
  taperSchemes,
  toICalendar,
  type PlanItem,
  type TaperStep,
} from './index.ts';
import { rateSteps, splitGrams } from './infusion.ts';
import { nextDue } from './schedule.ts';

let guideline: Guideline;
let library: ExerciseLibrary;
beforeAll(() => {
  const { loaded } = loadGuideline('guideline');
  if (!loaded) throw new Error('The guideline has problems.');
  guideline = loaded.guideline;
  const found = loadExercise('guideline', guideline).library;
  if (!found) throw new Error('The exercise library has problems.');
  library = found;
});

/** Everything that could forbid exercise is known and absent. */
const safe: Patient = {
  age: 36,
  'muscle-weakness': 'mild',
  'chest-pain-palpitations-or-fainting': false,
  'troponin-raised': false,
  'heart-failure': false,
  'cardiovascular-disease-or-high-risk': false,
  myocarditis: 'none',
  'interstitial-lung-disease': 'none',
  osteoporosis: false,
  'prior-fragility-fracture': false,
  'fracture-risk': 'low',
  'prednisone-mg-per-day': 0,
  dysphagia: false,
  'choking-or-aspiration': false,
  'skin-ulceration': false,
  calcinosis: false,
  fever: false,
  'active-serious-infection': false,
  pregnant: false,
  bedbound: false,
  'rapidly-worsening-weakness': false,
  breathlessness: 'none',
  'thrombosis-signs': false,
  'adrenal-crisis-signs': false,
  'seizure-or-confusion': false,
  'orthopnoea-or-weak-cough': false,
  'uncontrolled-hypertension': false,
};
const at = (record: Record, asOf: string, facts: Patient = {}): Derived =>
  derive(guideline, record, asOf, { facts, on: asOf });
const start = (id: string, on: string, intervention: string, mg = 15, per: 'day' | 'week' = 'week'): Entry => ({
  id,
  on,
  kind: 'medicine',
  intervention,
  event: 'start',
  dose: { value: mg, unit: 'mg' },
  frequency: { times: 1, per },
});
const bloods = (on: string): Record =>
  ['haemoglobin', 'creatinine', 'alt', 'albumin', 'creatine-kinase'].map((test) => ({
    id: `${test}${on}`,
    on,
    kind: 'laboratory',
    test,
    value: 40,
    unit: 'U/L',
    upperLimit: 50,
  }));
const of = (items: readonly PlanItem[], kind: PlanItem['kind']) => items.filter((item) => item.kind === kind);

describe('when a test is due next', () => {
  const schedule = {
    baseline: true,
    steps: [{ everyWeeks: 2, untilWeek: 6 }, { everyWeeks: 4, untilWeek: 18 }, { everyWeeks: 12 }],
  };
  it.each([
    { last: undefined, due: '2026-01-05' },
    { last: '2025-10-01', due: '2026-01-05' }, // too old to count as the test at the start
    { last: '2025-12-20', due: '2026-01-19' },
    { last: '2026-01-05', due: '2026-01-19' },
    { last: '2026-02-09', due: '2026-02-23' }, // week 5: still every two weeks
    { last: '2026-02-16', due: '2026-03-16' }, // week 6: every four
    { last: '2026-05-11', due: '2026-08-03' }, // week 18: every twelve
    { last: '2026-02-28', due: '2026-03-28' }, // over a month's end
  ])('begun 5 January, last $last → $due', ({ last, due }) => expect(nextDue(schedule, '2026-01-05', last)).toBe(due));
  it('a schedule that ends asks for nothing more', () => {
    expect(
      nextDue({ baseline: true, steps: [{ everyWeeks: 8, untilWeek: 8 }] }, '2026-01-05', '2026-03-02'),
    ).toBeUndefined();
    expect(nextDue({ baseline: true, steps: [] }, '2026-01-05', '2026-01-05')).toBeUndefined();
  });
  it('29 February is a day like any other', () =>
    expect(nextDue(schedule, '2028-02-15', '2028-02-15')).toBe('2028-02-29'));
});

describe('tests due', () => {
  const methotrexate = [start('m', '2026-01-05', 'methotrexate')];
  it('shows what is overdue today, with since when', () => {
    const [first] = of(planFor(guideline, undefined, at(methotrexate, '2026-02-02')).items, 'tests');
    expect(first).toMatchObject({ on: '2026-02-02', overdueDays: 28 });
    expect(first?.lines[0]?.text).toMatch(/^Due since 5 January 2026, 28 days ago: .+ and .+\.$/);
    expect(first?.lines[1]?.text).toMatch(/^For methotrexate: /);
  });
  it('what is due today is not overdue', () => {
    const [first] = of(planFor(guideline, undefined, at(methotrexate, '2026-01-05')).items, 'tests');
    expect(first?.on).toBe('2026-01-05');
    expect(first).not.toHaveProperty('overdueDays');
  });
  it('of the results that make up one test the newest counts', () => {
    const platelets: Entry = { id: 'new', on: '2026-01-19', kind: 'laboratory', test: 'platelets', value: 250, unit: '10*9/L' }; // prettier-ignore
    const due = (record: Record) =>
      planFor(guideline, undefined, at(record, '2026-01-20'))
        .monitoring.visits.flatMap(({ tests }) => tests)
        .find(({ test }) => test === 'full-blood-count')?.lastDone;
    expect(due([...methotrexate, ...bloods('2026-01-05'), platelets])).toBe('2026-01-19');
    expect(due([...methotrexate, platelets, ...bloods('2026-01-05')])).toBe('2026-01-19');
  });
  it('a medicine begun again is counted from the new start', () => {
    const stop: Entry = { id: 'x', on: '2026-02-02', kind: 'medicine', intervention: 'methotrexate', event: 'stop' };
    const again = [...methotrexate, stop, start('n', '2026-09-07', 'methotrexate')];
    const [first] = planFor(guideline, undefined, at(again, '2026-09-07')).monitoring.visits.flatMap(
      ({ tests }) => tests,
    );
    expect(first?.due).toBe('2026-09-07');
  });
  it('one blood test serves two medicines, by the stricter schedule', () => {
    const both = [...methotrexate, start('a', '2025-06-02', 'azathioprine', 100, 'day'), ...bloods('2026-01-05')];
    const plan = planFor(guideline, undefined, at(both, '2026-01-06'));
    const first = plan.monitoring.visits.find(({ place }) => place === 'blood');
    expect(first?.on).toBe('2026-01-19');
    expect(
      first?.tests
        .find(({ test }) => test === 'full-blood-count')
        ?.because.map(({ intervention }) => intervention)
        .sort(),
    ).toEqual(['azathioprine', 'methotrexate']);
  });
  it('every rule that holds is in the plan', () => {
    const plan = planFor(guideline, undefined, at([start('i', '2026-01-05', 'tacrolimus', 2, 'day')], '2026-01-06'), {
      weeks: 8,
    });
    const rules = new Set(
      plan.monitoring.visits.flatMap(({ tests }) => tests.flatMap(({ because }) => because.map(({ rule }) => rule))),
    );
    for (const rule of guideline.rules)
      if (rule.kind === 'monitoring' && rule.intervention === 'tacrolimus') expect([...rules]).toContain(rule.id);
  });
  it('names medicines whose start nobody recorded', () => {
    expect(
      planFor(guideline, undefined, at([], '2026-01-06', { 'taking-methotrexate': true })).monitoring.startUnknown,
    ).toEqual(['methotrexate']);
  });
  it.each<{ what: string; facts: Patient; planned: boolean; may: boolean }>([
    { what: 'known to be needed', facts: { 'taking-rituximab': true, 'hepatitis-b-core-antibody': true }, planned: true, may: false },
    { what: 'not known to be needed', facts: { 'taking-rituximab': true }, planned: false, may: true },
    { what: 'known not to be needed', facts: { 'taking-rituximab': true, 'hepatitis-b-core-antibody': false }, planned: false, may: false },
    { what: 'of a medicine that is not known to be taken', facts: { 'hepatitis-b-core-antibody': true }, planned: false, may: false },
    { what: 'of a medicine that is not taken', facts: { 'taking-rituximab': false, 'hepatitis-b-core-antibody': true }, planned: false, may: false },
  ])('a test $what: planned $planned, named as one that may be due $may', ({ facts, planned, may }) => {
    const found = planFor(guideline, undefined, at([], '2026-01-06', facts)).monitoring;
    const rule = 'rituximab-hepatitis-b';
    const inPlan = found.visits.flatMap(({ tests }) => tests.flatMap(({ because }) => because.map((one) => one.rule)));
    expect({ planned: inPlan.includes(rule), may: found.mayApply.map((one) => one.rule).includes(rule) }).toEqual({
      planned,
      may,
    });
  }); // prettier-ignore
  it('no test is done later than it is due, and none more than two weeks early', () => {
    fc.assert(
      fc.property(
        fc.subarray(['methotrexate', 'azathioprine', 'tacrolimus', 'rituximab', 'hydroxychloroquine', 'prednisone']),
        fc.integer({ min: 0, max: 400 }),
        (medicines, days) => {
          const record = medicines.map((id, i) => start(id, addDays('2026-01-05', i * 11), id, 10, 'day'));
          const derived = at(record, addDays('2026-01-05', days));
          for (const { on, tests } of planFor(guideline, undefined, derived, { weeks: 30 }).monitoring.visits)
            for (const { due, overdueDays } of tests) {
              expect(daysBetween(on, due)).toBeLessThanOrEqual(14);
              if (overdueDays === undefined) expect(due >= on).toBe(true);
              else expect(on).toBe(derived.asOf);
            }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('planning is stable', () => {
  const record: Record = [
    start('m', '2026-01-05', 'methotrexate'),
    start('p', '2026-01-05', 'prednisone', 20, 'day'),
    ...bloods('2026-01-05'),
  ];
  it('the same record gives the same plan, whatever the order of its entries', () => {
    const plan = planFor(guideline, library, at(record, '2026-02-02', safe));
    fc.assert(
      fc.property(fc.shuffledSubarray([...record], { minLength: record.length }), (shuffled) => {
        expect(planFor(guideline, library, at(shuffled, '2026-02-02', safe))).toEqual(plan);
      }),
      { numRuns: 20 },
    );
  });
  it('an unrelated entry changes nothing', () => {
    const plan = planFor(guideline, library, at(record, '2026-02-02', safe)).items;
    const unrelated: readonly Entry[] = [
      { id: 'n', on: '2026-01-20', kind: 'note', text: 'a good day' },
      { id: 'v', on: '2026-01-20', kind: 'vaccine', vaccine: 'influenza' },
      { id: 's', on: '2026-01-20', kind: 'symptom', symptom: 'tiredness', score: 4 },
      { id: 'r', on: '2026-01-20', kind: 'rash', region: 'scalp', score: 2 },
      { id: 'l', on: '2026-01-20', kind: 'laboratory', test: 'vitamin-d', value: 60, unit: 'nmol/L' },
    ];
    for (const entry of unrelated)
      expect(planFor(guideline, library, at([...record, entry], '2026-02-02', safe)).items, entry.kind).toEqual(plan);
  });
  it('a visit keeps its identifier when the one before it has been done', () => {
    const before = planFor(guideline, undefined, at(record, '2026-01-19')).monitoring.visits.filter(
      ({ place }) => place === 'blood',
    );
    const after = planFor(
      guideline,
      undefined,
      at([...record, ...bloods('2026-01-19')], '2026-01-20'),
    ).monitoring.visits.filter(({ place }) => place === 'blood');
    expect(after[0]?.id).toBe(before[1]?.id);
  });
});

describe('a taper', () => {
  const doses: readonly TaperStep[] = [
    { from: '2026-01-05', mgPerDay: 40 },
    { from: '2026-02-02', mgPerDay: 30 },
    { from: '2026-03-02', mgPerDay: 20 },
  ];
  it('laid out day by day sums to the plan', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          let day = '2026-01-05';
          const steps = parts.map(([days, mgPerDay]) => {
            const step = { from: day, mgPerDay };
            day = addDays(day, days);
            return step;
          });
          const days = layOutTaper(steps, addDays(day, -1));
          expect(days.reduce((sum, { mg }) => sum + mg, 0)).toBe(
            parts.reduce((sum, [count, mg]) => sum + count * mg, 0),
          );
          for (const { mg, tablets } of days)
            expect(tablets.reduce((sum, one) => sum + one.mg * one.count, 0)).toBe(mg);
        },
      ),
      { numRuns: 100 },
    );
  });
  it.each([
    {
      mg: 9,
      tablets: [
        { mg: 5, count: 1 },
        { mg: 1, count: 4 },
      ],
    },
    { mg: 0, tablets: [] },
    { mg: 2.5, tablets: undefined },
  ])('$mg mg in tablets of 5 and 1', ({ mg, tablets }) => expect(tabletsFor(mg, [5, 1])).toEqual(tablets));
  it.each<{ what: string; steps: readonly TaperStep[]; taken: number; says: RegExp[] }>([
    { what: 'a plain one', steps: doses, taken: 0, says: [] },
    {
      what: 'an abrupt stop after long use',
      steps: [...doses, { from: '2026-03-30', mgPerDay: 0 }],
      taken: 0,
      says: [/never stopped at once/],
    },
    {
      what: 'a stop after two weeks',
      steps: [
        { from: '2026-01-05', mgPerDay: 20 },
        { from: '2026-01-19', mgPerDay: 0 },
      ],
      taken: 0,
      says: [],
    },
    {
      what: 'the same after months before it',
      steps: [
        { from: '2026-01-05', mgPerDay: 20 },
        { from: '2026-01-19', mgPerDay: 0 },
      ],
      taken: 90,
      says: [/never stopped at once/],
    },
    {
      what: 'a fall by more than half',
      steps: [
        { from: '2026-01-05', mgPerDay: 40 },
        { from: '2026-02-02', mgPerDay: 15 },
      ],
      taken: 0,
      says: [/more than half/],
    },
    {
      what: 'a rise',
      steps: [
        { from: '2026-01-05', mgPerDay: 10 },
        { from: '2026-02-02', mgPerDay: 15 },
      ],
      taken: 0,
      says: [/goes up/],
    },
    { what: 'a day that is none', steps: [{ from: '2026-02-30', mgPerDay: 10 }], taken: 0, says: [/no real day/] },
    {
      what: 'two steps on one day',
      steps: [
        { from: '2026-01-05', mgPerDay: 10 },
        { from: '2026-01-05', mgPerDay: 9 },
      ],
      taken: 0,
      says: [/Keep one/],
    },
  ])('$what', ({ steps, taken, says }) => {
    const found = checkTaper(steps, taken);
    expect(found).toHaveLength(says.length);
    for (const [i, pattern] of says.entries()) expect(found[i]?.message).toMatch(pattern);
  });
  it('a published scheme never stops abruptly by its own rules, and names its source', () => {
    for (const scheme of taperSchemes) {
      const steps = scheme.steps({ mgPerDay: 60, weightKg: 30, from: '2026-01-31' }) ?? [];
      expect(steps.length).toBeGreaterThan(3);
      expect(steps.every(({ from }, i) => i === 0 || from > (steps[i - 1]?.from ?? ''))).toBe(true);
      for (const source of scheme.basis.sources ?? []) expect(guideline.sources[source], source).toBeDefined();
    }
  });
  it('the 2018 review from 60 mg: 50, 40, 30, 20, 15, 10, 7.5, 5, 2.5, 0', () => {
    expect(
      taperSchemes
        .find(({ id }) => id === 'review-2018')
        ?.steps({ mgPerDay: 60, from: '2026-01-05' })
        ?.map(({ mgPerDay }) => mgPerDay),
    ).toEqual([60, 50, 40, 30, 20, 15, 10, 7.5, 5, 2.5, 0]);
  });
  it('from the record names what its doses call for', () => {
    const taper: Entry = {
      id: 't',
      on: '2026-02-02',
      kind: 'taper',
      intervention: 'prednisone',
      steps: [{ from: '2026-03-02', dose: { value: 30, unit: 'mg' } }],
    };
    const plan = planFor(
      guideline,
      undefined,
      at([start('p', '2026-01-05', 'prednisone', 40, 'day'), taper], '2026-02-02', {
        'diagnosis-status': 'confirmed',
        'myositis-type': 'classic-dm',
      }),
    );
    expect(plan.taper?.calledFor.map(({ intervention }) => intervention)).toContain('steroid-emergency-plan');
    expect(of(plan.items, 'taper').map(({ id, on }) => [id, on])).toEqual([['taper-t-1', '2026-03-02']]);
  });
  const scheme = (id: string) => {
    const found = taperSchemes.find((one) => one.id === id);
    if (!found) throw new Error(`There is no scheme ${id}.`);
    return found;
  };
  it("by a published scheme begins at the dose taken now, and says that it is nobody's plan", () => {
    const now = at([], '2026-01-05', { ...safe, 'prednisone-mg-per-day': 60 });
    const plan = planFor(guideline, undefined, now, { weeks: 10, taper: scheme('review-2018') });
    expect(of(plan.items, 'taper').map(({ on, title }) => `${on} ${title}`)).toEqual([
      '2026-01-05 A published scheme would go to 60 mg a day',
      '2026-02-02 A published scheme would go to 50 mg a day',
      '2026-03-02 A published scheme would go to 40 mg a day',
    ]);
    for (const { lines } of of(plan.items, 'taper')) expect(lines[0]?.text).toMatch(/not your doctor's plan/);
  });
  it.each([
    { what: 'a children\'s scheme for an adult', id: 'share-juvenile', facts: { age: 36, 'prednisone-mg-per-day': 60 }, says: /is for children; this person is 36/ },
    { what: 'no dose known', id: 'review-2018', facts: { age: 36 }, says: /that dose is not known/ },
    { what: 'no age known', id: 'review-2018', facts: { 'prednisone-mg-per-day': 60 }, says: /the age is not known/ },
  ])('is not laid out with $what, and says why', ({ id, facts, says }) => {
    const chosen = taperSchemes.find((one) => one.id === id) ?? taperSchemes.find(({ population }) => population === 'juvenile');
    if (!chosen) throw new Error('There is no scheme for children.');
    const plan = planFor(guideline, undefined, at([], '2026-01-05', facts), { taper: chosen });
    expect(of(plan.items, 'taper')).toEqual([]);
    expect(plan.notes.map(({ text }) => text).join(' ')).toMatch(says);
  }); // prettier-ignore
});

describe('infusions', () => {
  it('a course of rituximab that was asked for stands in the plan, slower when it is the first one', () => {
    const asked = { scheme: '1000-mg-twice', from: '2026-12-01' } as const;
    const drips = (facts: Patient) =>
      of(planFor(guideline, undefined, at([], '2026-11-24', facts), { rituximab: asked }).items, 'infusion');
    expect(drips({}).map(({ on }) => on)).toEqual(['2026-12-01', '2026-12-15']);
    expect(drips({})[0]?.minutes).toBeGreaterThan(drips({ 'had-rituximab': true })[0]?.minutes ?? 0);
  });
  it('a course by body surface without the surface is not laid out, and says what is needed', () => {
    const asked = { scheme: '375-mg-per-m2-weekly-four', from: '2026-12-01' } as const;
    const plan = planFor(guideline, undefined, at([], '2026-11-24'), { rituximab: asked });
    expect(of(plan.items, 'infusion')).toEqual([]);
    expect(plan.notes.map(({ text }) => text).join(' ')).toMatch(/body surface/);
  });
  it('splitting over days conserves grams, as evenly as tenths of a gram go', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 5000 }), fc.integer({ min: 2, max: 5 }), (tenths, days) => {
        const parts = splitGrams(tenths / 10, days);
        expect(parts).toHaveLength(days);
        expect(Math.round(parts.reduce((sum, part) => sum + part * 10, 0))).toBe(tenths);
        expect(Math.round((Math.max(...parts) - Math.min(...parts)) * 10)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('70 kg over 5 days: 140 g, 28 g and 280 mL a day; 42, 84, then 168 mL an hour', () => {
    const found = ivigCycle({ weightKg: 70, days: 5, from: '2026-02-26', atRisk: false });
    if (!found.ok) throw new Error(found.problem);
    expect(found.infusion.days.map(({ on, amount, mL }) => [on, amount, mL])).toEqual(
      ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map((on) => [on, 28, 280]),
    );
    expect(found.infusion.arithmetic.map(({ text }) => text)).toEqual([
      '70 kg × 2 g/kg = 140 g in all, every 4 weeks.',
      '140 g over 5 days in a row: 28 + 28 + 28 + 28 + 28 = 140 g.',
      '10 % means 0.1 g in each mL: 140 g ÷ 0.1 g/mL = 1400 mL in all.',
      'First rate: 70 kg × 0.01 mL/kg/min × 60 = 42 mL an hour for 30 minutes.',
      'Then steps of 30 minutes, if the one before was well borne: 0.02, then 0.04 mL/kg/min.',
      'Never faster than 0.04 mL/kg/min: 70 kg × 0.04 × 60 = 168 mL an hour, the ceiling for dermatomyositis.',
    ]);
    expect(found.infusion.days[0]?.steps).toEqual([
      { fromMinute: 0, minutes: 30, mLPerHour: 42, mL: 21 },
      { fromMinute: 30, minutes: 30, mLPerHour: 84, mL: 42 },
      { fromMinute: 60, minutes: 78, mLPerHour: 168, mL: 217 },
    ]);
  });
  it('no step is ever above the ceiling: 0.04 mL/kg/min, 0.03 at risk', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 250 }),
        fc.constantFrom(2, 3, 4, 5),
        fc.boolean(),
        (weightKg, days, atRisk) => {
          const found = ivigCycle({ weightKg, days, from: '2026-02-02', atRisk });
          if (!found.ok) throw new Error(found.problem);
          const ceiling = (atRisk ? 0.03 : 0.04) * weightKg * 60;
          for (const { steps, mL } of found.infusion.days) {
            for (const { mLPerHour } of steps) expect(mLPerHour).toBeLessThanOrEqual(ceiling + 0.05);
            expect(steps.reduce((sum, step) => sum + step.mL, 0)).toBeCloseTo(mL ?? 0, 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('a weight that cannot be is refused', () => {
    expect(ivigCycle({ weightKg: 7, days: 2, from: '2026-02-02', atRisk: false })).toMatchObject({ ok: false });
    expect(ivigCycle({ weightKg: Number.NaN, days: 2, from: '2026-02-02', atRisk: false })).toMatchObject({
      ok: false,
    });
  });
  it('a small volume ends in its first step', () =>
    expect(rateSteps(10, [1, 2, 4])).toEqual([{ fromMinute: 0, minutes: 10, mLPerHour: 60, mL: 10 }]));
  it('rituximab 1000 mg twice, two weeks apart; by surface it needs the surface', () => {
    const found = rituximabCourse('1000-mg-twice', { from: '2026-02-16', firstEver: true });
    if (!found.ok) throw new Error(found.problem);
    expect(found.infusion.days.map(({ on, amount, minutes }) => [on, amount, minutes])).toEqual([
      ['2026-02-16', 1000, 255],
      ['2026-03-02', 1000, 195],
    ]);
    expect(rituximabCourse('375-mg-per-m2-weekly-four', { from: '2026-02-16', firstEver: true })).toMatchObject({
      ok: false,
    });
  });
  it('the next cycle follows four weeks after the first day of the last, and is late when that is past', () => {
    const course: Record = [
      { id: 'c', on: '2026-02-02', kind: 'medicine', intervention: 'ivig', event: 'start' },
      ...['2026-02-02', '2026-02-03'].map((on): Entry => ({
        id: on,
        on,
        kind: 'infusion',
        intervention: 'ivig',
        dose: { value: 60, unit: 'g' },
      })),
    ];
    const planned = (on: string) =>
      of(planFor(guideline, undefined, at(course, on, { 'body-weight': 60 })).items, 'infusion').map((item) => [
        item.id,
        item.on,
        item.overdueDays,
      ]);
    expect(planned('2026-02-10')).toEqual([
      ['infusion-ivig-2-1', '2026-03-02', undefined],
      ['infusion-ivig-2-2', '2026-03-03', undefined],
    ]);
    expect(planned('2026-03-05')).toEqual([
      ['infusion-ivig-2-1', '2026-03-05', 3],
      ['infusion-ivig-2-2', '2026-03-06', 3],
    ]);
  });
});

describe('exercise', () => {
  const week = (facts: Patient, record: Record = [], on = '2026-03-02') =>
    exerciseWeek(guideline, library, at(record, on, { ...safe, ...facts }), new Map());
  const settled: Patient = { 'weeks-on-current-regimen': 20, 'treatment-phase': 'induction' };
  it('has 53 movements, each with how it is done, an easier and a harder way', () => {
    expect(Object.keys(library.movements)).toHaveLength(53);
    for (const { how, easier, harder, start: from } of Object.values(library.movements))
      for (const text of [how, easier, harder, from]) expect(text.length).toBeGreaterThan(3);
  });
  it.each<{ what: string; facts: Patient; record?: Record; phase: string; state: string }>([
    { what: 'not yet treated', facts: { 'treatment-phase': 'new-untreated' }, phase: 'active', state: 'ready' },
    { what: 'treated and improving', facts: settled, phase: 'improving', state: 'ready' },
    {
      what: 'well and without weakness',
      facts: { ...settled, response: 'major', 'muscle-weakness': 'none' },
      phase: 'stable',
      state: 'ready',
    },
    {
      what: 'the heart not cleared',
      facts: { ...settled, response: 'major', 'muscle-weakness': 'none', 'heart-failure': true },
      phase: 'improving',
      state: 'ready',
    },
    { what: 'a relapse', facts: { ...settled, 'treatment-phase': 'relapse' }, phase: 'active', state: 'ready' },
    {
      what: 'severe weakness',
      facts: { ...settled, 'muscle-weakness': 'severe' },
      phase: 'active',
      state: 'therapist-first',
    },
    { what: 'a child', facts: { ...settled, age: 9 }, phase: 'improving', state: 'therapist-first' },
    { what: 'pregnant', facts: { ...settled, pregnant: true }, phase: 'improving', state: 'therapist-first' },
    { what: 'fever', facts: { ...settled, fever: true }, phase: 'improving', state: 'postponed' },
    { what: 'myocarditis', facts: { ...settled, myocarditis: 'confirmed' }, phase: 'improving', state: 'postponed' },
  ])('$what → $phase, $state', ({ facts, phase, state }) => {
    const found = week(facts);
    expect([found.phase.id, found.state]).toEqual([phase, state]);
  });
  it('what could forbid it and is not known leaves only gentle movement', () => {
    const found = exerciseWeek(guideline, library, at([], '2026-03-02', settled), new Map());
    expect(found.state).toBe('ask-first');
    for (const { parts } of found.sessions)
      for (const { movement } of parts) expect(['rom', 'stretch', 'breathing']).toContain(movement.kind);
  });
  it('nothing while it is postponed', () => expect(week({ ...settled, fever: true }).sessions).toEqual([]));
  it('no movement of a plan is ruled out by what is known', () => {
    fc.assert(
      fc.property(
        fc.record({
          osteoporosis: fc.boolean(),
          calcinosis: fc.boolean(),
          'skin-ulceration': fc.boolean(),
          'prior-fragility-fracture': fc.boolean(),
        }),
        (facts) => {
          const found = week({ ...settled, ...facts });
          const out = new Set(found.leftOut.map(({ movement }) => movement));
          for (const { parts } of found.sessions)
            for (const { movement } of parts) expect(out.has(movement.id), movement.id).toBe(false);
        },
      ),
      { numRuns: 16 },
    );
  });
  it('thin bones leave out lifting head and shoulders', () => {
    const found = week({ ...settled, response: 'major', 'muscle-weakness': 'none', osteoporosis: true });
    expect(found.leftOut.map(({ movement }) => movement)).toContain('head-shoulder-lift');
  });
  const log = (efforts: readonly number[]): Record =>
    efforts.map((effort, i) => ({
      id: `x${i}`,
      on: addDays('2026-02-16', i * 2),
      kind: 'exercise',
      movements: [{ movement: 'sit-to-stand', repetitions: 20 }],
      effort,
    }));
  it.each([
    { efforts: [], repetitions: 5 },
    { efforts: [3], repetitions: 5 },
    { efforts: [3, 3], repetitions: 7 }, // two sessions in a row at or below the target
    { efforts: [3, 6, 3], repetitions: 5 },
    { efforts: [3, 3, 5, 5], repetitions: 5 }, // two points above the target twice: back
    { efforts: [2, 2, 2, 2, 2, 2, 2, 2], repetitions: 10 }, // never above the range
  ])('after efforts $efforts: $repetitions times', ({ efforts, repetitions }) => {
    const parts = week(settled, log(efforts)).sessions.flatMap((session) => session.parts);
    expect(parts.find(({ movement }) => movement.id === 'sit-to-stand')?.repetitions).toBe(repetitions);
  });
  it('a fall in standing up stops strengthening', () => {
    const stands = (
      [
        ['a', '2026-02-02', 10],
        ['b', '2026-02-16', 8],
      ] as const
    ).map(([id, on, value]): Entry => ({ id, on, kind: 'strength', test: 'sts30', value, unit: '{times}' }));
    const kinds = new Set(
      week(settled, stands).sessions.flatMap(({ parts }) => parts.map(({ movement }) => movement.kind)),
    );
    expect(kinds.has('strength')).toBe(false);
  });
  it('three weeks without exercise means one phase lower', () => {
    expect(
      week(
        { ...settled, response: 'major', 'muscle-weakness': 'none' },
        log([3]).map((entry) => ({ ...entry, on: '2026-02-09' })),
      ).phase.id,
    ).toBe('improving');
  });
  it('every number has a source, or says that it is practice', () => {
    for (const one of [
      ...Object.values(library.movements),
      ...Object.values(library.phases),
      ...library.progressions,
      ...library.regressions,
      ...library.stopRules,
      ...library.screening,
    ])
      expect(one.basis === 'practice' || one.sources.length > 0, one.id).toBe(true);
  });
});

describe('a calendar', () => {
  const timed = (on: string, time: string): PlanItem => ({
    id: `drip-${on}`,
    kind: 'infusion',
    on,
    at: time,
    minutes: 60,
    title: 'Drip; with, marks',
    lines: [{ text: 'First\nsecond', basis: {} }],
  });
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  it.each([
    { on: '2026-03-28', zone: 'Europe/Berlin', utc: '2026-03-28T08:00:00Z' }, // the day before the clocks change
    { on: '2026-03-29', zone: 'Europe/Berlin', utc: '2026-03-29T07:00:00Z' }, // the day they change
    { on: '2026-10-25', zone: 'Europe/Berlin', utc: '2026-10-25T08:00:00Z' },
    { on: '2026-03-08', zone: 'America/New_York', utc: '2026-03-08T13:00:00Z' },
    { on: '2028-02-29', zone: 'Asia/Kolkata', utc: '2028-02-29T03:30:00Z' },
  ])('9 o’clock on $on in $zone is $utc', ({ on, zone, utc }) => {
    expect(events(toICalendar([timed(on, '09:00')], { asOf: '2026-01-01', zone }))[0]?.startDate.toString()).toBe(utc);
  });
  it('a whole day has no time and no zone, and ends the next day', () => {
    const item: PlanItem = { id: 'tests-blood-1', kind: 'tests', on: '2026-02-28', title: 'Blood tests', lines: [] };
    const [event] = events(toICalendar([item], { asOf: '2026-01-01', zone: 'America/New_York' }));
    expect([event?.startDate.toString(), event?.endDate.toString(), event?.startDate.isDate]).toEqual([
      '2026-02-28',
      '2026-03-01',
      true,
    ]);
  });
  it('the same plan gives the same bytes, and a newer one a higher sequence under the same identifier', () => {
    const write = (asOf: string) => toICalendar([timed('2026-03-28', '09:00')], { asOf, zone: 'Europe/Berlin' });
    expect(write('2026-01-01')).toBe(write('2026-01-01'));
    const [older, newer] = [events(write('2026-01-01'))[0], events(write('2026-01-02'))[0]];
    expect(newer?.uid).toBe(older?.uid);
    expect((newer?.sequence ?? 0) - (older?.sequence ?? 0)).toBe(1);
  });
  it.each(['on-ivig', 'stepping-up', 'relapse'])(
    'the plan of examples/%s.yaml reads in another program, every item once',
    (name) => {
      const read = readPatient(guideline, readFile(`examples/${name}.yaml`));
      if (!read.ok) throw new Error(read.problems);
      const asOf = read.asOf ?? '2026-11-01';
      const { items } = planFor(
        guideline,
        library,
        derive(guideline, read.record ?? [], asOf, { facts: read.patient, on: asOf }),
      );
      const text = toICalendar(items, { asOf, zone: 'Europe/London' });
      const found = events(text);
      expect(items.length).toBeGreaterThan(5);
      expect(found.map(({ uid }) => uid).sort()).toEqual(items.map(({ id }) => `${id}@heliotrope.invalid`).sort());
      expect(new Set(found.map(({ uid }) => uid)).size).toBe(items.length);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      for (const event of found) expect(event.endDate.compare(event.startDate)).toBe(1);
    },
  );
});
