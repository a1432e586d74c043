// SPDX-License-Identifier: Apache-2.0
import { readsOf, type Contradiction, type FactId, type Guideline, type Patient } from '../../model/index.ts';
import { compileDecision } from './decision.ts';

/** What a patient says that cannot be true together, and of which facts. */
export type Found = { id: string; message: string; facts: readonly FactId[] };

function holds(guideline: Guideline, contradiction: Contradiction, patient: Patient): boolean {
  if ('when' in contradiction) return compileDecision(guideline, contradiction.when)(patient) === 'true';
  const [number, limit] = [patient[contradiction.fact], patient[contradiction.atMost]];
  return typeof number === 'number' && typeof limit === 'number' && number > limit;
}

/** Everything in a patient that contradicts itself; empty when nothing does. What is unknown contradicts nothing. */
export function contradictionsIn(guideline: Guideline, patient: Patient): readonly Found[] {
  return guideline.contradictions
    .filter((one) => holds(guideline, one, patient))
    .map((one) => ({
      id: one.id,
      message: one.message,
      facts:
        'when' in one ? [...readsOf(guideline, one.when).keys()].filter((id) => id in patient) : [one.fact, one.atMost],
    }));
}
