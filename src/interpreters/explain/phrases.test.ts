// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Fact, Value } from '../../model/index.ts';
import { lowerFirst, saidValue } from './phrases.ts';

const fact = (label: string, value: Value): Fact => ({
  id: 'it',
  label,
  question: 'Is it?',
  why: 'It matters.',
  coding: [],
  value,
  obtainedBy: 'history',
});
const yesOrNo: Value = { type: 'boolean' };

describe('a label inside a sentence', () => {
  it.each([
    ['Anti-MDA5 antibody', 'anti-MDA5 antibody'],
    ['Trouble swallowing', 'trouble swallowing'],
    ['A statin (for cholesterol)', 'a statin (for cholesterol)'],
    ['IgA in the blood', 'IgA in the blood'],
    ['HIV infection', 'HIV infection'],
    ['TPMT test', 'TPMT test'],
  ])('%s → %s', (label, said) => expect(lowerFirst(label)).toBe(said));
});

describe('a value of a fact is said in words, never as a code', () => {
  const weakness: Value = {
    type: 'code',
    options: [
      { code: 'none', label: 'None' },
      { code: 'severe', label: 'Severe: I cannot lift my arms or get up' },
    ],
  };
  it.each<[string, Fact, boolean | string | number, string]>([
    ['yes', fact('Trouble swallowing', yesOrNo), true, 'trouble swallowing'],
    ['no', fact('Trouble swallowing', yesOrNo), false, 'not: trouble swallowing'],
    ['an option, without its example', fact('Muscle weakness', weakness), 'severe', 'muscle weakness: severe'],
    ['a number with its unit', fact('Age', { type: 'quantity', unit: 'a', min: 0, max: 120 }), 45, 'age 45 years'],
  ])('%s', (_name, of, value, said) => expect(saidValue(of, value)).toBe(said));
});
