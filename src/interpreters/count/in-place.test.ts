// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { openCohort, type CohortOptions, type Counts, type Listed } from './engine.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const folder = mkdtempSync(join(tmpdir(), 'in-place-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [parquet, csv, work] = ['people.parquet', 'people.csv', 'work.duckdb'].map((file) => join(folder, file));

/** Each column in a type that somebody might give it; wrong values, spaces and what is no number among them. */
const people = `SELECT * FROM (VALUES
    ('a', true,  40::DOUBLE,      'normal',       '60',     'true'),
    ('b', NULL,  NULL,            NULL,           NULL,     NULL),
    ('c', false, 430,             ' poor ',       '59.5',   'no'),
    ('d', true,  'nan'::DOUBLE,   'normal',       '',       'false'),
    ('e', false, 0,               'odd',          '61',     'perhaps'),
    ('f', false, 120,             '  ',           'a lot',  ''),
    ('g', true,  41,              'intermediate', '200',    'TRUE'))
  AS t(id, pregnant, age, tpmt, egfr, "mmf-effective-contraception")`;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${people}) TO '${parquet}' (FORMAT parquet)`);
  connection.closeSync();
  writeFileSync(csv ?? '', 'id,pregnant,age\nx,true,30\ny,false,999\nz,,\n');
});

async function counted(files: readonly (string | undefined)[], options: CohortOptions = {}): Promise<{ counts: Counts; listed: readonly Listed[] }> {
  const cohort = await openCohort(guideline, files.filter((file) => file !== undefined), options);
  try {
    const listed: Listed[] = [];
    for await (const one of cohort.list('methotrexate', 'contraindicated')) listed.push(one);
    return { counts: await cohort.counts(), listed };
  } finally {
    cohort.close();
  }
} // prettier-ignore

describe('a Parquet file that is counted where it stands', () => {
  it('says of everybody, and of every wrong row, what it says when it is copied first', async () => {
    const [here, copied] = [await counted([parquet]), await counted([parquet], { work })];
    expect(here).toEqual(copied);
    expect(here.counts.people + here.counts.badLines).toBe(7);
    expect(here.counts.bad.map(({ line }) => line)).toEqual(copied.counts.bad.map(({ line }) => line));
    expect(here.counts.bad.map(({ line }) => line)).toContain(3);
    expect(here.listed.map(({ id, line }) => [id, line])).toContainEqual(['a', 1]);
  });

  it('is counted together with files that are copied', async () => {
    const { counts, listed } = await counted([csv, parquet]);
    const alone = await counted([parquet]);
    expect([counts.people, counts.badLines]).toEqual([alone.counts.people + 2, alone.counts.badLines + 1]);
    expect(listed.map(({ id }) => id)).toEqual(['x', ...alone.listed.map(({ id }) => id)]);
  });

  it('is counted once, however often it is named', async () => {
    expect(await counted([parquet, parquet])).toEqual(await counted([parquet]));
    expect(await counted([csv, csv])).toEqual(await counted([csv]));
  });
});
