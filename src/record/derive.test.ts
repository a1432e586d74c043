// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../authoring/index.ts';
import type { Patient } from '../model/index.ts';
import { derive, type Entry, type Record } from './index.ts';
import type { MedicineEntry } from './record.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;
const at = (record: Record, asOf: string, facts: Patient = {}, on = asOf) =>
  derive(guideline, record, asOf, { facts, on });
const codes = (record: Record, asOf: string, facts: Patient = {}) =>
  at(record, asOf, facts).problems.map(({ code, entries }) => `${code}: ${entries.join(' ')}`.trim());

type Medicine = Extract<Entry, { kind: 'medicine' }>;
const medicine = (
  id: string,
  on: string,
  intervention: string,
  event: Medicine['event'],
  mg?: number,
  per: 'day' | 'week' = 'day',
  rest: Partial<Medicine> = {},
): Entry => ({
  id,
  on,
  kind: 'medicine',
  intervention,
  event,
  ...(mg === undefined ? {} : { dose: { value: mg, unit: 'mg' }, frequency: { times: 1, per } }),
  ...rest,
});
const started = (id: string, intervention: string, mg: number, more: Partial<MedicineEntry>): Entry => ({
  id,
  on: '2026-02-02',
  kind: 'medicine',
  intervention,
  event: 'start',
  dose: { value: mg, unit: 'mg' },
  frequency: { times: 1, per: 'day' },
  ...more,
});
const steroid: Record = [
  medicine('a', '2026-01-05', 'prednisone', 'start', 40),
  medicine('b', '2026-02-02', 'prednisone', 'change', 20),
];
const laboratory = (id: string, on: string, test: string, value: number, unit: string, upperLimit?: number): Entry => ({
  id,
  on,
  kind: 'laboratory',
  test,
  value,
  unit,
  ...(upperLimit === undefined ? {} : { upperLimit }),
});
const visit = (
  on: string,
  [phga, ptga, extramuscular, mmt, haq, ck]: readonly [number, number, number, number, number, number],
): Record => [
  { id: `g${on}`, on, kind: 'measure', measure: 'global_activity_vas', inputs: { phga, ptga, extramuscular } },
  { id: `m${on}`, on, kind: 'measure', measure: 'mmt8', score: mmt },
  { id: `h${on}`, on, kind: 'measure', measure: 'haq', score: haq },
  laboratory(`c${on}`, on, 'CK', ck, 'U/L', 200),
];
const begun: Record = [
  ...visit('2026-01-02', [6, 6, 4, 118, 1.5, 2800]),
  medicine('p', '2026-01-05', 'prednisone', 'start', 60),
  medicine('m', '2026-01-05', 'methotrexate', 'start', 15, 'week'),
];

describe('medicines become what is taken now, the dose, and for how long', () => {
  it.each<{ on: string; facts: Patient }>([
    { on: '2026-01-04', facts: {} },
    { on: '2026-01-05', facts: { 'taking-prednisone': true, 'prednisone-mg-per-day': 40, 'glucocorticoid-weeks': 0 } },
    { on: '2026-02-02', facts: { 'prednisone-mg-per-day': 20, 'glucocorticoid-weeks': 4 } },
    { on: '2026-03-30', facts: { 'prednisone-mg-per-day': 20, 'glucocorticoid-weeks': 12 } },
  ])('on $on: $facts', ({ on, facts }) => expect(at(steroid, on).patient).toMatchObject(facts));

  it('what was never recorded is unknown, not "no"', () => {
    expect(at(steroid, '2026-03-01').patient['taking-methotrexate']).toBeUndefined();
  });
  it('counts other steroids as prednisone', () => {
    const methylprednisolone = [
      medicine('a', '2026-01-05', 'prednisone', 'start', 16, 'day', { product: 'methylprednisolone' }),
    ];
    expect(at(methylprednisolone, '2026-01-10').patient['prednisone-mg-per-day']).toBe(20);
  });
  it('counts a dose on every other day as half a day', () => {
    const alternate = [
      medicine('a', '2026-01-05', 'prednisone', 'start', 10, 'day', { frequency: { times: 1, per: 'day', every: 2 } }),
    ];
    expect(at(alternate, '2026-01-10').patient['prednisone-mg-per-day']).toBe(5);
  });
  it('sums what was taken: 28 days of 40 mg and 10 of 20 mg are 1320 mg, the highest 40', () => {
    expect(at(steroid, '2026-02-11').glucocorticoid).toMatchObject({
      cumulativeMg: 1320,
      highest: { mgPerDay: 40, from: '2026-01-05' },
      daysInLastYear: 38,
    });
  });
  it('a stop with a reason says that it failed; a planned one does not', () => {
    const stopped = (reason: string) =>
      at([...begun, medicine('s', '2026-05-01', 'methotrexate', 'stop', undefined, 'day', { reason })], '2026-05-10')
        .patient;
    expect(stopped('not-enough-response')).toMatchObject({
      'taking-methotrexate': false,
      'failed-methotrexate': true,
      'stopped-immunosuppressant-within-3-months': true,
    });
    expect(stopped('planned')['failed-methotrexate']).toBeUndefined();
  });
});

