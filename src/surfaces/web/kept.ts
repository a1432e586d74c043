// SPDX-License-Identifier: Apache-2.0
// What is kept of one person, and what can be read from it. Pure: the device itself is in storage.ts.
import type { Entry } from '../../record/index.ts';
import type { FactId, Patient } from '../../model/index.ts';
import type { Counting } from './answering/counting.ts';

export type Person = { id: string; name: string };
/** A question somebody did not answer: "I don't know" is an answer to a question, and leaves the fact unknown. */
export type Unanswered = { person: string; fact: FactId; how: 'unknown' | 'skipped'; batch?: string; place?: number };
/** What was typed together, in order: it is shown together, changed together and undone together. */
export type Batch = { id: string; place: number; facts: readonly FactId[]; other: boolean };
/** What stands in a form and was not sent yet. */
export type Draft = { readonly [field: string]: string | readonly string[] };
export type Kept = {
  entries: readonly Entry[];
  unanswered: readonly Unanswered[];
  batches: readonly Batch[];
  lastBatch: string | undefined;
  /** Half-typed answers, by the name of their page. */
  drafts: ReadonlyMap<string, Draft>;
  /** The person's own words, by what they are about: reasons, how sure they are, questions to ask. */
  words: ReadonlyMap<string, string>;
  /** What of the answers counts today, worked out from these entries; later entries count as they stand. */
  counted: Counting & { from: ReadonlySet<string> };
  /** Rows that could not be read: kept aside, never thrown away. */
  unreadable: readonly unknown[];
};
export const nothingKept: Kept = {
  entries: [],
  unanswered: [],
  batches: [],
  lastBatch: undefined,
  drafts: new Map(),
  words: new Map(),
  counted: { facts: {}, tooOld: [], from: new Set() },
  unreadable: [],
};
/** One stored entry; entries of one `batch` were typed together. */
export type Row = { person: string; id: string; entry: Entry; batch: string; place: number };

const withdrawn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'withdrawal' ? [entry.of] : [])));

/** Entries that count: neither withdrawn nor replaced by one that counts. */
export function live(entries: readonly Entry[]): readonly Entry[] {
  const gone = withdrawn(entries);
  const standing = entries.filter((entry) => entry.kind !== 'withdrawal' && !gone.has(entry.id));
  const replaced = new Set(standing.flatMap(({ replaces }) => replaces ?? []));
  return standing.filter(({ id }) => !replaced.has(id));
}

/** Facts as last said; of two on one day the later typed one counts. */
export function factsSaid(entries: readonly Entry[]): Patient {
  const said = live(entries).flatMap((entry) => (entry.kind === 'fact' ? [entry] : []));
  return Object.fromEntries(
    [...said].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ fact, value }) => [fact, value]),
  );
}

/** What is known of the person now: what counted when it was last worked out, and what was said since. Who answers "I don't know"
 *  later takes an earlier answer back: the fact is unknown. */
export function patientOf({ entries, unanswered, counted }: Kept): Patient {
  const open = new Set(unanswered.map(({ fact }) => fact));
  const since = factsSaid(entries.filter(({ id }) => !counted.from.has(id)));
  return Object.fromEntries(Object.entries({ ...counted.facts, ...since }).filter(([fact]) => !open.has(fact)));
}

/** Answers that are too old to count, and were not given again since. */
export function tooOld(kept: Kept): Counting['tooOld'] {
  const known = patientOf(kept);
  return kept.counted.tooOld.filter(({ fact }) => !Object.hasOwn(known, fact));
}

/** Answers in the order they were given, without those that were taken back. */
export function batchesOf(rows: readonly Row[], unanswered: readonly Unanswered[]): readonly Batch[] {
  const gone = withdrawn(rows.map(({ entry }) => entry));
  const found = new Map<string, { id: string; place: number; facts: FactId[]; other: boolean }>();
  const at = (id: string, place: number) => {
    const batch = found.get(id) ?? { id, place, facts: [], other: false };
    found.set(id, batch);
    return batch;
  };
  for (const { entry, batch, place } of rows) {
    if (entry.kind === 'withdrawal' || gone.has(entry.id)) continue;
    const typed = at(batch, place);
    if (entry.kind === 'fact') typed.facts.push(entry.fact);
    else typed.other = true;
  }
  for (const { fact, batch, place } of unanswered) if (batch !== undefined) at(batch, place ?? 0).facts.push(fact);
  return [...found.values()].sort((a, b) => a.place - b.place);
}
