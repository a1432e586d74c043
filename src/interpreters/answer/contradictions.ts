// SPDX-License-Identifier: Apache-2.0
import { readsOf, type Contradiction, type FactId, type Guideline, type Patient } from '../../model/index.ts';
import { compileDecision } from './decision.ts';

/** What a patient says that cannot be true together, and of which facts. */
export type Found = { id: string; message: string; facts: readonly FactId[] };

/** One contradiction as a function of a patient: the facts that cannot be true together, or nothing. */
function prepare(guideline: Guideline, contradiction: Contradiction): (patient: Patient) => readonly Found[] {
  const { id, message } = contradiction;
  if (!('when' in contradiction)) {
    const { fact, atMost } = contradiction;
    return ({ [fact]: number, [atMost]: limit }) =>
      typeof number === 'number' && typeof limit === 'number' && number > limit
        ? [{ id, message, facts: [fact, atMost] }]
        : [];
  }
  const holds = compileDecision(guideline, contradiction.when);
  const reads = [...readsOf(guideline, contradiction.when).keys()];
  return (patient) =>
    holds(patient) === 'true' ? [{ id, message, facts: reads.filter((fact) => fact in patient) }] : [];
}

/** Compiles what cannot be true together once; the function it gives finds everything in a patient that contradicts itself. */
export function prepareContradictions(guideline: Guideline): (patient: Patient) => readonly Found[] {
  const prepared = guideline.contradictions.map((one) => prepare(guideline, one));
  return (patient) => prepared.flatMap((one) => one(patient));
}

/** Everything in a patient that contradicts itself; empty when nothing does. What is unknown contradicts nothing. */
export const contradictionsIn = (guideline: Guideline, patient: Patient): readonly Found[] =>
  prepareContradictions(guideline)(patient);
