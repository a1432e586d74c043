// SPDX-License-Identifier: Apache-2.0
import type { Meaning } from '../../model/index.ts';
import { names, type Language } from './language.ts';

const escaped = (text: string, quote: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n').replaceAll('\r', '\\r');
export const identifier = (name: string): string => `"${escaped(name, '"')}"`;
export const text = (value: string): string => `'${escaped(value, "'")}'`;
/** A CQL decimal has a point, no exponent and at most eight digits after the point. */
export function decimal(value: number): string {
  const written = String(value);
  if (written.includes('e')) return value.toFixed(8);
  return written.includes('.') ? written : `${written}.0`;
}
const signed = (value: number): string => (value < 0 ? `(${decimal(value)})` : decimal(value));
const joined = (parts: readonly string[], by: string, empty: string): string =>
  parts.length ? `(${parts.join(by)})` : empty;
const sum = (terms: readonly string[]): string => (terms.length ? `(${terms.join(' + ')})` : decimal(0));

/** CQL's logic is Kleene's. An unknown condition of `if` falls to else, so `if not` counts what may still be there. */
function atLeast(points: number, parts: readonly { points: number; when: string }[]): string {
  const sure = sum(parts.map(({ points: each, when }) => `(if ${when} then ${signed(each)} else 0.0)`));
  const possible = sum(parts.map(({ points: each, when }) => `(if not ${when} then 0.0 else ${signed(each)})`));
  return `(if ${sure} >= ${signed(points)} then true else if ${possible} >= ${signed(points)} then null as Boolean else false)`;
}

/** What each operator means in CQL, where each fact is a parameter, null when unknown. */
export const cqlMeaning: Meaning<string> = {
  is: ({ id }, value) => {
    if (typeof value === 'string') return `(${identifier(id)} = ${text(value)})`;
    return value ? identifier(id) : `(not ${identifier(id)})`;
  },
  compare: ({ id }, by, value) => `(${identifier(id)} ${by} ${signed(value)})`,
  not: (part) => `(not ${part})`,
  all: (parts) => joined(parts, ' and ', 'true'),
  any: (parts) => joined(parts, ' or ', 'false'),
  atLeast,
  defined: ({ id }) => identifier(names.definition(id)),
};

export const cql: Language<string> = {
  meaning: cqlMeaning,
  reference: identifier,
  isUnknown: (truth) => `(${truth} is null)`,
  firstOf: (cases, otherwise) =>
    `case\n${cases.map(({ when, then }) => `    when ${when} then ${text(then)}\n`).join('')}    else ${text(otherwise)}\n  end`,
};