describe('an abrupt stop of steroids is seen', () => {
  const stop = (mg: number, days: string): Record => [
    medicine('a', '2026-01-05', 'prednisone', 'start', mg),
    medicine('b', days, 'prednisone', 'stop'),
  ];
  it.each([
    { mg: 20, on: '2026-02-20', abrupt: true },
    { mg: 20, on: '2026-01-20', abrupt: undefined },
    { mg: 4, on: '2026-04-20', abrupt: undefined },
  ])('$mg mg from 5 January, stopped on $on → $abrupt', ({ mg, on, abrupt }) =>
    expect(at(stop(mg, on), '2026-04-25').patient['stopped-glucocorticoid-abruptly']).toBe(abrupt),
  );
  it('and over once they are taken again', () => {
    const again = [...stop(20, '2026-02-20'), medicine('c', '2026-02-22', 'prednisone', 'start', 20)];
    expect(at(again, '2026-02-23').patient['stopped-glucocorticoid-abruptly']).toBe(false);
  });
});

describe('methotrexate every day is an urgency, named with its entry', () => {
  it.each([
    { times: 1, per: 'week', daily: false },
    { times: 1, per: 'day', daily: true },
    { times: 2, per: 'week', daily: true },
  ] as const)('$times a $per → $daily', ({ times, per, daily }) => {
    const record = [medicine('slip', '2026-01-05', 'methotrexate', 'start', 15, 'week', { frequency: { times, per } })];
    expect(at(record, '2026-01-10').patient['methotrexate-taken-daily']).toBe(daily);
    expect(
      at(record, '2026-01-10')
        .problems.filter(({ severity }) => severity === 'urgent')
        .map(({ entries }) => entries),
    ).toEqual(daily ? [['slip']] : []);
  });
  it('and stays so although a later answer says no, until the entry is corrected', () => {
    const slip = medicine('slip', '2026-01-05', 'methotrexate', 'start', 15, 'day');
    const denied: Entry = { id: 'no', on: '2026-01-08', kind: 'fact', fact: 'methotrexate-taken-daily', value: false };
    const mended: Entry = { ...medicine('right', '2026-01-05', 'methotrexate', 'start', 15, 'week'), replaces: 'slip' };
    expect(at([slip, denied], '2026-01-10').patient['methotrexate-taken-daily']).toBe(true);
    expect(at([slip, denied, mended], '2026-01-10').patient['methotrexate-taken-daily']).toBe(false);
  });
});

