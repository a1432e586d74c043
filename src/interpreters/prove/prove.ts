// SPDX-License-Identifier: Apache-2.0
import {
  levels,
  type Condition,
  type Guidance,
  type Guideline,
  type Invariant,
  type InterventionId,
  type Patient,
  type Status,
} from '../../model/index.ts';
import { compile } from '../answer/index.ts';
import { and, formula, not, or } from './smt.ts';
import {
  anyOf,
  decideStatus,
  isContraindication,
  isRecommended,
  offered,
  rulesOf,
  statusesOf,
  type DecideStatus,
} from './status.ts';

export const kinds = [
  'invariant',
  'invariant-can-hold',
  'contraindication-wins',
  'more-facts-never-overturn',
  'rule-can-fire',
  'can-be-offered',
  'against-wins',
  'for-and-against',
] as const;
export type Kind = (typeof kinds)[number];
/** Somebody the solver found: a patient, and for statements about learning more, the same patient knowing more. */
export type Found = { patient: Patient; completion: Patient };
export type Replay = (patient: Patient) => Guidance;

/** A statement about every possible patient. `asserted` describes who would be found; `wants` says whether anybody should be:
 *  nobody (a safety property), somebody (nothing in the guideline is dead), or either (worth telling). */
export type Property = {
  id: string;
  kind: Kind;
  says: string;
  asserted: string;
  wants: 'nobody' | 'somebody' | 'either';
  /** Every fact is known: "can fire" is about people, not about gaps. */
  complete: boolean;
  /** Does ANSWER see in this patient what the solver claims? Guards against a wrong encoding. */
  shows: (replay: Replay, found: Found) => boolean;
};

const isOffered = (status: Status | undefined): boolean => status === 'recommended' || status === 'suggested';
const statusIn = (guidance: Guidance, id: InterventionId): Status | undefined =>
  guidance.options.find(({ intervention }) => intervention === id)?.status;
const holds = (guideline: Guideline, when: Condition, patient: Patient): boolean =>
  compile(guideline, when)(patient).truth === 'true';

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

/** An invariant holds of everybody, and is about somebody: one whose condition cannot hold would be proved and mean nothing. */
function invariantProperties(guideline: Guideline, invariant: Invariant, decide: DecideStatus): readonly Property[] {
  const { asserted, broken } = breach(guideline, invariant, decide);
  const [when, about] = [formula(guideline, invariant.when).yes, `${invariant.id}: ${invariant.statement}`];
  return [
    {
      id: invariant.id,
      kind: 'invariant',
      says: about,
      wants: 'nobody',
      complete: false,
      asserted: and([when, asserted]),
      shows: (replay, { patient }) => holds(guideline, invariant.when, patient) && broken(replay(patient)),
    },
    {
      id: `${invariant.id}--can-hold`,
      kind: 'invariant-can-hold',
      says: `The condition of ${about}`,
      wants: 'somebody',
      complete: true,
      asserted: when,
      shows: (_replay, { patient }) => holds(guideline, invariant.when, patient),
    },
  ];
}

/** Law 3: whatever is contraindicated is shown as contraindicated, and so is never offered. */
function contraindicationWins(guideline: Guideline, id: InterventionId, decide: DecideStatus): Property {
  const statuses = statusesOf(guideline, id, decide);
  const forbidding = rulesOf(guideline, id).filter(isContraindication);
  return {
    id: `contraindication-wins--${id}`,
    kind: 'contraindication-wins',
    says: `A contraindication of ${id} that holds makes it contraindicated and not offered.`,
    wants: 'nobody',
    complete: false,
    asserted: and([anyOf(guideline, forbidding).yes, or([not(statuses.contraindicated), offered(statuses)])]),
    shows: (replay, { patient }) =>
      forbidding.some(({ when }) => holds(guideline, when, patient))
      && statusIn(replay(patient), id) !== 'contraindicated',
  };
}

const settledAgain: Readonly<Record<Status, readonly Status[]>> = {
  contraindicated: ['contraindicated'],
  recommended: ['recommended'],
  suggested: ['suggested', 'recommended'],
  'not-indicated': ['not-indicated', 'contraindicated'],
  'advised-against': ['advised-against', 'not-indicated', 'contraindicated'],
  undetermined: ['contraindicated', 'recommended', 'suggested', 'not-indicated', 'advised-against', 'undetermined'],
};

