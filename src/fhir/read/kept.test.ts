// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { readBundle, type Reading } from '../index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const asOf = '2026-11-01';
const result = (code: string, value: number, unit: string, more: object = {}) => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: '2026-10-20',
  valueQuantity: { value, unit },
  ...more,
});
function read(...resources: object[]): Reading {
  const entry = resources.map((resource) => ({ resource }));
  const found = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', entry }, asOf);
  if (!found.ok) throw new Error(found.problem);
  return found;
}
const woman = {
  resourceType: 'Patient',
  id: 'p',
  birthDate: '1976-03-01',
  extension: [{ url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'F' }],
};

describe('results that no rule asks for become entries, as they were reported', () => {
  it.each<[string, string, number, string, string, string]>([
    ['AST', '1920-8', 88, 'U/L', 'ast', 'U/L'],
    ['AST in another unit', '30239-8', 1.5, 'ukat/L', 'ast', 'ukat/L'],
    ['LDH', '2532-0', 410, 'IU/L', 'ldh', 'U/L'],
    ['aldolase', '1761-6', 12.4, 'U/L', 'aldolase', 'U/L'],
    ['C-reactive protein', '1988-5', 1.2, 'mg/dL', 'c-reactive-protein', 'mg/dL'],
    ['erythrocyte sedimentation rate', '4537-7', 30, 'mm/hr', 'erythrocyte-sedimentation-rate', 'mm/h'],
    ['myoglobin', '2639-3', 400, 'ng/mL', 'myoglobin', 'ng/mL'],
    ['vitamin D', '62292-8', 22, 'ng/mL', 'vitamin-d', 'ng/mL'],
    ['creatinine', '2160-0', 0.8, 'mg/dL', 'creatinine', 'mg/dL'],
    ['creatinine by amount', '14682-9', 71, 'umol/L', 'creatinine', 'umol/L'],
    ['a six-minute walk', '64098-7', 420, 'm', 'six-minute-walk', 'm'],
  ])('%s', (_name, code, value, unit, test, kept) => {
    const { entries, facts } = read(result(code, value, unit));
    expect(entries).toEqual([expect.objectContaining({ test, value, unit: kept, on: '2026-10-20', by: 'import' })]);
    expect(facts).toEqual({});
  });
  it('a limit of the laboratory is kept with it', () => {
    const range = { referenceRange: [{ high: { value: 35, unit: 'U/L' } }] };
    expect(read(result('1920-8', 88, 'U/L', range)).entries).toEqual([expect.objectContaining({ upperLimit: 35 })]);
  });
  it.each<[string, object, RegExp]>([
    ['micromoles called milligrams', result('2160-0', 80, 'mg/dL'), /outside 0\.1 to 25: the unit may be mixed up/],
    ['milligrams called micromoles', result('14682-9', 0.9, 'umol/L'), /is 0\.0102 mg\/dL, outside/],
    ['an activity in grams', result('1920-8', 88, 'g/L'), /unit "g\/L" cannot be turned into U\/L/],
    ['no unit', { ...result('1920-8', 88, ''), valueQuantity: { value: 88 } }, /its unit is not said/],
    [
      'less than',
      { ...result('1988-5', 3, ''), valueQuantity: { value: 3, comparator: '<', unit: 'mg/L' } },
      /not a number/,
    ],
    ['no day', result('1920-8', 88, 'U/L', { effectiveDateTime: '2026-10' }), /the day is not known/],
    ['a creatinine in urine', result('2161-8', 90, 'mg/dL'), /No fact of the guideline asks/],
  ])('%s is refused, with the reason', (_name, resource, reason) => {
    const { entries, ignored } = read(resource);
    expect(entries).toEqual([]);
    expect(ignored.map((one) => one.reason).join()).toMatch(reason);
  });
});

describe('a kidney function worked out from creatinine (CKD-EPI 2021), and marked as such', () => {
  const creatinine = (value: number, unit: string, on = '2026-10-20') =>
    result('2160-0', value, unit, { id: 'crea', effectiveDateTime: on });
  const reported = (value: number, on: string) =>
    result('98979-8', value, 'mL/min/{1.73_m2}', { id: 'egfr', effectiveDateTime: on });
  it.each<[string, object[], number | undefined]>([
    ['creatinine, age and sex', [woman, creatinine(0.8, 'mg/dL')], 89.7],
    ['the same in another unit', [woman, creatinine(70.72, 'umol/L')], 89.7],
    ['no sex at birth', [{ ...woman, extension: [], gender: 'female' }, creatinine(0.8, 'mg/dL')], undefined],
    ['no age', [{ ...woman, birthDate: undefined }, creatinine(0.8, 'mg/dL')], undefined],
    ['a creatinine of last year', [woman, creatinine(0.8, 'mg/dL', '2025-10-20')], undefined],
  ])('%s', (_name, resources, value) => {
    const { facts, found } = read(...resources);
    if (value === undefined) return expect(facts['egfr']).toBeUndefined();
    expect(Number(facts['egfr'])).toBeCloseTo(value, 1);
    expect(found.find(({ fact }) => fact === 'egfr')).toMatchObject({
      how: 'worked-out',
      from: 'Observation/crea',
      note: expect.stringContaining('CKD-EPI 2021'),
    });
    return undefined;
  });
  it('a newer creatinine counts more than an older reported number, which is said to be older', () => {
    const { facts, ignored } = read(woman, reported(88, '2026-09-20'), creatinine(3, 'mg/dL'));
    expect(Number(facts['egfr'])).toBeLessThan(30);
    expect(ignored.map(({ resource, reason }) => `${resource}: ${reason}`).join()).toMatch(
      /Observation\/egfr: .*newer/,
    );
  });
  it('a number that the laboratory reported the same day counts', () => {
    const { facts } = read(woman, reported(88, '2026-10-20'), creatinine(3, 'mg/dL'));
    expect(facts['egfr']).toBe(88);
  });
});

describe('numbers of the rules', () => {
  it('haemoglobin by amount becomes grams', () => {
    expect(Number(read(result('59260-0', 7.4, 'mmol/L')).facts['haemoglobin'])).toBeCloseTo(11.92, 2);
  });
  it('a CK without limits settles nothing, is asked about, and is kept', () => {
    const { facts, asked, entries } = read(result('2157-6', 812, 'U/L'));
    expect(facts).toEqual({});
    expect(asked.map(({ fact }) => fact)).toEqual(['creatine-kinase-times-upper-limit']);
    expect(entries).toEqual([expect.objectContaining({ kind: 'laboratory', value: 812, unit: 'U/L' })]);
  });
});
