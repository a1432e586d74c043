// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { dosages, frequencyInWords } from './dosage.ts';

describe('how often a medicine is taken, in words', () => {
  it.each([
    ['15 mg once weekly', { times: 1, per: 'week' }],
    ['15 mg weekly, every Monday', { times: 1, per: 'week' }],
    ['2.5 mg three times a week', { times: 3, per: 'week' }],
    ['5 mg 2x weekly', { times: 2, per: 'week' }],
    ['every Monday and Thursday', { times: 2, per: 'week' }],
    ['one tablet daily', { times: 1, per: 'day' }],
    ['Twice daily (every 12 hours)', { times: 2, per: 'day' }],
    ['5 times daily', { times: 5, per: 'day' }],
    ['3 times per day', { times: 3, per: 'day' }],
    ['every other day', { times: 1, per: 'day', every: 2 }],
  ])('%s', (words, frequency) => expect(frequencyInWords(words)).toEqual(frequency));

  it.each([
    'as directed',
    '1-2 times daily',
    'two to three times a week',
    'several times a week',
    '15 mg once weekly, folic acid daily',
    'one every morning and two every evening',
    '99 times daily',
  ])('%s is not turned into a number', (words) => expect(frequencyInWords(words)).toBeUndefined());
});

/** What one instruction says on 10 February 2026 of a product of 2.5 mg tablets. */
const said = (...dosageInstruction: readonly object[]) =>
  dosages({ dosageInstruction }, 'dosageInstruction', '2026-02-10', ['methotrexate 2.5 mg tablet']);
const repeated = (repeat: object) => said({ timing: { repeat } })[0]?.frequency;

describe('how often a medicine is taken, in numbers', () => {
  it.each<[string, object, object | undefined]>([
    ['once a week', { frequency: 1, period: 1, periodUnit: 'wk' }, { times: 1, per: 'week' }],
    ['every 7 days', { frequency: 1, period: 7, periodUnit: 'd' }, { times: 1, per: 'week' }],
    ['every 14 days', { frequency: 1, period: 14, periodUnit: 'd' }, { times: 1, per: 'week', every: 2 }],
    ['on Mondays', { dayOfWeek: ['mon'] }, { times: 1, per: 'week' }],
    ['on Mondays and Thursdays', { dayOfWeek: ['mon', 'thu'] }, { times: 2, per: 'week' }],
    ['on all seven days', { dayOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }, { times: 1, per: 'day' }],
    ['every 12 hours', { frequency: 1, period: 12, periodUnit: 'h' }, { times: 2, per: 'day' }],
    ['every 5 hours, which no day is a multiple of', { frequency: 1, period: 5, periodUnit: 'h' }, undefined],
    ['once or twice a day', { frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' }, undefined],
    ['every 1 to 7 days', { frequency: 1, period: 1, periodMax: 7, periodUnit: 'd' }, undefined],
    ['no times a day', { frequency: 0, period: 1, periodUnit: 'd' }, undefined],
    ['a period without its unit', { frequency: 1, period: 1 }, undefined],
  ])('%s', (_what, repeat, frequency) => expect(repeated(repeat)).toEqual(frequency));
  it('the abbreviation for weekly is not daily', () =>
    expect(said({ timing: { code: { coding: [{ code: 'WK' }] } } })[0]?.frequency).toEqual({ times: 1, per: 'week' }));
});

describe('how much a medicine is taken at a time', () => {
  const dose = (doseQuantity: object | undefined, text?: string) =>
    said({ ...(text === undefined ? {} : { text }), ...(doseQuantity ? { doseAndRate: [{ doseQuantity }] } : {}) })[0]
      ?.amount;
  it.each<[string, object | undefined, string | undefined, object | undefined]>([
    ['milligrams', { value: 15, unit: 'mg', code: 'mg' }, undefined, { value: 15, unit: 'mg' }],
    ['grams', { value: 1.5, unit: 'g', code: 'g' }, undefined, { value: 1500, unit: 'mg' }],
    ['micrograms', { value: 500, unit: 'mcg' }, undefined, { value: 0.5, unit: 'mg' }],
    ['tablets of the product', { value: 6, unit: 'tablets' }, undefined, { value: 15, unit: 'mg' }],
    ['a bare number', { value: 6 }, undefined, undefined],
    ['a number of unit one', { value: 6, code: '1' }, undefined, undefined],
    ['tablets in words', undefined, 'take four tablets', { value: 10, unit: 'mg' }],
    ['tablets and their strength in words, which may be either', undefined, 'take 4 tablets of 2.5 mg', undefined],
    ['two strengths in words', undefined, '10 mg or 15 mg', undefined],
    ['nothing', undefined, undefined, undefined],
  ])('%s', (_what, quantity, text, amount) => expect(dose(quantity, text)).toEqual(amount));
});

describe('which instruction holds on a day', () => {
  const bounded = (start: string, end?: string) => ({
    timing: { repeat: { frequency: 1, period: 1, periodUnit: 'wk', boundsPeriod: { start, ...(end ? { end } : {}) } } },
  });
  it.each([
    ['until yesterday', bounded('2026-01-01', '2026-02-09'), 0],
    ['until today', bounded('2026-01-01', '2026-02-10'), 1],
    ['from today', bounded('2026-02-10'), 1],
    ['from tomorrow', bounded('2026-02-11'), 0],
  ] as const)('%s', (_what, instruction, holding) => expect(said(instruction)).toHaveLength(holding));
  it('none of the steps of a sequence without dates', () =>
    expect(said({ sequence: 1, text: '40 mg daily' }, { sequence: 2, text: '20 mg daily' })).toEqual([]));
  it('only when needed is said so', () =>
    expect(said({ asNeededBoolean: true }, { asNeededBoolean: false }).map(({ asNeeded }) => asNeeded)).toEqual([
      true,
      false,
    ]));
});
