// SPDX-License-Identifier: Apache-2.0
// Every reader of the rules that can decide a patient, behind one interface: what is true of each red flag and deciding rule,
// and the status of each treatment. Each takes a fault, so that a test can see that the comparison would catch one.
import { DuckDBInstance } from '@duckdb/node-api';
import cql from 'cql-execution';
import initSqlJs from 'sql.js';
import { compile, prepareAnswer } from '../../src/interpreters/answer/index.ts';
import { bitLogic, columns, countStatement, fill, statusPeople, withMonitoring, type Mask } from '../../src/interpreters/count/index.ts'; // prettier-ignore
import { truthsOf } from '../../src/interpreters/count/vectors.ts';
import { cqlLibrary, elmLibrary, names } from '../../src/interpreters/export/index.ts';
import { interpret, type Condition, type Fact, type Guideline, type Patient, type Rule, type Truth } from '../../src/model/index.ts'; // prettier-ignore
import { translate } from './translator.ts';

/** What an engine says of one patient: by `rule/id`, `urgency/id` and `status/id`. */
export type Said = Readonly<Record<string, string>>;
export type Engine = (guideline: Guideline, patients: readonly Patient[]) => Promise<readonly Said[]>;
/** Changes the text an interpreter wrote, before its engine runs it. */
export type Fault = (text: string) => string;
const sound: Fault = (text) => text;

const deciding = ({ rules }: Guideline): readonly Rule[] =>
  rules.filter(({ kind }) => kind === 'contraindication' || kind === 'recommendation');
/** Everything that has a truth, by its name. */
export const conditionsOf = (guideline: Guideline): readonly (readonly [string, Condition])[] => [
  ...deciding(guideline).map(({ id, when }) => [names.rule(id), when] as const),
  ...guideline.urgencies.map(({ id, when }) => [names.urgency(id), when] as const),
];
const truth = (value: unknown): Truth =>
  value === null || value === undefined ? 'unknown' : value === true || value === 1 ? 'true' : 'false';

/** ANSWER; its fault is to take an absent fact for "no". */
export const answerEngine =
  (absentIsNo = false): Engine =>
  async (guideline, patients) => {
    const answer = prepareAnswer(guideline);
    const yesNo = Object.values(guideline.facts).filter(({ value }) => value.type === 'boolean');
    const no = Object.fromEntries(yesNo.map(({ id }) => [id, false]));
    const asked = conditionsOf(guideline).map(([name, when]) => [name, compile(guideline, when)] as const);
    return patients.map((given) => {
      const patient = absentIsNo ? { ...no, ...given } : given;
      return Object.fromEntries([
        ...asked.map(([name, of]) => [name, of(patient).truth]),
        ...answer(patient).options.map(({ intervention, status }) => [names.status(intervention), status]),
      ]);
    });
  };

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
function literal(value: boolean | string | number | undefined): string {
  if (value === undefined) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value).toUpperCase();
}
const sqlType = { boolean: 'BOOLEAN', code: 'VARCHAR', quantity: 'DOUBLE' } as const;
const createTable = (facts: readonly Fact[]): string =>
  `CREATE TABLE cohort (${['id INTEGER', ...facts.map(({ id, value }) => `${quoted(id)} ${sqlType[value.type]}`)].join(', ')})`;
const insertRows = (facts: readonly Fact[], patients: readonly Patient[]): string =>
  `INSERT INTO cohort VALUES ${patients.map((patient, i) => `(${[String(i), ...facts.map(({ id }) => literal(patient[id]))].join(', ')})`).join(', ')}`;

/** The columns of a count, as what it says. */
function saidBySql(guideline: Guideline, row: Readonly<Record<string, unknown>>): Said {
  return Object.fromEntries([
    ...deciding(guideline).map(({ id }) => [names.rule(id), truth(row[columns.rule(id)])]),
    ...guideline.urgencies.map(({ id }) => [names.urgency(id), truth(row[columns.urgency(id)])]),
    ...Object.keys(guideline.interventions).map((id) => [names.status(id), String(row[columns.status(id)])]),
  ]);
}
const statement = (guideline: Guideline, fault: Fault): string =>
  fault(`${countStatement(guideline, { reasons: true })} ORDER BY id`);
const withTimes = (guideline: Guideline): readonly Fact[] => Object.values(withMonitoring(guideline).facts);

