// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { formOf } from './form-of.ts';
import { kindNames, type Kind } from './kinds.ts';
import { readForm, type Form } from './read-form.ts';

const today = '2026-11-24';
const read = (kind: Kind, form: Form) => {
  let n = 0;
  return readForm(kind, { on: '2026-11-20', ...form }, today, () => `e${(n += 1)}`);
};

describe('what is typed becomes an entry', () => {
  it.each<{ kind: Kind; form: Form; entry: object }>([
    { kind: 'symptom', form: { what: 'itch', score: '7' }, entry: { symptom: 'itch', score: 7 } },
    { kind: 'strength', form: { what: 'sts30', value: '9' }, entry: { test: 'sts30', value: 9, unit: '{times}' } },
    {
      kind: 'medicine',
      form: { what: 'methotrexate', event: 'start', value: '15', unit: 'mg', often: 'once a week' },
      entry: { intervention: 'methotrexate', dose: { value: 15, unit: 'mg' }, frequency: { times: 1, per: 'week' } },
    },
    {
      kind: 'medicine',
      form: { what: 'methotrexate', event: 'stop', reason: 'side-effects' },
      entry: { event: 'stop', reason: 'side-effects' },
    },
    { kind: 'infusion', form: { what: 'ivig', value: '70', unit: 'g' }, entry: { dose: { value: 70, unit: 'g' } } },
    {
      kind: 'laboratory',
      form: { what: 'Creatine kinase (CK)', value: '640', unit: 'U/L', upper: '200' },
      entry: { test: 'creatine-kinase', value: 640, unit: 'U/L', upperLimit: 200 },
    },
    {
      kind: 'laboratory',
      form: { what: 'vitamin D', value: '1,5', unit: 'ng/mL' },
      entry: { test: 'vitamin D', value: 1.5 },
    },
    { kind: 'measure', form: { what: 'mmt8', value: '124' }, entry: { measure: 'mmt8', score: 124 } },
    { kind: 'exercise', form: { minutes: '20', effort: '3' }, entry: { minutes: 20, effort: 3, movements: [] } },
    { kind: 'vaccine', form: { text: 'flu' }, entry: { vaccine: 'flu' } },
    { kind: 'note', form: { text: 'Slept badly' }, entry: { text: 'Slept badly' } },
  ])('$kind: $form', ({ kind, form, entry }) => {
    const found = read(kind, form);
    expect(found.ok ? found.entries : found).toEqual([
      expect.objectContaining({ ...entry, kind, on: '2026-11-20', by: 'patient' }),
    ]);
  });
  it('keeps one entry for each place of a rash', () => {
    const found = read('rash', { places: 'elbows|knees', score: '4' });
    expect(found.ok && found.entries.map((entry) => (entry.kind === 'rash' ? [entry.id, entry.region] : []))).toEqual([
      ['e1', 'elbows'],
      ['e2', 'knees'],
    ]);
  });
});

describe('what cannot be read is named, with what to do', () => {
  it.each<{ kind: Kind; form: Form; field: string; problem: RegExp }>([
    { kind: 'symptom', form: { score: '62' }, field: 'score', problem: /You typed 62. Type a number from 0 to 10./ },
    { kind: 'symptom', form: {}, field: 'score', problem: /You typed nothing/ },
    { kind: 'symptom', form: { on: '2027-01-01', score: '3' }, field: 'on', problem: /has not come yet/ },
    { kind: 'rash', form: { score: '3' }, field: 'places', problem: /Tick where/ },
    { kind: 'laboratory', form: { what: 'CK', value: '3' }, field: 'unit', problem: /unit/ },
    {
      kind: 'laboratory',
      form: { what: 'CK', value: '3', unit: 'U/L', upper: 'x' },
      field: 'upper',
      problem: /You typed x/,
    },
    {
      kind: 'medicine',
      form: { what: 'methotrexate', event: 'start', value: '15' },
      field: 'often',
      problem: /weekly medicine is not a daily one/,
    },
    { kind: 'medicine', form: { event: 'start' }, field: 'what', problem: /Choose the medicine/ },
    { kind: 'measure', form: { what: 'haq_di', value: '4' }, field: 'value', problem: /from 0 to 3/ },
  ])('$kind $form: $field', ({ kind, form, field, problem }) => {
    const found = read(kind, form);
    expect(found.ok ? '' : found.field).toBe(field);
    expect(found.ok ? '' : found.problem).toMatch(problem);
  });
});

it('opens every kind of entry for correction as the form it came from', () => {
  const forms: Readonly<Record<Kind, Form>> = {
    symptom: { what: 'itch', score: '7' },
    strength: { what: 'tug', value: '9' },
    medicine: { what: 'azathioprine', event: 'change', value: '100', unit: 'mg', often: 'once a day', reason: '' },
    infusion: { what: 'ivig', value: '70', unit: 'g', reaction: '' },
    laboratory: { what: 'creatine-kinase', value: '640', unit: 'U/L', upper: '200', lower: '' },
    rash: { places: 'knees', score: '2' },
    measure: { what: 'mmt8', value: '124' },
    exercise: { minutes: '20', effort: '3', pain: '' },
    vaccine: { text: 'flu' },
    note: { text: 'x' },
  };
  for (const kind of kindNames) {
    const found = read(kind, forms[kind]);
    const [entry] = found.ok ? found.entries : [];
    expect(entry && formOf(entry)).toEqual({ kind, form: { on: '2026-11-20', ...forms[kind] } });
  }
});
