// SPDX-License-Identifier: Apache-2.0
// How a file becomes rows of `people`: SQL for DuckDB, as text, so that engine.ts only runs it.
import type { Fact, Guideline } from '../../model/index.ts';
import { number, quoted, text } from './sql.ts';

export const name = (id: string): string => quoted('duckdb', id);
export const string = (value: string): string => text('duckdb', value);
/** Where a row came from, and what is wrong with it. Prefixed, so that no fact is called so. */
export const fileColumn = 'from:file';
export const lineColumn = 'from:line';
export const problemColumn = 'from:problem';
/** The one column that is kept though it is no fact: it says who a row is. */
export const idColumn = 'id';

export type Format = 'csv' | 'parquet' | 'ndjson';
/** The format by the file's name; undefined when we cannot read it. */
export function formatOf(file: string): Format | undefined {
  const ending =
    file
      .toLowerCase()
      .replace(/\.(gz|zst)$/, '')
      .split('.')
      .at(-1) ?? '';
  return ({ csv: 'csv', tsv: 'csv', txt: 'csv', parquet: 'parquet', ndjson: 'ndjson', jsonl: 'ndjson' } as const)[
    ending
  ];
}

/** Each line of a file as one text: no character is a delimiter or a quote. */
export const linesOf = (file: string): string =>
  `read_csv(${string(file)}, header=false, auto_detect=false, delim='\u0001', quote='', escape='', columns={'line': 'VARCHAR'}, null_padding=true)`;

/** The delimiter a header uses most; spreadsheets in many countries write semicolons. */
export function delimiterOf(header: string): string {
  const many = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (many(each) > many(best) ? each : best));
}

