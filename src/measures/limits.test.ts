// SPDX-License-Identifier: Apache-2.0
// The total improvement score, definitions of trials, equivalents and units: each entry and both sides of each edge.
import { describe, expect, it } from 'vitest';
import { findMeasure, type Inputs, type Result } from './index.ts';
import { bandPoints, categoryOf, maxima } from './tis-2016-acr-eular/tables.ts';
import { deterioration, imacsImprovement, isConfirmed, printoImprovement, type CoreSet } from './trial-definitions/change.ts'; // prettier-ignore
import { convertUnit } from './unit-conversions/convert.ts';

function scored(id: string, inputs: Inputs): Result {
  const found = findMeasure(id)?.score(inputs);
  if (!found?.ok) throw new Error(`Refused: ${JSON.stringify(found?.problems)}`);
  return found.result;
}

describe('total improvement score (Aggarwal et al. 2017, table 2): bands are open below and closed above', () => {
  const standard = [5, 15, 25, 40];
  it.each([
    ['phga', standard, [0, 7.5, 15, 17.5, 20]],
    ['ptga', standard, [0, 2.5, 5, 7.5, 10]],
    ['strength', [2, 10, 20, 30], [0, 10, 20, 27.5, 32.5]],
    ['function', standard, [0, 5, 7.5, 7.5, 10]],
    ['enzyme', standard, [0, 2.5, 5, 7.5, 7.5]],
    ['qol', standard, [0, 2.5, 5, 7.5, 7.5]],
    ['extramuscular', standard, [0, 7.5, 12.5, 15, 20]],
  ])('%s', (id, edges, points) => {
    expect([bandPoints(id, -50), bandPoints(id, 0)]).toEqual([0, 0]);
    expect(edges.map((edge) => bandPoints(id, edge))).toEqual(points.slice(0, 4));
    expect(edges.map((edge) => bandPoints(id, edge + 0.001))).toEqual(points.slice(1));
    expect(maxima(id)).toBe(points[4]);
  });
  it.each([
    ['adult', [19.5, 20, 39.5, 40, 59.5, 60]],
    ['juvenile', [29.5, 30, 44.5, 45, 69.5, 70]],
  ] as const)(
    '%s: %j are none, minimal, minimal, moderate, moderate, major',
    (population, sums) =>
    expect(sums.map((sum) => categoryOf(population, sum))).toEqual(['none', 'minimal', 'minimal', 'moderate', 'moderate', 'major']), // prettier-ignore
  );
  it.each([
    ['CK', 15],
    ['aldolase', 6],
    ['LDH', 3],
    ['AST', 3],
    ['ALT', 3],
  ])('the range of %s is %d times its upper limit', (name, multiple) => {
    const at = (value: number) => ({ value, unit: 'U/L' });
    const readings = [{ name, baseline: at(multiple * 100), followUp: at(0), uln: at(100) }];
    expect(scored('tis', { population: 'adult', enzyme: { readings } })['components']).toMatchObject({
      enzyme: { pct: 100 },
    });
  });
  it('1 µkat/L is 60 U/L', () => {
    const readings = [{ name: 'CK', baseline: { value: 25, unit: 'ukat/L' }, followUp: { value: 0, unit: 'U/L' }, uln: { value: 100, unit: 'U/L' } }]; // prettier-ignore
    expect(scored('tis', { population: 'adult', enzyme: { readings } })['components']).toMatchObject({
      enzyme: { pct: 100 },
    });
  });
});

