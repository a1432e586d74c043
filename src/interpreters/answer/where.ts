// SPDX-License-Identifier: Apache-2.0
import type { Guidance, Guideline } from '../../model/index.ts';
import type { Circuit } from './circuit.ts';

/** Compiles stages and scope notes once; the function it gives says which hold, and which stages may, for the patient at hand. */
export function prepareWhere(guideline: Guideline, circuit: Circuit): () => Pick<Guidance, 'scope' | 'stages'> {
  const stages = guideline.stages.map(({ id, when }) => ({ id, gate: circuit.gate(when) }));
  const notes = guideline.scope.map(({ id, advice, when }) => ({ id, advice, gate: circuit.gate(when) }));
  return () => ({
    scope: notes
      .filter(({ gate }) => gate.truth() === 'true')
      .map(({ id, advice, gate }) => ({ note: id, advice, trace: gate.trace() })),
    stages: stages.flatMap(({ id, gate }) => {
      const truth = gate.truth();
      return truth === 'false' ? [] : [{ stage: id, truth, missing: gate.missing() }];
    }),
  });
}