/** The names in a delimited header; a name may be quoted. */
export function headerNames(header: string, delimiter: string): readonly string[] {
  const cells = header
    .replace(/^\uFEFF/, '')
    .trim()
    .split(delimiter);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

const asRaw = (select: string): string => `CREATE OR REPLACE TEMP TABLE raw AS ${select}`;
const numbered = (from: string): string =>
  asRaw(
    `SELECT row_number() OVER () AS ${name(lineColumn)}, CAST(NULL AS VARCHAR) AS ${name(problemColumn)}, * FROM ${from}`,
  );

/** A file as the table `raw`: each value still as it was written, each row with its number. */
export const rawParquet = (file: string): string => numbered(`read_parquet(${string(file)})`);

/** Lines that are no rows of the header's width are kept by DuckDB in its own table, which `insertRejected` reads. */
export function rawCsv(file: string, delimiter: string, columns: readonly string[]): string {
  const types = columns.map((column) => `${string(column)}: 'VARCHAR'`).join(', ');
  return numbered(
    `read_csv(${string(file)}, header=true, auto_detect=false, delim=${string(delimiter)}, quote='"', escape='"', columns={${types}}, store_rejects=true)`,
  );
}

/** NDJSON, first as lines: a patient per line, flat or under `facts`. A line that is no JSON stays, as NULL. */
export const jsonLines = (file: string): string => `CREATE OR REPLACE TEMP TABLE lines AS
  SELECT number, whole, coalesce(whole->'$.facts', whole) AS facts FROM
    (SELECT row_number() OVER () AS number, line, TRY_CAST(line AS JSON) AS whole FROM ${linesOf(file)}) WHERE trim(coalesce(line, '')) <> ''`;
export const jsonKeys = `SELECT DISTINCT unnest(json_keys(facts)) AS name FROM lines WHERE json_type(facts) = 'OBJECT' ORDER BY name`;

/** Then as columns, each line parsed once for all its facts. */
export function rawJson({ facts }: Pick<Guideline, 'facts'>, columns: readonly string[]): string {
  const present = Object.keys(facts).filter((id) => columns.includes(id));
  const shape = JSON.stringify(Object.fromEntries([idColumn, ...present].map((id) => [id, 'VARCHAR'])));
  return asRaw(`SELECT number AS ${name(lineColumn)}, CASE WHEN coalesce(json_type(facts), '') <> 'OBJECT' THEN 'this line is not a JSON object' END AS ${name(problemColumn)},
    ${[`whole->>'$.id' AS ${name(idColumn)}`, ...present.map((id) => `t.${name(id)} AS ${name(id)}`)].join(', ')}
    FROM (SELECT *, json_transform(CASE WHEN json_type(facts) = 'OBJECT' THEN facts END, ${string(shape)}) AS t FROM lines)`);
}

/** A fact's value as its type, or NULL when it is not one of its values. */
function typed({ value }: Fact, written: string): string {
  if (value.type === 'boolean') return `TRY_CAST(${written} AS BOOLEAN)`;
  if (value.type === 'code')
    return `CASE WHEN ${written} IN (${value.options.map(({ code }) => string(code)).join(', ')}) THEN ${written} END`;
  const parsed = `TRY_CAST(${written} AS DOUBLE)`;
  return `CASE WHEN ${parsed} BETWEEN ${number(value.min)} AND ${number(value.max)} THEN ${parsed} END`;
}

const wanted = ({ value }: Fact): string =>
  value.type === 'boolean'
    ? 'true or false'
    : value.type === 'code'
      ? `one of ${value.options.map(({ code }) => code).join(', ')}`
      : `a number from ${value.min} to ${value.max} (${value.unit})`;

/** What is wrong with a value, or NULL. An empty value is unknown, which is never wrong. */
const problem = (fact: Fact, written: string): string =>
  `CASE WHEN ${written} IS NOT NULL AND (${typed(fact, written)}) IS NULL THEN concat(${string(`${fact.id} is "`)}, ${written}, ${string(`", which is not ${wanted(fact)}`)}) END`;

const sqlType = ({ value }: Fact): string => ({ boolean: 'BOOLEAN', quantity: 'DOUBLE', code: 'VARCHAR' })[value.type];

/** The table of everybody read, with a column per fact. `cohort` is those of them with no problem. */
export function peopleTable({ facts }: Pick<Guideline, 'facts'>): readonly string[] {
  const columns = Object.values(facts).map((fact) => `${name(fact.id)} ${sqlType(fact)}`);
  return [
    `CREATE TABLE people (${[`${name(fileColumn)} VARCHAR`, `${name(lineColumn)} BIGINT`, `${name(problemColumn)} VARCHAR`, `${name(idColumn)} VARCHAR`, ...columns].join(', ')})`,
    `CREATE VIEW cohort AS SELECT * FROM people WHERE ${name(problemColumn)} = ''`,
  ];
}

/** A column of `raw` as text; empty text is unknown. */
const written = (column: string): string => `nullif(trim(CAST(${name(column)} AS VARCHAR)), '')`;

/** Where row k of a CSV file stands: below the header, and below each refused line before it. */
const csvLine = `(${name(lineColumn)} + 1 + (SELECT count(*) FROM refused WHERE refused.line - refused.rank - 1 < raw.${name(lineColumn)}))`;

/** Moves `raw` into `people`. Facts the file does not have stay NULL: unknown, not false. */
export function insertPeople(
  { facts }: Pick<Guideline, 'facts'>,
  file: string,
  format: Format,
  columns: readonly string[],
): string {
  const present = Object.values(facts).filter(({ id }) => columns.includes(id));
  const problems = [name(problemColumn), ...present.map((fact) => problem(fact, written(fact.id)))];
  const id = format === 'ndjson' || columns.includes(idColumn) ? written(idColumn) : 'NULL';
  const names = [fileColumn, lineColumn, problemColumn, idColumn, ...present.map((fact) => fact.id)].map(name);
  const values = [
    string(file),
    format === 'csv' ? csvLine : name(lineColumn),
    `concat_ws('; ', ${problems.join(', ')})`,
    id,
    ...present.map((fact) => typed(fact, written(fact.id))),
  ];
  return `INSERT INTO people (${names.join(', ')}) SELECT ${values.join(', ')} FROM raw`;
}

/** The lines DuckDB refused in the CSV file just read, each once; then as people with a problem, so that they are counted. */
export const refusedLines = `CREATE OR REPLACE TEMP TABLE refused AS
  SELECT line, row_number() OVER (ORDER BY line) AS rank, message FROM (SELECT line, min(error_message) AS message FROM reject_errors GROUP BY line)`;
export const insertRefused = (file: string): string =>
  `INSERT INTO people (${[fileColumn, lineColumn, problemColumn].map(name).join(', ')}) SELECT ${string(file)}, line, message FROM refused`;
export const forgetRefused: readonly string[] = [
  'DROP TABLE IF EXISTS reject_errors',
  'DROP TABLE IF EXISTS reject_scans',
];
