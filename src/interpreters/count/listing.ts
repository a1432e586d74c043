// SPDX-License-Identifier: Apache-2.0
// The people of a cohort one by one, as a stream, so that a long list needs no memory.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Status } from '../../model/index.ts';
import { columns } from './count.ts';
import { fileColumn, idColumn, lineColumn, name, problemColumn, rowColumn, string } from './reading.ts';
import { told } from './rows.ts';

export type BadLine = { file: string; line: number; problem: string };
/** One person of a list: where they were read, and the rules that decided their status; "?" marks one that is not known. */
export type Listed = { file: string; line: number; id: string | undefined; because: readonly string[] };
/** The columns that say who a row is. */
export const kept = [rowColumn, fileColumn, lineColumn, idColumn];

const badSql = `SELECT * FROM people WHERE ${name(problemColumn)} <> '' ORDER BY ${name(fileColumn)}, ${name(lineColumn)}`;
/** Every row that could not be counted, in the order of the files. */
export async function* badLines(connection: DuckDBConnection, limit = ''): AsyncIterable<BadLine> {
  const sql = `SELECT ${[fileColumn, lineColumn, problemColumn].map(name).join(', ')} FROM (${badSql}) ${limit}`;
  for await (const rows of (await connection.stream(sql)).yieldRowObjectJson())
    for (const row of rows)
      yield { file: told(row[fileColumn]), line: Number(row[lineColumn]), problem: told(row[problemColumn]) };
}

/** Everybody in one status of the view `decided`. */
export async function* listed(
  connection: DuckDBConnection,
  intervention: string,
  status: Status,
): AsyncIterable<Listed> {
  const because = name(columns.because(intervention));
  const sql = `SELECT ${[...kept.map(name), because].join(', ')} FROM decided WHERE ${name(columns.status(intervention))} = ${string(status)} ORDER BY ${name(rowColumn)}`;
  for await (const rows of (await connection.stream(sql)).yieldRowObjectJson())
    for (const row of rows)
      yield {
        file: told(row[fileColumn]),
        line: Number(row[lineColumn]),
        id: told(row[idColumn]) || undefined,
        because: told(row[columns.because(intervention)]).split(' ').filter(Boolean),
      };
}
