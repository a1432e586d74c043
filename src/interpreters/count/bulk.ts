// SPDX-License-Identifier: Apache-2.0
// FHIR bulk exports: files of one resource a line, in no order of people. DuckDB sorts them by person, on disk when need be; who
// turns a person's resources into facts is given from outside, and never has more than one batch of people at a time.
import type { DuckDBConnection } from '@duckdb/node-api';
import { linesOf, string } from './reading.ts';
import { rowsOf, told } from './rows.ts';

/** One person's resources, as written, and where the first of them stands. */
export type Bundled = { person: string; file: string; line: number; resources: readonly string[] };
/** What became of a person: facts, or why they could not be read. */
export type Converted = { person: string; file: string; line: number; facts?: unknown; problem?: string };
/** Turns people into facts; may work on several batches at once, and gives them back in any order. */
export type Convert = (
  batches: AsyncIterable<readonly Bundled[]>,
  shared: readonly string[],
) => AsyncIterable<readonly Converted[]>;
/** Lines that are no resource, and resources about nobody: counted, never dropped silently. */
export type Leftover = { file: string; line: number; problem: string };

const batchSize = 200;
/** Whom a resource is about, and a Medication about nobody, which goes to whoever refers to it. */
const resourcesOf = (file: string): string => `SELECT ${string(file)} AS file, number AS line, text,
    CASE WHEN j->>'$.resourceType' = 'Patient' THEN 'Patient/' || (j->>'$.id')
      ELSE regexp_replace(coalesce(j->>'$.subject.reference', j->>'$.patient.reference'), '^.*/(Patient/[^/]+)$', '\\1') END AS person,
    j->>'$.resourceType' AS type
  FROM (SELECT number, text, CASE WHEN json_valid(text) THEN text::JSON END AS j FROM
    (SELECT row_number() OVER () AS number, line AS text FROM ${linesOf(file)}) WHERE trim(coalesce(text, '')) <> '')`;

/** A table for the lines of bulk files, a row a resource. */
export async function openBulk(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE resources (file VARCHAR, line BIGINT, text VARCHAR, person VARCHAR, type VARCHAR)'); // prettier-ignore
}
/** Reads the lines of one bulk file into that table. */
export async function addLines(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(`INSERT INTO resources ${resourcesOf(file)}`);
}

/** The lines that are no resource of anybody. */
export async function leftovers(connection: DuckDBConnection): Promise<{ bad: readonly Leftover[]; aboutNobody: readonly string[] }> {
  const bad = await rowsOf(connection, 'SELECT file, line FROM resources WHERE type IS NULL ORDER BY file, line');
  const nobody = await rowsOf(connection, "SELECT DISTINCT type FROM resources WHERE type <> 'Medication' AND person IS NULL ORDER BY type"); // prettier-ignore
  return {
    bad: bad.map((row) => ({ file: told(row['file']), line: Number(row['line']), problem: 'this line is not a FHIR resource' })), // prettier-ignore
    aboutNobody: nobody.map((row) => told(row['type'])),
  };
} // prettier-ignore

/** Medications stand apart from people, so every batch gets them. */
export const medications = async (connection: DuckDBConnection): Promise<readonly string[]> =>
  (await rowsOf(connection, "SELECT text FROM resources WHERE type = 'Medication' AND person IS NULL")).map((row) =>
    told(row['text']),
  );

/** People in batches, each with all their resources. */
export async function* people(connection: DuckDBConnection): AsyncIterable<readonly Bundled[]> {
  const sql = 'SELECT person, file, line, text FROM resources WHERE person IS NOT NULL ORDER BY person, file, line';
  let batch: { person: string; file: string; line: number; resources: string[] }[] = [];
  for await (const rows of (await connection.stream(sql)).yieldRowObjectJson())
    for (const row of rows) {
      const person = told(row['person']);
      const last = batch.at(-1);
      if (last?.person === person) {
        last.resources.push(told(row['text']));
        continue;
      }
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
      batch.push({ person, file: told(row['file']), line: Number(row['line']), resources: [told(row['text'])] });
    }
  if (batch.length) yield batch;
}
