// SPDX-License-Identifier: Apache-2.0
import { effort, levels, type Fact, type FactId, type Guidance, type Guideline, type Level, type InterventionId, type Patient } from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';

/** A question worth asking: the fact, what it could settle, and whether a red flag waits for it. */
export type Question = { fact: Fact; couldSettle: readonly InterventionId[]; redFlag: boolean };

const none: ReadonlySet<FactId> = new Set();

type Row = { flags: Record<Level, number>; weight: number; settles: InterventionId[] };
/** Red flags by level: what could be an emergency comes before what could be urgent. */
const byFlags = (a: Row, b: Row): number => levels.map((level) => b.flags[level] - a.flags[level]).find((far) => far !== 0) ?? 0;

/** What each missing fact could settle. An option that waits for few facts is nearer to being settled, and weighs more. */
function weigh(guideline: Guideline, guidance: Guidance, skip: ReadonlySet<FactId>): Map<FactId, Row> {
  const found = new Map<FactId, Row>();
  const levelOf = new Map(guideline.urgencies.map(({ id, level }) => [id, level]));
  const at = (id: FactId) => found.get(id) ?? found.set(id, { flags: { emergency: 0, urgent: 0, soon: 0 }, weight: 0, settles: [] }).get(id);
  const open = (ids: readonly FactId[]) => ids.filter((id) => !skip.has(id));
  for (const { rule, missing } of guidance.urgencyMissing) for (const id of open(missing)) {
    const entry = at(id);
    if (entry) entry.flags[levelOf.get(rule) ?? 'soon'] += 1 / missing.length;
  }
  for (const option of guidance.options) for (const id of open(option.missing)) {
    const entry = at(id);
    if (entry) { entry.weight += 1 / option.missing.length; entry.settles.push(option.intervention); }
  }
  return found;
}

/** Law 5, the one order: red flags first, then what can settle most, lighter facts first, then by name. */
function ranked(guideline: Guideline, guidance: Guidance, skip: ReadonlySet<FactId>): readonly Question[] {
  const rows = [...weigh(guideline, guidance, skip)].flatMap(([id, row]) => { const fact = guideline.facts[id]; return fact ? [{ fact, ...row }] : []; });
  rows.sort((a, b) => byFlags(a, b) || b.weight - a.weight || effort.indexOf(a.fact.obtainedBy) - effort.indexOf(b.fact.obtainedBy) || (a.fact.id < b.fact.id ? -1 : 1));
  return rows.map(({ fact, settles, flags }) => ({ fact, couldSettle: settles, redFlag: levels.some((level) => flags[level] > 0) }));
}

/** Compiles a guideline once; the function it gives ranks the questions still worth asking. Facts in `skip` were answered
 *  "I don't know": they stay unknown and are not asked again. */
export function prepareAsk(guideline: Guideline): (patient: Patient, skip?: ReadonlySet<FactId>) => readonly Question[] {
  const answer = prepareAnswer(guideline);
  return (patient, skip = none) => ranked(guideline, answer(patient), skip);
}

/** Every question still worth asking, the best first. */
export function askAll(guideline: Guideline, patient: Patient, skip: ReadonlySet<FactId> = none): readonly Question[] {
  return prepareAsk(guideline)(patient, skip);
}

/** The next question, or nothing when nothing that can be asked could change the answer. */
export function ask(guideline: Guideline, patient: Patient, skip: ReadonlySet<FactId> = none): Question | undefined {
  return askAll(guideline, patient, skip)[0];
}
