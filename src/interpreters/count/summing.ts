// SPDX-License-Identifier: Apache-2.0
// The sums over everybody: those who were copied a piece at a time, so that a count that was stopped goes on; files that are read
// where they stand in one go.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { InPlace } from './in-place.ts';
import { name, rowColumn } from './reading.ts';
import { rowsOf } from './rows.ts';
import type { Counting } from './tally.ts';
import { truthsOf } from './vectors.ts';

export type Progress = (stage: 'reading' | 'counting' | 'writing', done: number, what: string) => void;
type Sums = readonly number[];
/** People counted at a time: enough to be fast, few enough that a stop loses little. */
const pieceSize = 250_000;

const selected = ({ columns }: Counting, from: string): string =>
  `SELECT ${columns.map((sql, place) => `${sql} AS ${name(`truth:${place}`)}`).join(', ')} FROM ${from}`;
const add = (some: Sums, others: Sums): Sums => others.map((other, i) => (some[i] ?? 0) + other);

async function sumOf(connection: DuckDBConnection, counting: Counting, sql: string, tell: (people: number) => void): Promise<Sums> {
  let sums: Sums = counting.none;
  let seen = 0;
  for await (const some of truthsOf(connection, sql)) {
    sums = counting.sums(some, sums);
    tell((seen += some.people));
  }
  return sums;
} // prettier-ignore

/** Pieces already summed are taken as they are. */
async function sumCopied(connection: DuckDBConnection, counting: Counting, tell: (done: number) => void): Promise<Sums> {
  const [row] = await rowsOf(connection, 'SELECT coalesce(max(rowid), -1)::DOUBLE AS last FROM people');
  const end = Number(row?.['last'] ?? -1) + 1;
  let sums: Sums = counting.none;
  for (let first = 0; first < end; first += pieceSize) {
    const last = Math.min(first + pieceSize, end) - 1;
    const [done] = await rowsOf(connection, `SELECT sums FROM pieces WHERE first = ${first} AND last = ${last}`);
    const found = done?.['sums'];
    if (Array.isArray(found)) sums = add(sums, found.map(Number));
    else {
      const sql = selected(counting, `copied WHERE ${name(rowColumn)} BETWEEN ${first} AND ${last}`);
      const counted = await sumOf(connection, counting, sql, (people) => tell((first + people) / end));
      await connection.run(`INSERT INTO pieces VALUES (${first}, ${last}, [${counted.join(', ')}]::DOUBLE[])`);
      sums = add(sums, counted);
    }
    tell((last + 1) / end);
  }
  return sums;
} // prettier-ignore

/** The sums over everybody of the views `copied` and `in_place`. */
export async function sumAll(
  connection: DuckDBConnection,
  counting: Counting,
  inPlace: readonly InPlace[],
  progress: Progress | undefined,
): Promise<Sums> {
  const copied = await sumCopied(connection, counting, (done) => progress?.('counting', done, 'people'));
  if (inPlace.length === 0) return copied;
  const rows = inPlace.reduce((sum, one) => sum + one.rows, 0);
  const tell = (people: number) => progress?.('counting', people / Math.max(rows, 1), `${people} people`);
  return add(copied, await sumOf(connection, counting, selected(counting, 'in_place'), tell));
}
