// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, NonEmpty } from './evidence.ts';
import type { FactId } from './fact.ts';
import type { InterventionId } from './guideline.ts';

/** Something a person may wish, and the interventions that go against it. It orders options of equal standing and never touches
 *  a status: nothing becomes safer, or less safe, because somebody wishes it. */
export type Wish = {
  /** The yes/no fact that says that the person wishes this. */
  fact: FactId;
  /** What they would rather avoid, in plain words, such as "drips". */
  avoids: string;
  /** The interventions that bring it. */
  brings: readonly InterventionId[];
  because: NonEmpty<ClaimId>;
};