describe('results become facts in the unit of the fact', () => {
  it.each([
    { entry: laboratory('l', '2026-01-05', 'haemoglobin', 128, 'g/L'), fact: 'haemoglobin', value: 12.8 },
    {
      entry: laboratory('l', '2026-01-05', 'Creatine kinase', 900, 'U/L', 200),
      fact: 'creatine-kinase-times-upper-limit',
      value: 4.5,
    },
    {
      entry: laboratory('l', '2026-01-05', 'CK', 15, 'ukat/L', 3),
      fact: 'creatine-kinase-times-upper-limit',
      value: 5,
    },
    { entry: laboratory('l', '2026-01-05', 'troponin-i', 12, 'ng/L', 20), fact: 'troponin-raised', value: false },
    { entry: laboratory('l', '2026-01-05', 'weight', 154, 'lb'), fact: 'body-weight', value: 69.853225 },
  ])('$entry.test $entry.value $entry.unit → $value', ({ entry, fact, value }) => {
    const found = at([entry], '2026-01-10').patient[fact];
    expect(typeof found === 'number' ? Math.round(found * 1e6) / 1e6 : found).toBe(value);
  });
  it.each([
    { what: 'at the upper limit', entry: laboratory('l', '2026-01-05', 'GGT', 60, 'U/L', 60), fact: 'ggt-raised', value: false },
    { what: 'just above it', entry: laboratory('l', '2026-01-05', 'GGT', 61, 'U/L', 60), fact: 'ggt-raised', value: true },
    { what: 'a limit of 0, which is none', entry: laboratory('l', '2026-01-05', 'CK', 900, 'U/L', 0), fact: 'creatine-kinase-times-upper-limit', value: undefined },
    { what: 'at the lower limit', entry: { ...laboratory('l', '2026-01-05', 'IgG', 7, 'g/L'), lowerLimit: 7 }, fact: 'low-igg', value: false },
    { what: 'below the lower limit', entry: { ...laboratory('l', '2026-01-05', 'IgG', 6.9, 'g/L'), lowerLimit: 7 }, fact: 'low-igg', value: true },
    { what: 'above the lower limit', entry: { ...laboratory('l', '2026-01-05', 'IgG', 12, 'g/L'), lowerLimit: 7 }, fact: 'low-igg', value: false },
    { what: 'only the upper limit, where the lower one counts', entry: laboratory('l', '2026-01-05', 'IgG', 6, 'g/L', 16), fact: 'low-igg', value: undefined },
  ] as const)('$what: $fact is $value', ({ entry, fact, value }) =>
    expect(at([entry], '2026-01-10').patient[fact]).toBe(value),
  ); // prettier-ignore
  it('works out kidney function from creatinine when age and sex are known', () => {
    expect(
      at([laboratory('l', '2026-01-05', 'creatinine', 70.72, 'umol/L')], '2026-01-10', {
        age: 50,
        'sex-at-birth': 'female',
      }).patient['egfr'],
    ).toBeCloseTo(89.69, 0);
  });
  it('a result too old for its fact is unknown, and kept as stale', () => {
    const old = at([laboratory('l', '2026-01-05', 'haemoglobin', 128, 'g/L')], '2026-06-05');
    expect(old.patient['haemoglobin']).toBeUndefined();
    expect(old.stale['haemoglobin']).toMatchObject({ value: 12.8, on: '2026-01-05' });
  });
  it('31 January and three months end on 30 April', () => {
    const record = [laboratory('l', '2026-01-31', 'ferritin', 100, 'ug/L')];
    expect(at(record, '2026-04-30').patient['ferritin']).toBe(100);
    expect(at(record, '2026-05-01').patient['ferritin']).toBeUndefined();
  });
});

