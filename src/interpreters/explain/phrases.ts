// SPDX-License-Identifier: Apache-2.0
// All wording of EXPLAIN. Plain English for patients; no dose instruction, no fear, no cheer.
import { unitWords, type Comparison, type Fact, type Line, type Meaning, type Status } from '../../model/index.ts';

export const comparisonWords: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>=': 'at least',
  '>': 'above',
};
export const statusWords: Readonly<Record<Status, string>> = {
  recommended: 'recommended',
  suggested: 'can be considered',
  undetermined: 'not settled yet',
  'advised-against': 'usually not advised now',
  'not-indicated': 'not called for by what is known',
  contraindicated: 'not for you now',
};
/** A place in the pathway, after the name of a treatment. */
export const lineWords: Readonly<Record<Line, string>> = {
  first: 'a first treatment',
  'add-on': 'added to a first treatment',
  escalation: 'a step up',
  rescue: 'for disease that has resisted treatment',
  supportive: 'alongside other treatment',
};

/** A label inside a sentence: its first word without a capital, unless it is written with capitals, such as IgA or HIV. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]*(?![A-Za-z0-9])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
/** An option inside a sentence: "Severe: I cannot lift my arms" is said as "severe". */
const optionWords = (label: string): string => lowerFirst(label.split(': ')[0] ?? label);

/** A number with its unit. */
const amount = (value: number | string | boolean, unit: string): string => `${String(value)} ${unitWords(unit)}`.trim();
/** A fact's value in words, such as "treatment phase: relapse". */
export function saidValue(fact: Fact, value: boolean | string | number): string {
  const { value: kind } = fact;
  const label = lowerFirst(fact.label);
  if (kind.type === 'boolean') return value === true ? label : `not: ${label}`;
  if (kind.type === 'quantity') return `${label} ${amount(value, kind.unit)}`;
  return `${label}: ${optionWords(kind.options.find(({ code }) => code === value)?.label ?? String(value))}`;
}

const joined = (parts: readonly string[], by: string): string =>
  parts.length === 1
    ? (parts[0] ?? '')
    : parts.map((part) => (part.includes(' and ') || part.includes(' or ') ? `(${part})` : part)).join(by);
/** What each operator means in English. */
export const english: Meaning<string> = {
  is: saidValue,
  compare: (fact, by, value) =>
    `${lowerFirst(fact.label)} ${comparisonWords[by]} ${amount(value, fact.value.type === 'quantity' ? fact.value.unit : '{}')}`,
  not: (part) => `not (${part})`,
  all: (parts) => (parts.length ? joined(parts, ' and ') : 'everybody'),
  any: (parts) => (parts.length ? joined(parts, ' or ') : 'nobody'),
  atLeast: (points, parts) =>
    `at least ${points} points of: ${parts.map(({ points: each, when }) => `${when} (${each})`).join(', ')}`,
  defined: (definition) => definition.label,
};