/** Law 1 for statuses: learning more may strengthen an offer or add a reason against, and overturns nothing that was settled. */
function neverOverturned(guideline: Guideline, id: InterventionId, decide: DecideStatus): Property {
  const [before, after] = [statusesOf(guideline, id, decide), statusesOf(guideline, id, decide, 'completion')];
  const settled: readonly Status[] = [
    'contraindicated',
    'recommended',
    'suggested',
    'not-indicated',
    'advised-against',
  ];
  return {
    id: `more-facts-never-overturn--${id}`,
    kind: 'more-facts-never-overturn',
    says: `Learning more never overturns a settled status of ${id}.`,
    wants: 'nobody',
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

/** An intervention somebody recommends can be offered to somebody. */
function canBeOffered(guideline: Guideline, id: InterventionId, decide: DecideStatus): readonly Property[] {
  if (!rulesOf(guideline, id).some(isRecommended('for'))) return [];
  return [
    {
      id: `can-be-offered--${id}`,
      kind: 'can-be-offered',
      says: `${id} can be offered to somebody.`,
      wants: 'somebody',
      complete: true,
      asserted: offered(statusesOf(guideline, id, decide)),
      shows: (replay, { patient }) => isOffered(statusIn(replay(patient), id)),
    },
  ];
}

/** A recommendation for and one against, equally strong, may hold together. The order of statuses resolves it: against wins.
 *  That is proved; that it can happen at all is told, because the authors may not know. */
function conflicts(guideline: Guideline, id: InterventionId, decide: DecideStatus): readonly Property[] {
  const rules = rulesOf(guideline, id);
  const pairs = (['strong', 'conditional'] as const)
    .map((strength) => ({
      for: rules.filter(isRecommended('for', strength)),
      against: rules.filter(isRecommended('against', strength)),
    }))
    .filter((pair) => pair.for.length > 0 && pair.against.length > 0);
  if (!pairs.length) return [];
  const both = or(pairs.map((pair) => and([anyOf(guideline, pair.for).yes, anyOf(guideline, pair.against).yes])));
  const bothHold = (patient: Patient) =>
    pairs.some((pair) =>
      [pair.for, pair.against].every((side) => side.some(({ when }) => holds(guideline, when, patient))),
    );
  const statuses = statusesOf(guideline, id, decide);
  return [
    {
      id: `against-wins--${id}`,
      kind: 'against-wins',
      says: `Where recommendations for and against ${id} are equally strong and both hold, it is not offered.`,
      wants: 'nobody',
      complete: false,
      asserted: and([both, offered(statuses)]),
      shows: (replay, { patient }) => bothHold(patient) && isOffered(statusIn(replay(patient), id)),
    },
    {
      id: `for-and-against--${id}`,
      kind: 'for-and-against',
      says: `Equally strong recommendations for and against ${id} can hold together; advised-against wins.`,
      wants: 'either',
      complete: true,
      asserted: and([both, statuses['advised-against']]),
      shows: (replay, { patient }) => bothHold(patient) && statusIn(replay(patient), id) === 'advised-against',
    },
  ];
}

/** Every rule and every red flag can hold of a person of whom everything is known. */
function canFire(guideline: Guideline, id: string, when: Condition): Property {
  return {
    id: `can-fire--${id}`,
    kind: 'rule-can-fire',
    says: `The rule ${id} can hold of somebody.`,
    wants: 'somebody',
    complete: true,
    asserted: formula(guideline, when).yes,
    shows: (_replay, { patient }) => holds(guideline, when, patient),
  };
}

/** Everything that must be established about a guideline, the authors' own invariants first. */
export function properties(guideline: Guideline, decide: DecideStatus = decideStatus): readonly Property[] {
  const interventions = Object.keys(guideline.interventions);
  return [
    ...guideline.invariants.flatMap((invariant) => invariantProperties(guideline, invariant, decide)),
    ...interventions.flatMap((id) => [
      contraindicationWins(guideline, id, decide),
      neverOverturned(guideline, id, decide),
      ...canBeOffered(guideline, id, decide),
      ...conflicts(guideline, id, decide),
    ]),
    ...[...guideline.rules, ...guideline.urgencies].map(({ id, when }) => canFire(guideline, id, when)),
  ];
}