describe('a bad record is named with its entry', () => {
  it.each<{ what: string; record: Record; code: string }>([
    {
      what: 'two doses at once',
      record: [...steroid, medicine('c', '2026-02-02', 'prednisone', 'change', 30)],
      code: 'overlapping-doses: b c',
    },
    {
      what: 'every day and every other day at once',
      record: [
        started('b', 'azathioprine', 50, { frequency: { times: 1, per: 'day' } }),
        started('c', 'azathioprine', 50, { frequency: { times: 1, per: 'day', every: 2 } }),
      ],
      code: 'overlapping-doses: b c',
    },
    {
      what: 'the same milligrams of two products at once',
      record: [
        started('b', 'prednisone', 16, { product: 'prednisone' }),
        started('c', 'prednisone', 16, { product: 'methylprednisolone' }),
      ],
      code: 'overlapping-doses: b c',
    },
    {
      what: 'milligrams and grams at once',
      record: [
        started('b', 'azathioprine', 50, { dose: { value: 50, unit: 'mg' } }),
        started('c', 'azathioprine', 50, { dose: { value: 50, unit: 'g' } }),
      ],
      code: 'overlapping-doses: b c',
    },
    {
      what: 'a start while it runs',
      record: [...steroid, medicine('c', '2026-03-02', 'prednisone', 'start', 30)],
      code: 'overlapping-doses: c b',
    },
    {
      what: 'a stop of what never began',
      record: [medicine('c', '2026-02-02', 'azathioprine', 'stop')],
      code: 'missing-start: c',
    },
    {
      what: 'a day that is none',
      record: [medicine('c', '2026-02-30', 'azathioprine', 'start', 50)],
      code: 'impossible-date: c',
    },
    {
      what: 'grams for grams a decilitre',
      record: [laboratory('c', '2026-02-03', 'haemoglobin', 128, 'g/dL')],
      code: 'unit-mix-up: c',
    },
    {
      what: 'a unit that measures something else',
      record: [laboratory('c', '2026-02-03', 'haemoglobin', 12, 'mm[Hg]')],
      code: 'unit-mix-up: c',
    },
    {
      what: 'an enzyme without its limit',
      record: [laboratory('c', '2026-02-03', 'CK', 900, 'U/L')],
      code: 'missing-limit: c',
    },
    {
      what: 'an unknown fact',
      record: [{ id: 'c', on: '2026-02-03', kind: 'fact', fact: 'pregnent', value: true }],
      code: 'unknown-name: c',
    },
    {
      what: 'an impossible value',
      record: [{ id: 'c', on: '2026-02-03', kind: 'fact', fact: 'age', value: 400 }],
      code: 'wrong-value: c',
    },
    {
      what: 'a medicine nobody knows',
      record: [medicine('c', '2026-02-03', 'snake-oil', 'start', 1)],
      code: 'unknown-name: c',
    },
    {
      what: 'the same id twice',
      record: [
        medicine('a', '2026-01-05', 'azathioprine', 'start', 50),
        medicine('a', '2026-01-06', 'azathioprine', 'change', 75),
      ],
      code: 'duplicate-entry: a',
    },
    {
      what: 'a correction of nothing',
      record: [{ id: 'c', on: '2026-02-03', kind: 'withdrawal', of: 'z' }],
      code: 'unknown-entry: c',
    },
    {
      what: 'drips without a course',
      record: [{ id: 'c', on: '2026-02-03', kind: 'infusion', intervention: 'ivig', dose: { value: 60, unit: 'g' } }],
      code: 'no-course: c',
    },
  ])('$what → $code', ({ record, code }) => expect(codes(record, '2026-03-10')).toContain(code));
  it('asks whether 128 g/dL is meant as g/L', () => {
    expect(
      at([laboratory('c', '2026-02-03', 'haemoglobin', 128, 'g/dL')], '2026-02-04').problems[0]?.message,
    ).toContain('Is it 128 g/L?');
  });
});

