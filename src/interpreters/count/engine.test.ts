// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFrequencies, loadGuideline } from '../../authoring/index.ts';
import { statuses, type Patient } from '../../model/index.ts';
import { compile, prepareAnswer } from '../answer/index.ts';
import { openCohort, Unreadable, type CohortOptions, type Counts, type Listed } from './engine.ts';
import { monitoringRules, overdue, withMonitoring, type Monitoring } from './monitoring.ts';
import { prepareSample, seeded } from './sample.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const answer = prepareAnswer(guideline);
const folder = mkdtempSync(join(tmpdir(), 'count-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(file: string, text: string): string {
  const path = join(folder, file);
  writeFileSync(path, text);
  return path;
}
async function counted(files: readonly string[], options: CohortOptions = {}): Promise<Counts> {
  const cohort = await openCohort(guideline, files, options);
  try {
    return await cohort.counts();
  } finally {
    cohort.close();
  }
}
async function listOf(files: readonly string[], ...[intervention, status]: Parameters<Awaited<ReturnType<typeof openCohort>>['list']>) {
  const cohort = await openCohort(guideline, files);
  try {
    const all: Listed[] = [];
    for await (const one of cohort.list(intervention, status)) all.push(one);
    return all;
  } finally {
    cohort.close();
  }
} // prettier-ignore

describe('a bad line is reported with its file and line, counted, and stops nothing', () => {
  it('in CSV: a wrong value, too many cells, an unknown option', async () => {
    const file = put('bad.csv', 'id,pregnant,age,tpmt\na,true,40,normal\n\nb,perhaps,40,normal\nc,false,40,normal,9,9\nd,false,430,odd\n\ne,,,\nf,no way,,\n'); // prettier-ignore
    const counts = await counted([file]);
    expect(counts.people).toBe(2);
    expect(counts.badLines).toBe(4);
    expect(counts.bad.map(({ line }) => line)).toEqual([4, 5, 6, 9]);
    expect(counts.bad[0]?.problem).toContain('pregnant is "perhaps", which is not true or false');
    expect(counts.bad[2]?.problem).toBe(
      'tpmt is "odd", which is not one of normal, intermediate, poor; age is "430", which is not a number from 0 to 120 (a)',
    );
  });

  it('in NDJSON: what is no JSON, and a wrong value', async () => {
    const file = put('bad.ndjson', '{"id":"a","pregnant":true}\n{"id":"b"\n{"id":"c","facts":{"pregnant":"yes please"}}\n[1]\n{"id":"d","facts":{"pregnant":false}}\n'); // prettier-ignore
    const counts = await counted([file]);
    expect([counts.people, counts.bad.map(({ line }) => line)]).toEqual([2, [2, 3, 4]]);
  });

  it('and a column that is no fact is named, not silently dropped', async () => {
    const { ignored } = await counted([put('other.csv', 'id,pregnant,shoe-size\na,true,40\n')]);
    expect(ignored.map(({ column }) => column)).toEqual(['shoe-size']);
  });

  it.each([
    { what: 'an empty file', file: 'empty.csv', text: '', says: 'its first line must name its columns' },
    {
      what: 'two columns of one name',
      file: 'twice.csv',
      text: 'age,age\n1,2\n',
      says: 'two columns are called "age"',
    },
    { what: 'a file that is no Parquet', file: 'no.parquet', text: 'hello', says: 'it is not a Parquet file' },
    { what: 'another kind of file', file: 'no.xlsx', text: 'hello', says: 'only .csv, .tsv, .parquet' },
  ])('but $what is refused whole', async ({ file, text, says }) => {
    await expect(counted([put(file, text)])).rejects.toThrow(Unreadable);
    await expect(counted([put(file, text)])).rejects.toThrow(says);
  });
});

describe('a synthetic cohort, counted and answered one by one', () => {
  const draw = prepareSample(guideline, loadFrequencies('guideline', guideline).frequencies);
  const random = seeded(7);
  const people: readonly Patient[] = [
    {},
    ...loaded.cases
      .slice(0, 120)
      .map(({ value }) => ({
        ...(value.like === undefined ? {} : loaded.patients[value.like]?.value.facts),
        ...value.given,
      })),
    ...Array.from({ length: 200 }, () => draw(random)),
  ];
  const guidance = people.map((patient) => answer(patient));
  let file = '';
  let counts: Counts;
  beforeAll(async () => {
    file = put('people.ndjson', people.map((facts, i) => JSON.stringify({ id: `p${i}`, facts })).join('\n'));
    counts = await counted([file]);
  });

  it('has the statuses that ANSWER gives, with unknown as a bucket of its own', () => {
    const tallied = Object.fromEntries(
      Object.keys(guideline.interventions).map((id) => [
        id,
        Object.fromEntries(
          statuses.map((status) => [
            status,
            guidance.filter(({ options }) =>
              options.some((option) => option.intervention === id && option.status === status),
            ).length,
          ]),
        ),
      ]),
    );
    expect(counts.statuses).toEqual(tallied);
    expect(counts.people).toBe(people.length);
  });

  it('has the reasons that ANSWER gives', () => {
    for (const [id, reasons] of Object.entries(counts.reasons)) {
      const all = guidance.flatMap(({ options }) =>
        options
          .filter((option) => option.intervention === id && option.status !== 'not-indicated')
          .flatMap(({ status, decidedBy }) => decidedBy.map(({ rule, trace }) => `${status} ${rule} ${trace.truth}`)),
      );
      const tallied = new Map<string, number>();
      for (const each of all) tallied.set(each, (tallied.get(each) ?? 0) + 1);
      expect(Object.fromEntries(reasons.map(({ status, rule, truth, people: many }) => [`${status} ${rule} ${truth}`, many])), id).toEqual(Object.fromEntries(tallied)); // prettier-ignore
    }
  });

  it('raises the red flags that ANSWER raises, and keeps those that may be raised apart', () => {
    for (const [rule, by] of Object.entries(counts.urgencies)) {
      expect(by.true, rule).toBe(guidance.filter(({ urgency }) => urgency.some((flag) => flag.rule === rule)).length);
      expect(by.unknown, rule).toBe(
        guidance.filter(({ urgencyMissing }) => urgencyMissing.some((flag) => flag.rule === rule)).length,
      );
    }
  });

  it('counts a prerequisite only where its treatment fits or may fit', () => {
    for (const { id, intervention, when, kind } of guideline.rules) {
      if (kind !== 'prerequisite') continue;
      const holds = compile(guideline, when);
      const open = people.filter(
        (_, i) =>
        guidance[i]?.options.some((option) => option.intervention === intervention && ['recommended', 'suggested', 'undetermined'].includes(option.status)), // prettier-ignore
      );
      expect(counts.prerequisites[id]?.true, id).toBe(open.filter((patient) => holds(patient).truth === 'true').length);
    }
  });

  it('counts overdue monitoring, with unknown apart', () => {
    const vocabulary = withMonitoring(guideline);
    for (const rule of monitoringRules(guideline)) {
      const late = compile(vocabulary, overdue(rule));
      const truths = people.map((patient) => late(patient).truth);
      expect(counts.overdue[rule.id]?.true, rule.id).toBe(truths.filter((truth) => truth === 'true').length);
      expect(counts.overdue[rule.id]?.unknown, rule.id).toBe(truths.filter((truth) => truth === 'unknown').length);
    }
    expect(Object.values(counts.overdue).some((by) => by.true > 0)).toBe(true);
  });

  it.each(['contraindicated', 'undetermined', 'suggested'] as const)(
    'lists who is %s for methotrexate, each with the rules that put them there',
    async (status) => {
      const found = await listOf([file], 'methotrexate', status);
      const wanted = guidance.flatMap(({ options }, i) => {
        const option = options.find(({ intervention }) => intervention === 'methotrexate');
        if (option?.status !== status) return [];
        const because = option.decidedBy.map(({ rule, trace }) => rule + (trace.truth === 'unknown' ? '?' : ''));
        return [{ id: `p${i}`, line: i + 1, because: [...because].sort() }];
      });
      expect(wanted.length).toBeGreaterThan(3);
      expect(found.map(({ id, line, because }) => ({ id, line, because: [...because].sort() }))).toEqual(wanted);
    },
  );

  it('goes on where it stopped: what a work file has is neither read nor counted again', async () => {
    const work = join(folder, 'work.duckdb');
    const stages: string[] = [];
    const first = await counted([file], { work });
    const again = await counted([file], { work, progress: (stage) => stages.push(stage) });
    expect(again).toEqual(first);
    expect(stages).not.toContain('reading');
  });

  it('and a work file of another guideline is refused', async () => {
    const work = join(folder, 'other.duckdb');
    await counted([file], { work });
    const other = { ...guideline, rules: guideline.rules.slice(1) };
    await expect(openCohort(other, [file], { work })).rejects.toThrow('made with another guideline');
  });

  it('reads back what it wrote as Parquet', async () => {
    const cohort = await openCohort(guideline, [file]);
    const out = join(folder, 'out.parquet');
    await cohort.write(out);
    cohort.close();
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = await connection.runAndReadAll(
      `SELECT id, "status:methotrexate" AS status FROM '${out}' ORDER BY "from:line"`,
    );
    const wanted = guidance.map(({ options }, i) => ({
      id: `p${i}`,
      status: options.find(({ intervention }) => intervention === 'methotrexate')?.status,
    }));
    expect(rows.getRowObjectsJson()).toEqual(wanted);
    connection.closeSync();
  });
});

describe('a test is overdue', () => {
  const rule: Monitoring = {
    id: 'blood',
    intervention: 'azathioprine',
    kind: 'monitoring',
    when: { op: 'is', fact: 'taking-azathioprine', value: true },
    because: ['none'],
    test: 'blood count',
    schedule: {
      baseline: true,
      steps: [{ everyWeeks: 2, untilWeek: 6 }, { everyWeeks: 4, untilWeek: 18 }, { everyWeeks: 12 }],
    },
    actOn: [],
  };
  const late = compile(withMonitoring({ ...guideline, rules: [rule] }), overdue(rule));
  it.each([
    { taking: true, on: 4, since: 3, is: 'true' }, // every 2 weeks until week 6
    { taking: true, on: 4, since: 2, is: 'false' },
    { taking: true, on: 10, since: 3, is: 'false' }, // then every 4 weeks
    { taking: true, on: 60, since: 13, is: 'true' }, // then every 12 weeks
    { taking: true, on: 60, since: undefined, is: 'unknown' },
    { taking: true, on: undefined, since: 3, is: 'unknown' },
    { taking: undefined, on: 60, since: 13, is: 'unknown' },
    { taking: false, on: 60, since: 99, is: 'false' },
  ])('taking $taking, week $on, $since weeks since the test: $is', ({ taking, on, since, is }) => {
    const patient = {
      ...(taking === undefined ? {} : { 'taking-azathioprine': taking }),
      ...(on === undefined ? {} : { 'weeks-on:azathioprine': on }),
      ...(since === undefined ? {} : { 'weeks-since:blood': since }),
    };
    expect(late(patient).truth).toBe(is);
  });
});
