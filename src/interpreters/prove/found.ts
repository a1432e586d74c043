// SPDX-License-Identifier: Apache-2.0
import type { Fact, Guideline, Patient } from '../../model/index.ts';
import type { Found } from './property.ts';
import { factsIn } from './smt.ts';

/** A number as the solver writes it: 3, 2.5, (- 2.0), (/ 5.0 2.0). */
function numberIn(text: string): number {
  const [over = 0, under = 1] = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
  return ((text.includes('-') ? -1 : 1) * over) / under;
}

/** The solver's value in the fact's own terms; what it left open may be anything in range. */
function valueOf({ value }: Fact, text: string | undefined): boolean | string | number {
  if (value.type === 'boolean') return text === 'true';
  if (value.type === 'code') return (value.options[text === undefined ? 0 : numberIn(text)] ?? value.options[0]).code;
  return text === undefined ? value.min : numberIn(text);
}

/** Reads the patient and its completion out of a solver's model. */
export function readFound(guideline: Guideline, asserted: string, model: string): Found {
  const values = new Map(
    [...model.matchAll(/([klv]\d+) -> ([^\n]*(?:\n\s+[^\n]*)*)/g)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
  const facts = factsIn(guideline, asserted);
  const knownAs = (copy: 'k' | 'l'): Patient =>
    Object.fromEntries(
      facts
        .filter(({ number }) => values.get(`${copy}${number}`) === 'true')
        .map(({ fact, number }) => [fact.id, valueOf(fact, values.get(`v${number}`))]),
    );
  return { patient: knownAs('k'), completion: knownAs('l') };
}

/** Leaves out every fact that the finding does not need, so that a reader sees only why. */
export function shortest(patient: Patient, stillShows: (patient: Patient) => boolean): Patient {
  return Object.keys(patient).reduce((kept: Patient, id) => {
    const without = Object.fromEntries(Object.entries(kept).filter(([other]) => other !== id));
    return stillShows(without) ? without : kept;
  }, patient);
}

/** A patient file, as `heliotrope answer` reads it. */
export function patientFile(patient: Patient): string {
  const rows = Object.entries(patient).map(
    ([id, value]) => `  ${id}: ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`,
  );
  return rows.length ? `facts:\n${rows.join('\n')}` : 'facts: {}';
}
