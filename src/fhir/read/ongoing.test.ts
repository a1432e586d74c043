// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { readBundle, type Reading } from '../index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const asOf = '2026-11-01';
const [snomed, loinc, icd10cm, icd10] = [
  'http://snomed.info/sct',
  'http://loinc.org',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-10',
];
const code = (system: string, value: string) => ({ coding: [{ system, code: value }] });
const condition = (concept: object, more: object = {}) => ({
  resourceType: 'Condition',
  id: 'c',
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: concept,
  ...more,
});
const test = (value: 'negative' | 'positive', on: string) => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: code(loinc, '2106-3'),
  effectiveDateTime: on,
  valueCodeableConcept: code(snomed, value === 'negative' ? '260385009' : '10828004'),
});
function read(resources: readonly object[], more: object = {}): Reading {
  const entry = resources.map((resource) => ({ resource }));
  const found = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', ...more, entry }, asOf);
  if (!found.ok) throw new Error(found.problem);
  return found;
}
const pregnant = code(snomed, '77386006');
const status = (word: string) => ({ clinicalStatus: { coding: [{ code: word }] } });
const verified = (word: string) => ({ verificationStatus: { coding: [{ code: word }] } });

describe('a pregnancy on the problem list: known while it is active, dated or not, and unknown where it may be over', () => {
  type Row = { name: string; concept?: object; more?: object; says: true | 'asked' | 'left out' };
  it.each<Row>([
    { name: 'active, without a date', says: true },
    { name: 'active, and it began 42 weeks ago', more: { onsetDateTime: '2026-01-11' }, says: true },
    { name: 'active, and it began 42 weeks and a day ago', more: { onsetDateTime: '2026-01-10' }, says: 'left out' },
    {
      name: 'active, and it began in a month that ends within 42 weeks',
      more: { onsetDateTime: '2026-01' },
      says: true,
    },
    { name: 'active, recorded four months ago', more: { recordedDate: '2026-07-01' }, says: true },
    { name: 'active, recorded a year ago', more: { recordedDate: '2025-11-01' }, says: 'left out' },
    {
      name: 'active, begun two years ago and recorded again today',
      more: { onsetDateTime: '2024-11-01', recordedDate: asOf },
      says: 'left out',
    },
    { name: 'active, and it begins tomorrow', more: { onsetDateTime: '2026-11-02' }, says: 'left out' },
    { name: 'active, with an end in the past', more: { abatementDateTime: '2026-10-01' }, says: 'asked' },
    {
      name: 'active, with an end in the past as a period',
      more: { abatementPeriod: { end: '2026-10-01' } },
      says: 'asked',
    },
    { name: 'active, with its end still to come', more: { abatementDateTime: '2027-01-01' }, says: true },
    { name: 'resolved', more: status('resolved'), says: 'asked' },
    { name: 'inactive', more: status('inactive'), says: 'asked' },
    { name: 'refuted', more: verified('refuted'), says: 'left out' },
    { name: 'entered in error', more: verified('entered-in-error'), says: 'left out' },
    { name: 'not confirmed', more: verified('unconfirmed'), says: 'asked' },
    { name: 'without a status and without a date', more: { clinicalStatus: undefined }, says: 'asked' },
    {
      name: 'without a status, recorded two weeks ago',
      more: { clinicalStatus: undefined, recordedDate: '2026-10-18' },
      says: true,
    },
    {
      name: 'without a status, recorded four months ago',
      more: { clinicalStatus: undefined, recordedDate: '2026-07-01' },
      says: 'left out',
    },
    { name: 'a twin pregnancy', concept: code(snomed, '65147003'), says: true },
    { name: 'a high-risk pregnancy', concept: code(snomed, '47200007'), says: true },
    { name: 'a possible pregnancy', concept: code(snomed, '102874004'), says: 'asked' },
    { name: 'ICD-10-CM Z33.1', concept: code(icd10cm, 'Z33.1'), says: true },
    { name: 'ICD-10-CM O09.92', concept: code(icd10cm, 'O09.92'), says: true },
    { name: 'ICD-10-CM O24.410, diabetes in a pregnancy', concept: code(icd10cm, 'O24.410'), says: true },
    { name: 'ICD-10-CM O24.430, the same after it', concept: code(icd10cm, 'O24.430'), says: 'asked' },
    { name: 'ICD-10-CM O99.891, a disease complicating a pregnancy', concept: code(icd10cm, 'O99.891'), says: true },
    { name: 'ICD-10-CM O99.893, the same after it', concept: code(icd10cm, 'O99.893'), says: 'asked' },
    { name: 'ICD-10-CM O9A.211, an injury complicating a pregnancy', concept: code(icd10cm, 'O9A.211'), says: true },
    { name: 'ICD-10-CM O03.9, a pregnancy that ended', concept: code(icd10cm, 'O03.9'), says: 'asked' },
    { name: 'ICD-10-CM O36.4XX0, a child that died', concept: code(icd10cm, 'O36.4XX0'), says: 'asked' },
    { name: 'ICD-10-CM O80, a birth', concept: code(icd10cm, 'O80'), says: 'asked' },
    { name: 'ICD-10 Z34.9', concept: code(icd10, 'Z34.9'), says: true },
    { name: 'ICD-10 O14.1', concept: code(icd10, 'O14.1'), says: 'asked' },
    { name: 'its name alone', concept: { text: 'Pregnancy' }, says: true },
    { name: 'a name that says it is past', concept: { text: 'Previously pregnant' }, says: 'asked' },
    { name: 'a name of something else in it', concept: { text: 'Ectopic pregnancy' }, says: 'asked' },
    { name: 'a name with a word of doubt in it', concept: { text: 'High risk pregnancy' }, says: 'asked' },
    { name: 'a name that denies it', concept: { text: 'Not pregnant' }, says: 'left out' },
  ])('$name: $says', ({ concept = pregnant, more = {}, says }) => {
    const { facts, asked, ignored } = read([condition(concept, more)]);
    expect(facts['pregnant']).toBe(says === true ? true : undefined);
    expect(asked.some(({ fact }) => fact === 'pregnant')).toBe(says === 'asked');
    expect(ignored.some(({ resource }) => resource === 'Condition/c')).toBe(says === 'left out');
  });

  it('says where it came from and that it has no date', () => {
    const [found] = read([condition(pregnant)]).found;
    expect(found).toMatchObject({ fact: 'pregnant', on: asOf, from: 'Condition/c' });
    expect(found?.note).toContain('without a date');
  });
  it('counts from the day of the Bundle, where the list itself has no date', () => {
    expect(read([condition(pregnant)], { timestamp: '2026-03-01T10:00:00Z' }).facts['pregnant']).toBe(true);
    expect(read([condition(pregnant)], { timestamp: '2025-03-01T10:00:00Z' }).ignored[0]?.reason).toContain('42 weeks');
  });
  it.each([
    ['without a date, against a negative test of today', {}, test('negative', asOf), undefined],
    ['recorded before a negative test', { recordedDate: '2026-09-01' }, test('negative', '2026-10-30'), undefined],
    ['recorded after a negative test', { recordedDate: '2026-10-31' }, test('negative', '2026-10-30'), true],
    ['with a positive test', {}, test('positive', '2026-10-30'), true],
    ['with a negative test that is too old to count', {}, test('negative', '2026-10-01'), true],
  ])('%s', (_name, more, result, value) => {
    const { facts, conflicts } = read([condition(pregnant, more), result]);
    expect(facts['pregnant']).toBe(value);
    expect(conflicts.some(({ fact }) => fact === 'pregnant')).toBe(value === undefined);
  });
});