describe('what was said last stands, and a disagreement is said', () => {
  const said = (id: string, on: string, value: number): Entry => ({
    id,
    on,
    kind: 'fact',
    fact: 'prednisone-mg-per-day',
    value,
  });
  it.each([
    {
      what: 'a later answer over the record',
      record: [...steroid, said('x', '2026-02-20', 15)],
      value: 15,
      conflict: true,
    },
    {
      what: 'a later entry over an answer',
      record: [...steroid, said('x', '2026-01-20', 15)],
      value: 20,
      conflict: false,
    },
    { what: 'the entry on the same day', record: [...steroid, said('x', '2026-02-02', 15)], value: 20, conflict: true },
    {
      what: 'no conflict when they agree',
      record: [...steroid, said('x', '2026-02-20', 20)],
      value: 20,
      conflict: false,
    },
  ])('$what', ({ record, value, conflict }) => {
    expect(at(record, '2026-03-01').patient['prednisone-mg-per-day']).toBe(value);
    expect(codes(record, '2026-03-01').some((code) => code.startsWith('conflict'))).toBe(conflict);
  });
  it('two answers that contradict each other on one day leave it unknown', () => {
    const split: Record = [
      { id: 'a', on: '2026-01-05', kind: 'fact', fact: 'pregnant', value: true },
      { id: 'b', on: '2026-01-05', kind: 'fact', fact: 'pregnant', value: false },
    ];
    expect(at(split, '2026-01-06').patient['pregnant']).toBeUndefined();
    expect(codes(split, '2026-01-06')).toEqual(['conflict: a b']);
  });
  it('typed facts count as said on their own day', () => {
    expect(
      at(steroid, '2026-03-01', { 'prednisone-mg-per-day': 30 }, '2026-01-20').patient['prednisone-mg-per-day'],
    ).toBe(20);
    expect(
      at(steroid, '2026-03-01', { 'prednisone-mg-per-day': 30 }, '2026-02-20').patient['prednisone-mg-per-day'],
    ).toBe(30);
  });
});

describe('time goes on', () => {
  it('an age grows by whole years, also from a leap day', () => {
    const record: Record = [{ id: 'a', on: '2024-02-29', kind: 'fact', fact: 'age', value: 40 }];
    expect(at(record, '2025-02-27').patient['age']).toBe(40);
    expect(at(record, '2025-02-28').patient['age']).toBe(41);
    expect(at(record, '2028-02-29').patient['age']).toBe(44);
  });
  it('going back shows what had happened by then, with what is known now', () => {
    const mended: Record = [...steroid, { ...medicine('b2', '2026-02-02', 'prednisone', 'change', 25), replaces: 'b' }];
    expect(at(mended, '2026-01-20').patient['prednisone-mg-per-day']).toBe(40);
    expect(at(mended, '2026-03-01').patient['prednisone-mg-per-day']).toBe(25);
  });
  it('an entry taken back counts for nothing and stays in the record', () => {
    const back: Record = [...steroid, { id: 'w', on: '2026-03-01', kind: 'withdrawal', of: 'b' }];
    expect(at(back, '2026-02-20').patient['prednisone-mg-per-day']).toBe(40);
    expect(back).toHaveLength(3);
  });
});

