// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Fact, Value } from '../../model/index.ts';
import { english, lineWords, lowerFirst, saidValue, statusWords } from './phrases.ts';

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

describe('a limit is said so that the number itself is on the right side', () => {
  const age = fact('Age', { type: 'quantity', unit: 'a', min: 0, max: 120 });
  it.each([
    ['<', 'age below 18 years'],
    ['<=', 'age at most 18 years'],
    ['>=', 'age at least 18 years'],
    ['>', 'age above 18 years'],
  ] as const)('%s → %s', (by, said) => expect(english.compare(age, by, 18)).toBe(said));
});

describe('a unit as people write it', () => {
  it.each([
    ['wk', 'dose 5 weeks'],
    ['mo', 'dose 5 months'],
    ['d', 'dose 5 days'],
    ['mg/d', 'dose 5 mg a day'],
    ['10*9/L', 'dose 5 ×10⁹/L'],
    ['ug/L', 'dose 5 µg/L'],
    ['{times_upper_limit}', 'dose 5 times the upper limit'],
    ['{score}', 'dose 5'],
    ['kg', 'dose 5 kg'],
  ])('%s → %s', (unit, said) =>
    expect(saidValue(fact('Dose', { type: 'quantity', unit, min: 0, max: 9 }), 5)).toBe(said),
  );
});

it('parts that hold an "and" or an "or" stand in brackets, so that nobody reads them the other way', () => {
  expect(english.any([english.all(['a', 'b']), 'c'])).toBe('(a and b) or c');
  expect(english.all([english.any(['a', 'b']), 'c'])).toBe('(a or b) and c');
  expect(english.not(english.any(['a', 'b']))).toBe('not (a or b)');
});

it('each status has words of its own, and what is ruled out never sounds like an offer', () =>
  expect(statusWords).toEqual({
    recommended: 'recommended',
    suggested: 'can be considered',
    undetermined: 'not settled yet',
    'advised-against': 'usually not advised now',
    'not-indicated': 'not called for by what is known',
    contraindicated: 'not for you now',
  }));
it('each line has words of its own', () => expect(new Set(Object.values(lineWords)).size).toBe(5));
