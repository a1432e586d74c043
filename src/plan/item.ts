// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, SourceId } from '../model/index.ts';
import type { Day } from '../record/index.ts';

/** Where a number or a piece of advice is written: claims of the guideline, sources of its bibliography, or practice without a source. */
export type Basis = { claims?: readonly ClaimId[]; sources?: readonly SourceId[]; practice?: string };
/** One line that a reader can check: what it says, and where it is from. */
export type Line = { text: string; basis: Basis };

/** One dated thing of a plan. `id` stays the same when the plan is made again, so that a calendar updates and does not double. */
export type PlanItem = {
  id: string;
  kind: 'tests' | 'taper' | 'infusion' | 'exercise' | 'review';
  on: Day;
  /** Local time, `09:00`, for what has one; otherwise it is for the whole day. */
  at?: string;
  minutes?: number;
  title: string;
  lines: readonly Line[];
  /** Days since it was due, when that was before today. */
  overdueDays?: number;
};

/** Items by day, then by time, then by id: one order everywhere. */
export const inOrder = (items: readonly PlanItem[]): readonly PlanItem[] =>
  [...items].sort((a, b) => {
    const [one, other] = [`${a.on} ${a.at ?? ''} ${a.id}`, `${b.on} ${b.at ?? ''} ${b.id}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });
