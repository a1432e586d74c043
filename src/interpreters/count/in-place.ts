// SPDX-License-Identifier: Apache-2.0
// Parquet files that are counted where they stand: only their wrong rows are copied, to be reported.
import type { Fact } from '../../model/index.ts';
import * as reading from './reading.ts';
import { fileColumn, idColumn, lineColumn, name, problemColumn, rowColumn, string, type Facts, type Source } from './reading.ts'; // prettier-ignore
import { number } from './sql.ts';

/** A file as rows of the cohort, and how many rows it has, wrong ones too. */
export type InPlace = { file: string; select: string; rows: number };
/** Rows of a file in place are numbered after all copied ones, and files one after the other. */
const firstRow = (place: number): number => (place + 1) * 2 ** 40;

/** Whether a value is none of its fact's. Limits and options are compared with the column as it stands, so that what the file
 *  says of itself (its least and greatest values) can rule it out unread. */
function isWrong(fact: Fact, { types }: Source): string {
  const [{ value }, written] = [fact, reading.written(fact, types)];
  if (value.type === 'code') return `${written} NOT IN (${value.options.map(({ code }) => string(code)).join(', ')})`;
  if (value.type === 'quantity' && reading.isTyped(fact, types))
    return `${written} NOT BETWEEN ${number(value.min)} AND ${number(value.max)}`;
  return `(${written} IS NOT NULL AND ${reading.typed(fact, written)} IS NULL)`;
}

/** Copies the wrong rows of a file, with what is wrong; undefined when no column can be wrong. */
export function insertWrong(facts: Facts, file: string, source: Source): string | undefined {
  const wrong = reading.checked(facts, source).map((fact) => isWrong(fact, source));
  if (wrong.length === 0) return undefined;
  return reading.insertPeople(facts, file, { ...source, from: `(SELECT * FROM ${source.from} WHERE ${wrong.join(' OR ')})` }); // prettier-ignore
}

const sqlTypes = { boolean: 'BOOLEAN', quantity: 'DOUBLE', code: 'VARCHAR' } as const;
function value(fact: Fact, { columns, types }: Source): string {
  const type = sqlTypes[fact.value.type];
  if (!columns.includes(fact.id)) return `CAST(NULL AS ${type})`;
  const written = reading.written(fact, types);
  if (fact.value.type === 'code') return written;
  return reading.isTyped(fact, types) ? `CAST(${written} AS ${type})` : reading.typed(fact, written);
}

/** The rows of a file that are right, in the shape of the cohort. With `someWrong`, those that were copied are left out. */
export function selectRight(facts: Facts, file: string, place: number, source: Source, someWrong: boolean): string {
  const id = source.columns.includes(idColumn) ? reading.asText(idColumn) : 'CAST(NULL AS VARCHAR)';
  const columns = [
    `${firstRow(place)}::BIGINT + ${name(lineColumn)} AS ${name(rowColumn)}`,
    `${string(file)} AS ${name(fileColumn)}`,
    `${name(lineColumn)}::BIGINT AS ${name(lineColumn)}`,
    `'' AS ${name(problemColumn)}`,
    `${id} AS ${name(idColumn)}`,
    ...Object.values(facts).map((fact) => `${value(fact, source)} AS ${name(fact.id)}`),
  ];
  const wrong = `SELECT ${name(lineColumn)} FROM people WHERE ${name(fileColumn)} = ${string(file)}`;
  return `SELECT ${columns.join(', ')} FROM ${source.from}${someWrong ? ` WHERE ${name(lineColumn)} NOT IN (${wrong})` : ''}`;
}