/** COUNT on SQLite. */
export const sqliteEngine =
  (fault = sound): Engine =>
  async (guideline, patients) => {
    const { Database } = await initSqlJs();
    const [database, facts] = [new Database(), withTimes(guideline)];
    database.run(createTable(facts));
    database.run(insertRows(facts, patients));
    const prepared = database.prepare(statement(guideline, fault));
    const said: Said[] = [];
    while (prepared.step()) said.push(saidBySql(guideline, prepared.getAsObject()));
    database.close();
    return said;
  };

/** What `heliotrope count` runs: DuckDB reads the truths, and people are decided side by side, a bit each. */
export const bitsEngine =
  (fault = sound): Engine =>
  async (guideline, patients) => {
    const logic = bitLogic();
    const truths = conditionsOf(guideline).map(([name, when]) => [name, interpret(guideline, when, logic.meaning)] as const);
    const those = Object.keys(guideline.interventions).map((id) => [names.status(id), Object.entries(statusPeople(guideline, id, logic))] as const);
    const { columns: read, run } = logic.program([
      ...truths.flatMap(([, { yes, no }]) => [yes, no]),
      ...those.flatMap(([, statuses]) => statuses.map(([, mask]) => mask)),
    ]);
    const instance = await DuckDBInstance.create(':memory:');
    const [connection, facts] = [await instance.connect(), withTimes(guideline)];
    await connection.run(createTable(facts));
    await connection.run(insertRows(facts, patients));
    const said: Said[] = [];
    const sql = fault(`SELECT ${['TRUE', ...read.map((column) => column.sql)].join(', ')} FROM cohort ORDER BY cohort.id`);
    for await (const { people, column } of truthsOf(connection, sql)) {
      read.forEach((each, place) => fill(each, people, column(place + 1).values, column(place + 1).known));
      run(people);
      for (let i = 0; i < people; i++) {
        const has = ({ bits }: Mask) => (((bits[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1;
        said.push(
          Object.fromEntries([
            ...truths.map(([name, { yes, no }]) => [name, has(yes) ? 'true' : has(no) ? 'false' : 'unknown']),
            ...those.map(([name, statuses]) => [name, statuses.filter(([, mask]) => has(mask)).map(([status]) => status).join(' and ')]),
          ]),
        );
      }
    }
    connection.closeSync();
    instance.closeSync();
    return said;
  }; // prettier-ignore

/** COUNT on DuckDB. */
export const duckdbEngine =
  (fault = sound): Engine =>
  async (guideline, patients) => {
    const instance = await DuckDBInstance.create(':memory:');
    const [connection, facts] = [await instance.connect(), withTimes(guideline)];
    await connection.run(createTable(facts));
    await connection.run(insertRows(facts, patients));
    const rows = (await connection.runAndReadAll(statement(guideline, fault))).getRowObjectsJson();
    connection.closeSync();
    instance.closeSync();
    return rows.map((row) => saidBySql(guideline, row));
  };

const nobody = { currentPatient: () => undefined, nextPatient: () => undefined };
async function runElm(elm: unknown, guideline: Guideline, patients: readonly Patient[]): Promise<readonly Said[]> {
  const library = new cql.Library(elm);
  const said: Said[] = [];
  for (const patient of patients) {
    const { unfilteredResults: results } = await new cql.Executor(library, undefined, patient).exec(nobody);
    said.push(
      Object.fromEntries([
        ...conditionsOf(guideline).map(([name]) => [name, truth(results[name])]),
        ...Object.keys(guideline.interventions).map((id) => [names.status(id), String(results[names.status(id)])]),
      ]),
    );
  }
  return said;
}

/** Our ELM in cql-execution. */
export const elmEngine =
  (fault = sound): Engine =>
  async (guideline, patients) =>
    runElm(JSON.parse(fault(JSON.stringify(elmLibrary(guideline)))), guideline, patients);

/** Our CQL, through HL7's reference translator, in cql-execution. */
export const cqlEngine =
  (fault = sound): Engine =>
  async (guideline, patients) => {
    const { elm, problems } = translate(fault(cqlLibrary(guideline)));
    if (problems.length) throw new Error(`The reference translator refuses our CQL: ${problems.join('; ')}`);
    return runElm(elm, guideline, patients);
  };
