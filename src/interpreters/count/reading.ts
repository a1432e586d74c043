// SPDX-License-Identifier: Apache-2.0
// How a file becomes rows of `people`: SQL for DuckDB, as text, so that engine.ts only runs it.
import type { Fact, Index } from '../../model/index.ts';
import { number, quoted, text } from './sql.ts';

export const name = (id: string): string => quoted('duckdb', id);
export const string = (value: string): string => text('duckdb', value);
/** Where a row came from, and what is wrong with it. Prefixed, so that no fact is called so. */
export const fileColumn = 'from:file';
export const lineColumn = 'from:line';
export const problemColumn = 'from:problem';
/** A row's number in the whole cohort, by which long work is cut into pieces. */
export const rowColumn = 'from:row';
/** The one column that is kept though it is no fact: it says who a row is. */
export const idColumn = 'id';

/** The facts that a cohort has columns for, by id. */
export type Facts = Index<Fact>;
/** What a row is read from: SQL with the number of each row, what is wrong with it as a whole, and its columns. */
export type Source = {
  format: Format;
  from: string;
  columns: readonly string[];
  /** Columns that already have a type of their own; all others are text as it was written. */
  types: ReadonlyMap<string, string>;
  /** Where rows come from when that is not one file: SQL over the source. */
  fileSql?: string;
};
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

const numbered = (from: string): string =>
  `(SELECT row_number() OVER () AS ${name(lineColumn)}, CAST(NULL AS VARCHAR) AS ${name(problemColumn)}, * FROM ${from})`;

/** A Parquet file; its columns have types. */
export const parquetSource = (file: string): string =>
  `(SELECT file_row_number + 1 AS ${name(lineColumn)}, CAST(NULL AS VARCHAR) AS ${name(problemColumn)}, * EXCLUDE (file_row_number) FROM read_parquet(${string(file)}, file_row_number=true))`;

/** A delimited file. Lines that are no rows of the header's width are kept by DuckDB in its own table, see `refusedLines`. */
export function csvSource(file: string, delimiter: string, columns: readonly string[]): string {
  const types = columns.map((column) => `${string(column)}: 'VARCHAR'`).join(', ');
  return numbered(
    `read_csv(${string(file)}, header=true, auto_detect=false, delim=${string(delimiter)}, quote='"', escape='"', columns={${types}}, store_rejects=true)`,
  );
}

/** NDJSON, first as lines: a patient per line, flat or under `facts`. A line that is no JSON stays, as NULL. */
export const jsonLines = (lines: string): string => `CREATE OR REPLACE TEMP TABLE lines AS
  SELECT number, whole, coalesce(whole->'$.facts', whole) AS facts FROM
    (SELECT row_number() OVER () AS number, line, TRY_CAST(line AS JSON) AS whole FROM ${lines}) WHERE trim(coalesce(line, '')) <> ''`;
/** Lines that we wrote ourselves, in the same shape as those of a file. */
export const spooledLines = 'spooled';
export const jsonKeys = `SELECT DISTINCT unnest(json_keys(facts)) AS name FROM lines WHERE json_type(facts) = 'OBJECT' ORDER BY name`;

/** How a line of NDJSON says where it comes from and what is wrong with it, when it was written by us and not by people. */
const ownLine = { file: "whole->>'$.file'", line: "CAST(whole->>'$.line' AS BIGINT)", problem: "whole->>'$.problem'" };
export const ownFile = name(fileColumn);

/** Then as columns, each line parsed once for all its facts. With `own`, the lines are ours and carry their origin. */
export function jsonSource(facts: Facts, columns: readonly string[], own = false): string {
  const present = Object.keys(facts).filter((id) => columns.includes(id));
  const shape = JSON.stringify(Object.fromEntries([idColumn, ...present].map((id) => [id, 'VARCHAR'])));
  const noObject = `CASE WHEN coalesce(json_type(facts), '') <> 'OBJECT' THEN 'this line is not a JSON object'
    WHEN len(json_keys(facts)) <> len(list_distinct(json_keys(facts))) THEN 'a name is written twice in this line' END`;
  return `(SELECT ${own ? `${ownLine.file} AS ${name(fileColumn)}, ${ownLine.line}` : 'number'} AS ${name(lineColumn)}, ${own ? ownLine.problem : noObject} AS ${name(problemColumn)},
    ${[`whole->>'$.id' AS ${name(idColumn)}`, ...present.map((id) => `t.${name(id)} AS ${name(id)}`)].join(', ')}
    FROM (SELECT *, json_transform(CASE WHEN json_type(facts) = 'OBJECT' THEN facts END, ${string(shape)}) AS t FROM lines))`;
}

