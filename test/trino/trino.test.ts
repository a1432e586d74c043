// SPDX-License-Identifier: Apache-2.0
// The statement of COUNT on Trino's own query engine: every row and every column as DuckDB has it. Needs Java 17 and a folder with
// Trino's jars, named by HELIOTROPE_TRINO (pom.xml beside this file says how to get them). Elsewhere it is skipped, and says why.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, it } from 'vitest';
import { loadGuideline } from '../../src/authoring/index.ts';
import { columns, countStatement, prepareSample, seeded, withMonitoring } from '../../src/interpreters/count/index.ts';
import { plantedPeople } from '../../src/surfaces/cli/cohort-sample.ts';

const jars = process.env['HELIOTROPE_TRINO'];
/** Why Trino cannot run here; undefined when it can. */
function missing(): string | undefined {
  if (jars === undefined || !existsSync(jars)) return 'HELIOTROPE_TRINO names no folder with its jars';
  return spawnSync('java', ['-version']).status === 0 ? undefined : 'there is no Java';
}
const why = missing();
if (why !== undefined) console.log(`Trino is not tried here: ${why}.`);
const folder = mkdtempSync(join(tmpdir(), 'trino-'));
afterAll(() => rmSync(folder, { recursive: true }));

const quoted = (id: string): string => `"${id}"`;
const types = { boolean: 'BOOLEAN', code: 'VARCHAR', quantity: 'DOUBLE' } as const;
function literal(value: boolean | string | number): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return typeof value === 'number' ? `CAST(${value} AS DOUBLE)` : String(value);
}

it.skipIf(why !== undefined)('Trino counts what DuckDB counts, in every row', { timeout: 900_000 }, async () => {
  const { loaded, shown } = loadGuideline('guideline');
  if (!loaded) throw new Error(shown());
  const { guideline } = loaded;
  const [draw, random] = [prepareSample(guideline, guideline.frequencies), seeded(5)];
  const planted = plantedPeople(loaded).filter((_, i) => i % 20 === 0);
  const people = [...planted.map(({ facts }) => facts), ...Array.from({ length: 40 }, () => draw(random))];
  const facts = Object.values(withMonitoring(guideline).facts);
  // One statement a person, of what is known: a single one over all columns is too long for Trino's parser to be quick.
  const setup = [
    `CREATE TABLE cohort AS SELECT CAST(NULL AS VARCHAR) AS id, ${facts.map(({ id, value }) => `CAST(NULL AS ${types[value.type]}) AS ${quoted(id)}`).join(', ')} WHERE FALSE`,
    ...people.map((patient, i) => {
      const known = Object.entries(patient);
      return `INSERT INTO cohort (${['id', ...known.map(([id]) => quoted(id))].join(', ')}) VALUES (${[`'${i}'`, ...known.map(([, value]) => literal(value))].join(', ')})`;
    }),
  ];
  const at = (file: string) => join(folder, file);
  writeFileSync(at('setup.sql'), setup.join('\n'));
  writeFileSync(at('statement.sql'), `${countStatement(guideline, { dialect: 'trino' })};`);
  const ran = spawnSync('java', ['-Xss64m', '-Xmx4g', '-cp', join(jars ?? '', '*'), 'test/trino/Run.java', at('setup.sql'), at('statement.sql'), at('rows.ndjson')], { encoding: 'utf8', timeout: 880_000 }); // prettier-ignore
  expect(ran.status, ran.stderr.slice(-2000)).toBe(0);

  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const sql of setup) await connection.run(sql);
  const wanted = (await connection.runAndReadAll(countStatement(guideline))).getRowObjectsJson();
  const rows: readonly Readonly<Record<string, unknown>>[] = readFileSync(at('rows.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
  expect(rows).toHaveLength(people.length);
  const byId = new Map(rows.map((row) => [row['id'], row]));
  for (const row of wanted) expect(byId.get(row['id'])).toEqual(row);
  expect(new Set(wanted.map((row) => row[columns.status('methotrexate')])).size).toBeGreaterThanOrEqual(4);
});
