// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../authoring/index.ts';
import { derive, testName, type RecordProblem } from './index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;
const on = '2026-01-05';
const typed = { facts: { age: 50, 'sex-at-birth': 'female' }, on };
const read = (test: string, value: number, unit: string, upperLimit?: number) =>
  derive(
    guideline,
    [{ id: 'l', on, kind: 'laboratory', test, value, unit, ...(upperLimit === undefined ? {} : { upperLimit }) }],
    on,
    typed,
  );
const codes = (problems: readonly RecordProblem[]) => problems.map(({ code }) => code);

describe('creatine kinase and creatinine are never mistaken for each other', () => {
  it.each([
    ['CPK', 'creatine-kinase'],
    ['cpk', 'creatine-kinase'],
    ['CK', 'creatine-kinase'],
    ['Creatine kinase', 'creatine-kinase'],
    ['creatine_kinase', 'creatine-kinase'],
    ['Creatinine', 'creatinine'],
    ['creatine', 'creatine'],
    ['CrP', 'crp'],
  ])('%s is the test %s', (written, name) => expect(testName(written)).toBe(name));
  it.each([
    { test: 'cpk', value: 900, unit: 'U/L', upperLimit: 200, enzyme: 4.5, kidney: false },
    { test: 'creatinine', value: 0.8, unit: 'mg/dL', upperLimit: 1.1, enzyme: undefined, kidney: true },
    { test: 'cpk', value: 0.8, unit: 'mg/dL', upperLimit: undefined, enzyme: undefined, kidney: false },
  ])('$test $value $unit → muscle enzyme $enzyme, kidney function $kidney', (given) => {
    const { patient } = read(given.test, given.value, given.unit, given.upperLimit);
    expect(patient['creatine-kinase-times-upper-limit']).toBe(given.enzyme);
    expect(patient['egfr'] !== undefined).toBe(given.kidney);
  });
});

describe('a number without a unit is never given the unit of its fact', () => {
  it.each(['', '1', '{score}', '{times_upper_limit}'])(
    'haemoglobin 12.8 in "%s" is unknown, and said to be',
    (unit) => {
      const { patient, problems } = read('haemoglobin', 12.8, unit);
      expect(patient['haemoglobin']).toBeUndefined();
      expect(codes(problems)).toEqual(['unit-mix-up']);
    },
  );
  it.each(['', 'U/L'])('creatinine in "%s" gives no kidney function, and that is said', (unit) => {
    const { patient, problems } = read('creatinine', 0.8, unit);
    expect(patient['egfr']).toBeUndefined();
    expect(problems.map(({ code, entries }) => ({ code, entries }))).toEqual([{ code: 'unit-mix-up', entries: ['l'] }]);
  });
});
