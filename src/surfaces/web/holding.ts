// SPDX-License-Identifier: Apache-2.0
// Everything the device keeps of one person, taken out for a copy and put back from one.
import type { Held } from './copy.ts';
import { joined } from './joined.ts';
import type { Person, Row } from './kept.ts';
import type { Keeping } from './navigator.ts';
import { begin, isRow, newcomerIsGone, told, type Store, type Work } from './storage.ts';

/** Everything of one person, as it stands in the store, the oldest entry first. */
async function heldIn(work: Work, person: Person): Promise<Held> {
  const [all, unanswered, drafts, words] = await Promise.all([
    work.objectStore('entries').index('person').getAll(person.id),
    work.objectStore('unanswered').index('person').getAll(person.id),
    work.objectStore('drafts').index('person').getAll(person.id),
    work.objectStore('words').index('person').getAll(person.id),
  ]);
  return {
    person,
    rows: all.filter(isRow).sort((a, b) => a.place - b.place),
    unanswered,
    drafts: new Map(drafts.map(({ page, draft }) => [page, draft])),
    words: new Map(words.map(({ about, text }) => [about, text])),
    aside: all.filter((row) => !isRow(row)),
  };
}

/** Everything that a page holds, also what the device refused or had no room for. Each entry counts as typed by itself. */
export function heldByPage({ store, kept, person: name }: Keeping): Held {
  const person = store?.person ?? { id: crypto.randomUUID(), name };
  const now = Date.now();
  return {
    person,
    rows: kept.entries.map((entry, i) => ({
      person: person.id,
      id: entry.id,
      entry,
      batch: entry.id,
      place: now + i / 1000,
    })),
    unanswered: kept.unanswered.map((one) => ({ ...one, person: person.id })),
    drafts: kept.drafts,
    words: kept.words,
    aside: kept.unreadable,
  };
}

/** Everything that is kept of the person at hand, and what the page could not keep. */
export async function heldNow(keeping: Keeping): Promise<Held> {
  const { store, trouble } = keeping;
  const page = heldByPage(keeping);
  const stored = store ? await heldIn(begin(store.db), store.person) : page;
  if (!trouble) return stored;
  const { held } = joined(stored, page);
  return { ...held, words: new Map([...held.words, ...page.words].filter(([, text]) => text !== '')) };
}

/** A name nobody else on this device has: "Me", then "Me 2". */
function freeName(name: string, people: readonly Person[]): string {
  const taken = new Set(people.map((one) => one.name));
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} ${n}`;
  return free;
}

/** Asks the store for everything of a person at once. A row set aside goes back as it was, under this person. */
function putAll(work: Work, before: Held, { person, rows, unanswered, drafts, words, aside }: Held) {
  const entries = work.objectStore('entries');
  const open = new Set(unanswered.map(({ fact }) => fact));
  return [
    work.objectStore('people').put(person),
    work.objectStore('settings').put({ id: 'person', value: person.id }),
    ...rows.map((row) => entries.put({ ...row, person: person.id })),
    ...aside.map((row) => entries.put({ ...(row as Row), person: person.id })), // no row the app reads: `isRow` sets it aside again
    ...before.unanswered
      .filter(({ fact }) => !open.has(fact))
      .map(({ fact }) => work.objectStore('unanswered').delete([person.id, fact])),
    ...unanswered.map((one) => work.objectStore('unanswered').put({ ...one, person: person.id })),
    ...[...drafts].map(([page, draft]) => work.objectStore('drafts').put({ person: person.id, page, draft })),
    ...[...words].map(([about, text]) => work.objectStore('words').put({ person: person.id, about, text })),
  ];
}

export type TakenIn = { person: Person; added: number; stayed: readonly string[] };
/** Puts a copy on the device, all of it or nothing, and turns to its person. People are kept apart by the id that the copy carries:
 *  it is never put together with what is kept of somebody else. */
export async function takeIn({ db }: Store, copy: Held): Promise<TakenIn> {
  const work = begin(db);
  const people = await work.objectStore('people').getAll();
  const known = people.find(({ id }) => id === copy.person.id);
  const person = known ?? { id: copy.person.id, name: freeName(copy.person.name, people) };
  const before = await heldIn(work, person);
  const { held, added, stayed } = joined(before, copy);
  let asked: readonly Promise<unknown>[];
  try {
    asked = putAll(work, before, held);
  } catch (error) {
    work.abort(); // what was asked for before it failed is not kept either
    await Promise.allSettled([work.done]);
    throw error;
  }
  await Promise.all([...asked, work.done]);
  newcomerIsGone();
  told();
  return { person, added, stayed };
}
