// SPDX-License-Identifier: Apache-2.0
import type { FactId, Guideline, Patient } from '../model/index.ts';
import type { Day, Entry, Record as PatientRecord } from '../record/index.ts';

/** How a fact was learnt: from a code, from words, worked out from other data, or said in our own vocabulary. */
export type How = 'code' | 'text' | 'worked-out' | 'own';

/** One fact, and where it stands. */
export type Found = {
  fact: FactId;
  value: boolean | string | number;
  /** The day it was true or measured; absent when the record gives none. */
  on?: Day;
  /** The resource, as `Observation/123`, or its place in the Bundle. */
  from: string;
  /** What was read there, in the record's own words. */
  said: string;
  how: How;
  /** What to keep in mind, such as that a coded diagnosis is not a checked one. */
  note?: string;
};
/** What was left out, and why. `tooOldFor`: the fact it would have told while it was fresh. */
export type Ignored = { resource: string; reason: string; tooOldFor?: FactId };
/** A reason to ask for a fact: the record points to it and does not settle it. */
export type Asked = { fact: FactId; from: string; said: string; reason: string };
/** Two statements that cannot both hold; neither is used. */
export type Conflict = { fact: FactId; values: readonly Found[] };

/** What a Bundle says of one person on one day. */
export type Reading = {
  asOf: Day;
  /** What the person's record says, as dated entries. */
  entries: PatientRecord;
  /** The facts that hold on the day. */
  facts: Patient;
  found: readonly Found[];
  ignored: readonly Ignored[];
  asked: readonly Asked[];
  conflicts: readonly Conflict[];
  /** Facts that were asked and answered with "I don't know". */
  unknown: readonly FactId[];
};

/** What one resource gave. `within`: it counts only when no older than this duration; the fact's own freshness counts too. `own`: a
 *  whole entry of ours; `wrong`: one that our own record took back. `ongoing`: a diagnosis that its record calls active, and the
 *  day it was last said so; what a later day says to the contrary contradicts it, and does not replace it. */
export type Finding =
  | ({ kind: 'found'; within?: string; entry?: Entry; own?: boolean; ongoing?: { since?: Day } } & Found)
  | ({ kind: 'ignored' } & Ignored)
  | ({ kind: 'asked' } & Asked)
  | { kind: 'entry'; entry: Entry; from: string; own?: boolean; wrong?: boolean }
  /** Asked, and answered with "I don't know". */
  | { kind: 'unknown'; fact: FactId };

/** What every reader of a resource may look at. */
export type Context = {
  guideline: Guideline;
  asOf: Day;
  /** The person's day of birth, when the whole day is known. */
  bornOn?: Day;
  /** The day the Bundle was put together, when it says so. */
  writtenOn?: Day;
};

export const ignored = (resource: string, reason: string, tooOldFor?: FactId): Finding => ({
  kind: 'ignored',
  resource,
  reason,
  ...(tooOldFor === undefined ? {} : { tooOldFor }),
});
export const asked = (fact: FactId, from: string, said: string, reason: string): Finding => ({
  kind: 'asked',
  fact,
  from,
  said,
  reason,
});
