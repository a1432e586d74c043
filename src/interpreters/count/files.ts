// SPDX-License-Identifier: Apache-2.0
// Reads one file of people into `people`: opens it, finds its columns, runs the SQL of reading.ts.
import type { DuckDBConnection } from '@duckdb/node-api';
import * as bulk from './bulk.ts';
import * as reading from './reading.ts';
import { insertWrong, selectRight, type InPlace } from './in-place.ts';
import { rowsOf, told } from './rows.ts';
import { fileColumn, formatOf, idColumn, lineColumn, problemColumn, type Facts, type Source } from './reading.ts';

/** A file that cannot be read at all; the message is for people. */
export class Unreadable extends Error {}
/** What DuckDB says of a file that it cannot read, in words for people; what is not foreseen keeps its first line. */
const reasons: readonly (readonly [said: RegExp, words: string])[] = [
  [/No files found that match/, 'it cannot be opened. Is it a file, and not a folder?'],
  [/No magic bytes|not a parquet|too small to be a Parquet/i, 'it is not a Parquet file, or it is not whole.'],
  [/Maximum line size/, 'this line is too long to be one person or one resource.'],
  [/unicode|utf-?8/i, 'this line is not text in UTF-8.'],
  [/CSV Error/, 'this line is not text that can be read.'],
];
function inWords(file: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const line = /CSV Error on Line: (\d+)/.exec(said)?.[1];
  const words = reasons.find(([pattern]) => pattern.test(said))?.[1];
  return `${file}${line === undefined ? '' : `:${line}`}: ${words ?? `it cannot be read. ${said.split('\n')[0] ?? ''}`}`;
}

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

async function openLines(connection: DuckDBConnection, facts: Facts, lines: string, own = false): Promise<Source> {
  await connection.run(reading.jsonLines(lines));
  const columns = (await rowsOf(connection, reading.jsonKeys)).map((row) => told(row['name']));
  return {
    format: 'ndjson',
    from: reading.jsonSource(facts, columns, own),
    columns: [...new Set([...columns, idColumn])],
    types: new Map(),
    ...(own ? { fileSql: reading.ownFile } : {}),
  };
}

/** Puts CSV rows at their own lines, and the lines that were refused among the people with a problem. */
async function settleCsv(connection: DuckDBConnection, file: string): Promise<void> {
  for (const sql of reading.passedOver(file)) await connection.run(sql);
  if ((await rowsOf(connection, reading.anyPassedOver)).length === 0) return;
  await connection.run(reading.moveLines(file));
  await connection.run(reading.insertRefused(file));
}

/** Runs what reads a file; a file that cannot be read at all is refused in words for people. */
export async function readable<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(inWords(file, error));
  }
}
const notFacts = ({ columns }: Source, facts: Facts): readonly string[] =>
  columns.filter((column) => column !== idColumn && !Object.hasOwn(facts, column));

/** Adds one file to `people`; gives the columns that are no facts. Refuses a file that cannot be read at all. */
export async function addFile(connection: DuckDBConnection, facts: Facts, file: string): Promise<readonly string[]> {
  const format = formatOf(file);
  if (!format) throw new Unreadable(`${file}: only .csv, .tsv, .parquet, .ndjson and .jsonl files are read.`);
  return readable(file, async () => {
    const source =
      format === 'csv'
        ? await openCsv(connection, file)
        : format === 'parquet'
          ? await openParquet(connection, file)
          : await openLines(connection, facts, reading.linesOf(file));
    await connection.run(reading.insertPeople(facts, file, source));
    if (format === 'csv') await settleCsv(connection, file);
    return notFacts(source, facts);
  });
}

/** Adds the wrong rows of a Parquet file to `people`, and gives how the others are read where they stand. */
export async function addInPlace(
  connection: DuckDBConnection,
  facts: Facts,
  file: string,
  place: number,
): Promise<InPlace & { ignored: readonly string[] }> {
  return readable(file, async () => {
    const source = await openParquet(connection, file);
    const insert = insertWrong(facts, file, source);
    if (insert !== undefined) await connection.run(insert);
    const [counted] = await rowsOf(
      connection,
      `SELECT (SELECT count(*) FROM ${source.from})::DOUBLE AS rows, (SELECT count(*) FROM people WHERE ${reading.name(fileColumn)} = ${reading.string(file)})::DOUBLE AS wrong`,
    );
    const select = selectRight(facts, file, place, source, Number(counted?.['wrong']) > 0);
    return { file, select, rows: Number(counted?.['rows']), ignored: notFacts(source, facts) };
  });
}

/** Keeps converted people, as they come, as lines of JSON. */
async function spool(connection: DuckDBConnection, batches: AsyncIterable<readonly bulk.Converted[]>): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE spooled (line VARCHAR)');
  const appender = await connection.createAppender('spooled');
  for await (const batch of batches)
    for (const { person, facts = {}, ...rest } of batch) {
      appender.appendVarchar(JSON.stringify({ ...rest, id: person.replace(/^Patient\//, ''), facts }));
      appender.endRow();
    }
  appender.closeSync();
}

/** Adds the people of a FHIR bulk export to `people`, each where their first resource stands; gives what was about nobody. */
export async function addBulk(
  connection: DuckDBConnection,
  facts: Facts,
  files: readonly string[],
  convert: bulk.Convert,
): Promise<readonly string[]> {
  await bulk.openBulk(connection);
  for (const file of files) {
    if (formatOf(file) !== 'ndjson')
      throw new Unreadable(`${file}: a FHIR bulk export is read from .ndjson or .jsonl files, one resource a line.`);
    await readable(file, () => bulk.addLines(connection, file));
  }
  const { bad, aboutNobody } = await bulk.leftovers(connection);
  await spool(connection, convert(bulk.people(connection), await bulk.medications(connection)));
  const source = await openLines(connection, facts, reading.spooledLines, true);
  await connection.run(reading.insertPeople(facts, '', source));
  for (const each of bad) await connection.run(reading.insertBad(each));
  await connection.run('DROP TABLE spooled');
  return aboutNobody.map((type) => `resources of type ${type}, about nobody`);
}
