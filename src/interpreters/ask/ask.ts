// SPDX-License-Identifier: Apache-2.0
import {
  effort,
  levels,
  type Fact,
  type FactId,
  type Guidance,
  type Guideline,
  type Level,
  type InterventionId,
  type Patient,
} from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';
import { chanceOfSettling, valuesToTry, waitingFor } from './settle.ts';

/** A question worth asking, what it could settle, and whether a red flag waits for it. */
export type Question = {
  /** The fact that puts this question in its place. */
  fact: Fact;
  /** What is answered on the same page, `fact` first: it alone, or every fact of its group that is still worth asking. */
  together: readonly Fact[];
  couldSettle: readonly InterventionId[];
  redFlag: boolean;
};

const none: ReadonlySet<FactId> = new Set();

type Ranked = Omit<Question, 'together'>;
type Row = { flags: Record<Level, number>; weight: number; settles: InterventionId[] };
/** Red flags by level: what could be an emergency comes before what could be urgent. */
const byFlags = (a: Row, b: Row): number =>
  levels.map((level) => b.flags[level] - a.flags[level]).find((far) => far !== 0) ?? 0;

type Prepared = {
  guideline: Guideline;
  levelOf: ReadonlyMap<string, Level>;
  chance: (item: string, patient: Patient, fact: FactId) => number;
};

/** Being one of several facts that are all needed counts a little, so that the nearer of two is asked first. */
const nearness = 0.1;

/** What each missing fact is expected to settle: red flags by level, and options. */
function weigh(
  { levelOf, chance }: Prepared,
  patient: Patient,
  guidance: Guidance,
  skip: ReadonlySet<FactId>,
): Map<FactId, Row> {
  const found = new Map<FactId, Row>();
  const at = (id: FactId): Row => {
    const row = found.get(id) ?? { flags: { emergency: 0, urgent: 0, soon: 0 }, weight: 0, settles: [] };
    found.set(id, row);
    return row;
  };
  const worth = (item: string, id: FactId, missing: readonly FactId[]) =>
    chance(item, patient, id) + nearness / missing.length;
  for (const { rule, missing } of guidance.urgencyMissing)
    for (const id of missing) if (!skip.has(id)) at(id).flags[levelOf.get(rule) ?? 'soon'] += worth(rule, id, missing);
  for (const { intervention, missing } of guidance.options)
    for (const id of missing)
      if (!skip.has(id)) {
        at(id).weight += worth(intervention, id, missing);
        at(id).settles.push(intervention);
      }
  return found;
}

/** Law 5, the one order: red flags first, then what is expected to settle most, lighter facts first, then by name. */
function ranked(
  prepared: Prepared,
  patient: Patient,
  guidance: Guidance,
  skip: ReadonlySet<FactId>,
): readonly Ranked[] {
  const rows = [...weigh(prepared, patient, guidance, skip)].flatMap(([id, row]) => {
    const fact = prepared.guideline.facts[id];
    return fact ? [{ fact, ...row }] : [];
  });
  rows.sort(
    (a, b) =>
      byFlags(a, b)
      || b.weight - a.weight
      || effort.indexOf(a.fact.obtainedBy) - effort.indexOf(b.fact.obtainedBy)
      || (a.fact.id < b.fact.id ? -1 : 1),
  );
  return rows.map(({ fact, settles, flags }) => ({
    fact,
    couldSettle: settles,
    redFlag: levels.some((level) => flags[level] > 0),
  }));
}

/** Facts of one group become one question, in the place of the first of them; nothing else changes the order. */
function asQuestions(rows: readonly Ranked[]): readonly Question[] {
  const pages = new Map<string, [Ranked, ...Ranked[]]>();
  for (const row of rows) {
    const page = row.fact.group === undefined ? `fact ${row.fact.id}` : `group ${row.fact.group}`;
    const before = pages.get(page);
    if (before) before.push(row);
    else pages.set(page, [row]);
  }
  return [...pages.values()].map((page) => ({
    fact: page[0].fact,
    together: page.map(({ fact }) => fact),
    couldSettle: [...new Set(page.flatMap(({ couldSettle }) => couldSettle))],
    redFlag: page.some(({ redFlag }) => redFlag),
  }));
}

/** Compiles a guideline once; the function it gives ranks the questions still worth asking. Facts in `skip` were answered
 *  "I don't know": they stay unknown and are not asked again. */
export function prepareAsk(
  guideline: Guideline,
): (patient: Patient, skip?: ReadonlySet<FactId>) => readonly Question[] {
  const answer = prepareAnswer(guideline);
  const [waiting, values] = [waitingFor(guideline), valuesToTry(guideline)];
  const prepared: Prepared = {
    guideline,
    levelOf: new Map(guideline.urgencies.map(({ id, level }) => [id, level])),
    chance: (item, patient, fact) => {
      const found = waiting.get(item);
      return found ? chanceOfSettling(found, patient, fact, values) : 0;
    },
  };
  return (patient, skip = none) => asQuestions(ranked(prepared, patient, answer(patient), skip));
}

/** Every question still worth asking, the best first. */
export function askAll(guideline: Guideline, patient: Patient, skip: ReadonlySet<FactId> = none): readonly Question[] {
  return prepareAsk(guideline)(patient, skip);
}

/** The next question, or nothing when nothing that can be asked could change the answer. */
export function ask(guideline: Guideline, patient: Patient, skip: ReadonlySet<FactId> = none): Question | undefined {
  return askAll(guideline, patient, skip)[0];
}
