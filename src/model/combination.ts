// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, NonEmpty } from './evidence.ts';
import type { FactId } from './fact.ts';
import type { InterventionId } from './guideline.ts';

/** How two things that are taken at the same time go together: not at all, or only with care. */
export const verdicts = ['avoid', 'care'] as const;

/** What an intervention is not, or only carefully, combined with, and why, in patients' words. It is said for a reader and
 *  decides nothing: the intervention's own rules do, and the guideline does not load unless they say the same. What is usually
 *  combined is an intervention of its own. */
export type Combination = {
  id: string;
  intervention: InterventionId;
  /** Facts that are yes when the other thing is taken, or planned. */
  with: NonEmpty<FactId>;
  verdict: (typeof verdicts)[number];
  reason: string;
  because: NonEmpty<ClaimId>;
};
