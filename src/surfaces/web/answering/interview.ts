// SPDX-License-Identifier: Apache-2.0
// The interview as plain data: which page comes next, the answer so far, and what was told. A function of the facts alone.
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import { prepareAsk, type Question as Asked } from '../../../interpreters/ask/index.ts';
import { factsIn } from '../../../interpreters/explain/index.ts';
import {
  toldUrgencies,
  type Fact,
  type FactId,
  type Guidance,
  type Guideline,
  type Level,
  type Patient,
} from '../../../model/index.ts';
import { standing, standings, type Standing } from './standing.ts';
import { answerWords, listWords } from './words.ts';

export type Prepared = {
  guideline: Guideline;
  answer: (patient: Patient) => Guidance;
  ask: ReturnType<typeof prepareAsk>;
};
export const prepare = (guideline: Guideline): Prepared => ({
  guideline,
  answer: prepareAnswer(guideline),
  ask: prepareAsk(guideline),
});

export type Flag = { level: Level; advice: string; because: readonly string[] };
export type AskedPage = {
  name: string;
  /** The heading of several facts that people answer together. */
  title?: string;
  facts: readonly { fact: Fact; words: string }[];
  urgent: boolean;
};
export type SoFar = { id: string; label: string; missing: number; here: boolean };
export type InterviewView = {
  page: AskedPage | undefined;
  /** Questions somebody can answer alone come first; then what stands in letters and results. */
  part: 'yourself' | 'papers' | 'done';
  /** Pages of this part that could still change the answer, at most. */
  left: number;
  flags: readonly Flag[];
  soFar: { readonly [of in Standing]: readonly SoFar[] };
  told: readonly { fact: FactId; label: string; answer: string }[];
  /** While nothing fits: what somebody can answer alone that most treatments wait for, so that they need not wait for the answer. */
  opens: readonly Fact[];
};

/** Red flags first, those that a person can see before those that are measured; then what people know; then papers. */
const turn = ({ fact, redFlag }: Asked): number =>
  redFlag ? (fact.obtainedBy === 'history' ? 0 : 1) : fact.obtainedBy === 'history' ? 2 : 3;
const inTurn = (asked: readonly Asked[]): readonly Asked[] => [...asked].sort((a, b) => turn(a) - turn(b));

/** The page of a question: red flags by rank, other lists as the guideline writes them. */
function pageOf({ guideline }: Prepared, question: Asked): AskedPage {
  const facts = [...question.together];
  const order = Object.keys(guideline.facts);
  if (question.fact.group?.startsWith('signs') !== true)
    facts.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return pageWith(guideline, facts, question.redFlag);
}
const pageWith = (guideline: Guideline, facts: readonly Fact[], urgent: boolean): AskedPage => {
  const group = facts.length > 1 ? facts[0]?.group : undefined;
  return {
    name: facts.map(({ id }) => id).join(' '),
    ...(group === undefined ? {} : { title: guideline.groups[group]?.question ?? 'Which of these are true for you?' }),
    facts: facts.map((fact) => ({ fact, words: listWords(guideline, fact) })),
    urgent,
  };
};

/** Red flags that hold, the most urgent first, each with the facts that raised it. */
export const flagsOf = (guideline: Guideline, patient: Patient, guidance: Guidance): readonly Flag[] =>
  toldUrgencies(guidance.urgency).map(({ level, advice, trace }) => ({
    level,
    advice,
    because: factsIn(guideline, patient, trace),
  }));

function soFarOf(guideline: Guideline, guidance: Guidance, here: ReadonlySet<FactId>): InterviewView['soFar'] {
  const rows = (of: Standing): readonly SoFar[] =>
    guidance.options
      .filter((option) => standing(option) === of)
      .map(({ intervention: id, missing }) => ({
        id,
        label: guideline.interventions[id]?.label ?? id,
        missing: missing.length,
        here: missing.some((fact) => here.has(fact)),
      }));
  const near = (a: SoFar, b: SoFar): number => Number(b.here) - Number(a.here) || a.missing - b.missing;
  const [fits, check, waits, not, stage] = standings.map(rows);
  return {
    fits: fits ?? [],
    check: check ?? [],
    waits: [...(waits ?? [])].sort(near),
    not: not ?? [],
    stage: stage ?? [],
  };
}

/** How many answers are offered first. */
const mostOpening = 3;
/** What most of the waiting treatments miss, of what a person can know; nothing once something fits or has only to be checked, and
 *  nothing beside an urgent sign. */
function opensOf({ facts }: Guideline, { options, urgency }: Guidance, open: ReadonlySet<FactId>): readonly Fact[] {
  const stands = options.map(standing);
  if (urgency.length || stands.includes('fits') || stands.includes('check')) return [];
  const missed = new Map<FactId, number>();
  for (const { missing } of options) for (const id of missing) missed.set(id, (missed.get(id) ?? 0) + 1);
  return [...missed]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id]) => facts[id] ?? [])
    .filter(({ id, obtainedBy }) => obtainedBy === 'history' && !open.has(id))
    .slice(0, mostOpening);
}

const told = (guideline: Guideline, patient: Patient): InterviewView['told'] =>
  Object.entries(patient).flatMap(([id, value]) => {
    const fact = guideline.facts[id];
    return fact ? [{ fact: id, label: fact.label, answer: answerWords(fact, value) }] : [];
  });

/** The page that comes next, or the one that is being changed, with everything that stands beside it. */
export function interview(
  prepared: Prepared,
  patient: Patient,
  open: ReadonlySet<FactId>,
  changing: readonly FactId[] = [],
): InterviewView {
  const { guideline } = prepared;
  const [guidance, asked] = [prepared.answer(patient), inTurn(prepared.ask(patient, open))];
  const changed = changing.flatMap((id) => guideline.facts[id] ?? []);
  const [next] = asked;
  const page = changed.length ? pageWith(guideline, changed, false) : next && pageOf(prepared, next);
  const part = next === undefined ? 'done' : turn(next) === 3 ? 'papers' : 'yourself';
  const ofPart = asked.filter((one) => (turn(one) === 3) === (part === 'papers'));
  return {
    page,
    part,
    left: ofPart.length,
    flags: flagsOf(guideline, patient, guidance),
    soFar: soFarOf(guideline, guidance, new Set(page?.facts.map(({ fact }) => fact.id) ?? [])),
    told: told(guideline, patient),
    opens: opensOf(guideline, guidance, open),
  };
}
