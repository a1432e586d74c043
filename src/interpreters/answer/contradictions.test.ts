// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  emptyGuideline,
  type Condition,
  type Fact,
  type Guideline,
  type Patient,
  type Value,
} from '../../model/index.ts';
import { contradictionsIn } from './contradictions.ts';

const fact = (id: string, value: Value): Fact => ({
  id,
  label: id,
  question: `${id}?`,
  why: '',
  coding: [],
  obtainedBy: 'history',
  value,
});
const years: Value = { type: 'quantity', unit: 'a', min: 0, max: 120 };
const when: Condition = {
  op: 'all',
  parts: [
    { op: 'is', fact: 'pregnant', value: true },
    { op: 'is', fact: 'sex', value: 'male' },
  ],
};
const guideline: Guideline = {
  ...emptyGuideline,
  facts: {
    pregnant: fact('pregnant', { type: 'boolean' }),
    sex: fact('sex', { type: 'code', options: [{ code: 'male', label: 'Male' }] }),
    age: fact('age', years),
    onset: fact('onset', years),
  },
  contradictions: [
    { id: 'pregnant-male', message: 'Both.', when },
    { id: 'onset-later', message: 'Later.', fact: 'onset', atMost: 'age' },
  ],
};
const found = (patient: Patient) =>
  contradictionsIn(guideline, patient).map(({ id, facts }) => `${id}: ${facts.join(', ')}`);

describe('what contradicts itself in a patient', () => {
  it.each<{ patient: Patient; is: readonly string[] }>([
    { patient: {}, is: [] },
    { patient: { pregnant: true }, is: [] }, // what is unknown contradicts nothing
    { patient: { pregnant: false, sex: 'male' }, is: [] },
    { patient: { pregnant: true, sex: 'male' }, is: ['pregnant-male: pregnant, sex'] },
    { patient: { onset: 40 }, is: [] },
    { patient: { onset: 40, age: 40 }, is: [] },
    { patient: { onset: 41, age: 40 }, is: ['onset-later: onset, age'] },
  ])('$patient: $is', ({ patient, is }) => expect(found(patient)).toEqual(is));
});
