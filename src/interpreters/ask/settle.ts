// SPDX-License-Identifier: Apache-2.0
import {
  eligibilityParts,
  joinReads,
  readsOf,
  representativeValues,
  type FactId,
  type Guideline,
  type InterventionId,
  type Level,
  type Patient,
  type RuleId,
} from '../../model/index.ts';
import { compileDecision, decide, type Decide } from '../answer/index.ts';

/** Something that may still wait for facts: a red flag, or an intervention's status. */
export type Waiting = { id: RuleId | InterventionId; level: Level | undefined; settled: Decide };
type Values = ReadonlyMap<FactId, readonly (boolean | string | number)[]>;

/** Whether an intervention's status is settled, as a truth that is never unknown: strength alone does not unsettle it. */
function statusSettled(guideline: Guideline, id: InterventionId): Decide {
  const { indicated, contraindicated, advisedAgainst } = eligibilityParts(guideline, id);
  const [forIt, forbids, against] = [indicated, contraindicated, advisedAgainst].map((part) =>
    compileDecision(guideline, part),
  );
  return (patient) => {
    const status = decide({
      indicated: forIt?.(patient) ?? 'unknown',
      contraindicated: forbids?.(patient) ?? 'unknown',
      advisedAgainst: against?.(patient) ?? 'unknown',
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

/** Values to try for each fact: every way in which some condition can tell it apart. */
export function valuesToTry(guideline: Guideline): Values {
  const conditions = [...guideline.rules, ...guideline.urgencies].map(({ when }) => readsOf(guideline, when));
  return new Map([...joinReads(conditions)].map(([id, read]) => [id, representativeValues(read)]));
}

/** How likely it is that an answer to one question settles something, at even odds for each way the fact can come out. From 0 to 1. */
export function chanceOfSettling({ settled }: Waiting, patient: Patient, fact: FactId, values: Values): number {
  const tried = values.get(fact) ?? [];
  return tried.length
    ? tried.filter((value) => settled({ ...patient, [fact]: value }) === 'true').length / tried.length
    : 0;
}
