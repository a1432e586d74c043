// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient } from '../../model/index.ts';
import type { Standing } from './interview.ts';
import { kinds, type Kind, type Property } from './property.ts';
import type { Relations } from './relations.ts';
import type { Verdict } from './verdict.ts';

/** What was established of one edition of a guideline, as data. */
export type ProofReport = {
  shape: 'heliotrope-proofs/2';
  /** The guideline's version. */
  guideline: string;
  proved: number;
  /** For each kind of statement how many there were, and how many held. */
  kinds: readonly { kind: Kind; stated: number; proved: number }[];
  /** Safety statements that do not hold, each with a patient who breaks it, where there is one. */
  refuted: readonly { id: string; kind: Kind; says: string; patient?: Patient; completion?: Patient }[];
  /** What the authors should know, and no fault. */
  findings: readonly { id: string; kind: Kind; says: string }[];
  relations: Relations;
  /** Example patients: what is settled for good, and what an answer could still change. The interview may stop when nothing is open.
   *  `asked` is there when ASK was carried through: the facts it asked until it ended. */
  interviews: readonly ({ name: string; asked?: number } & Standing)[];
};

/** What a finding says. */
export const findingOf = ({ otherwise, says }: Property): string =>
  otherwise === 'refuted' ? says : otherwise.finding;

/** The report of some verdicts. */
export function reportOf(
  guideline: Guideline,
  verdicts: readonly Verdict[],
  relations: Relations,
  interviews: ProofReport['interviews'],
): ProofReport {
  const having = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome);
  return {
    shape: 'heliotrope-proofs/2',
    guideline: guideline.version,
    proved: having('proved').length,
    kinds: kinds.map((kind) => ({
      kind,
      stated: verdicts.filter(({ property }) => property.kind === kind).length,
      proved: having('proved').filter(({ property }) => property.kind === kind).length,
    })),
    refuted: having('refuted').map(({ property: { id, kind, says }, found }) => ({ id, kind, says, ...found })),
    findings: having('finding').map(({ property }) => ({
      id: property.id,
      kind: property.kind,
      says: findingOf(property),
    })),
    relations,
    interviews,
  };
}
