// SPDX-License-Identifier: Apache-2.0
// What would change the guidance: one fact changed at a time, and which treatments move. Tried, not guessed.
import { lowerFirst } from '../../../interpreters/explain/index.ts';
import {
  joinReads,
  readsOf,
  representativeValues,
  type Fact,
  type FactId,
  type Guidance,
  type Patient,
} from '../../../model/index.ts';
import type { Prepared } from './interview.ts';
import { standing, standingWords, type Standing } from './standing.ts';
import { answerWords } from './words.ts';

export type Move = { id: string; label: string; from: Standing; to: Standing };
export type Change = {
  fact: FactId;
  label: string;
  value: boolean | string | number;
  answer: string;
  moves: readonly Move[];
};
/** A fact somebody may try another value of, with the values that some rule tells apart. */
export type Tryable = { fact: FactId; label: string; now: string; values: readonly { value: string; words: string }[] };

const standingsOf = ({ options }: Guidance): ReadonlyMap<string, Standing> =>
  new Map(options.map((option) => [option.intervention, standing(option)]));

function movesBetween(
  { guideline }: Prepared,
  before: ReadonlyMap<string, Standing>,
  after: Guidance,
): readonly Move[] {
  return [...standingsOf(after)].flatMap(([id, to]) => {
    const from = before.get(id) ?? to;
    return from === to ? [] : [{ id, label: guideline.interventions[id]?.label ?? id, from, to }];
  });
}

/** What moves when one fact is changed, or forgotten. */
export function tryChange(
  prepared: Prepared,
  patient: Patient,
  fact: FactId,
  value: boolean | string | number,
): readonly Move[] {
  return movesBetween(prepared, standingsOf(prepared.answer(patient)), prepared.answer({ ...patient, [fact]: value }));
}

const readsAll = ({ guideline }: Prepared) =>
  joinReads([...guideline.rules, ...guideline.urgencies].map(({ when }) => readsOf(guideline, when)));

/** Values worth trying, each once as it is said. */
function valuesOf(fact: Fact, limits: ReadonlySet<number>): readonly (boolean | string | number)[] {
  const values = representativeValues({ fact, limits });
  return values
    .map((value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))
    .filter((value, i, all) => all.indexOf(value) === i);
}

/** How much a change matters to the person: what opens up before what falls away, treatments before checks. A change that
 *  moves nearly everything (another diagnosis) says nothing about the next step. */
function weight({ guideline }: Prepared, { moves }: Change): number {
  const big = ({ to }: Move): number => ({ fits: 4, check: 3, not: 2, waits: 0, stage: 0 })[to];
  const treats = ({ id }: Move): number =>
    ['medicine', 'infusion'].includes(guideline.interventions[id]?.kind ?? '') ? 2 : 1;
  return moves.length > 14
    ? 0
    : Math.min(
        24,
        moves.reduce((sum, move) => sum + big(move) * treats(move), 0),
      );
}
/** Facts that are not somebody's to change, or that nobody would try. */
function isIdle({ id, group, value }: Fact, patient: Patient): boolean {
  if (group === 'treatments-failed' || group === 'serious-reactions') return true;
  if (group === 'treatments-now' || group === 'other-medicines') return patient[id] !== true;
  return (
    (patient[id] === undefined && value.type === 'quantity') || ['age', 'age-at-onset', 'sex-at-birth'].includes(id)
  );
}

/** The single facts that would change most, the weightiest first; each with the value that would change most. */
export function changes(prepared: Prepared, patient: Patient, most = 5): readonly Change[] {
  const before = standingsOf(prepared.answer(patient));
  const found = [...readsAll(prepared)].flatMap(([id, { fact, limits }]): readonly Change[] => {
    if (isIdle(fact, patient)) return [];
    const tried = valuesOf(fact, limits)
      .filter((value) => value !== patient[id])
      .map((value) => ({
        fact: id,
        label: fact.label,
        value,
        answer: answerWords(fact, value),
        moves: movesBetween(prepared, before, prepared.answer({ ...patient, [id]: value })),
      }))
      .filter((change) => weight(prepared, change) > 0);
    return tried.sort((a, b) => weight(prepared, b) - weight(prepared, a)).slice(0, 1);
  });
  return found.sort((a, b) => weight(prepared, b) - weight(prepared, a)).slice(0, most);
}

/** Every fact a change can be tried with, what was told first. */
export function tryables(prepared: Prepared, patient: Patient): readonly Tryable[] {
  const rows = [...readsAll(prepared)].map(([id, { fact, limits }]) => ({
    fact: id,
    label: fact.label,
    now: patient[id] === undefined ? '' : answerWords(fact, patient[id]),
    values: valuesOf(fact, limits)
      .filter((value) => value !== patient[id])
      .map((value) => ({ value: JSON.stringify(value), words: answerWords(fact, value) })),
  }));
  return rows.sort((a, b) => Number(b.now !== '') - Number(a.now !== '') || a.label.localeCompare(b.label));
}

/** Moves in words, those to the same place together: "Methotrexate, mycophenolate: check first". */
export function movesInWords(moves: readonly Move[]): readonly string[] {
  const places = [...new Set(moves.map(({ to }) => to))];
  return places.map((to) => {
    const names = moves.filter((move) => move.to === to).map(({ label }, i) => (i === 0 ? label : lowerFirst(label)));
    const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
    return `${shown}: ${standingWords[to].toLowerCase()}`;
  });
}
