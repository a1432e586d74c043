// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { factsOf } from '../read/medicine-list.ts';
import { ways } from '../read/result.ts';
import { conditionNames } from './condition-names.ts';
import { icd10, icd10cm, icd10gm } from './icd10.ts';
import { notRead, tests } from './loinc.ts';
import { atc } from './atc.ts';
import { medicineNames } from './medicine-names.ts';
import { codes, meaning } from './meaning.ts';
import { isDenied, names, namesIn } from './names.ts';
import { rxnorm } from './rxnorm.ts';
import { conditions } from './snomed-conditions.ts';
import { medicines, procedures } from './snomed.ts';
import { testNames } from './test-names.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const rows = (table: string) => table.trim().replaceAll(/\n\s+/g, ' ').split('\n');
const keys = (table: string) => rows(table).map((row) => row.slice(0, row.lastIndexOf(': ')));
const nameKeys = (table: string) =>
  table
    .trim()
    .split('\n')
    .filter((row) => !row.startsWith(' '));
/** Recognised so that they are not taken for something else. */
const told = new Set(['not-systemic', 'other-immunoglobulin', 'any-methylprednisolone']);
/** Entries of the record, without a fact. */
const entriesOnly = new Set(['repository-corticotropin', 'calcium-and-vitamin-d', 'folic-acid', 'anifrolumab']);

describe('every row of the code tables', () => {
  it.each([
    ...keys(conditions),
    ...keys(icd10),
    ...keys(icd10cm),
    ...keys(icd10gm),
    ...keys(procedures),
    ...nameKeys(conditionNames),
  ])('%s names a fact of the guideline and a value it can have', (key) => {
    const { fact, value, when } = meaning(key);
    const kind = guideline.facts[fact]?.value;
    expect(kind).toBeDefined();
    if (value === undefined || when === 'by-status') return;
    if (kind?.type === 'boolean') expect(typeof value).toBe('boolean');
    if (kind?.type === 'code') expect(kind.options.map(({ code }) => code)).toContain(value);
  });
  it.each([...new Set(keys(tests))])('%s is read in a known way', (key) => {
    const [fact = '', way] = key.split(' ');
    expect(guideline.facts).toHaveProperty([fact]);
    expect(ways).toContain(way);
  });
  it.each(nameKeys(testNames))('%s is a fact', (fact) => expect(guideline.facts).toHaveProperty([fact]));
  it.each(
    [...new Set([...keys(medicines), ...keys(rxnorm), ...keys(atc), ...nameKeys(medicineNames)])].filter(
      (key) => !told.has(key),
    ),
  )('the medicine %s says something', (group) => {
    const { facts, asks } = factsOf(guideline, group);
    expect(
      facts.length + asks.length > 0 || entriesOnly.has(group) || Object.hasOwn(guideline.interventions, group),
    ).toBe(true);
  });
  it('no code is read and left alone at once', () => {
    const both = rows(notRead).flatMap((row) => row.slice(row.lastIndexOf(': ') + 2).split(' '));
    expect(both.filter((code) => codes(tests).find(code).length > 0)).toEqual([]);
  });
});

describe('names in text', () => {
  const table = names(medicineNames);
  it.each([
    { text: 'Solu-Medrol 500 mg', gives: ['iv-methylprednisolone'] },
    { text: 'METHOTREXATE sodium 2.5 mg', gives: ['methotrexate'] },
    { text: 'methylprednisolone sodium succinate', gives: ['iv-methylprednisolone'] },
    { text: 'Methylprednisolone 16 mg', gives: ['any-methylprednisolone'] },
    { text: 'methylprednisolone acetate', gives: ['not-systemic'] },
    { text: 'mtx', gives: [] },
    { text: 'MTX', gives: ['methotrexate'] },
    { text: 'ipreprednisonex', gives: [] },
  ])('"$text" → $gives', ({ text, gives }) => expect(namesIn(table, text).map(({ key }) => key)).toEqual(gives));
  it.each(['no dysphagia', 'dermatomyositis?', 'risk of osteoporosis', 'mother: diabetes', 'diabetes ruled out'])(
    '"%s" is denied or doubted',
    (text) => expect(isDenied(text)).toBe(true),
  );
  it('a name of a thousand letters does not hang', { timeout: 10_000 }, () => {
    expect(namesIn(table, 'prednisone '.repeat(90) + 'x'.repeat(10)).map(({ key }) => key)).toEqual(['prednisone']);
  });
});
