// SPDX-License-Identifier: Apache-2.0
// The record on this device: one database, one row an entry, so that two tabs add to it and never overwrite each other.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from '../../record/index.ts';
import type { FactId, Patient } from '../../model/index.ts';

export type Person = { id: string; name: string };
/** A question somebody did not answer: "I don't know" is an answer to a question, and leaves the fact unknown. */
export type Unanswered = { person: string; fact: FactId; how: 'unknown' | 'skipped' };
/** One stored entry; entries of one `batch` were typed together and are undone together. */
type Row = { person: string; entry: Entry; batch: string; place: number };
interface Schema extends DBSchema {
  people: { key: string; value: Person };
  entries: { key: [string, string]; value: Row & { id: string }; indexes: { person: string } };
  unanswered: { key: [string, string]; value: Unanswered; indexes: { person: string } };
  settings: { key: string; value: { id: string; value: string } };
}
export type Store = { db: IDBPDatabase<Schema>; person: Person };
export type Kept = { entries: readonly Entry[]; unanswered: readonly Unanswered[]; lastBatch: string | undefined };

const channel = new BroadcastChannel('heliotrope');
/** Calls back whenever another tab stored something. */
export const onOtherTab = (act: () => void): void => channel.addEventListener('message', act);
const told = (): void => channel.postMessage('stored');

async function currentPerson(db: IDBPDatabase<Schema>): Promise<Person> {
  const chosen = (await db.get('settings', 'person'))?.value;
  const known = (chosen === undefined ? undefined : await db.get('people', chosen)) ?? (await db.getAll('people'))[0];
  if (known) return known;
  const first = { id: crypto.randomUUID(), name: 'Me' };
  await db.put('people', first);
  return first;
}

/** Opens the store, with somebody in it. Throws when the browser refuses to store anything: the page then says so. */
export async function openStore(): Promise<Store> {
  const db = await openDB<Schema>('heliotrope', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('people', { keyPath: 'id' });
      fresh.createObjectStore('entries', { keyPath: ['person', 'id'] }).createIndex('person', 'person');
      fresh.createObjectStore('unanswered', { keyPath: ['person', 'fact'] }).createIndex('person', 'person');
      fresh.createObjectStore('settings', { keyPath: 'id' });
    },
    blocking: (_now, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return { db, person: await currentPerson(db) };
}

/** Everything kept of the person at hand, the oldest first. */
export async function read({ db, person }: Store): Promise<Kept> {
  const rows = (await db.getAllFromIndex('entries', 'person', person.id)).sort((a, b) => a.place - b.place);
  const undone = withdrawn(rows.map(({ entry }) => entry));
  const last = rows.filter(({ entry }) => entry.kind !== 'withdrawal' && !undone.has(entry.id)).at(-1);
  return {
    entries: rows.map(({ entry }) => entry),
    unanswered: await db.getAllFromIndex('unanswered', 'person', person.id),
    lastBatch: last?.batch,
  };
}

/** Stores entries as one piece: all of them, or none. */
export async function add({ db, person }: Store, entries: readonly Entry[]): Promise<void> {
  const work = db.transaction(['entries', 'unanswered'], 'readwrite');
  const [batch, place] = [crypto.randomUUID(), Date.now()];
  await Promise.all([
    ...entries.map((entry, i) =>
      work.objectStore('entries').put({ person: person.id, id: entry.id, entry, batch, place: place + i / 1000 }),
    ),
    ...entries.map((entry) =>
      entry.kind === 'fact' ? work.objectStore('unanswered').delete([person.id, entry.fact]) : undefined,
    ),
    work.done,
  ]);
  told();
}

/** Keeps that a question was left open. */
export async function leaveOpen(
  { db, person }: Store,
  facts: readonly FactId[],
  how: Unanswered['how'],
): Promise<void> {
  const work = db.transaction('unanswered', 'readwrite');
  await Promise.all([...facts.map((fact) => work.store.put({ person: person.id, fact, how })), work.done]);
  told();
}

/** Asks again what was left open. */
export async function askAgain({ db, person }: Store): Promise<void> {
  for (const key of await db.getAllKeysFromIndex('unanswered', 'person', person.id)) await db.delete('unanswered', key);
  told();
}

/** Takes back what was typed last, by withdrawing it: nothing is lost. */
export async function undo(store: Store, today: string): Promise<void> {
  const { lastBatch } = await read(store);
  if (lastBatch === undefined) return;
  const rows = (await store.db.getAllFromIndex('entries', 'person', store.person.id)).filter(
    ({ batch, entry }) => batch === lastBatch && entry.kind !== 'withdrawal',
  );
  await add(
    store,
    rows.map(({ entry }): Entry => ({ kind: 'withdrawal', id: crypto.randomUUID(), on: today, of: entry.id })),
  );
}

/** Deletes everything of everybody on this device, with the reasons kept beside the comparison. */
export async function deleteEverything({ db }: Store): Promise<void> {
  const work = db.transaction(['people', 'entries', 'unanswered', 'settings'], 'readwrite');
  await Promise.all([
    work.objectStore('people').clear(),
    work.objectStore('entries').clear(),
    work.objectStore('unanswered').clear(),
    work.objectStore('settings').clear(),
    work.done,
  ]);
  localStorage.clear();
  told();
}

export const people = ({ db }: Store): Promise<readonly Person[]> => db.getAll('people');
/** Turns to somebody else on this device; a new name makes a new person. */
export async function turnTo({ db }: Store, person: Person): Promise<Store> {
  await db.put('people', person);
  await db.put('settings', { id: 'person', value: person.id });
  told();
  return { db, person };
}

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
