// SPDX-License-Identifier: Apache-2.0
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { loadFrequencies, type Loaded } from '../../authoring/index.ts';
import { convertToParquet } from '../../interpreters/count/engine.ts';
import { prepareSample, seeded, withMonitoring } from '../../interpreters/count/index.ts';
import type { Patient } from '../../model/index.ts';
import { load } from './full.ts';
import { ownGuideline, readArguments, Refusal, textOf } from './load.ts';
import { progressBar } from './progress.ts';

export const help = `heliotrope cohort-sample <N> [--seed NUMBER] [--out FILE.csv|FILE.ndjson|FILE.parquet] [--guideline DIR]
  N people who do not exist, for trying out "count": drawn from published frequencies (guideline/evidence/frequencies.yaml says
  which are published and which are our own choice), so that nobody's data is needed. The guideline's own cases are planted among
  them, as many as N allows, so that every status that some patient can have is there. The same seed gives the same people.
  Without --out the table goes to standard output, as CSV.
  Example: npx heliotrope cohort-sample 10000 --seed 1 --out cohort.csv`;

type Person = { id: string; facts: Patient };
const formats = ['csv', 'ndjson', 'parquet'] as const;
type Format = (typeof formats)[number];

/** The patients of the guideline's cases: each shows one rule from one side. And somebody of whom nothing is known. */
export function plantedPeople({ cases, patients }: Loaded): readonly Person[] {
  const unknown: Person = { id: 'planted-0', facts: {} };
  return [
    unknown,
    ...cases.map(({ value }, i) => ({
      id: `planted-${i + 1}`,
      facts: { ...(value.like === undefined ? {} : patients[value.like]?.value.facts), ...value.given },
    })),
  ];
}

/** The planted people first, then drawn ones, `many` in all. */
function* people(loaded: Loaded, folder: string, many: number, seed: number): Generator<Person> {
  const { frequencies, diagnostics, shown } = loadFrequencies(folder, loaded.guideline);
  if (diagnostics.length) throw new Refusal(shown(), 1);
  const [one, random] = [prepareSample(loaded.guideline, frequencies), seeded(seed)];
  const planted = plantedPeople(loaded).slice(0, many);
  yield* planted;
  for (let i = planted.length; i < many; i++) yield { id: `drawn-${i}`, facts: one(random) };
}

/** One person as a line. No value of ours has a comma or a quote in it. */
const csvLine =
  (columns: readonly string[]) =>
  ({ id, facts }: Person): string =>
    `${id},${columns.map((column) => facts[column] ?? '').join(',')}\n`;
const jsonLine = (person: Person): string => `${JSON.stringify(person)}\n`;

async function writeAll(stream: Writable, some: Iterable<string>, tell: (written: number) => void): Promise<void> {
  let [buffer, written] = ['', 0];
  const flush = async () => {
    if (!stream.write(buffer)) await once(stream, 'drain');
    buffer = '';
    tell(written);
  };
  for (const line of some) {
    buffer += line;
    written++;
    if (buffer.length > 1_000_000) await flush();
  }
  await flush();
}

function* lines(loaded: Loaded, folder: string, format: Format, many: number, seed: number): Generator<string> {
  const columns = Object.keys(withMonitoring(loaded.guideline).facts);
  const line = format === 'ndjson' ? jsonLine : csvLine(columns);
  if (format !== 'ndjson') yield `id,${columns.join(',')}\n`;
  for (const person of people(loaded, folder, many, seed)) yield line(person);
}

async function writeFile(file: string, some: Iterable<string>, many: number): Promise<void> {
  const [stream, bar] = [createWriteStream(file), progressBar()];
  await writeAll(stream, some, (written) => bar.show(`writing ${file}`, written / many));
  stream.end();
  await finished(stream);
  bar.clear();
}

/** Parquet is written by DuckDB from a CSV file beside it, which then goes. */
async function writeParquet(loaded: Loaded, file: string, some: Iterable<string>, many: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-sample-'));
  try {
    const table = join(folder, 'cohort.csv');
    await writeFile(table, some, many);
    await convertToParquet(loaded.guideline, table, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wholeNumber(given: string | undefined, what: string, least: number): number {
  const number = Number(given);
  if (given === undefined || !Number.isSafeInteger(number) || number < least)
    throw new Refusal(`${what} is a whole number, ${least} or more; not "${given ?? ''}".\n\n${help}`);
  return number;
}

/** `heliotrope cohort-sample`: exit 0, 2 for misuse. */
export async function cohortSample(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { guideline: text, seed: text, out: text }, help);
  if (positionals.length > 1) throw new Refusal(`Only one number is taken.\n\n${help}`);
  const many = wholeNumber(positionals[0], 'N', 1);
  const seed = wholeNumber(textOf(values['seed']) ?? '1', '--seed', 0);
  const [folder, out] = [textOf(values['guideline']) ?? ownGuideline, textOf(values['out'])];
  const format = out === undefined ? 'csv' : formats.find((one) => out.toLowerCase().endsWith(`.${one}`));
  if (!format) throw new Refusal(`--out writes .csv, .ndjson or .parquet; not ${out ?? ''}.`);
  const loaded = load(folder);
  const some = lines(loaded, folder, format, many, seed);
  if (out === undefined) await writeAll(process.stdout, some, () => undefined);
  else if (format === 'parquet') await writeParquet(loaded, out, some, many);
  else await writeFile(out, some, many);
  if (out !== undefined) process.stderr.write(`${many} people who do not exist written to ${out}.\n`);
  return 0;
}
