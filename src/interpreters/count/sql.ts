// SPDX-License-Identifier: Apache-2.0
import { interpret, type Condition, type Meaning, type Vocabulary } from '../../model/index.ts';

/** The databases we write for. They differ in quoting only: everything else is kept to what all three, and SQLite, share. */
export const dialects = ['duckdb', 'spark', 'trino'] as const;
export type Dialect = (typeof dialects)[number];

/** A name. Fact ids have hyphens, so names are always quoted. */
export const quoted = (dialect: Dialect, name: string): string =>
  dialect === 'spark' ? `\`${name.replaceAll('`', '``')}\`` : `"${name.replaceAll('"', '""')}"`;

/** A text. Spark reads backslashes as escapes; the others read a doubled quote. */
export const text = (dialect: Dialect, value: string): string =>
  dialect === 'spark'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : `'${value.replaceAll("'", "''")}'`;

/** A number as a double, which is what ANSWER computes with; a plain 0.1 would be an exact decimal in some dialects. */
export const number = (value: number): string => (String(value).includes('e') ? String(value) : `${value}E0`);

const joined = (parts: readonly string[], by: string, empty: string): string =>
  parts.length ? `(${parts.join(by)})` : empty;
const sum = (terms: readonly string[]): string => (terms.length ? terms.join(' + ') : number(0));

/** SQL's three-valued logic is Kleene's, so AND, OR and NOT carry over. A sum is not: points known to be there decide
 *  yes; points that cannot be there any more decide no. `NOT NULL` is not true, so an unknown part falls to ELSE. */
function atLeast(points: number, parts: readonly { points: number; when: string }[]): string {
  const sure = sum(
    parts.map(({ points: each, when }) => `CASE WHEN ${when} THEN ${number(each)} ELSE ${number(0)} END`),
  );
  const possible = sum(
    parts.map(({ points: each, when }) => `CASE WHEN NOT ${when} THEN ${number(0)} ELSE ${number(each)} END`),
  );
  return `(CASE WHEN ${sure} >= ${number(points)} THEN TRUE WHEN ${possible} >= ${number(points)} THEN NULL ELSE FALSE END)`;
}

/** What each operator means in SQL over one row per person, a column per fact, NULL for unknown. */
export const sqlMeaning = (dialect: Dialect): Meaning<string> => ({
  is: ({ id }, value) =>
    typeof value === 'string'
      ? `(${quoted(dialect, id)} = ${text(dialect, value)})`
      : value
        ? quoted(dialect, id)
        : `(NOT ${quoted(dialect, id)})`,
  compare: ({ id }, by, value) => `(${quoted(dialect, id)} ${by} ${number(value)})`,
  not: (part) => `(NOT ${part})`,
  all: (parts) => joined(parts, ' AND ', 'TRUE'),
  any: (parts) => joined(parts, ' OR ', 'FALSE'),
  atLeast,
  defined: (_definition, body) => body,
});

/** A condition as a boolean SQL expression. */
export function toSql(vocabulary: Vocabulary, condition: Condition, dialect: Dialect = 'duckdb'): string {
  return interpret(vocabulary, condition, sqlMeaning(dialect));
}
