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
import { prepareChances, type Chances } from './chance.ts';
import { chancesOfSettling, waitingFor, type Waiting } from './settle.ts';

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

type Prepared = { guideline: Guideline; chances: Chances } & ReturnType<typeof waitingFor>;

/** Being one of several facts that are all needed counts a little, so that the nearer of two is asked first. */
const nearness = 0.1;

/** For each missing fact: what waits for it, and how near it alone is to settling that. */
function waitersOf({ waiting }: Prepared, guidance: Guidance, skip: ReadonlySet<FactId>) {
  const found = new Map<FactId, { waiting: Waiting; near: number }[]>();
  const wait = (id: string, missing: readonly FactId[]): void => {
    const waits = waiting.get(id);
    if (!waits) return;
    for (const fact of missing)
      if (!skip.has(fact)) {
        const list = found.get(fact) ?? [];
        list.push({ waiting: waits, near: nearness / missing.length });
        found.set(fact, list);
      }
  };
  for (const { rule, missing } of guidance.urgencyMissing) wait(rule, missing);
  for (const { intervention, missing } of guidance.options) wait(intervention, missing);
  return found;
}

/** What each missing fact is expected to settle: red flags by level, and options. */
function weigh(prepared: Prepared, patient: Patient, guidance: Guidance, skip: ReadonlySet<FactId>) {
  prepared.circuit.turnTo(patient);
  return [...waitersOf(prepared, guidance, skip)].map(([id, waiters]): [FactId, Row] => {
    const row: Row = { flags: { emergency: 0, urgent: 0, soon: 0 }, weight: 0, settles: [] };
    const all = waiters.map(({ waiting }) => waiting);
    chancesOfSettling(prepared.circuit, all, id, prepared.chances(id, patient)).forEach((chance, i) => {
      const worth = chance + (waiters[i]?.near ?? 0);
      const { id: name, level } = all[i] ?? { id: '', level: undefined };
      if (level !== undefined) row.flags[level] += worth;
      else {
        row.weight += worth;
        row.settles.push(name);
      }
    });
    return [id, row];
  });
}

/** Law 5, the one order: red flags first, then what is expected to settle most, lighter facts first, then by name. */
function ranked(
  prepared: Prepared,
  patient: Patient,
  guidance: Guidance,
  skip: ReadonlySet<FactId>,
): readonly Ranked[] {
  const rows = weigh(prepared, patient, guidance, skip).flatMap(([id, row]) => {
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
    redFlag: page[0].redFlag, // red flags come first, on a page as well
  }));
}

/** Compiles a guideline once; the function it gives ranks the questions still worth asking. Facts in `skip` were answered
 *  "I don't know": they stay unknown and are not asked again. */
export function prepareAsk(
  guideline: Guideline,
): (patient: Patient, skip?: ReadonlySet<FactId>) => readonly Question[] {
  const answer = prepareAnswer(guideline);
  const prepared: Prepared = { guideline, ...waitingFor(guideline), chances: prepareChances(guideline) };
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
