// SPDX-License-Identifier: Apache-2.0
import type { Index, SourceId } from './evidence.ts';
import type { FactId, Patient } from './fact.ts';

/** How a fact's values are spread over people: shares of its options ("true" and "false" for a yes/no fact) that add up to 1,
 *  or, for a number, [share of people at or below, value] from share 0 to share 1, joined by straight lines. */
export type Spread =
  { probabilities: Index<number> } | { quantiles: readonly (readonly [share: number, value: number])[] };

/** How often a fact has each value in a population. A starting point for a synthetic cohort and for the order of questions;
 *  never shown as evidence and never a reason for a rule. */
export type Frequency = {
  fact: FactId;
  population: string;
  /** In all of the population. */
  spread: Spread;
  /** A number that is never above another fact's, which stands earlier. */
  atMost?: FactId;
  /** Among those with some facts that stand earlier; the first that fits is used, and `{}` fits everybody. */
  given: readonly { when: Patient; spread: Spread }[];
  /** "assumed" is our own choice, without a source; "derived" and "mixed" were chosen between sources. */
  verified: 'read' | 'derived' | 'mixed' | 'recalled' | 'assumed';
  cites: readonly { source: SourceId; at: string }[];
  note?: string;
};
