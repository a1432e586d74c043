// SPDX-License-Identifier: Apache-2.0
// The only file that loads DuckDB: reads files into a cohort and counts. Everything it runs is written elsewhere, as text.
import type { DuckDBConnection } from '@duckdb/node-api';
import { levels, statuses, type Guideline, type Level, type Status, type Truth } from '../../model/index.ts';
import { countStatement, statusColumn, urgencyColumn } from './count.ts';
import * as reading from './reading.ts';
import { fileColumn, formatOf, idColumn, lineColumn, name, problemColumn, string } from './reading.ts';

/** A file that cannot be read at all; the message is for people. */
export class Unreadable extends Error {}
export type BadLine = { file: string; line: number; problem: string };
/** How many people have each status; `undetermined` is a bucket of its own, never shared out. */
export type Counts = {
  people: number;
  badLines: number;
  bad: readonly BadLine[];
  /** Columns that are no facts, so nothing was read from them. */
  ignored: readonly { file: string; column: string }[];
  statuses: Readonly<Record<string, Readonly<Record<Status, number>>>>;
  urgencies: Readonly<Record<string, Readonly<Record<Truth, number>> & { level: Level }>>;
};
export type Cohort = {
  counts: () => Promise<Counts>;
  /** The people in one status, by where they were read. */
  list: (
    intervention: string,
    status: Status,
  ) => Promise<readonly { file: string; line: number; id: string | undefined }[]>;
  /** Every person with every status, as CSV or Parquet by the file's name. */
  write: (file: string) => Promise<void>;
  close: () => void;
};

type Row = Readonly<Record<string, unknown>>;
const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson();
const told = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

async function readCsv(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  const header = told((await rowsOf(connection, `SELECT line FROM ${reading.linesOf(file)} LIMIT 1`))[0]?.['line']);
  if (header === '') throw new Unreadable(`${file}: its first line must name its columns.`);
  const delimiter = reading.delimiterOf(header);
  const columns = reading.headerNames(header, delimiter);
  const twice = columns.find(
    (column, i) => column === '' || columns.findIndex((other) => other.toLowerCase() === column.toLowerCase()) !== i,
  );
  if (twice !== undefined)
    throw new Unreadable(`${file}: ${twice === '' ? 'a column has no name.' : `two columns are called "${twice}".`}`);
  for (const sql of [
    ...reading.forgetRefused,
    reading.rawCsv(file, delimiter, columns),
    reading.refusedLines,
    reading.insertRefused(file),
  ])
    await connection.run(sql);
  return columns;
}

async function readParquet(connection: DuckDBConnection, file: string): Promise<readonly string[]> {
  await connection.run(reading.rawParquet(file));
  return (await rowsOf(connection, 'SELECT column_name FROM (DESCRIBE raw)'))
    .map((row) => told(row['column_name']))
    .filter((column) => column !== lineColumn && column !== problemColumn);
}

async function readJson(connection: DuckDBConnection, guideline: Guideline, file: string): Promise<readonly string[]> {
  await connection.run(reading.jsonLines(file));
  const columns = (await rowsOf(connection, reading.jsonKeys)).map((row) => told(row['name']));
  await connection.run(reading.rawJson(guideline, columns));
  return columns;
}

/** Adds one file to `people`; gives the columns that are no facts. */
async function addFile(connection: DuckDBConnection, guideline: Guideline, file: string): Promise<readonly string[]> {
  const format = formatOf(file);
  if (!format) throw new Unreadable(`${file}: only .csv, .tsv, .parquet, .ndjson and .jsonl files are read.`);
  try {
    const columns =
      format === 'csv'
        ? await readCsv(connection, file)
        : format === 'parquet'
          ? await readParquet(connection, file)
          : await readJson(connection, guideline, file);
    await connection.run(reading.insertPeople(guideline, file, format, columns));
    return columns.filter((column) => column !== idColumn && !Object.hasOwn(guideline.facts, column));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(`${file}: it cannot be read. ${firstLine(error)}`);
  }
}

