// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient } from '../model/index.ts';
import { measureName, scored } from './core-set.ts';
import { laboratoryStatement } from './laboratory.ts';
import type { Report } from './problem.ts';
import type { Day, Entry } from './record.ts';
import { factOf, misfit, type FactValue, type Statement } from './statement.ts';

/** Numbers that go on by themselves after they were said. */
const counting: Readonly<Record<string, 'years' | 'months' | 'weeks'>> = {
  age: 'years',
  'months-since-onset': 'months',
  'months-since-rituximab': 'months',
  'months-since-ivig': 'months',
  'months-inactive': 'months',
  'glucocorticoid-weeks': 'weeks',
  'weeks-on-current-regimen': 'weeks',
};
const countingOf = (id: string) => (Object.hasOwn(counting, id) ? counting[id] : undefined);
const statement = (
  fact: string,
  value: FactValue,
  on: Day,
  from: Statement['from'],
  how: string,
  entries: readonly string[],
): Statement => {
  const counts = countingOf(fact);
  return { fact, value, on, from, how, entries, ...(counts ? { counts } : {}) };
};

/** Facts typed into a patient file, as said on the file's day. */
export const typedStatements = (facts: Patient, on: Day): readonly Statement[] =>
  Object.entries(facts).map(([fact, value]) =>
    statement(fact, value, on, 'typed', `It stands in the facts of the file, as of ${on}.`, []),
  );

/** Scores that are facts of the guideline: the measure, the field of its result, and the fact. */
const scoreFacts: readonly (readonly [measure: string, field: string, fact: string])[] = [
  ['mmt8', 'bilateral', 'mmt8'],
  ['mmt8', 'unilateral', 'mmt8-of-80'],
  ['cdasi_v2', 'activity', 'cdasi-activity'],
];

function fromMeasure(guideline: Guideline, entry: Entry & { kind: 'measure' }, report: Report): readonly Statement[] {
  const name = measureName(entry.measure);
  const result = scored(entry);
  if ('inputs' in entry && result === undefined)
    report(
      'wrong-value',
      'error',
      `The inputs of "${entry.measure}" cannot be scored. "heliotrope measure ${name}" says why.`,
      entry.id,
    );
  const row = scoreFacts.filter(([measure]) => measure === name);
  const values =
    'score' in entry
      ? [[row[0]?.[2] ?? name, entry.score] as const]
      : row.map(([, field, fact]) => [fact, result?.[field]] as const);
  return values.flatMap(([id, value]) => {
    const fact = factOf(guideline, id);
    if (!fact || typeof value !== 'number' || fact.value.type !== 'quantity') return [];
    const wrong = misfit(fact, value);
    if (wrong) report('wrong-value', 'error', wrong, entry.id);
    return wrong ? [] : [statement(id, value, entry.on, 'derived', `Measured on ${entry.on}.`, [entry.id])];
  });
}

/** What was said in an answer of a person; undefined when the answer does not fit its fact. */
function fromAnswer(guideline: Guideline, entry: Entry & { kind: 'fact' }, report: Report): Statement | undefined {
  const fact = factOf(guideline, entry.fact);
  const wrong = fact ? misfit(fact, entry.value) : `There is no fact called "${entry.fact}".`;
  if (wrong) report(fact ? 'wrong-value' : 'unknown-name', 'error', wrong, entry.id);
  return wrong ? undefined : statement(entry.fact, entry.value, entry.on, 'said', `Said on ${entry.on}.`, [entry.id]);
}

/** What answers, results, scores and symptoms say about facts. Results whose test is none of the guideline's facts still count for the
 *  plan. `background` gives age and sex for eGFR. A loop with one list, because a record has thousands of entries. */
export function statementsIn(
  guideline: Guideline,
  entries: readonly Entry[],
  background: Patient,
  report: Report,
): readonly Statement[] {
  const found: Statement[] = [];
  const keep = (one: Statement | undefined): void => {
    if (one) found.push(one);
  };
  const itch = factOf(guideline, 'itch');
  for (const entry of entries) {
    if (entry.kind === 'fact') keep(fromAnswer(guideline, entry, report));
    else if (entry.kind === 'laboratory') keep(laboratoryStatement(guideline, entry, background, report));
    else if (entry.kind === 'measure') found.push(...fromMeasure(guideline, entry, report));
    else if (entry.kind === 'symptom' && entry.symptom === 'itch' && itch && misfit(itch, entry.score) === undefined)
      keep(statement('itch', entry.score, entry.on, 'said', `Noted on ${entry.on}.`, [entry.id]));
  }
  return found;
}
