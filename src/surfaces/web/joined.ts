// SPDX-License-Identifier: Apache-2.0
// A copy opened where something of the same person is kept already: nothing of either is lost, and nothing is overwritten. Pure.
import type { Held } from './copy.ts';
import type { Row, Unanswered } from './kept.ts';

const idOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined);
const placeOf = ({ place }: Unanswered): number => place ?? 0;

/** Questions left open, without those that the other side answered later. */
function stillOpen(left: readonly Unanswered[], others: readonly Row[]): readonly Unanswered[] {
  const answered = new Map<string, number>();
  for (const { entry, place } of others)
    if (entry.kind === 'fact') answered.set(entry.fact, Math.max(place, answered.get(entry.fact) ?? 0));
  return left.filter((one) => placeOf(one) >= (answered.get(one.fact) ?? 0));
}

/** Of two that left one question open, the later. */
function openOf(here: readonly Unanswered[], copy: readonly Unanswered[]): readonly Unanswered[] {
  const found = new Map(here.map((one) => [one.fact, one]));
  for (const one of copy) {
    const before = found.get(one.fact);
    if (!before || placeOf(before) < placeOf(one)) found.set(one.fact, one);
  }
  return [...found.values()];
}

/** Words and half-typed forms: what stands here stays, and what only the copy has comes to it. */
const both = <Value>(here: ReadonlyMap<string, Value>, copy: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
  new Map([...copy, ...here]);

/** What is kept here together with what the copy has. `stayed` names the words that say something else in the copy. */
export function joined(here: Held, copy: Held): { held: Held; added: number; stayed: readonly string[] } {
  const known = new Set(here.rows.map(({ id }) => id));
  const inCopy = new Set(copy.rows.map(({ id }) => id));
  const added = copy.rows.filter(({ id }) => !known.has(id));
  const rows = [...here.rows, ...added];
  const readable = new Set<unknown>(rows.map(({ id }) => id));
  const setAside = new Set(here.aside.map(idOf));
  const only = here.rows.filter(({ id }) => !inCopy.has(id));
  const aside = [...here.aside, ...copy.aside.filter((row) => !setAside.has(idOf(row)))];
  return {
    held: {
      person: here.person,
      rows,
      unanswered: openOf(stillOpen(here.unanswered, added), stillOpen(copy.unanswered, only)),
      drafts: both(here.drafts, copy.drafts),
      words: both(here.words, copy.words),
      aside: aside.filter((row) => !readable.has(idOf(row))),
    },
    added: added.length,
    stayed: [...copy.words].flatMap(([about, text]) => ((here.words.get(about) ?? text) === text ? [] : [about])),
  };
}
