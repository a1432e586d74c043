// SPDX-License-Identifier: Apache-2.0
import {
  statuses as allStatuses,
  type Condition,
  type Guideline,
  type InterventionId,
  type Status,
} from '../../model/index.ts';
import { holds, isOffered, statusIn, type Property } from './property.ts';
import { and, formula, not, or } from './smt.ts';
import { anyOf, isContraindication, isRecommended, offered, rulesOf, statusesOf, type DecideStatus } from './status.ts';

/** Every patient has exactly one status, and no condition is at once certainly true and certainly false. */
export function neverFails(guideline: Guideline, id: InterventionId, decide: DecideStatus): Property {
  const given = Object.values(statusesOf(guideline, id, decide));
  const two = given.flatMap((one, i) => given.slice(i + 1).map((other) => and([one, other])));
  const torn = rulesOf(guideline, id)
    .map(({ when }) => formula(guideline, when))
    .map(({ yes, no }) => and([yes, no]));
  return {
    id: `never-fails--${id}`,
    kind: 'never-fails',
    says: `Everybody has exactly one status for ${id}, whatever is known of them.`,
    wants: 'nobody',
    otherwise: 'refuted',
    complete: false,
    asserted: or([not(or(given)), ...two, ...torn]),
    shows: (replay, { patient }) =>
      replay(patient).options.filter(({ intervention }) => intervention === id).length !== 1,
  };
}

/** Law 3: whatever is contraindicated is shown as contraindicated, and so is never offered. */
export function contraindicationWins(guideline: Guideline, id: InterventionId, decide: DecideStatus): Property {
  const statuses = statusesOf(guideline, id, decide);
  const forbidding = rulesOf(guideline, id).filter(isContraindication);
  return {
    id: `contraindication-wins--${id}`,
    kind: 'contraindication-wins',
    says: `A contraindication of ${id} that holds makes it contraindicated and not offered.`,
    wants: 'nobody',
    otherwise: 'refuted',
    complete: false,
    asserted: and([anyOf(guideline, forbidding).yes, or([not(statuses.contraindicated), offered(statuses)])]),
    shows: (replay, { patient }) =>
      forbidding.some(({ when }) => holds(guideline, when, patient))
      && statusIn(replay(patient), id) !== 'contraindicated',
  };
}

/** What each settled status may still become when more is learnt. */
const settledAgain: Readonly<Record<Status, readonly Status[]>> = {
  contraindicated: ['contraindicated'],
  recommended: ['recommended'],
  suggested: ['suggested', 'recommended'],
  'not-indicated': ['not-indicated', 'contraindicated'],
  'advised-against': ['advised-against', 'not-indicated', 'contraindicated'],
  undetermined: allStatuses,
};

/** Law 1 for statuses: learning more may strengthen an offer or add a reason against, and overturns nothing that was settled. */
export function neverOverturned(guideline: Guideline, id: InterventionId, decide: DecideStatus): Property {
  const [before, after] = [statusesOf(guideline, id, decide), statusesOf(guideline, id, decide, 'completion')];
  const settled = allStatuses.filter((status) => status !== 'undetermined');
  return {
    id: `more-facts-never-overturn--${id}`,
    kind: 'more-facts-never-overturn',
    says: `Learning more never overturns a settled status of ${id}.`,
    wants: 'nobody',
    otherwise: 'refuted',
    complete: false,
    asserted: or(
      settled.map((status) => and([before[status], not(or(settledAgain[status].map((next) => after[next])))])),
    ),
    shows: (replay, { patient, completion }) => {
      const [was, is] = [statusIn(replay(patient), id), statusIn(replay(completion), id)];
      return was !== undefined && is !== undefined && !settledAgain[was].includes(is);
    },
  };
}

/** Somebody is offered it, and somebody is not. That nothing recommends it at all may be meant: it is told, not refuted. */
export function offeredToSome(guideline: Guideline, id: InterventionId, decide: DecideStatus): readonly Property[] {
  const offer = offered(statusesOf(guideline, id, decide));
  const recommended = rulesOf(guideline, id).some(isRecommended('for'));
  return [
    {
      id: `can-be-offered--${id}`,
      kind: 'can-be-offered',
      says: `${id} can be offered to somebody.`,
      wants: 'somebody',
      otherwise: recommended ? 'refuted' : { finding: `No rule recommends ${id}, so it is never offered.` },
      complete: true,
      asserted: offer,
      shows: (replay, { patient }) => isOffered(statusIn(replay(patient), id)),
    },
    {
      id: `not-offered-to-all--${id}`,
      kind: 'not-offered-to-all',
      says: `There is somebody to whom ${id} is not offered.`,
      wants: 'somebody',
      otherwise: { finding: `${id} is offered to everybody.` },
      complete: true,
      asserted: not(offer),
      shows: (replay, { patient }) => !isOffered(statusIn(replay(patient), id)),
    },
  ];
}

/** Every rule, red flag, stage and scope note can hold of a person of whom everything is known. */
export function canFire(guideline: Guideline, id: string, when: Condition): Property {
  return {
    id: `can-fire--${id}`,
    kind: 'rule-can-fire',
    says: `${id} can hold of somebody.`,
    wants: 'somebody',
    otherwise: 'refuted',
    complete: true,
    asserted: formula(guideline, when).yes,
    shows: (_replay, { patient }) => holds(guideline, when, patient),
  };
}

/** Definitions that say they exclude each other never hold together. */
export function definitionsExclude(guideline: Guideline): readonly Property[] {
  return Object.values(guideline.definitions).flatMap(({ id, excludes = [] }) =>
    excludes.map((other): Property => {
      const both = [id, other].map((as): Condition => ({ op: 'defined', as }));
      return {
        id: `exclude--${id}--${other}`,
        kind: 'definitions-exclude',
        says: `Nobody is both ${id} and ${other}.`,
        wants: 'nobody',
        otherwise: 'refuted',
        complete: false,
        asserted: and(both.map((when) => formula(guideline, when).yes)),
        shows: (_replay, { patient }) => both.every((when) => holds(guideline, when, patient)),
      };
    }),
  );
}
