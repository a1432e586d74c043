// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { countStatement, dialects } from '../../interpreters/count/index.ts';
import { openCohort, Unreadable, type Cohort, type Counts } from '../../interpreters/count/engine.ts';
import { statuses, type Guideline, type Status } from '../../model/index.ts';
import { colour, loadCompiled, print, readArguments, Refusal, textOf, wrap } from './load.ts';

export const help = `heliotrope count <files…> [--json] [--list <intervention>:<status>] [--out FILE.parquet|FILE.csv] [--guideline DIR]
heliotrope count --sql duckdb|spark|trino
  How many people of a cohort have each status. Files: CSV, Parquet or NDJSON; one person a row, one column a fact, an "id" if you like.
  What is missing is unknown, never false. A row with a wrong value is reported and counted apart. --sql prints the statement, for your
  own database, over a table "cohort" that has an id and every fact.
  Example: npx heliotrope count cohort.csv --list methotrexate:undetermined`;

const short: Readonly<Record<Status, string>> = {
  recommended: 'recomm.',
  suggested: 'suggest.',
  undetermined: 'undeterm.',
  'advised-against': 'advised-ag.',
  'not-indicated': 'not-indic.',
  contraindicated: 'contraind.',
};
const plural = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** One row per intervention; the columns are the statuses. */
function table(guideline: Guideline, counts: Counts): string {
  const rows = Object.entries(counts.statuses).map(([id, by]) => [
    guideline.interventions[id]?.label ?? id,
    ...statuses.map((status) => String(by[status])),
  ]);
  const all = [['', ...statuses.map((status) => short[status])], ...rows];
  return all
    .map(
      ([label = '', ...cells]) => `${label.slice(0, 34).padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`,
    )
    .join('\n');
}

function countsText(guideline: Guideline, counts: Counts): string {
  const flags = Object.entries(counts.urgencies)
    .filter(([, by]) => by.true > 0)
    .map(([id, by]) => `  ${by.level} ${id}: ${by.true} (and ${by.unknown} not known)`);
  const ignored = [...new Set(counts.ignored.map(({ column }) => column))];
  const bad = counts.bad.slice(0, 20).map(({ file, line, problem }) => `  ${file}:${line}  ${problem}`);
  return [
    colour('title', plural(counts.people, 'person', 'people')),
    table(guideline, counts),
    ...(flags.length ? [`${colour('urgent', 'Red flags raised')}\n${flags.join('\n')}`] : []),
    ...(ignored.length
      ? [
          wrap(
            `Not facts of the guideline, so not read: ${ignored.join(', ')}. "npx heliotrope facts" lists the facts.`,
          ),
        ]
      : []),
    ...(counts.badLines
      ? [
          `${colour('urgent', `${plural(counts.badLines, 'row was', 'rows were')} not counted`)}\n${bad.join('\n')}${counts.badLines > 20 ? `\n  and ${counts.badLines - 20} more (--json has all)` : ''}`,
        ]
      : []),
    wrap(`${guideline.disclaimer} (Guideline ${guideline.version}.)`),
  ].join('\n\n');
}

/** What --list names, or a refusal. */
function wantedList(guideline: Guideline, given: string): { intervention: string; status: Status } {
  const [intervention = '', named] = given.split(':');
  const status = statuses.find((one) => one === named);
  if (!Object.hasOwn(guideline.interventions, intervention))
    throw new Refusal(`There is no intervention called "${intervention}".`);
  if (!status) throw new Refusal(`There is no status "${named ?? ''}". It is one of ${statuses.join(', ')}.`);
  return { intervention, status };
}

async function opened(guideline: Guideline, files: readonly string[]): Promise<Cohort> {
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new Refusal(`There is no file ${absent}.`);
  try {
    return await openCohort(guideline, files);
  } catch (error) {
    throw error instanceof Unreadable ? new Refusal(error.message) : error;
  }
}

async function report(
  guideline: Guideline,
  cohort: Cohort,
  { list, out, json }: { list: ReturnType<typeof wantedList> | undefined; out: string | undefined; json: boolean },
): Promise<number> {
  const counts = await cohort.counts();
  if (out !== undefined) await cohort.write(out);
  const people = list ? await cohort.list(list.intervention, list.status) : undefined;
  if (json)
    print(
      JSON.stringify(
        { shape: 'heliotrope-counts/1', guideline: guideline.version, ...counts, ...(people ? { list: people } : {}) },
        null,
        2,
      ),
    );
  else if (people)
    for (const { file, line, id } of people) print(`${file}:${line}${id === undefined ? '' : `  ${id}`}`);
  else print(countsText(guideline, counts));
  if (!json && people)
    for (const { file, line, problem } of counts.bad)
      process.stderr.write(`${file}:${line}  not counted: ${problem}\n`);
  return counts.badLines ? 1 : 0;
}

/** `heliotrope count`: exit 0, 1 when a row could not be counted, 2 for misuse. */
export async function count(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { guideline: text, sql: text, list: text, out: text }, help);
  const { guideline } = loadCompiled(textOf(values['guideline']));
  const sql = textOf(values['sql']);
  const dialect = dialects.find((one) => one === sql);
  if (sql !== undefined && !dialect)
    throw new Refusal(`SQL is written for ${dialects.join(', ')}; not "${sql}".\n\n${help}`);
  if (dialect) {
    print(`${countStatement(guideline, dialect)};`);
    return 0;
  }
  if (positionals.length === 0) throw new Refusal(`Name a file.\n\n${help}`);
  const [given, out] = [textOf(values['list']), textOf(values['out'])];
  if (out !== undefined && !/\.(csv|parquet)$/i.test(out))
    throw new Refusal(`--out writes .csv or .parquet; not ${out}.`);
  const list = given === undefined ? undefined : wantedList(guideline, given);
  const cohort = await opened(guideline, positionals);
  try {
    return await report(guideline, cohort, { list, out, json: values['json'] === true });
  } finally {
    cohort.close();
  }
}
