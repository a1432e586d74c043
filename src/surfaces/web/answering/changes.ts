// SPDX-License-Identifier: Apache-2.0
// What would change the guidance: one fact changed at a time, and which treatments move. Tried, not guessed.
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

/** How much a change matters to the person: treatments before checks, what becomes possible or falls away before the rest. */
function weight({ guideline }: Prepared, { moves }: Change): number {
  const big = (move: Move): number => (move.to === 'fits' || move.to === 'not' || move.from === 'fits' ? 2 : 1);
  return moves.reduce((sum, move) => {
    const kind = guideline.interventions[move.id]?.kind;
    return sum + big(move) * (kind === 'medicine' || kind === 'infusion' ? 2 : 1);
  }, 0);
}

/** The single facts that would change most, the weightiest first: what the person told, and yes/no facts not yet told. */
export function changes(prepared: Prepared, patient: Patient, most = 5): readonly Change[] {
  const before = standingsOf(prepared.answer(patient));
  const found = [...readsAll(prepared)].flatMap(([id, { fact, limits }]): readonly Change[] => {
    if (fact.group === 'treatments-failed' || fact.group === 'serious-reactions') return [];
    if (patient[id] === undefined && fact.value.type === 'quantity') return [];
    const tried = valuesOf(fact, limits)
      .filter((value) => value !== patient[id])
      .map((value) => ({
        fact: id,
        label: fact.label,
        value,
        answer: answerWords(fact, value),
        moves: movesBetween(prepared, before, prepared.answer({ ...patient, [id]: value })),
      }))
      .filter(({ moves }) => moves.some(({ to }) => to !== 'waits' && to !== 'stage'));
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

/** Moves in words, those to the same place together: "Methotrexate, Mycophenolate: check first". */
export function movesInWords(moves: readonly Move[]): readonly string[] {
  const places = [...new Set(moves.map(({ to }) => to))];
  return places.map((to) => {
    const names = moves.filter((move) => move.to === to).map(({ label }) => label);
    const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
    return `${shown}: ${standingWords[to].toLowerCase()}`;
  });
}
