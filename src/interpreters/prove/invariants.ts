// SPDX-License-Identifier: Apache-2.0
import { levels, type Guidance, type Guideline, type Invariant } from '../../model/index.ts';
import { holds, isOffered, statusIn, type Property } from './property.ts';
import { and, formula, not, or } from './smt.ts';
import { offered, statusesOf, type DecideStatus } from './status.ts';

/** Who breaks an invariant, as a formula and as ANSWER sees it. */
function breach(
  guideline: Guideline,
  invariant: Invariant,
  decide: DecideStatus,
): { asserted: string; broken: (guidance: Guidance) => boolean } {
  if ('never' in invariant)
    return {
      asserted: offered(statusesOf(guideline, invariant.never, decide)),
      broken: (guidance) => isOffered(statusIn(guidance, invariant.never)),
    };
  if ('always' in invariant) {
    const statuses = statusesOf(guideline, invariant.always, decide);
    return {
      asserted: not(or([offered(statuses), statuses.undetermined])),
      broken: (guidance) => {
        const status = statusIn(guidance, invariant.always);
        return !isOffered(status) && status !== 'undetermined';
      },
    };
  }
  const enough = levels.slice(0, levels.indexOf(invariant.atLeast) + 1);
  const flags = guideline.urgencies
    .filter(({ level }) => enough.includes(level))
    .map(({ when }) => formula(guideline, when).yes);
  return { asserted: not(or(flags)), broken: ({ urgency }) => !urgency.some(({ level }) => enough.includes(level)) };
}

/** An invariant holds of everybody. */
export function invariantHolds(guideline: Guideline, invariant: Invariant, decide: DecideStatus): Property {
  const { asserted, broken } = breach(guideline, invariant, decide);
  return {
    id: invariant.id,
    kind: 'invariant',
    says: `${invariant.id}: ${invariant.statement}`,
    wants: 'nobody',
    otherwise: 'refuted',
    complete: false,
    asserted: and([formula(guideline, invariant.when).yes, asserted]),
    shows: (replay, { patient }) => holds(guideline, invariant.when, patient) && broken(replay(patient)),
  };
}

/** An invariant is about somebody: one whose condition cannot hold would be proved and mean nothing. */
export function invariantCanHold(guideline: Guideline, { id, statement, when }: Invariant): Property {
  return {
    id: `${id}--can-hold`,
    kind: 'invariant-can-hold',
    says: `The condition of ${id}: ${statement}`,
    wants: 'somebody',
    otherwise: 'refuted',
    complete: true,
    asserted: formula(guideline, when).yes,
    shows: (_replay, { patient }) => holds(guideline, when, patient),
  };
}