describe('definitions of trials: percent of the value at the start', () => {
  const before: CoreSet = {
    phga: 5,
    ptga: 5,
    extramuscular: 5,
    strength: 100,
    strengthMax: 150,
    function: 2,
    enzyme: 100,
  };
  const after = (change: CoreSet): CoreSet => ({ ...before, ...change });
  it.each<{ what: string; change: CoreSet; imacs: boolean; printo: boolean }>([
    { what: 'three better by 20 %', change: { phga: 4, ptga: 4, function: 1.6 }, imacs: true, printo: true },
    {
      what: 'three better, one of them by 19 %',
      change: { phga: 4, ptga: 4, enzyme: 81 },
      imacs: false,
      printo: false,
    },
    { what: 'one worse by 30 %', change: { phga: 4, ptga: 4, function: 1.6, enzyme: 130 }, imacs: true, printo: true },
    {
      what: 'two worse by 31 %',
      change: { phga: 4, ptga: 4, function: 1.6, enzyme: 131, extramuscular: 6.6 },
      imacs: true,
      printo: false,
    },
    {
      what: 'two worse by 30 %, which is not more than 30 %',
      change: { phga: 4, ptga: 4, function: 1.6, enzyme: 130, extramuscular: 6.5 },
      imacs: true,
      printo: true,
    },
    {
      what: 'three worse by 25 %',
      change: { phga: 3, ptga: 6.25, enzyme: 125, extramuscular: 6.25, function: 1, strength: 130 },
      imacs: false,
      printo: true,
    },
    {
      what: 'strength worse by 25 %',
      change: { phga: 4, ptga: 4, function: 1.6, strength: 75 },
      imacs: false,
      printo: true,
    },
    {
      what: 'strength worse by 24 %',
      change: { phga: 4, ptga: 4, function: 1.6, strength: 76 },
      imacs: true,
      printo: true,
    },
    {
      what: 'strength worse by 31 %',
      change: { phga: 4, ptga: 4, function: 1.6, strength: 69 },
      imacs: false,
      printo: false,
    },
  ])(
    '$what: IMACS $imacs, PRINTO $printo',
    ({ change, imacs, printo }) =>
    expect([imacsImprovement(before, after(change)).met, printoImprovement(before, after(change)).met]).toEqual([imacs, printo]), // prettier-ignore
  );
  it.each<{ what: string; change: CoreSet; met: readonly string[] }>([
    { what: 'global by 2 cm and strength by 20 %', change: { phga: 7, strength: 80 }, met: ['A'] },
    { what: 'global by 1.9 cm and strength by 20 %', change: { phga: 6.9, strength: 80 }, met: [] },
    { what: 'global by 2 cm and strength by 19 %', change: { phga: 7, strength: 81 }, met: [] },
    { what: 'global by 2 cm alone', change: { phga: 7 }, met: [] },
    { what: 'outside the muscle by 2 cm', change: { extramuscular: 7 }, met: ['B'] },
    { what: 'outside the muscle by 1.9 cm', change: { extramuscular: 6.9 }, met: [] },
    { what: 'three by 30 %', change: { phga: 6.5, ptga: 6.5, function: 2.6 }, met: ['C'] },
    { what: 'three, one of them by 29 %', change: { phga: 6.5, ptga: 6.5, strength: 71 }, met: [] },
    { what: 'two and the enzyme', change: { phga: 6.5, ptga: 6.5, enzyme: 200 }, met: [] },
  ])('worse, $what: $met', ({ change, met }) => expect(deterioration(before, after(change))).toEqual(met));
  it('RIM counts the enzyme', () =>
    expect(deterioration(before, after({ phga: 6.5, ptga: 6.5, enzyme: 130 }), true)).toEqual(['C']));
  it.each<[readonly (readonly string[])[], boolean]>([
    [[['A'], ['B']], true],
    [[['A'], [], ['A']], false],
    [[[], ['C'], ['C']], true],
    [[['A']], false],
    [[], false],
  ])('visits %j are confirmed: %s', (visits, confirmed) => expect(isConfirmed(visits)).toBe(confirmed));
  it.each([
    ['phga', 4, 4.1],
    ['ptga', 4, 4.1],
    ['extramuscular', 4, 4.1],
    ['strength', 115, 114],
    ['function', 1.7, 1.8],
    ['enzyme', 70, 71],
  ] as const)('IMACS: %s to %d is a relevant change, to %d is not', (measure, enough, short) => {
    const relevant = (value: number) => scored('response', { rule: 'IMACS_relevantChange', baseline: before, visits: [{ ...before, [measure]: value }] })['perMeasure']; // prettier-ignore
    expect(relevant(enough)).toMatchObject({ [measure]: { relevant: true } });
    expect(relevant(short)).toMatchObject({ [measure]: { relevant: false } });
  });
});

