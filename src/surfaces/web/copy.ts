// SPDX-License-Identifier: Apache-2.0
// Everything that is kept of one person as one file, and that file read back: all of it, or none and what is wrong where. Pure.
import type { Entry } from '../../record/index.ts';
import { isEntry, isObject } from './import.ts';
import type { Draft, Person, Row, Unanswered } from './kept.ts';

/** Everything the device keeps of one person. `aside` are rows that could not be read: they go along, and are never thrown away. */
export type Held = {
  person: Person;
  rows: readonly Row[];
  unanswered: readonly Unanswered[];
  drafts: ReadonlyMap<string, Draft>;
  /** The person's own words, by what they are about; ticked boxes and choices that a page remembers are words too. */
  words: ReadonlyMap<string, string>;
  aside: readonly unknown[];
};

/** The form of `kept` in a copy: a higher one was made by a later Heliotrope. */
const form = 1;

/** A patient file with the whole record, which every interpreter of the command line reads; what only this app needs is in `kept`. */
export function wholeCopy(asOf: string, facts: object, held: Held): string {
  const rows = held.rows.filter(({ entry }) => isEntry(entry));
  const kept = {
    copy: form,
    person: held.person,
    typed: rows.map(({ id, batch, place }) => ({ id, batch, place })),
    unanswered: held.unanswered.map(({ fact, how, batch, place }) => ({ fact, how, batch, place })),
    drafts: Object.fromEntries(held.drafts),
    words: Object.fromEntries(held.words),
    aside: [...held.aside, ...held.rows.filter(({ entry }) => !isEntry(entry))],
  };
  return JSON.stringify({ asOf, facts, record: rows.map(({ entry }) => entry), kept }, null, 2);
}

type Wrong = { ok: false; problem: string };
type Found<Value> = { ok: true; value: Value } | Wrong;
const wrong = (where: string, what: string): Wrong => ({
  ok: false,
  problem: `This copy is damaged: ${where} ${what}. Open another copy of yours, if you have one. Nothing was changed.`,
});
const isText = (value: unknown): value is string => typeof value === 'string';
const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

type Typed = Pick<Row, 'id' | 'batch' | 'place'>;
const isTyped = (value: unknown): value is Typed =>
  isObject(value) && isText(value['id']) && isText(value['batch']) && isPlace(value['place']);
type Left = Omit<Unanswered, 'person'>;
const isLeft = (value: unknown): value is Left =>
  isObject(value)
  && isText(value['fact'])
  && (value['how'] === 'unknown' || value['how'] === 'skipped')
  && (value['batch'] === undefined || isText(value['batch']))
  && (value['place'] === undefined || isPlace(value['place']));
const isDraft = (value: unknown): value is Draft =>
  isObject(value)
  && Object.values(value).every((field) => isText(field) || (Array.isArray(field) && field.every(isText)));
const hasId = (value: unknown): value is { id: string | number } =>
  isObject(value) && (isText(value['id']) || isPlace(value['id']));
const isPerson = (value: unknown): value is Person =>
  isObject(value) && isText(value['id']) && value['id'] !== '' && isText(value['name']);

type Parts = { readonly [name: string]: unknown };
/** A list of the copy, every line of one form; without it, an empty one. */
function list<Line>(kept: Parts, name: string, isLine: (value: unknown) => value is Line): Found<readonly Line[]> {
  const all = Object.hasOwn(kept, name) ? kept[name] : [];
  if (!Array.isArray(all)) return wrong(`"${name}"`, 'is not a list');
  const bad = all.findIndex((line) => !isLine(line));
  return bad < 0 ? { ok: true, value: all.filter(isLine) } : wrong(`line ${bad + 1} of "${name}"`, 'cannot be read');
}

/** A part of the copy that has names, every value of one form; without it, an empty one. */
function named<Value>(
  kept: Parts,
  name: string,
  isValue: (value: unknown) => value is Value,
): Found<ReadonlyMap<string, Value>> {
  const all = Object.hasOwn(kept, name) ? kept[name] : {};
  if (!isObject(all)) return wrong(`"${name}"`, 'has no names in it');
  const good = new Map<string, Value>();
  for (const [key, value] of Object.entries(all)) {
    if (!isValue(value)) return wrong(`"${key.slice(0, 60)}" in "${name}"`, 'cannot be read');
    good.set(key, value);
  }
  return { ok: true, value: good };
}

/** Ticked questions are kept as a list written in JSON. */
function askedWell(words: ReadonlyMap<string, string>): boolean {
  try {
    const found: unknown = JSON.parse(words.get('asks') ?? '[]');
    return Array.isArray(found) && found.every(isText);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Each entry with when it was typed. An entry that somebody added to the file by hand counts as typed now, by itself. */
function rowsOf(
  person: string,
  entries: readonly Entry[],
  typed: readonly Typed[],
  now: number,
): Found<readonly Row[]> {
  const when = new Map(typed.map((line) => [line.id, line]));
  const known = new Map<string, number>();
  for (const [i, { id }] of entries.entries()) {
    const before = known.get(id);
    if (before !== undefined) return wrong(`entry ${i + 1} of the record`, `has the same "id" as entry ${before + 1}`);
    known.set(id, i);
  }
  const lost = typed.findIndex(({ id }) => !known.has(id));
  if (lost >= 0) return wrong(`line ${lost + 1} of "typed"`, 'is about an entry that is not in the record');
  const value = entries.map((entry, i) => ({
    batch: entry.id,
    place: now + i / 1000,
    ...when.get(entry.id),
    person,
    id: entry.id,
    entry,
  }));
  return { ok: true, value };
}

/** What only this app needs, read back beside the entries of the record, which were read already. `now` is in milliseconds. */
export function readKept(
  kept: unknown,
  entries: readonly Entry[],
  now: number,
): { ok: true; held: Held } | { ok: false; problem: string } {
  if (!isObject(kept)) return wrong('"kept"', 'has no names in it');
  const { copy, person } = kept;
  if (isPlace(copy) && copy > form)
    return {
      ok: false,
      problem:
        'A newer Heliotrope made this copy. Load this page again while online, then open it. Nothing was changed.',
    };
  if (copy !== form) return wrong('"copy"', `is not ${form}`);
  if (!isPerson(person)) return wrong('"person"', 'does not say whose it is');
  const typed = list(kept, 'typed', isTyped);
  const left = list(kept, 'unanswered', isLeft);
  const aside = list(kept, 'aside', hasId);
  const drafts = named(kept, 'drafts', isDraft);
  const words = named(kept, 'words', isText);
  if (!typed.ok) return typed;
  if (!left.ok) return left;
  if (!aside.ok) return aside;
  if (!drafts.ok) return drafts;
  if (!words.ok) return words;
  if (!askedWell(words.value)) return wrong('"asks" in "words"', 'is not a list of questions');
  const rows = rowsOf(person.id, entries, typed.value, now);
  if (!rows.ok) return rows;
  const held: Held = {
    person: { id: person.id, name: person.name },
    rows: rows.value,
    unanswered: left.value.map((line) => ({ ...line, person: person.id })),
    drafts: drafts.value,
    words: words.value,
    aside: aside.value,
  };
  return { ok: true, held };
}
