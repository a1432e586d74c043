// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { countStatement, dialects } from '../../interpreters/count/index.ts';
import { openCohort, Unreadable, type Cohort, type CohortOptions } from '../../interpreters/count/engine.ts';
import { statuses, type Guideline, type Status } from '../../model/index.ts';
import { isDay } from '../../record/index.ts';
import { onThreads } from './bulk.ts';
import { folderName } from './count-folder.ts';
import { countsText, reasonsText } from './count-text.ts';
import { loadCompiled, print, readArguments, Refusal, textOf } from './load.ts';
import { progressBar, type Bar } from './progress.ts';

export const help = `heliotrope count <files…> [--json] [--reasons [--of <intervention>]] [--list <intervention>:<status>]
                 [--out FILE.parquet|FILE.csv] [--bad] [--work FILE.duckdb] [--guideline DIR]
heliotrope count --fhir --as-of DATE <files.ndjson…>   (and any of the above)
heliotrope count --sql duckdb|spark|trino
  How many people of a cohort have each status, and which rules decided it. Files: CSV, Parquet or NDJSON; one person a row, one
  column a fact, an "id" if you like. What is missing is unknown, never false, and is counted apart.
  --reasons  by status, the rules that decided it        --list  the people in one status, each with the rules that put them there
  --out      every person with every status              --bad   every row that could not be counted, with its file and line
  --work     keeps what was read and counted in this file, so that a count that was stopped goes on where it was
  --fhir     the files are one FHIR R4 bulk export: a resource a line, people in any order; --as-of is the day to read them as of
  --sql      prints the statement for your own database, over a table "cohort" (docs/count.md says its columns)
  Example: npx heliotrope count cohort.csv --list methotrexate:undetermined`;

type Wanted = {
  list: { intervention: string; status: Status } | undefined;
  out: string | undefined;
  reasons: boolean;
  of: string | undefined;
  bad: boolean;
  json: boolean;
};

function knownIntervention(guideline: Guideline, id: string): string {
  if (!Object.hasOwn(guideline.interventions, id)) throw new Refusal(`There is no intervention called "${id}".`);
  return id;
}

/** What --list names, or a refusal. */
function wantedList(guideline: Guideline, given: string): Wanted['list'] {
  const [intervention = '', named] = given.split(':');
  const status = statuses.find((one) => one === named);
  knownIntervention(guideline, intervention);
  if (!status) throw new Refusal(`There is no status "${named ?? ''}". It is one of ${statuses.join(', ')}.`);
  return { intervention, status };
}

/** A file that cannot be read is refused, whenever that shows. */
async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Unreadable ? new Refusal(error.message) : error;
  }
}

async function opened(guideline: Guideline, files: readonly string[], options: CohortOptions): Promise<Cohort> {
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new Refusal(`There is no file ${absent}.`);
  return refusing(() => openCohort(guideline, files, { temporary: folderName(), ...options }));
}

async function everything<T>(some: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const each of some) all.push(each);
  return all;
}

/** Prints the people of one status as they are found, each with the rules that put them there. */
async function printList(cohort: Cohort, { intervention, status }: NonNullable<Wanted['list']>): Promise<void> {
  for await (const { file, line, id, because } of cohort.list(intervention, status))
    print(`${file}:${line}${id === undefined ? '' : `  ${id}`}  ${because.join(' ') || 'no rule calls for it'}`);
}

/** Prints what was asked for; gives whether every row could be counted. */
async function report(guideline: Guideline, cohort: Cohort, bar: Bar, wanted: Wanted): Promise<boolean> {
  const counts = await cohort.counts();
  bar.clear();
  if (counts.people + counts.badLines === 0)
    throw new Refusal('Nobody is in these files, so there is nothing to count.');
  if (wanted.out !== undefined) await cohort.write(wanted.out);
  bar.clear();
  if (wanted.json) {
    const list = wanted.list && (await everything(cohort.list(wanted.list.intervention, wanted.list.status)));
    const bad = wanted.bad ? await everything(cohort.bad()) : counts.bad;
    print(JSON.stringify({ shape: 'heliotrope-counts/2', guideline: guideline.version, ...counts, bad, ...(list ? { list } : {}) }, null, 2)); // prettier-ignore
    return counts.badLines === 0;
  }
  if (wanted.list) await printList(cohort, wanted.list);
  else if (wanted.reasons) print(reasonsText(guideline, counts, wanted.of));
  else if (!wanted.bad) print(countsText(guideline, counts));
  if (wanted.bad) for await (const { file, line, problem } of cohort.bad()) print(`${file}:${line}  ${problem}`);
  else if (counts.badLines && (wanted.list || wanted.reasons))
    process.stderr.write(`${counts.badLines} rows were not counted. --bad lists them.\n`);
  return counts.badLines === 0;
}

/** What the arguments ask for, checked before anything is read. */
function wantedFrom(guideline: Guideline, values: Readonly<Record<string, unknown>>): Wanted {
  const [list, out, of] = [textOf(values['list']), textOf(values['out']), textOf(values['of'])];
  if (out !== undefined && !/\.(csv|parquet)$/i.test(out))
    throw new Refusal(`--out writes .csv or .parquet; not ${out}.`);
  return {
    list: list === undefined ? undefined : wantedList(guideline, list),
    out,
    reasons: values['reasons'] === true || of !== undefined,
    of: of === undefined ? undefined : knownIntervention(guideline, of),
    bad: values['bad'] === true,
    json: values['json'] === true,
  };
}

function printStatement(guideline: Guideline, named: string): void {
  const dialect = dialects.find((one) => one === named);
  if (!dialect) throw new Refusal(`SQL is written for ${dialects.join(', ')}; not "${named}".\n\n${help}`);
  print(`${countStatement(guideline, { dialect })};`);
}

/** `heliotrope count`: exit 0, 1 when a row could not be counted, 2 for misuse. */
export async function count(args: readonly string[]): Promise<number> {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  const options = {
    guideline: text,
    sql: text,
    list: text,
    out: text,
    of: text,
    work: text,
    'as-of': text,
    reasons: flag,
    bad: flag,
    fhir: flag,
  };
  const { values, positionals } = readArguments(args, options, help);
  const { guideline } = await loadCompiled(textOf(values['guideline']));
  const sql = textOf(values['sql']);
  if (sql !== undefined) {
    printStatement(guideline, sql);
    return 0;
  }
  if (positionals.length === 0) throw new Refusal(`Name a file.\n\n${help}`);
  const wanted = wantedFrom(guideline, values);
  const bar = progressBar();
  const asOf = textOf(values['as-of']);
  if (values['fhir'] === true && (asOf === undefined || !isDay(asOf)))
    throw new Refusal(`--fhir needs the day to read the records as of, such as --as-of 2026-01-31.\n\n${help}`);
  const cohort = await opened(guideline, positionals, {
    bulk: values['fhir'] === true && asOf !== undefined ? onThreads(guideline, asOf) : undefined,
    work: textOf(values['work']),
    progress: (stage, done, what) => bar.show(`${stage} ${what}`, done),
  });
  // Stopped by hand: what was read goes with the temporary folder, or stays in the work file.
  const stop = () => {
    cohort.close();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  try {
    return (await refusing(() => report(guideline, cohort, bar, wanted))) ? 0 : 1;
  } finally {
    process.off('SIGINT', stop);
    cohort.close();
  }
}