const kept = [fileColumn, lineColumn, idColumn];

async function countAll(
  connection: DuckDBConnection,
  guideline: Guideline,
  ignored: Counts['ignored'],
): Promise<Counts> {
  const many = (condition: string) => `count(*) FILTER (WHERE ${condition})::INTEGER`;
  const ids = Object.keys(guideline.interventions);
  const cells = [
    ...ids.flatMap((id) => statuses.map((status) => many(`${name(statusColumn(id))} = ${string(status)}`))),
    ...guideline.urgencies.flatMap(({ id }) =>
      [name(urgencyColumn(id)), `NOT ${name(urgencyColumn(id))}`, `${name(urgencyColumn(id))} IS NULL`].map(many),
    ),
  ];
  const counted =
    (
      await connection.runAndReadAll(`SELECT count(*)::INTEGER, ${[...cells, '0'].join(', ')} FROM statuses`)
    ).getRowsJson()[0] ?? [];
  const at = (i: number): number => Number(counted[i] ?? 0);
  const bad = await rowsOf(
    connection,
    `SELECT * FROM people WHERE ${name(problemColumn)} <> '' ORDER BY ${name(fileColumn)}, ${name(lineColumn)}`,
  );
  const from = (i: number) => at(1 + ids.length * statuses.length + i);
  return {
    people: at(0),
    badLines: bad.length,
    ignored,
    bad: bad.map((row) => ({
      file: told(row[fileColumn]),
      line: Number(row[lineColumn]),
      problem: told(row[problemColumn]),
    })),
    statuses: Object.fromEntries(
      ids.map((id, i) => {
        const [recommended, suggested, undetermined, advisedAgainst, notIndicated, contraindicated] = statuses.map(
          (_, j) => at(1 + i * statuses.length + j),
        );
        return [
          id,
          {
            recommended: recommended ?? 0,
            suggested: suggested ?? 0,
            undetermined: undetermined ?? 0,
            'advised-against': advisedAgainst ?? 0,
            'not-indicated': notIndicated ?? 0,
            contraindicated: contraindicated ?? 0,
          },
        ];
      }),
    ),
    urgencies: Object.fromEntries(
      [...guideline.urgencies]
        .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
        .map(({ id, level }) => {
          const i = guideline.urgencies.findIndex((one) => one.id === id) * 3;
          return [id, { level, true: from(i), false: from(i + 1), unknown: from(i + 2) }];
        }),
    ),
  };
}

async function listed(connection: DuckDBConnection, intervention: string, status: Status) {
  const rows = await rowsOf(
    connection,
    `SELECT ${kept.map(name).join(', ')} FROM statuses WHERE ${name(statusColumn(intervention))} = ${string(status)} ORDER BY ALL`,
  );
  return rows.map((row) => ({
    file: told(row[fileColumn]),
    line: Number(row[lineColumn]),
    id: told(row[idColumn]) || undefined,
  }));
}

/** Reads the files into one cohort and decides everybody's statuses once. Close it when done. */
export async function openCohort(guideline: Guideline, files: readonly string[]): Promise<Cohort> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const sql of reading.peopleTable(guideline)) await connection.run(sql);
    const ignored: { file: string; column: string }[] = [];
    for (const file of files)
      ignored.push(...(await addFile(connection, guideline, file)).map((column) => ({ file, column })));
    await connection.run(`CREATE TABLE statuses AS ${countStatement(guideline, 'duckdb', kept)}`);
    return {
      close,
      counts: () => countAll(connection, guideline, ignored),
      list: (intervention, status) => listed(connection, intervention, status),
      write: async (file) => {
        await connection.run(
          `COPY (SELECT * FROM statuses ORDER BY ${kept.map(name).join(', ')}) TO ${string(file)} (FORMAT ${/\.parquet$/i.test(file) ? 'parquet' : 'csv'})`,
        );
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
