// SPDX-License-Identifier: Apache-2.0
// Which answers still count today. Old answers about what changes are unknown again, and what the record says later stands.
import type { FactId, Patient } from '../../../model/index.ts';
import type { Prepared } from './interview.ts';
import { deriveTold, type Told } from './record/told.ts';

/** An answer that is too old to count: it is unknown, and asked again. */
export type TooOld = { fact: FactId; label: string; on: string };
export type Counting = { facts: Patient; tooOld: readonly TooOld[] };

/** Of the facts somebody answered: their value today, and those that are too old. What follows from medicines, doses and tests
 *  alone is not among them: it is worked out anew whenever something is asked. */
export function counting({ guideline }: Prepared, told: Told): Counting {
  const { patient, stale } = deriveTold(guideline, told);
  const answered = new Set(told.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])));
  return {
    facts: Object.fromEntries(Object.entries(patient).filter(([fact]) => answered.has(fact))),
    tooOld: Object.entries(stale).flatMap(([fact, { on }]) =>
      answered.has(fact) ? [{ fact, label: guideline.facts[fact]?.label ?? fact, on }] : [],
    ),
  };
}
