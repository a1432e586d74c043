// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import {
  emptyGuideline,
  type Condition,
  type Fact,
  type Guideline,
  type Patient,
  type Value,
} from '../../model/index.ts';
import { compile } from '../answer/index.ts';
import { readingOf, type Reading } from './reading.ts';

const fact = (id: string, label: string, value: Value = { type: 'boolean' }): Fact => ({
  id,
  label,
  value,
  question: `${label}?`,
  why: 'It matters.',
  coding: [],
  obtainedBy: 'history',
});
const guideline: Guideline = {
  ...emptyGuideline,
  facts: {
    weak: fact('weak', 'Weak muscles'),
    rash: fact('rash', 'Rash'),
    lung: fact('lung', 'Lung disease', { type: 'code', options: [{ code: 'none', label: 'None' }, { code: 'sure', label: 'Confirmed' }] }),
  },
}; // prettier-ignore
const is = (id: string, value: boolean | string = true): Condition => ({ op: 'is', fact: id, value });
const lines = ({ text, truth, now, parts }: Reading): unknown =>
  parts.length ? [text, truth, ...parts.map(lines)] : [text, truth, ...(now === undefined ? [] : [now])];
const read = (condition: Condition, patient: Patient): unknown =>
  lines(readingOf(guideline, patient, compile(guideline, condition)(patient)));

it.each<[string, Condition, Patient, unknown]>([
  ['a fact that is so', is('weak'), { weak: true }, ['weak muscles', 'true']],
  ['a fact that must be absent', is('weak', false), { weak: false }, ['weak muscles: no', 'true']],
  ['a "not" is said of the fact it stands before', { op: 'not', part: is('weak') }, { weak: true }, ['weak muscles: no', 'false']],
  ['two "not"s are none', { op: 'not', part: is('weak', false) }, { weak: true }, ['weak muscles', 'true']],
  ['what is unknown stays unknown, denied or not', { op: 'not', part: is('weak') }, {}, ['weak muscles: no', 'unknown']],
  ['an answer that is another one is named', is('lung', 'sure'), { lung: 'none' }, ['lung disease: confirmed', 'false', 'lung disease: none']],
  [
    'parts below parts',
    { op: 'all', parts: [is('weak'), { op: 'any', parts: [is('rash'), is('lung', 'sure')] }] },
    { weak: true, rash: true },
    ['all of these', 'true', ['weak muscles', 'true'], ['one of these', 'true', ['rash', 'true'], ['lung disease: confirmed', 'unknown']]],
  ],
  [
    'none of several is each of them absent',
    { op: 'not', part: { op: 'any', parts: [is('weak'), is('rash')] } },
    { weak: false, rash: true },
    ['all of these', 'false', ['weak muscles: no', 'true'], ['rash: no', 'false']],
  ],
  [
    'not all of several is one of them absent',
    { op: 'not', part: { op: 'all', parts: [is('weak'), is('rash')] } },
    { weak: false, rash: true },
    ['one of these', 'true', ['weak muscles: no', 'true'], ['rash: no', 'false']],
  ],
  [
    'all of all is one list',
    { op: 'all', parts: [is('weak'), { op: 'not', part: { op: 'any', parts: [is('rash'), is('lung', 'sure')] } }] },
    {},
    ['all of these', 'unknown', ['weak muscles', 'unknown'], ['rash: no', 'unknown'], ['not this: lung disease: confirmed', 'unknown']],
  ],
])('%s', (_name, condition, patient, said) => expect(read(condition, patient)).toEqual(said)); // prettier-ignore
