// SPDX-License-Identifier: Apache-2.0
// The whole guideline over a cohort: COUNT against cql-execution on the exported ELM, in one run. See README.md.
//   node bench/count.mjs [people, 1000000] [largest of the growth, people]
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spawnSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';
import cql from 'cql-execution';
import { loadGuideline } from '../dist/authoring/index.js';
import { prepareAnswer } from '../dist/interpreters/answer/index.js';
import { prepareSample, seeded } from '../dist/interpreters/count/index.js';
import { elmLibrary } from '../dist/interpreters/export/index.js';

const people = Number(process.argv[2] ?? 1_000_000);
const largest = Number(process.argv[3] ?? people);
/** People who are drawn. More are these again and again, with other ids: drawing takes far longer than counting. */
const drawn = 100_000;
const { loaded } = loadGuideline('guideline');
const { guideline } = loaded;
const folder = mkdtempSync(join(tmpdir(), 'bench-count-'));
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const command = (...args) => spawnSync(process.execPath, ['bin/heliotrope.js', ...args], { encoding: 'utf8' });

const processor = ({ user, system }) => seconds((user + system) / 1000);
const gigabytes = (kb) => `${(kb / 1024 / 1024).toFixed(2)} GB`;

/** A cohort of so many people: those of the pool, as often as it takes. */
async function repeat(pool, many, out) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT p.* REPLACE (concat(p.id, '-', r.range) AS id) FROM range(${Math.ceil(many / drawn)}) r, read_parquet('${pool}') p LIMIT ${many}) TO '${out}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** `heliotrope count`, in a process of its own, with the memory it needed at most. */
function countFile(file) {
  const script = `const {count} = await import('./dist/surfaces/cli/count.js'); const begun = performance.now(); await count(['${file}', '--json']); process.stderr.write(JSON.stringify({ ms: performance.now() - begun, kb: process.resourceUsage().maxRSS, cpu: process.cpuUsage() }))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { ...JSON.parse(stderr), counts: JSON.parse(stdout) };
}

/** Patients a second of something that takes one patient, over the same people, for about three seconds: of waiting, and of
 *  processor time, which other work on the machine does not lengthen. */
async function rate(patients, decide) {
  for (const patient of patients.slice(0, 20)) await decide(patient);
  let done = 0;
  const [begun, used] = [performance.now(), process.cpuUsage()];
  while (performance.now() - begun < 3000) await decide(patients[done++ % patients.length]);
  const { user, system } = process.cpuUsage(used);
  return { waiting: done / ((performance.now() - begun) / 1000), working: done / ((user + system) / 1e6) };
}

const draw = prepareSample(guideline, guideline.frequencies);
const random = seeded(1);
const sample = Array.from({ length: 400 }, () => draw(random));
const library = new cql.Library(elmLibrary(guideline));
const nobody = { currentPatient: () => undefined, nextPatient: () => undefined };
const answer = prepareAnswer(guideline);

try {
  console.log(`${Object.keys(guideline.interventions).length} interventions, ${guideline.rules.length} rules, ${guideline.urgencies.length} red flags; ${cpus().length} processors, Node ${process.version}`); // prettier-ignore
  const elm = await rate(sample, (patient) => new cql.Executor(library, undefined, patient).exec(nobody));
  const own = await rate(sample, answer);
  const times = (one, other) => `${(one / other).toFixed(0)} times`;
  console.log('                           waiting            processor time');
  console.log(`cql-execution on our ELM   ${elm.waiting.toFixed(1)} people a second   ${elm.working.toFixed(1)}`);
  console.log(`ANSWER, traces included    ${own.waiting.toFixed(0)} people a second   ${own.working.toFixed(0)}: ${times(own.waiting, elm.waiting)} and ${times(own.working, elm.working)} cql-execution`); // prettier-ignore

  const pool = join(folder, 'drawn.parquet');
  command('cohort-sample', String(Math.min(people, drawn)), '--seed', '1', '--out', pool);
  const counted = new Map();
  /** Counts so many people; each size once. */
  async function countOf(many) {
    if (counted.has(many)) return counted.get(many);
    const some = join(folder, `cohort-${many}.parquet`);
    await repeat(pool, many, some);
    const one = countFile(some);
    if (one.counts.people !== many) throw new Error(`${one.counts.people} were counted of ${many}.`);
    counted.set(many, one);
    rmSync(some);
    return one;
  }
  const { ms, kb, cpu, counts } = await countOf(people);
  const scaled = (people / elm.waiting) * 1000;
  console.log(`COUNT of ${counts.people} people    ${seconds(ms)} (${processor(cpu)} of processor time), ${gigabytes(kb)} at most`); // prettier-ignore
  console.log(`cql-execution would take   ${seconds(scaled)} (${seconds((people / elm.working) * 1000)}): COUNT is ${times(scaled, ms)} as fast, with ${times(people / elm.working, (cpu.user + cpu.system) / 1e6)} less work`); // prettier-ignore

  console.log('growth');
  const points = [];
  for (let many = 10_000; many <= largest; many *= 10) {
    const one = await countOf(many);
    points.push([many, (one.cpu.user + one.cpu.system) / 1e6]);
    console.log(`  ${String(many).padStart(9)} people  ${seconds(one.ms)} (${processor(one.cpu)} of processor time)  ${gigabytes(one.kb)}`); // prettier-ignore
  }
  const [n, sx, sy] = [points.length, ...[0, 1].map((i) => points.reduce((sum, point) => sum + point[i], 0))];
  const sxx = points.reduce((sum, [x]) => sum + x * x, 0);
  const sxy = points.reduce((sum, [x, y]) => sum + x * y, 0);
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const start = (sy - slope * sx) / n;
  const off = points.reduce((sum, [x, y]) => sum + (y - start - slope * x) ** 2, 0);
  const spread = points.reduce((sum, [, y]) => sum + (y - sy / n) ** 2, 0);
  console.log(`  fit of processor time: ${start.toFixed(2)} s + ${(slope * 1e6).toFixed(2)} s a million people; R² ${(1 - off / spread).toFixed(4)}`); // prettier-ignore
} finally {
  rmSync(folder, { recursive: true, force: true });
}
