// SPDX-License-Identifier: Apache-2.0
import {
  eligibilityParts,
  type FactId,
  type Guideline,
  type InterventionId,
  type Level,
  type RuleId,
} from '../../model/index.ts';
import { decide, prepareCircuit, type Circuit } from '../answer/index.ts';
import type { Chance } from './chance.ts';

/** Something that may still wait for facts: a red flag, or an intervention's status. */
export type Waiting = {
  id: RuleId | InterventionId;
  level: Level | undefined;
  /** For the patient at hand in the circuit. */
  settled: () => boolean;
};

/** Whether an intervention's status is settled: strength alone does not unsettle it. */
function statusSettled(guideline: Guideline, circuit: Circuit, id: InterventionId): () => boolean {
  const { indicated, contraindicated, advisedAgainst } = eligibilityParts(guideline, id);
  const [forIt, forbids, against] = [
    circuit.gate(indicated),
    circuit.gate(contraindicated),
    circuit.gate(advisedAgainst),
  ];
  return () => {
    const status = decide({
      indicated: forIt.truth(),
      contraindicated: forbids.truth(),
      advisedAgainst: against.truth(),
      strong: 'false',
    });
    return status !== 'undetermined';
  };
}

/** Everything in a guideline that may wait for facts, compiled once in a circuit of its own. */
export function waitingFor(guideline: Guideline): { circuit: Circuit; waiting: ReadonlyMap<string, Waiting> } {
  const circuit = prepareCircuit(guideline);
  const flags = guideline.urgencies.map(({ id, level, when }): Waiting => {
    const gate = circuit.gate(when);
    return { id, level, settled: () => gate.truth() !== 'unknown' };
  });
  const options = Object.keys(guideline.interventions).map((id): Waiting => ({
    id,
    level: undefined,
    settled: statusSettled(guideline, circuit, id),
  }));
  return { circuit, waiting: new Map([...flags, ...options].map((each) => [each.id, each])) };
}

/** How likely it is that learning one fact settles each of some things that wait, from 0 to 1, in their order. For the patient
 *  at hand in the circuit. */
export function chancesOfSettling(
  circuit: Circuit,
  waiting: readonly Waiting[],
  fact: FactId,
  chances: readonly Chance[],
): readonly number[] {
  const sums = waiting.map(() => 0);
  for (const { value, share } of chances) {
    if (share === 0) continue;
    circuit.supposing(fact, value, () =>
      waiting.forEach(({ settled }, i) => {
        if (settled()) sums[i] = (sums[i] ?? 0) + share;
      }),
    );
  }
  return sums;
}