const enumOf = (codes: readonly string[]): string => `ENUM(${codes.map(string).join(', ')})`;
const sqlType = ({ value }: Fact): string =>
  value.type === 'code'
    ? enumOf(value.options.map(({ code }) => code))
    : { boolean: 'BOOLEAN', quantity: 'DOUBLE' }[value.type];

/** A fact's value as its type, or NULL when it is not one of its values. */
export function typed(fact: Fact, written: string): string {
  const { value } = fact;
  if (value.type !== 'quantity') return `TRY_CAST(${written} AS ${sqlType(fact)})`;
  const parsed = `TRY_CAST(${written} AS DOUBLE)`;
  return `CASE WHEN ${parsed} BETWEEN ${number(value.min)} AND ${number(value.max)} THEN ${parsed} END`;
}

const wanted = ({ value }: Fact): string =>
  value.type === 'boolean'
    ? 'true or false'
    : value.type === 'code'
      ? `one of ${value.options.map(({ code }) => code).join(', ')}`
      : `a number from ${value.min} to ${value.max} (${value.unit})`;

/** Everybody copied, with a column per fact; and what of a long work is done. */
export function tables(facts: Facts): readonly string[] {
  const columns = Object.values(facts).map((fact) => `${name(fact.id)} ${sqlType(fact)}`);
  return [
    `CREATE TABLE people (${[`${name(fileColumn)} VARCHAR`, `${name(lineColumn)} BIGINT`, `${name(problemColumn)} VARCHAR`, `${name(idColumn)} VARCHAR`, ...columns].join(', ')})`,
    'CREATE TABLE work (guideline VARCHAR)',
    'CREATE TABLE files (file VARCHAR, size BIGINT, modified DOUBLE, ignored VARCHAR[])',
    'CREATE TABLE pieces (first BIGINT, last BIGINT, sums DOUBLE[])',
  ];
}

/** Those copied who have no problem. */
export const copiedView = `CREATE OR REPLACE TEMP VIEW copied AS SELECT rowid AS ${name(rowColumn)}, * FROM people WHERE ${name(problemColumn)} = ''`;

const wrong = (id: string): string => `(${name(id)} IS NOT NULL AND ${name(`typed:${id}`)} IS NULL)`;
/** What is wrong with a row, or empty text. An empty value is unknown, which is never wrong. Built only for rows that are wrong. */
function problems(facts: readonly Fact[]): string {
  const each = facts.map(
    (fact) =>
      `CASE WHEN ${wrong(fact.id)} THEN concat(${string(`${fact.id} is "`)}, ${name(fact.id)}, ${string(`", which is not ${wanted(fact)}`)}) END`,
  );
  const some = [`${name(problemColumn)} IS NOT NULL`, ...facts.map(({ id }) => wrong(id))].join(' OR ');
  return `CASE WHEN ${some} THEN concat_ws('; ', ${[name(problemColumn), ...each].join(', ')}) ELSE '' END`;
}

/** Whether a column's own type already says what the fact is; anything else is read as text. */
export function isTyped({ id, value }: Fact, types: Source['types']): boolean {
  const type = types.get(id) ?? '';
  return value.type === 'boolean'
    ? type === 'BOOLEAN'
    : value.type === 'quantity' && /^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG)INT|U?INTEGER)$/.test(type);
}
/** A column as text; spaces around it, and nothing but spaces, say nothing. */
export const asText = (column: string): string => `nullif(trim(CAST(${name(column)} AS VARCHAR)), '')`;
/** A fact as it was written: as text, unless the column's type says what it is. */
export const written = (fact: Fact, types: Source['types']): string =>
  isTyped(fact, types) ? name(fact.id) : asText(fact.id);