describe('what equals 5 mg of prednisone', () => {
  it.each([
    ['prednisone', 5],
    ['prednisolone', 5],
    ['methylprednisolone', 4],
    ['hydrocortisone', 20],
    ['cortisone', 25],
    ['dexamethasone', 0.75],
    ['betamethasone', 0.75],
    ['triamcinolone', 4],
    ['deflazacort', 6],
  ])('%s: %d mg', (drug, doseMg) =>
    expect(scored('prednisone', { doses: [{ drug, doseMg }] })['prednisoneEqMg']).toBe(5),
  );
  it('from 250 mg a day it says that this is only rough', () => {
    const caution = (doseMg: number) => 'caution' in scored('prednisone', { doses: [{ drug: 'prednisone', doseMg }] });
    expect([caution(249), caution(250)]).toEqual([false, true]);
  });
});

describe('one of this is so much of that', () => {
  it.each([
    [1, 'mg/dL', 'umol/L', 'creatinine', 88.4],
    [1, 'g/dL', 'mmol/L', 'haemoglobin', 0.6206],
    [18.0156, 'mg/dL', 'mmol/L', 'glucose', 1],
    [1, 'mg/dL', 'mmol/L', 'urea', 0.357],
    [1, 'mg/dL', 'umol/L', 'bilirubin', 17.1],
    [1, 'mg/dL', 'mmol/L', 'calcium', 0.2495],
    [1, 'ng/mL', 'nmol/L', 'vitamin-d', 2.496],
    [1, 'mg/dL', 'umol/L', 'uric-acid', 59.48],
    [1, 'mg/dL', 'mmol/L', 'cholesterol', 0.02586],
    [1, 'ukat/L', 'U/L', '', 60],
    [60, 'U/L', 'ukat/L', '', 1],
    [1, 'U/mL', 'U/L', '', 1000],
    [1000, 'nkat/L', 'ukat/L', '', 1],
    [1, 'nkat/mL', 'ukat/L', '', 1],
    [1, 'ukat/mL', 'ukat/L', '', 1000],
    [1, 'kat/L', 'ukat/L', '', 1e6],
    [3, '10*3/uL', '10*9/L', '', 3],
    [3, '10^9/L', '10*9/L', '', 3],
    [3, '×10⁹/L', '10*9/L', '', 3],
    [1, 'g/dL', 'g/L', '', 10],
  ])('%d %s → %s %s: %d', (value, from, to, analyte, expected) =>
    expect(convertUnit(value, from, to, analyte)).toBeCloseTo(expected, 6),
  );
  it.each([
    ['mg/dL', 'umol/L', ''],
    ['mg/dL', 'umol/L', 'haemoglobin of something'],
    ['U/L', 'mg/dL', ''],
    ['mL', 'mg', ''],
  ])('%s → %s of "%s" is no conversion', (from, to, analyte) =>
    expect(convertUnit(1, from, to, analyte)).toBeUndefined(),
  );
});

describe('bands of other scores', () => {
  it.each([
    [60, 9, 9.1],
    [69, 9, 9.1],
    [70, 10.2, 10.3],
    [79, 10.2, 10.3],
    [80, 12.7, 12.8],
    [99, 12.7, 12.8],
  ])(
    'timed up-and-go at %d: %d s is within, %d s is slower',
    (age, within, slower) =>
    expect([within, slower].map((seconds) => scored('tug', { seconds, age })['worseThanAverage'])).toEqual([false, true]), // prettier-ignore
  );
  it.each([
    [39, true],
    [40, false],
    [80, false],
    [81, true],
  ])(
    'the six-minute walk at %d is beyond the ages it was made at: %s',
    (age, extrapolated) =>
    expect(scored('six_mwt', { distanceM: 400, sex: 'male', heightCm: 170, weightKg: 80, age })['extrapolated']).toBe(extrapolated), // prettier-ignore
  );
});
