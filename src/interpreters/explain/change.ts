// SPDX-License-Identifier: Apache-2.0
import {
  joinReads,
  readsOf,
  representativeValues,
  type Guideline,
  type InterventionId,
  type Option,
  type Patient,
  type Status,
} from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';

/** New values of at most three facts, and the status they would bring. */
export type Change = { facts: Patient; status: Status };
/** Larger searches stop after this many tries; the smallest changes come first, so what is found stays true. */
const tries = 20_000;

/** The smallest changes of facts that would change an option's status: minimal sets, at most three facts, at most `most` of them. */
export function whatWouldChange(
  guideline: Guideline,
  patient: Patient,
  intervention: InterventionId,
  most = 5,
): readonly Change[] {
  const rules = guideline.rules.filter(
    (rule) =>
      rule.intervention === intervention && (rule.kind === 'recommendation' || rule.kind === 'contraindication'),
  );
  const answer = prepareAnswer({
    ...guideline,
    rules,
    urgencies: [],
    stages: [],
    scope: [],
    wishes: [],
    interventions: Object.fromEntries(Object.entries(guideline.interventions).filter(([id]) => id === intervention)),
  });
  const statusOf = (facts: Patient): Option['status'] | undefined => answer(facts).options[0]?.status;
  const now = statusOf(patient);
  const leaves = [...joinReads(rules.map((rule) => readsOf(guideline, rule.when)))].map(([id, leaf]) => ({
    id,
    values: representativeValues(leaf).filter((value) => value !== patient[id]),
  }));
  const found: Change[] = [];
  let tried = 0;
  const covered = (facts: Patient) =>
    found.some((change) => Object.entries(change.facts).every(([id, value]) => facts[id] === value));
  const search = (size: number, from: number, facts: Patient): void => {
    if (found.length >= most || tried >= tries) return;
    if (size === 0) {
      tried++;
      const status = statusOf({ ...patient, ...facts });
      if (status !== undefined && status !== now && status !== 'undetermined' && !covered(facts))
        found.push({ facts, status });
      return;
    }
    for (let i = from; i < leaves.length; i++)
      for (const value of leaves[i]?.values ?? []) search(size - 1, i + 1, { ...facts, [leaves[i]?.id ?? '']: value });
  };
  for (let size = 1; size <= 3; size++) search(size, 0, {});
  return found;
}
