// SPDX-License-Identifier: Apache-2.0
// The statement of COUNT on a real Apache Spark, two executors: every row and every column as DuckDB has it. Needs Java and a
// Python that has pyspark (HELIOTROPE_PYTHON names one; otherwise python3). Elsewhere it is skipped, and says why.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, it } from 'vitest';
import { loadGuideline } from '../../src/authoring/index.ts';
import { columns, countStatement } from '../../src/interpreters/count/index.ts';
import { cohortSample } from '../../src/surfaces/cli/cohort-sample.ts';

const python = process.env['HELIOTROPE_PYTHON'] ?? 'python3';
/** Why Spark cannot run here; undefined when it can. */
function missing(): string | undefined {
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no Java';
  const found = spawnSync(python, ['-c', 'import pyspark']);
  return found.status === 0 ? undefined : `${python} has no pyspark`;
}
const why = missing();
if (why !== undefined) console.log(`Apache Spark is not tried here: ${why}.`);
const folder = mkdtempSync(join(tmpdir(), 'spark-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** Enough for every status, few enough that reading a statement of a thousand columns is most of the work: about half a minute. */
const people = 600;

it.skipIf(why !== undefined)(
  'Apache Spark counts what DuckDB counts, on two executors, in every row',
  { timeout: 600_000 },
  async () => {
    // prettier-ignore
    const { loaded, shown } = loadGuideline('guideline');
    if (!loaded) throw new Error(shown());
    const at = (file: string) => join(folder, file);
    await cohortSample([String(people), '--seed', '5', '--out', at('cohort.parquet')]);
    writeFileSync(at('statement.sql'), `${countStatement(loaded.guideline, { dialect: 'spark' })};`);

    const ran = spawnSync(python, ['test/spark/run.py', at('cohort.parquet'), at('statement.sql'), at('rows.ndjson')], { encoding: 'utf8', timeout: 570_000 }); // prettier-ignore
    expect(ran.status, ran.stderr.slice(-2000)).toBe(0);
    const told: unknown = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
    expect(told).toMatchObject({ executors: 2 });

    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`CREATE VIEW cohort AS SELECT * FROM read_parquet('${at('cohort.parquet')}')`);
    const wanted = (
      await connection.runAndReadAll(`${countStatement(loaded.guideline)} ORDER BY id`)
    ).getRowObjectsJson();
    const rows: readonly unknown[] = readFileSync(at('rows.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
    expect(rows).toHaveLength(people);
    rows.forEach((row, i) => expect(row).toEqual(wanted[i]));
    const statuses = new Set(wanted.map((row) => row[columns.status('methotrexate')]));
    expect(statuses.size).toBeGreaterThanOrEqual(5);
  },
);
