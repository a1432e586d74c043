// SPDX-License-Identifier: Apache-2.0
// The only file that loads DuckDB: reads files into a cohort on disk and counts it piece by piece. What it
// runs is written elsewhere, as text. Memory stays bounded, and with a work file a long count goes on where it stopped.
import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guideline, Status } from '../../model/index.ts';
import { countStatement } from './count.ts';
import type { Convert } from './bulk.ts';
import { addBulk, addFile, addInPlace, readable, Unreadable } from './files.ts';
import type { InPlace } from './in-place.ts';
import { rowsOf, told } from './rows.ts';
import { badLines, kept, listed, type BadLine, type Listed } from './listing.ts';
import { withMonitoring } from './monitoring.ts';
import * as reading from './reading.ts';
import { fileColumn, formatOf, name, problemColumn, rowColumn, string } from './reading.ts';
import { sumAll, type Progress } from './summing.ts';
import { prepareCounting, type Counting, type Tally } from './tally.ts';

export { Unreadable } from './files.ts';
export type { BadLine, Listed } from './listing.ts';
export type { Progress } from './summing.ts';
export type Counts = Tally & {
  people: number;
  badLines: number;
  /** At most `mostShown` of them, in the order of the files. */
  bad: readonly BadLine[];
  /** Columns that are no facts, so nothing was read from them. */
  ignored: readonly { file: string; column: string }[];
};
export type Cohort = {
  counts: () => Promise<Counts>;
  list: (intervention: string, status: Status) => AsyncIterable<Listed>;
  /** Every row that could not be counted. */
  bad: () => AsyncIterable<BadLine>;
  /** Every person with every status and its reasons, as CSV or Parquet by the file's name. */
  write: (file: string) => Promise<void>;
  close: () => void;
};
export type CohortOptions = {
  work?: string | undefined;
  progress?: Progress | undefined;
  memory?: string;
  /** How the name of the folder begins that is read into without a work file. */
  temporary?: string | undefined;
  /** Reads the files as one FHIR bulk export, and how a person's resources become facts. */
  bulk?: Convert | undefined;
};

export const mostShown = 1000;

/** Progress is asked for, not printed. Facts are mostly truths: packing bits is as small as trying every compression for each of
 *  hundreds of columns, which takes as long as reading them. */
const settings = [
  'SET enable_progress_bar = true',
  'SET enable_progress_bar_print = false',
  "PRAGMA force_compression = 'bitpacking'",
];

type Open = { connection: DuckDBConnection; close: () => void };
const ownFolder = join(tmpdir(), 'heliotrope-count-');
async function openDatabase({ work, memory = '1GB', temporary = ownFolder }: CohortOptions): Promise<Open> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = work === undefined ? mkdtempSync(temporary) : undefined;
  const instance = await DuckDBInstance.create(work ?? join(folder ?? '', 'cohort.duckdb'), { memory_limit: memory });
  const connection = await instance.connect();
  for (const sql of settings) await connection.run(sql);
  const close = () => {
    connection.closeSync();
    instance.closeSync();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { connection, close };
}

