// SPDX-License-Identifier: Apache-2.0
// The record on this device: one database, one row an entry, so that two tabs add to it and never overwrite each other.
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Entry } from '../../record/index.ts';
import type { FactId } from '../../model/index.ts';
import { batchesOf, nothingKept, type Draft, type Kept, type Person, type Row, type Unanswered } from './kept.ts';

export { factsSaid, live, type Kept, type Person, type Unanswered } from './kept.ts';
export interface Schema extends DBSchema {
  people: { key: string; value: Person };
  entries: { key: [string, string]; value: Row; indexes: { person: string } };
  unanswered: { key: [string, string]; value: Unanswered; indexes: { person: string } };
  settings: { key: string; value: { id: string; value: string } };
  drafts: { key: [string, string]; value: { person: string; page: string; draft: Draft }; indexes: { person: string } };
  words: { key: [string, string]; value: { person: string; about: string; text: string }; indexes: { person: string } };
}
/** `page` changes when somebody else is turned to; not when a newcomer becomes the first person here, so that typed forms stay. */
export type Store = { db: IDBPDatabase<Schema>; person: Person; page: string };

const channel = new BroadcastChannel('heliotrope');
/** Calls back whenever another tab stored something. */
export const onOtherTab = (act: () => void): void => channel.addEventListener('message', act);
export const told = (): void => channel.postMessage('stored');

/** Who is at hand before anything is kept. The store has nobody until something is kept of them: an empty device holds nothing. */
let newcomer: (Person & { became?: string }) | undefined;
/** From now on this tab is about somebody who is in the store. */
export const newcomerIsGone = (): void => {
  newcomer = undefined;
};
/** What a tab remembers outside the store goes with it: the newcomer, and the access that a health record gave. */
function forgetInTab(): void {
  newcomerIsGone();
  sessionStorage.clear();
}
channel.addEventListener('message', ({ data }) => {
  if (data === 'deleted') forgetInTab();
});

async function currentPerson(db: IDBPDatabase<Schema>): Promise<Person> {
  const chosen = (await db.get('settings', 'person'))?.value;
  const known = (chosen === undefined ? undefined : await db.get('people', chosen)) ?? (await db.getAll('people'))[0];
  if (known) {
    if (newcomer) newcomer.became ??= known.id;
    return known;
  }
  newcomer ??= { id: crypto.randomUUID(), name: 'Me' };
  return newcomer;
}

/** Every part of the store. Nothing of a person is kept anywhere else, but for a health record's access in sessionStorage. */
const everything = ['people', 'entries', 'unanswered', 'settings', 'drafts', 'words'] as const;
const perPerson = ['entries', 'unanswered', 'drafts', 'words'] as const;
export type Work = IDBPTransaction<Schema, typeof everything, 'readwrite'>;
/** One piece of writing: all of it, or none. Written through to the disk. */
export const begin = (db: Store['db']): Work => db.transaction(everything, 'readwrite', { durability: 'strict' });

/** The id of the person at hand, who is in the store from now on. Two tabs opened on an empty device are one person: the one that
 *  was put into it first. */
async function whose(work: Work, person: Person): Promise<string> {
  const [people, chosen] = [
    await work.objectStore('people').getAll(),
    await work.objectStore('settings').get('person'),
  ];
  if (people.some(({ id }) => id === person.id)) return person.id;
  const first = people.find(({ id }) => id === chosen?.value) ?? people[0];
  if (first && person.id === newcomer?.id) return first.id;
  await work.objectStore('people').put(person);
  return person.id;
}

/** The same, as a step of its own. Who is in the store already costs one look, so that what is typed fast is stored fast: a write
 *  that locked every part would wait for each key press before it. */
async function idOf(db: Store['db'], person: Person): Promise<string> {
  if (await db.get('people', person.id)) return person.id;
  const work = begin(db);
  const id = await whose(work, person);
  await work.done;
  return id;
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

/** Opens the store with somebody at hand, who may be a newcomer of whom nothing is kept yet. Throws when the browser refuses to store anything: the page then says so. */
export async function openStore(): Promise<Store> {
  connection ??= connect();
  try {
    const db = await connection;
    const person = await currentPerson(db);
    return { db, person, page: newcomer?.became === person.id ? newcomer.id : person.id };
  } catch (error) {
    connection = undefined;
    throw error;
  }
}

export const isRow = (row: Row): boolean =>
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
  const id = await idOf(db, person);
  const work = db.transaction(['entries', 'unanswered'], 'readwrite', { durability: 'strict' });
  const [batch, place] = [crypto.randomUUID(), Date.now()];
  const [rows, open] = [work.objectStore('entries'), work.objectStore('unanswered')];
  await Promise.all([
    ...entries.map((entry, i) => rows.put({ person: id, id: entry.id, entry, batch, place: place + i / 1000 })),
    ...entries.map((entry) => (entry.kind === 'fact' ? open.delete([id, entry.fact]) : undefined)),
    ...left.facts.map((fact) => open.put({ person: id, fact, how: left.how, batch, place })),
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
  if (draft) await db.put('drafts', { person: await idOf(db, person), page, draft });
  else if (await db.get('people', person.id)) await db.delete('drafts', [person.id, page]); // after what was typed before
}
/** Keeps the person's own words about something; empty words are forgotten. */
export async function keepWords({ db, person }: Store, about: string, text: string): Promise<void> {
  if (text !== '') await db.put('words', { person: await idOf(db, person), about, text });
  else if (await db.get('people', person.id)) await db.delete('words', [person.id, about]);
}

/** Deletes everything of everybody on this device, also what the tabs that are open remember. */
export async function deleteEverything({ db }: Store): Promise<void> {
  const work = begin(db);
  await Promise.all([...everything.map((name) => work.objectStore(name).clear()), work.done]);
  localStorage.clear();
  forgetInTab();
  channel.postMessage('deleted');
}

/** Deletes one person and everything of them. */
export async function forget({ db }: Store, person: Person): Promise<void> {
  const work = begin(db);
  const keys = await Promise.all(perPerson.map((name) => work.objectStore(name).index('person').getAllKeys(person.id)));
  await Promise.all([
    ...perPerson.flatMap((name, i) => (keys[i] ?? []).map((key) => work.objectStore(name).delete(key))),
    work.objectStore('people').delete(person.id),
    work.objectStore('settings').delete('person'),
    work.done,
  ]);
  told();
}

export const people = ({ db }: Store): Promise<readonly Person[]> => db.getAll('people');
/** Turns to somebody else on this device; a new name makes a new person. Who was at hand stays on the device. */
export async function turnTo({ db, person: before }: Store, person: Person): Promise<Store> {
  const work = begin(db);
  await whose(work, before);
  await Promise.all([
    work.objectStore('people').put(person),
    work.objectStore('settings').put({ id: 'person', value: person.id }),
    work.done,
  ]);
  newcomerIsGone();
  told();
  return { db, person, page: person.id };
}
