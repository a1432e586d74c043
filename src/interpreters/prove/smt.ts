// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  type Comparison,
  type Condition,
  type Fact,
  type Guideline,
  type Meaning,
  type Vocabulary,
} from '../../model/index.ts';

/** SMT-LIB formulas for "certainly true" and "certainly false"; unknown is neither. */
export type Formula = { yes: string; no: string };
/** Which of the two patients a formula is about. They share every value; a completion knows at least as much. */
export type Copy = 'patient' | 'completion';
const knownIn: Readonly<Record<Copy, string>> = { patient: 'k', completion: 'l' };
export const nobody: Formula = { yes: 'false', no: 'true' };

/** "and" and "or" of nothing are not SMT-LIB, so they are written out. */
export const and = (parts: readonly string[]): string => (parts.length ? `(and ${parts.join(' ')})` : 'true');
export const or = (parts: readonly string[]): string => (parts.length ? `(or ${parts.join(' ')})` : 'false');
export const not = (part: string): string => `(not ${part})`;

/** A positive number without an exponent: its own shortest digits, with the point moved. */
function plain(size: number): string {
  const [digits = '', exponent] = String(size).split('e');
  if (exponent === undefined) return digits;
  const [whole = '', part = ''] = digits.split('.');
  const place = whole.length + Number(exponent);
  if (place <= 0) return `0.${'0'.repeat(-place)}${whole}${part}`;
  return (whole + part).padEnd(place, '0');
}

/** A number as an SMT-LIB decimal, which has neither a sign nor an exponent. Exact: JavaScript's digits, however small or large. */
export function decimal(value: number): string {
  const digits = plain(Math.abs(value));
  const written = digits.includes('.') ? digits : `${digits}.0`;
  return value < 0 ? `(- ${written})` : written;
}

const ids = new WeakMap<object, ReadonlyMap<string, number>>();
/** Facts are numbered, because an SMT name must not collide with a keyword. Remembered per vocabulary: it is asked at every leaf. */
function numberOf(vocabulary: Vocabulary, fact: string): number {
  const numbers = ids.get(vocabulary) ?? new Map(Object.keys(vocabulary.facts).map((id, i) => [id, i]));
  ids.set(vocabulary, numbers);
  return numbers.get(fact) ?? -1;
}

/** What a known value must be for an "is" to hold; a value of the wrong type never holds, as in ANSWER. */
function equals({ value: { type, ...of } }: Fact, variable: string, wanted: boolean | string): string {
  if (type === 'boolean' && typeof wanted === 'boolean') return wanted ? variable : not(variable);
  const place = 'options' in of ? of.options.findIndex(({ code }) => code === wanted) : -1;
  return type === 'code' && place >= 0 ? `(= ${variable} ${place})` : 'false';
}

/** Points of the parts that pass, as a sum. */
const sum = (parts: readonly { points: number; when: string }[]): string =>
  `(+ 0.0 0.0 ${parts.map(({ points, when }) => `(ite ${when} ${decimal(points)} 0.0)`).join(' ')})`;

/** What each operator means as two SMT formulas over one patient; agrees with ANSWER's strong Kleene truth. */
function meaning(vocabulary: Vocabulary, copy: Copy): Meaning<Formula> {
  const leaf = ({ id }: Fact, holds: (variable: string) => string): Formula => {
    const number = numberOf(vocabulary, id);
    const [known, held] = [`${knownIn[copy]}${number}`, holds(`v${number}`)];
    return { yes: and([known, held]), no: and([known, not(held)]) };
  };
  const compare =
    (fact: Fact, by: Comparison, limit: number) =>
    (variable: string): string =>
      fact.value.type === 'quantity' ? `(${by} ${variable} ${decimal(limit)})` : 'false';
  return {
    is: (fact, value) => leaf(fact, (variable) => equals(fact, variable, value)),
    compare: (fact, by, limit) => leaf(fact, compare(fact, by, limit)),
    not: ({ yes, no }) => ({ yes: no, no: yes }),
    all: (parts) => ({ yes: and(parts.map(({ yes }) => yes)), no: or(parts.map(({ no }) => no)) }),
    any: (parts) => ({ yes: or(parts.map(({ yes }) => yes)), no: and(parts.map(({ no }) => no)) }),
    atLeast: (points, parts) => ({
      yes: `(>= ${sum(parts.map(({ points: each, when }) => ({ points: each, when: when.yes })))} ${decimal(points)})`,
      no: `(< ${sum(parts.map(({ points: each, when }) => ({ points: each, when: not(when.no) })))} ${decimal(points)})`,
    }),
    defined: (_definition, body) => body,
  };
}

/** A condition as two formulas. */
export function formula(vocabulary: Vocabulary, condition: Condition, copy: Copy = 'patient'): Formula {
  return interpret(vocabulary, condition, meaning(vocabulary, copy));
}

/** The facts a formula speaks of, with their numbers. Only these are declared, which keeps each problem small. */
export function factsIn(guideline: Guideline, text: string): readonly { fact: Fact; number: number }[] {
  const all = Object.values(guideline.facts);
  const numbers = [...new Set([...text.matchAll(/\b[klv](\d+)\b/g)].map(([, number]) => Number(number)))];
  return numbers.flatMap((number) => {
    const fact = all[number];
    return fact ? [{ fact, number }] : [];
  });
}

/** A fact's value and its range: no patient file may state anything outside it. */
function declareValue({ value }: Fact, number: number): string {
  if (value.type === 'boolean') return `(declare-const v${number} Bool)`;
  if (value.type === 'code')
    return `(declare-const v${number} Int)(assert (<= 0 v${number} ${value.options.length - 1}))`;
  return `(declare-const v${number} Real)(assert (<= ${decimal(value.min)} v${number} ${decimal(value.max)}))`;
}

/** One SMT-LIB problem: is there a patient, and a completion of that patient, of whom this is true? */
export function problem(guideline: Guideline, asserted: string, complete: boolean): string {
  const declared = factsIn(guideline, asserted).map(({ fact, number }) =>
    [
      `(declare-const k${number} Bool)(declare-const l${number} Bool)${declareValue(fact, number)}`,
      `(assert (=> k${number} l${number}))${complete ? `(assert k${number})` : ''}`,
    ].join('\n'),
  );
  return `${declared.join('\n')}\n(assert ${asserted})\n`;
}
