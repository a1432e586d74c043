// SPDX-License-Identifier: Apache-2.0
// Reads one file of people into `people`: opens it, finds its columns, runs the SQL of reading.ts.
import type { DuckDBConnection } from '@duckdb/node-api';
import * as reading from './reading.ts';
import { formatOf, idColumn, lineColumn, problemColumn, type Facts, type Source } from './reading.ts';

/** A file that cannot be read at all; the message is for people. */
export class Unreadable extends Error {}
type Row = Readonly<Record<string, unknown>>;
export const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson();
export const told = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

async function openCsv(connection: DuckDBConnection, file: string): Promise<Source> {
  const header = told((await rowsOf(connection, `SELECT line FROM ${reading.linesOf(file)} LIMIT 1`))[0]?.['line']);
  if (header === '') throw new Unreadable(`${file}: its first line must name its columns.`);
  const delimiter = reading.delimiterOf(header);
  const columns = reading.headerNames(header, delimiter);
  const twice = columns.find(
    (column, i) => column === '' || columns.findIndex((other) => other.toLowerCase() === column.toLowerCase()) !== i,
  );
  if (twice !== undefined)
    throw new Unreadable(`${file}: ${twice === '' ? 'a column has no name.' : `two columns are called "${twice}".`}`);
  for (const sql of reading.forgetRefused) await connection.run(sql);
  return { format: 'csv', from: reading.csvSource(file, delimiter, columns), columns, types: new Map() };
}

async function openParquet(connection: DuckDBConnection, file: string): Promise<Source> {
  const from = reading.parquetSource(file);
  const described = await rowsOf(connection, `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`);
  const types = new Map(described.map((row) => [told(row['column_name']), told(row['column_type'])]));
  const columns = [...types.keys()].filter((column) => column !== lineColumn && column !== problemColumn);
  return { format: 'parquet', from, columns, types };
}

async function openJson(connection: DuckDBConnection, facts: Facts, file: string): Promise<Source> {
  await connection.run(reading.jsonLines(file));
  const columns = (await rowsOf(connection, reading.jsonKeys)).map((row) => told(row['name']));
  return {
    format: 'ndjson',
    from: reading.jsonSource(facts, columns),
    columns: [...new Set([...columns, idColumn])],
    types: new Map(),
  };
}

/** Puts CSV rows at their own lines, and the lines that were refused among the people with a problem. */
async function settleCsv(connection: DuckDBConnection, file: string): Promise<void> {
  for (const sql of reading.passedOver(file)) await connection.run(sql);
  if ((await rowsOf(connection, reading.anyPassedOver)).length === 0) return;
  await connection.run(reading.moveLines(file));
  await connection.run(reading.insertRefused(file));
}

/** Adds one file to `people`; gives the columns that are no facts. Refuses a file that cannot be read at all. */
export async function addFile(connection: DuckDBConnection, facts: Facts, file: string): Promise<readonly string[]> {
  const format = formatOf(file);
  if (!format) throw new Unreadable(`${file}: only .csv, .tsv, .parquet, .ndjson and .jsonl files are read.`);
  try {
    const source =
      format === 'csv'
        ? await openCsv(connection, file)
        : format === 'parquet'
          ? await openParquet(connection, file)
          : await openJson(connection, facts, file);
    await connection.run(reading.insertPeople(facts, file, source));
    if (format === 'csv') await settleCsv(connection, file);
    return source.columns.filter((column) => column !== idColumn && !Object.hasOwn(facts, column));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(`${file}: it cannot be read. ${firstLine(error)}`);
  }
}
