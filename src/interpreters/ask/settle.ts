// SPDX-License-Identifier: Apache-2.0
import {
  eligibilityParts,
  type FactId,
  type Guideline,
  type InterventionId,
  type Level,
  type Patient,
  type RuleId,
} from '../../model/index.ts';
import { compileDecision, decide, type Decide } from '../answer/index.ts';
import type { Chances } from './chance.ts';

/** Something that may still wait for facts: a red flag, or an intervention's status. */
export type Waiting = { id: RuleId | InterventionId; level: Level | undefined; settled: Decide };

/** Whether an intervention's status is settled, as a truth that is never unknown: strength alone does not unsettle it. */
function statusSettled(guideline: Guideline, id: InterventionId): Decide {
  const { indicated, contraindicated, advisedAgainst } = eligibilityParts(guideline, id);
  const forIt = compileDecision(guideline, indicated);
  const forbids = compileDecision(guideline, contraindicated);
  const against = compileDecision(guideline, advisedAgainst);
  return (patient) => {
    const status = decide({
      indicated: forIt(patient),
      contraindicated: forbids(patient),
      advisedAgainst: against(patient),
      strong: 'false',
    });
    return status === 'undetermined' ? 'false' : 'true';
  };
}

/** Everything in a guideline that may wait for facts, compiled once. */
export function waitingFor(guideline: Guideline): ReadonlyMap<string, Waiting> {
  const flags = guideline.urgencies.map(({ id, level, when }): Waiting => {
    const holds = compileDecision(guideline, when);
    return { id, level, settled: (patient) => (holds(patient) === 'unknown' ? 'false' : 'true') };
  });
  const options = Object.keys(guideline.interventions).map((id): Waiting => ({
    id,
    level: undefined,
    settled: statusSettled(guideline, id),
  }));
  return new Map([...flags, ...options].map((each) => [each.id, each]));
}

/** How likely it is that learning one fact settles each of some things that wait, from 0 to 1, in their order. */
export function chancesOfSettling(
  waiting: readonly Waiting[],
  patient: Patient,
  fact: FactId,
  chances: Chances,
): readonly number[] {
  const sums = waiting.map(() => 0);
  for (const { value, share } of chances(fact, patient)) {
    if (share === 0) continue;
    const learnt = { ...patient, [fact]: value };
    waiting.forEach(({ settled }, i) => {
      if (settled(learnt) === 'true') sums[i] = (sums[i] ?? 0) + share;
    });
  }
  return sums;
}
