// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './condition.ts';
import type { ClaimId, NonEmpty } from './evidence.ts';
import type { InterventionId } from './guideline.ts';

export type StageId = string;
/** The main road through the disease, in order; what else a person may be in besides; what goes with every stage. */
export const roads = ['course', 'situation', 'alongside'] as const;

/** A stretch of the way through the disease: when somebody is in it, what is weighed there, and what belongs to it.
 *  A person can be in several. Stages say where somebody is; they never decide a status. */
export type Stage = {
  id: StageId;
  label: string;
  summary: string;
  road: (typeof roads)[number];
  when: Condition;
  /** What the person and the team weigh here, in plain words. */
  decides: readonly string[];
  /** What belongs here, in the order it is usually thought of. */
  interventions: readonly InterventionId[];
  /** Where the way goes on from here. */
  leadsTo: readonly StageId[];
  because: NonEmpty<ClaimId>;
};

/** Said first to a person whom the guideline covers in part or not at all, with what still applies. */
export type ScopeNote = { id: string; label: string; when: Condition; advice: string; because: NonEmpty<ClaimId> };
