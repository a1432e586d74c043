// SPDX-License-Identifier: Apache-2.0
// The record on this device: one database, one row an entry, so that two tabs add to it and never overwrite each other.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from '../../record/index.ts';
import type { FactId } from '../../model/index.ts';
import { batchesOf, nothingKept, type Draft, type Kept, type Row, type Unanswered } from './kept.ts';

export { factsSaid, live, type Kept, type Unanswered } from './kept.ts';
export type Person = { id: string; name: string };
interface Schema extends DBSchema {
  people: { key: string; value: Person };
  entries: { key: [string, string]; value: Row; indexes: { person: string } };
  unanswered: { key: [string, string]; value: Unanswered; indexes: { person: string } };
  settings: { key: string; value: { id: string; value: string } };
  drafts: { key: [string, string]; value: { person: string; page: string; draft: Draft }; indexes: { person: string } };
  words: { key: [string, string]; value: { person: string; about: string; text: string }; indexes: { person: string } };
}
export type Store = { db: IDBPDatabase<Schema>; person: Person };

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

let connection: Promise<IDBPDatabase<Schema>> | undefined;
const connect = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('heliotrope', 2, {
    upgrade(fresh, before) {
      if (before < 1) {
        fresh.createObjectStore('people', { keyPath: 'id' });
        fresh.createObjectStore('entries', { keyPath: ['person', 'id'] }).createIndex('person', 'person');
        fresh.createObjectStore('unanswered', { keyPath: ['person', 'fact'] }).createIndex('person', 'person');
        fresh.createObjectStore('settings', { keyPath: 'id' });
      }
      if (before < 2) {
        fresh.createObjectStore('drafts', { keyPath: ['person', 'page'] }).createIndex('person', 'person');
        fresh.createObjectStore('words', { keyPath: ['person', 'about'] }).createIndex('person', 'person');
      }
    },
    blocking: (_now, _next, event) => {
      connection = undefined;
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: () => {
      connection = undefined;
    },
  });

/** Opens the store, with somebody in it. Throws when the browser refuses to store anything: the page then says so. */
export async function openStore(): Promise<Store> {
  connection ??= connect();
  try {
    const db = await connection;
    return { db, person: await currentPerson(db) };
  } catch (error) {
    connection = undefined;
    throw error;
  }
}

const isRow = (row: Row): boolean =>
  typeof row.entry === 'object'
  && row.entry !== null
  && typeof row.entry.id === 'string'
  && typeof row.entry.kind === 'string'
  && typeof row.entry.on === 'string'
  && typeof row.place === 'number';

/** Everything kept of the person at hand, the oldest first. A row that is damaged is set aside, and the rest still counts. */
export async function read({ db, person }: Store): Promise<Kept> {
  const [all, unanswered, drafts, words] = await Promise.all([
    db.getAllFromIndex('entries', 'person', person.id),
    db.getAllFromIndex('unanswered', 'person', person.id),
    db.getAllFromIndex('drafts', 'person', person.id),
    db.getAllFromIndex('words', 'person', person.id),
  ]);
  const rows = all.filter(isRow).sort((a, b) => a.place - b.place);
  const batches = batchesOf(rows, unanswered);
  return {
    entries: rows.map(({ entry }) => entry),
    unanswered,
    batches,
    lastBatch: batches.at(-1)?.id,
    drafts: new Map(drafts.map(({ page, draft }) => [page, draft])),
    words: new Map(words.map(({ about, text }) => [about, text])),
    counted: nothingKept.counted,
    unreadable: all.filter((row) => !isRow(row)),
  };
}

/** Stores entries, and questions left open, as one piece: all of them, or none. Written through to the disk. */
export async function add(
  { db, person }: Store,
  entries: readonly Entry[],
  left: { facts: readonly FactId[]; how: Unanswered['how'] } = { facts: [], how: 'unknown' },
): Promise<void> {
  const work = db.transaction(['entries', 'unanswered'], 'readwrite', { durability: 'strict' });
  const [batch, place] = [crypto.randomUUID(), Date.now()];
  const [rows, open] = [work.objectStore('entries'), work.objectStore('unanswered')];
  await Promise.all([
    ...entries.map((entry, i) => rows.put({ person: person.id, id: entry.id, entry, batch, place: place + i / 1000 })),
    ...entries.map((entry) => (entry.kind === 'fact' ? open.delete([person.id, entry.fact]) : undefined)),
    ...left.facts.map((fact) => open.put({ person: person.id, fact, how: left.how, batch, place })),
    work.done,
  ]);
  told();
}

/** Asks again what was left open. */
export async function askAgain({ db, person }: Store): Promise<void> {
  for (const key of await db.getAllKeysFromIndex('unanswered', 'person', person.id)) await db.delete('unanswered', key);
  told();
}

/** Takes back what was typed last: entries are withdrawn, so nothing is lost; questions left open are asked again. */
export async function undo(store: Store, today: string): Promise<void> {
  const { lastBatch, unanswered } = await read(store);
  if (lastBatch === undefined) return;
  const rows = (await store.db.getAllFromIndex('entries', 'person', store.person.id)).filter(
    ({ batch, entry }) => batch === lastBatch && entry.kind !== 'withdrawal',
  );
  for (const { batch, fact } of unanswered)
    if (batch === lastBatch) await store.db.delete('unanswered', [store.person.id, fact]);
  await add(
    store,
    rows.map(({ entry }): Entry => ({ kind: 'withdrawal', id: crypto.randomUUID(), on: today, of: entry.id })),
  );
}

/** Keeps what stands in a form; an empty draft is forgotten. Other tabs are not told: they have their own forms. */
export async function keepDraft({ db, person }: Store, page: string, draft: Draft | undefined): Promise<void> {
  await (draft ? db.put('drafts', { person: person.id, page, draft }) : db.delete('drafts', [person.id, page]));
}
/** Keeps the person's own words about something; empty words are forgotten. */
export async function keepWords({ db, person }: Store, about: string, text: string): Promise<void> {
  await (text === '' ? db.delete('words', [person.id, about]) : db.put('words', { person: person.id, about, text }));
}

/** Deletes everything of everybody on this device. */
export async function deleteEverything({ db }: Store): Promise<void> {
  const all = ['people', 'entries', 'unanswered', 'settings', 'drafts', 'words'] as const;
  const work = db.transaction(all, 'readwrite');
  await Promise.all([...all.map((name) => work.objectStore(name).clear()), work.done]);
  localStorage.clear();
  told();
}

/** Deletes one person and everything of them. */
export async function forget({ db }: Store, person: Person): Promise<void> {
  const lists = ['entries', 'unanswered', 'drafts', 'words'] as const;
  const work = db.transaction([...lists, 'people', 'settings'], 'readwrite');
  const keys = await Promise.all(lists.map((name) => work.objectStore(name).index('person').getAllKeys(person.id)));
  await Promise.all([
    ...lists.flatMap((name, i) => (keys[i] ?? []).map((key) => work.objectStore(name).delete(key))),
    work.objectStore('people').delete(person.id),
    work.objectStore('settings').delete('person'),
    work.done,
  ]);
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