/** The facts of a source whose values may be wrong. A column of truths has no wrong value, so it is neither parsed nor checked. */
export const checked = (facts: Facts, { columns, types }: Pick<Source, 'columns' | 'types'>): readonly Fact[] =>
  Object.values(facts).filter(
    ({ id, value }) => columns.includes(id) && (value.type !== 'boolean' || types.get(id) !== 'BOOLEAN'),
  );

/** Moves a source's rows into `people`. Facts the source does not have stay NULL: unknown, not false. */
export function insertPeople(facts: Facts, file: string, { format, from, columns, types, fileSql }: Source): string {
  const present = Object.values(facts).filter(({ id }) => columns.includes(id));
  const parsed = checked(facts, { columns, types });
  const rows = [
    `${fileSql ?? string(file)} AS ${name(fileColumn)}`,
    name(lineColumn),
    name(problemColumn),
    `${columns.includes(idColumn) ? asText(idColumn) : 'NULL'} AS ${name(idColumn)}`,
    ...present.map((fact) => `${written(fact, types)} AS ${name(fact.id)}`),
  ];
  const into = [fileColumn, lineColumn, problemColumn, idColumn, ...present.map(({ id }) => id)].map(name);
  const line = format === 'csv' ? `${name(lineColumn)} + 1` : name(lineColumn);
  const values = [
    name(fileColumn), line, problems(parsed), name(idColumn), ...present.map((fact) => name(parsed.includes(fact) ? `typed:${fact.id}` : fact.id))]; // prettier-ignore
  return `INSERT INTO people (${into.join(', ')}) SELECT ${values.join(', ')} FROM
    (SELECT *, ${['0 AS "typed:"', ...parsed.map((fact) => `${typed(fact, name(fact.id))} AS ${name(`typed:${fact.id}`)}`)].join(', ')} FROM (SELECT ${rows.join(', ')} FROM ${from}))`;
}

/** The lines DuckDB refused in the CSV file just read, each once; and every line it passed over: those, and empty ones. */
export const passedOver = (file: string): readonly string[] => [
  'CREATE OR REPLACE TEMP TABLE refused AS SELECT line, min(error_message) AS message FROM reject_errors GROUP BY line',
  `CREATE OR REPLACE TEMP TABLE passed AS SELECT line, row_number() OVER (ORDER BY line) AS rank FROM
    (SELECT line FROM refused UNION SELECT number FROM (SELECT row_number() OVER () AS number, line FROM ${linesOf(file)}) WHERE trim(coalesce(line, '')) = '')`,
];
export const anyPassedOver = 'SELECT 1 FROM passed LIMIT 1';
/** Row k of a CSV file was put at line k + 1, below the header; it stands lower by each line passed over before it. */
export const moveLines = (file: string): string =>
  `UPDATE people SET ${name(lineColumn)} = ${name(lineColumn)} + (SELECT count(*) FROM passed WHERE passed.line - passed.rank < people.${name(lineColumn)}) WHERE ${name(fileColumn)} = ${string(file)}`;
/** The refused lines as people with a problem, so that they are counted. */
export const insertRefused = (file: string): string =>
  `INSERT INTO people (${[fileColumn, lineColumn, problemColumn].map(name).join(', ')}) SELECT ${string(file)}, line, message FROM refused`;
/** A line that is nobody, as a person with a problem, so that it is counted. */
export const insertBad = ({ file, line, problem }: { file: string; line: number; problem: string }): string =>
  `INSERT INTO people (${[fileColumn, lineColumn, problemColumn].map(name).join(', ')}) VALUES (${string(file)}, ${line}, ${string(problem)})`;
export const forgetRefused: readonly string[] = [
  'DROP TABLE IF EXISTS reject_errors',
  'DROP TABLE IF EXISTS reject_scans',
];

/** A CSV cohort table with every fact as a column, as Parquet: options as text, so that any database reads them. */
export function copyToParquet(facts: Facts, csv: string, parquet: string): string {
  const types = Object.values(facts).map(
    (fact) => `${string(fact.id)}: '${{ boolean: 'BOOLEAN', quantity: 'DOUBLE', code: 'VARCHAR' }[fact.value.type]}'`,
  );
  return `COPY (SELECT * FROM read_csv(${string(csv)}, header=true, auto_detect=false, columns={'id': 'VARCHAR', ${types.join(', ')}})) TO ${string(parquet)} (FORMAT parquet)`;
}
