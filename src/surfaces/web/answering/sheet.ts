// SPDX-License-Identifier: Apache-2.0
// Every fact on one sheet, for a clinician at a keyboard: how it is obtained, its unit and range, its choices.
import { effort, type Fact, type Patient } from '../../../model/index.ts';
import type { Prepared } from './interview.ts';
import { unitWords } from './words.ts';

export type SheetRow = {
  id: string;
  label: string;
  question: string;
  unit: string;
  range: string;
  choices: readonly { value: string; words: string }[];
  value: string;
};
export type SheetPart = { by: Fact['obtainedBy']; rows: readonly SheetRow[] };

function row(fact: Fact, patient: Patient): SheetRow {
  const { value: kind } = fact;
  const now = patient[fact.id];
  return {
    id: fact.id,
    label: fact.label,
    question: fact.question,
    unit: kind.type === 'quantity' ? unitWords(kind.unit) : '',
    range: kind.type === 'quantity' ? `${kind.min} to ${kind.max}` : '',
    choices:
      kind.type === 'boolean'
        ? [
            { value: 'true', words: 'Yes' },
            { value: 'false', words: 'No' },
          ]
        : kind.type === 'code'
          ? kind.options.map(({ code, label }) => ({ value: code, words: label }))
          : [],
    value: now === undefined ? '' : String(now),
  };
}

/** All facts, from what the person says to what a procedure finds. */
export const sheet = ({ guideline }: Prepared, patient: Patient): readonly SheetPart[] =>
  effort.map((by) => ({
    by,
    rows: Object.values(guideline.facts)
      .filter((fact) => fact.obtainedBy === by)
      .map((fact) => row(fact, patient)),
  }));

/** Reads what was typed for one fact; or says what is allowed. */
export function readTyped(
  { guideline }: Prepared,
  id: string,
  typed: string,
): { ok: true; value: boolean | string | number } | { ok: false; problem: string } {
  const kind = guideline.facts[id]?.value;
  if (kind?.type === 'boolean') return { ok: true, value: typed === 'true' };
  if (kind?.type === 'code') return { ok: true, value: typed };
  const number = Number(typed.replace(',', '.'));
  if (kind?.type === 'quantity' && typed.trim() !== '' && number >= kind.min && number <= kind.max)
    return { ok: true, value: number };
  return {
    ok: false,
    problem:
      kind?.type === 'quantity'
        ? `You typed ${typed}. Type a number from ${kind.min} to ${kind.max}. Your other answers are saved.`
        : 'This cannot be read.',
  };
}