/** Makes the tables, or takes up those of a work file that was made with the same guideline. */
async function prepare(connection: DuckDBConnection, guideline: Guideline, statement: string): Promise<void> {
  const mark = createHash('sha256').update(statement).digest('hex');
  const there = await rowsOf(connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'work'");
  if (there.length === 0) {
    for (const sql of reading.tables(withMonitoring(guideline).facts)) await connection.run(sql);
    await connection.run(`INSERT INTO work VALUES (${string(mark)})`);
    return;
  }
  const [row] = await rowsOf(connection, 'SELECT guideline FROM work');
  if (told(row?.['guideline']) !== mark)
    throw new Unreadable('The work file was made with another guideline. Name another one, or remove it.');
}

/** Runs one long statement and tells how far it is, five times a second. */
async function watched<T>(
  connection: DuckDBConnection,
  tell: ((done: number) => void) | undefined,
  run: () => Promise<T>,
): Promise<T> {
  if (!tell) return run();
  const timer = setInterval(() => tell(Math.max(0, connection.progress.percentage) / 100), 200);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}

/** Reads the files that a work file does not have yet; each is read whole or not at all. Without a work file, Parquet is read
 *  where it stands: copying it takes longer than counting it. */
async function readAll(
  connection: DuckDBConnection,
  guideline: Guideline,
  files: readonly string[],
  { progress, work }: CohortOptions,
): Promise<readonly InPlace[]> {
  const inPlace: InPlace[] = [];
  const { facts } = withMonitoring(guideline);
  const had = new Set(
    (await rowsOf(connection, "SELECT concat_ws('|', file, size, modified) AS mark FROM files")).map((row) =>
      told(row['mark']),
    ),
  );
  for (const [i, file] of files.entries()) {
    const { size, mtimeMs } = statSync(file);
    const mark = (await rowsOf(connection, `SELECT concat_ws('|', ${string(file)}, ${size}::BIGINT, ${mtimeMs}::DOUBLE) AS mark`))[0]; // prettier-ignore
    if (had.has(told(mark?.['mark']))) continue;
    const tell = progress && ((done: number) => progress('reading', (i + done) / files.length, file));
    await connection.run('BEGIN');
    try {
      await connection.run(`DELETE FROM people WHERE ${name(fileColumn)} = ${string(file)}`);
      await connection.run(`DELETE FROM files WHERE file = ${string(file)}`);
      await connection.run('DELETE FROM pieces');
      const ignored = await watched(connection, tell, async () => {
        if (work !== undefined || formatOf(file) !== 'parquet') return addFile(connection, facts, file);
        const one = await addInPlace(connection, facts, file, i);
        inPlace.push(one);
        return one.ignored;
      });
      await connection.run(`INSERT INTO files VALUES (${string(file)}, ${size}, ${mtimeMs}, [${ignored.map(string).join(', ')}]::VARCHAR[])`); // prettier-ignore
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK');
      throw error;
    }
  }
  return inPlace;
}

/** Reads a bulk export whole, or not at all: its people are spread over its files. A work file that has it reads nothing. */
async function readBulk(
  connection: DuckDBConnection,
  guideline: Guideline,
  files: readonly string[],
  convert: Convert,
): Promise<readonly InPlace[]> {
  const all = files.map((file) => `${file}|${statSync(file).size}|${statSync(file).mtimeMs}`).join('|');
  if ((await rowsOf(connection, `SELECT 1 FROM files WHERE file = ${string(all)}`)).length) return [];
  await connection.run('BEGIN');
  try {
    const ignored = await addBulk(connection, withMonitoring(guideline).facts, files, convert);
    await connection.run(
      `INSERT INTO files VALUES (${string(all)}, 0, 0, [${ignored.map(string).join(', ')}]::VARCHAR[])`,
    );
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
  return [];
}

/** The people of the cohort: `copied` are in the database, `in_place` stay in their files; `cohort` is both. */
async function makeViews(connection: DuckDBConnection, inPlace: readonly InPlace[]): Promise<void> {
  await connection.run(reading.copiedView);
  const selects = inPlace.map(({ select }) => select);
  if (selects.length) await connection.run(`CREATE OR REPLACE TEMP VIEW in_place AS ${selects.join(' UNION ALL ')}`);
  const copied = (await rowsOf(connection, 'SELECT 1 FROM copied LIMIT 1')).length > 0 || selects.length === 0;
  const both = [...(copied ? ['SELECT * FROM copied'] : []), ...(selects.length ? ['SELECT * FROM in_place'] : [])];
  await connection.run(`CREATE OR REPLACE TEMP VIEW cohort AS ${both.join(' UNION ALL BY NAME ')}`);
}

async function countAll(
  connection: DuckDBConnection,
  counting: Counting,
  inPlace: readonly InPlace[],
  progress: Progress | undefined,
): Promise<Counts> {
  const files = inPlace.map(({ file }) => file).join(', ');
  const sums = await readable(files, () => sumAll(connection, counting, inPlace, progress));
  const bad: BadLine[] = [];
  for await (const line of badLines(connection, `LIMIT ${mostShown}`)) bad.push(line);
  const [many] = await rowsOf(connection, `SELECT count(*)::DOUBLE AS many FROM people WHERE ${name(problemColumn)} <> ''`); // prettier-ignore
  const ignored = await rowsOf(connection, 'SELECT file, unnest(ignored) AS "column" FROM files');
  return {
    people: sums[0] ?? 0,
    badLines: Number(many?.['many'] ?? 0),
    bad,
    ignored: ignored.map((row) => ({ file: told(row['file']), column: told(row['column']) })),
    ...counting.tally(sums),
  };
}

/** Reads the files into one cohort, each once; Parquet stays where it is. Close it when done: without a work file that removes what was read. */
export async function openCohort(
  guideline: Guideline,
  named: readonly string[],
  options: CohortOptions = {},
): Promise<Cohort> {
  const files = [...new Set(named)];
  const { connection, close } = await openDatabase(options);
  const { progress } = options;
  try {
    const statement = countStatement(guideline, { keep: kept });
    await prepare(connection, guideline, statement);
    const inPlace = await (options.bulk
      ? readBulk(connection, guideline, files, options.bulk)
      : readAll(connection, guideline, files, options));
    await makeViews(connection, inPlace);
    await connection.run(`CREATE OR REPLACE TEMP VIEW decided AS ${statement}`);
    const counting = prepareCounting(guideline);
    return {
      close,
      counts: () => countAll(connection, counting, inPlace, progress),
      list: (intervention, status) => listed(connection, intervention, status),
      bad: () => badLines(connection),
      write: (file) =>
        watched(connection, progress && ((done) => progress('writing', done, file)), async () => {
          await connection.run(
            `COPY (SELECT * EXCLUDE (${name(rowColumn)}) FROM decided ORDER BY ${name(rowColumn)}) TO ${string(file)} (FORMAT ${/\.parquet$/i.test(file) ? 'parquet' : 'csv'})`,
          );
        }),
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Writes a CSV cohort table as Parquet, each column with the type of its fact. For tables of our own making. */
export async function convertToParquet(guideline: Guideline, csv: string, parquet: string): Promise<void> {
  const { connection, close } = await openDatabase({});
  try {
    await connection.run(reading.copyToParquet(withMonitoring(guideline).facts, csv, parquet));
  } finally {
    close();
  }
}
