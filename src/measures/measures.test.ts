// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMeasure, measures } from './index.ts';
import { reader } from './measure.ts';

type Vectors = {
  tolerance: Record<string, number>;
  vectors: { id: string; title: string; inputs: Record<string, unknown>; expected: Record<string, unknown> }[];
};
/** Whose tolerance in its vector file a field goes by, where the two have different names. A field that no tolerance is for has to
 *  agree exactly, up to what binary fractions add. */
const toleranceOf: Readonly<Record<string, string>> = {
  prednisoneEqMg: 'mg',
  haqDi: 'index',
  lowerBound: 'total',
  upperBound: 'total',
  ibw: 'kg',
  adjbw: 'kg',
  dosingWeight: 'kg',
  totalDoseG: 'g',
};
const binary = 1e-9;
const toleranceFor = (name: string, tolerance: Vectors['tolerance']): number =>
  (tolerance[name] ?? tolerance[toleranceOf[name] ?? ''] ?? tolerance['number'] ?? 0) + binary;
/** Every field of what is expected, each number within the vector file's own tolerance for that field. */
function agrees(found: unknown, expected: unknown, tolerance: Vectors['tolerance'], field = ''): boolean {
  if (typeof expected === 'number')
    return typeof found === 'number' && Math.abs(found - expected) <= toleranceFor(field, tolerance);
  if (typeof expected !== 'object' || expected === null) return found === expected;
  return (
    typeof found === 'object'
    && found !== null
    && (!Array.isArray(expected) || (Array.isArray(found) && found.length === expected.length))
    && Object.entries(expected).every(([name, value]) =>
      agrees(Reflect.get(found, name), value, tolerance, Array.isArray(expected) ? field : name),
    )
  );
}
/** Where the fault of an invalid vector lies. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'TIS-P20': ['enzyme.readings.0.uln'],
  'CAT-H02': ['activity'],
  'MMT-P06': ['neckFlexors'],
  'FI2-H02': ['reps.toeLift.right'],
  'VAS-H03': ['phga'],
};
describe.each(measures.map(({ id }) => id))('%s gives what its published vectors say', (id) => {
  const { tolerance, vectors }: Vectors = JSON.parse(
    readFileSync(`src/measures/${id.replaceAll('_', '-')}/vectors.json`, 'utf8'),
  );
  it.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))(
    '%s: %s',
    (name, _title, { inputs, expected }) => {
      const found = findMeasure(id)?.score(inputs);
      if (expected['status'] === 'invalid') {
        const { status: _invalid, reason: _why, ...fields } = expected;
        expect(Object.values(fields)).toEqual(Object.values(fields).map(() => null)); // no number is expected, and none is given
        expect(found).not.toHaveProperty('result');
        expect(found?.ok === false && found.problems.map(({ path }) => path)).toEqual(faults[name]);
        return;
      }
      if (!found?.ok) throw new Error(`Refused: ${JSON.stringify(found?.problems)}`);
      expect({ found: found.result, agrees: agrees(found.result, expected, tolerance) }).toMatchObject({
        agrees: true,
      });
    },
  );
});

describe('bad input gets a located message, never a number', () => {
  it.each([
    ['egfr', { creatinine: 1, unit: 'mg/dL', sex: 'male' }, 'age'],
    ['egfr', { creatinine: 1, unit: 'g/L', age: 50, sex: 'male' }, 'unit'],
    ['egfr', { creatinine: -1, unit: 'mg/dL', age: 50, sex: 'male' }, 'creatinine'],
    ['bsa', { heightCm: '172 cm', weightKg: 70 }, 'heightCm'],
    ['bsa', { heightCm: 172, weightKg: 4000 }, 'weightKg'],
    ['tis', { population: 'adult', phga: { baseline: 12, followUp: 4 } }, 'phga.baseline'],
    ['tis', { population: 'adult', coreSet: 'PRINTO' }, 'coreSet'],
    ['prednisone', { doses: [{ drug: 'budesonide', doseMg: 3 }] }, 'doses.0.drug'],
    ['haq', { items: { dressing: [7] } }, 'items.dressing'],
    ['dlqi', { items: [1] }, 'items'],
    ['tug', { seconds: 'ten', age: 70 }, 'seconds'],
    ['six_mwt', { distanceM: 400, sex: 'male', heightCm: 170, weightKg: 80 }, 'age'],
    ['fi3', { neckFlexion: 31 }, 'neckFlexion'],
    ['skindex', {}, 'skindex16'],
    ['itch_5d', { duration: 9 }, 'duration'],
    ['mdaat', {}, 'myoact'],
    ['cdasi', { sites: { scalp: { erythema: 4 } } }, 'sites.scalp.erythema'],
    ['cdasi', { change: { baselineActivity: 120, followUpActivity: 3 } }, 'change.baselineActivity'],
    ['cdasi', {}, 'sites'],
    ['classification', { ageAtOnset: 45 }, 'biopsyAvailable'],
    ['classification', { ageAtOnset: 45, biopsyAvailable: true, heliotrope: 'yes' }, 'heliotrope'],
    ['response', { rule: 'IMACS_DOI', baseline: {}, visits: [{ phga: 11 }] }, 'visits.0.phga'],
    ['response', { rule: 'ProDERM_responder', baseline: { phga: 4 }, visits: [{ phga: 2 }] }, 'tis'],
    ['inactive', {}, 'ck'],
    ['convert', { value: 3, from: 'furlong', to: 'mg' }, 'to'],
    ['global', {}, 'phga'],
    ['fi2', { reps: { headLift: { right: 2.5 } } }, 'reps.headLift.right'],
    ['arm-lift', { count: -1 }, 'count'],
    ['mdi', { items: { a: 3 } }, 'items.a'],
    ['promis', { tScore: 50 }, 'instrument'],
    ['cmas', { cmas: 60 }, 'cmas'],
  ])('%s %j', (id, inputs, path) => {
    expect(findMeasure(id)?.score(inputs)).toMatchObject({ ok: false, problems: [{ path }] });
  });
});

describe('a blank is never counted as nothing', () => {
  it('gives CDASI as a lower bound with what is missing', () => {
    expect(findMeasure('cdasi')?.score({ sites: { scalp: { erythema: 2, scale: 1 } }, periungual: 1 })).toMatchObject({
      ok: true,
      result: { status: 'incomplete', activity: null, activityLowerBound: 4 },
    });
  });
  it('calls the classification score a lower bound when an item is unknown', () => {
    expect(
      findMeasure('classification')?.score({ ageAtOnset: 45, biopsyAvailable: false, heliotrope: true }),
    ).toMatchObject({ ok: true, result: { score: 5.2, scoreIsLowerBound: true } });
  });
  it('decides inactive disease only when what is missing cannot change it', () => {
    expect(findMeasure('inactive')?.score({ ck: 100, cmas: 50 })).toMatchObject({ result: { inactive: null } });
    expect(findMeasure('inactive')?.score({ ck: 500, cmas: 30 })).toMatchObject({ result: { inactive: false } });
  });
});

describe('a steroid that is not said is not none', () => {
  const score = (inputs: Record<string, unknown>) => findMeasure('prednisone')?.score(inputs);
  it('an empty list says that none was taken', () =>
    expect(score({ doses: [] })).toEqual({ ok: true, result: { prednisoneEqMg: 0 } }));
  it.each([
    ['no list', {}, 'doses'],
    ['a blank list', { doses: null }, 'doses'],
    ['a blank line', { doses: [null] }, 'doses.0.drug'],
    ['a steroid without a dose', { doses: [{ drug: 'prednisone' }] }, 'doses.0.doseMg'],
    ['a dose without its steroid', { doses: [{ doseMg: 5 }] }, 'doses.0.drug'],
  ])('%s is refused', (_what, inputs, path) =>
    expect(score(inputs)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ path })]),
    }),
  );
});

describe('a message repeats what was given', () => {
  const long = Array.from({ length: 40 }, (_, i) => i);
  it.each<[string, Record<string, unknown>, string]>([
    ['bsa', { heightCm: { value: 172 }, weightKg: 70 }, 'is "{"value":172}". Give a number in cm, without the unit.'],
    ['bsa', { heightCm: '172 cm', weightKg: 70 }, 'is "172 cm". Give a number in cm, without the unit.'],
    ['bsa', { heightCm: [1, 2], weightKg: 70 }, 'is "[1,2]". Give a number in cm, without the unit.'],
    ['tis', { population: { is: 'adult' } }, 'is "{"is":"adult"}". It takes adult or juvenile.'],
    ['tis', {}, 'is missing. It takes adult or juvenile.'],
    ['dlqi', { items: [{ a: 1 }, 0, 0, 0, 0, 0, 0, 0, 0, 0] }, '"{"a":1}" is not an answer: 0 to 3, NR or null.'],
    ['skindex', { skindex16: [long, ...long.slice(0, 15).map(() => 0)] }, '"[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,…" is not an answer from 0 to 6 or null.'],
    ['mdi', { items: { a: { b: 1 } } }, 'is "{"b":1}". An item is 0, 1 or NA.'],
    ['mmt8', { mode: 'bilateral', scale: 'kendall0_10', neckFlexors: { right: 9 } }, 'is "{"right":9}". Grades are whole numbers from 0 to 10.'],
    ['classification', { ageAtOnset: 45, biopsyAvailable: {} }, 'is "{}". It takes true or false.'],
    ['classification', { ageAtOnset: 45, biopsyAvailable: true, heliotrope: { is: true } }, 'is "{"is":true}". It takes true, false, or null when it is not known.'],
  ])('%s %j', (id, inputs, message) => {
    const found = findMeasure(id)?.score(inputs);
    expect(found?.ok === false ? found.problems.map((one) => one.message) : []).toContain(message);
  }); // prettier-ignore
});

it.each([
  [undefined, 'is missing. Give a number from 0 to 10.'],
  [11, 'is 11. Give a number from 0 to 10.'],
])('a number that is %s is refused in a whole sentence, also where it has no unit', (given, message) => {
  const read = reader(given === undefined ? {} : { strength: given });
  read.number('strength', 0, 10);
  expect(read.problems).toEqual([{ path: 'strength', message }]);
});

describe('whatever stands in the place of one input', () => {
  type Path = readonly string[];
  /** Every place of a value inside the inputs, by name; places in a list have their number. */
  const places = (value: unknown, at: Path = []): readonly Path[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) => places(part, [...at, name]))
      : [at];
  const put = (into: unknown, [name, ...rest]: Path, value: unknown): unknown => {
    if (name === undefined) return value;
    if (Array.isArray(into)) return into.map((part, i) => (String(i) === name ? put(part, rest, value) : part));
    return typeof into === 'object' && into !== null
      ? { ...into, [name]: put(Reflect.get(into, name), rest, value) }
      : into;
  };
  const finite = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).every(finite) : typeof value !== 'number' || Number.isFinite(value); // prettier-ignore
  /** What is only said of an input, and no number rests on. */
  const remarks = /^(unit_conversions analyte|tis_2016_acr_eular \w+\.instrument)$/;
  const never: readonly unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, '12 kg', '', [], [[1]], {}, { value: Number.NaN }, '__proto__', 'constructor']; // prettier-ignore

  it.each(measures.map(({ id }) => id))(
    '%s refuses what cannot be it, at its place, and never gives a number that is none',
    (id) => {
      const { vectors }: Vectors = JSON.parse(
        readFileSync(`src/measures/${id.replaceAll('_', '-')}/vectors.json`, 'utf8'),
      );
      const measure = findMeasure(id);
      const sound = vectors.filter(({ inputs }) => measure?.score(inputs).ok);
      expect(sound.length).toBeGreaterThan(0);
      for (const { inputs } of sound)
        for (const at of places(inputs))
          for (const value of never) {
            const changed = put(inputs, at, value);
            const found = typeof changed === 'object' && changed !== null ? measure?.score({ ...changed }) : undefined;
            const emptied = Array.isArray(value) && value.length === 0; // "none of them" where a list of lists is asked for
            if (found?.ok)
              expect({ at, value, finite: finite(found.result), remark: remarks.test(`${id} ${at.join('.')}`) || emptied }).toMatchObject({ finite: true, remark: true }); // prettier-ignore
            else
              for (const { path, message } of found?.problems ?? [])
                expect([typeof path, message.length > 3]).toEqual(['string', true]);
          }
    },
  );
  it.each([
    ['sts30', { count: 12, usedArms: 'yes' }, 'usedArms'],
    ['mmt8', { mode: 'unilateral', neckFlexors: 9, pairs: { quadriceps: 9 } }, 'pairs.quadriceps'],
    ['mdaat', { myoact: 'ten', mitax: { cutaneous: 'A' } }, 'myoact'],
    ['haq', { items: { dressing: [1] }, aids: ['constructor'] }, 'aids'],
  ])('%s %j names %s', (id, inputs, path) =>
    expect(findMeasure(id)?.score(inputs)).toMatchObject({ ok: false, problems: [{ path }] }),
  );
});