describe('response is measured against the start of the regimen', () => {
  const little = visit('2026-04-27', [5, 5, 4, 126, 1.375, 1600]);
  const well = visit('2026-04-27', [2, 2, 1.5, 142, 0.5, 300]);
  it.each<{ what: string; record: Record; on: string; facts: Patient }>([
    {
      what: 'too early',
      record: begun,
      on: '2026-03-01',
      facts: { 'treatment-phase': 'induction', 'weeks-on-current-regimen': 7 },
    },
    {
      what: 'minimal at week 16',
      record: [...begun, ...little],
      on: '2026-04-27',
      facts: { response: 'minimal', 'treatment-phase': 'inadequate-response', 'weeks-on-current-regimen': 16 },
    },
    {
      what: 'minimal at week 15 is not yet too little',
      record: [...begun, ...visit('2026-04-20', [5, 5, 4, 126, 1.375, 1600])],
      on: '2026-04-20',
      facts: { response: 'minimal', 'treatment-phase': 'induction' },
    },
    {
      what: 'none at week 12',
      record: [...begun, ...visit('2026-03-30', [6, 6, 4, 118, 1.5, 2800])],
      on: '2026-03-30',
      facts: { response: 'none', 'treatment-phase': 'inadequate-response' },
    },
    {
      what: 'major at week 16',
      record: [...begun, ...well],
      on: '2026-04-27',
      facts: { response: 'major', 'treatment-phase': 'maintenance' },
    },
    {
      what: 'worse',
      record: [...begun, ...visit('2026-03-30', [8.5, 8, 6.5, 90, 2, 2800])],
      on: '2026-03-30',
      facts: { response: 'worse', 'treatment-phase': 'inadequate-response' },
    },
    {
      what: 'a dose that went up starts the weeks anew',
      record: [...begun, medicine('m2', '2026-02-16', 'methotrexate', 'change', 20, 'week'), ...little],
      on: '2026-04-27',
      facts: { 'weeks-on-current-regimen': 10, 'treatment-phase': 'induction' },
    },
    {
      what: 'two regimens that did too little are refractory',
      record: [
        ...begun,
        ...little,
        medicine('i', '2026-05-04', 'ivig', 'start'),
        ...visit('2026-08-24', [5, 5, 4, 126, 1.375, 1600]),
      ],
      on: '2026-08-24',
      facts: { response: 'none', 'treatment-phase': 'refractory' },
    },
  ])('$what', ({ record, on, facts }) => expect(at(record, on).patient).toMatchObject(facts));

  it('gives bounds, and no word, when too little was measured', () => {
    const found = at(
      [...begun, { id: 'only', on: '2026-04-27', kind: 'measure', measure: 'physician-global-activity', score: 2 }],
      '2026-04-27',
    );
    expect(found.patient['response']).toBeUndefined();
    expect(found.reviews.at(-1)).toMatchObject({ total: null, lowerBound: 17.5 });
    expect(found.problems.map(({ code }) => code)).toContain('not-enough-measured');
  });

  const worse = (on: string) => visit(on, [5, 5, 4, 120, 1.25, 1500]);
  const twice = [...begun, ...well, ...worse('2026-07-06'), ...worse('2026-08-03')];
  it.each<{ what: string; record: Record; on: string; relapsed: boolean }>([
    {
      what: 'one worse visit is no relapse yet',
      record: [...begun, ...well, ...worse('2026-07-06')],
      on: '2026-07-06',
      relapsed: false,
    },
    { what: 'two in a row are one', record: twice, on: '2026-08-03', relapsed: true },
    {
      what: 'better again is none',
      record: [...begun, ...well, ...worse('2026-07-06'), ...visit('2026-08-03', [2, 2, 1.5, 142, 0.5, 300])],
      on: '2026-08-03',
      relapsed: false,
    },
    {
      what: 'a new treatment begins anew',
      record: [...twice, medicine('i', '2026-08-10', 'ivig', 'start')],
      on: '2026-08-20',
      relapsed: false,
    },
  ])('relapse: $what', ({ record, on, relapsed }) =>
    expect(at(record, on).patient['treatment-phase'] === 'relapse').toBe(relapsed),
  );
});

describe('laws of deriving', () => {
  const record: Record = [
    ...begun,
    ...visit('2026-04-27', [5, 5, 4, 126, 1.375, 1600]),
    ...steroid.map((entry) => ({ ...entry, id: `z${entry.id}`, on: entry.on.replace('2026', '2025') })),
  ];
  it('the order of entries says nothing', () => {
    const first = at(record, '2026-05-01');
    fc.assert(
      fc.property(fc.shuffledSubarray([...record], { minLength: record.length }), (shuffled) => {
        const other = at(shuffled, '2026-05-01');
        expect(other.patient).toEqual(first.patient);
        expect(other.provenance).toEqual(first.provenance);
      }),
      { numRuns: 50 },
    );
  });
  it('what happens later never changes an earlier day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
        const day = new Date(Date.UTC(2026, 0, 1) + days * 864e5).toISOString().slice(0, 10);
        expect(
          at(
            record.filter(({ on }) => on <= day),
            day,
          ).patient,
        ).toEqual(at(record, day).patient);
      }),
      { numRuns: 50 },
    );
  });
  it('every derived fact says from which entries, and every value fits its fact', () => {
    const found = at(record, '2026-05-01');
    for (const [id, value] of Object.entries(found.patient)) {
      const fact = guideline.facts[id];
      expect(found.provenance[id]?.entries.length, id).toBeGreaterThan(0);
      if (fact?.value.type === 'quantity') expect(value).toBeGreaterThanOrEqual(fact.value.min);
    }
  });
});
