// SPDX-License-Identifier: Apache-2.0
import type { Hint, Library } from '../model/index.ts';

/** More than this many characters of a question are not read: nobody asks so long a question, and it keeps reading quick. */
export const longestQuestion = 2000;
/** The end of a sentence, or a pause, among the words. It never matches a hint. */
export const pause = '.';

const marks = /\p{M}/gu;
const token = /[\p{L}\p{N}]+(?:\.\p{N}+)?|[.!?;,:\n]+/gu;

/** The words of a text, in lower case, without accents and apostrophes; every punctuation mark becomes a pause. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, longestQuestion)
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/['’`´]/g, '')
    .toLowerCase();
  return (plain.match(token) ?? []).map((one) => (/^[\p{L}\p{N}]/u.test(one) ? one : pause));
}

/** Where a phrase was found: from the first word to the one after its last. */
export type Span = { from: number; to: number };
/** A hint made ready: the places where each of its groups stands. */
export type Matcher = (words: readonly string[]) => readonly (readonly Span[])[];

type Phrase = readonly string[];
const phraseOf = (text: string): Phrase =>
  text
    .split(' ')
    .flatMap((one) =>
      one.startsWith('@') ? [one] : wordsOf(one).map((word) => word + (one.endsWith('*') ? '*' : '')),
    );

/** Phrases by what they begin with, so that few are tried at a word: a whole word, the first letter of an open one, or a family. */
type Phrases = {
  byWord: ReadonlyMap<string, readonly Phrase[]>;
  byLetter: ReadonlyMap<string, readonly Phrase[]>;
  byFamily: readonly Phrase[];
};
const first = ([word = '']: Phrase): string => word;
function grouped(phrases: readonly Phrase[], by: (phrase: Phrase) => string): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) groups.set(by(phrase), [...(groups.get(by(phrase)) ?? []), phrase]);
  return groups;
}
function phrasesOf(texts: readonly string[]): Phrases {
  const all = texts.map(phraseOf);
  const [families, plain] = [
    all.filter((one) => first(one).startsWith('@')),
    all.filter((one) => !first(one).startsWith('@')),
  ];
  return {
    byWord: grouped(
      plain.filter((one) => !first(one).endsWith('*')),
      first,
    ),
    byLetter: grouped(
      plain.filter((one) => first(one).endsWith('*')),
      (one) => first(one).slice(0, 1),
    ),
    byFamily: families,
  };
}

/** Families with their phrases split once; a family names only families above it. */
export type Families = ReadonlyMap<string, Phrases>;
export const familiesOf = (library: Pick<Library, 'families'>): Families =>
  new Map(Object.entries(library.families).map(([name, phrases]) => [name, phrasesOf(phrases)]));

/** How many words one word of a phrase covers at a place: 0 when it does not stand there. A family may cover several. */
function covers(families: Families, words: readonly string[], at: number, part: string): number {
  const word = words[at];
  if (word === undefined) return 0;
  if (part.endsWith('*')) return word.startsWith(part.slice(0, -1)) ? 1 : 0;
  if (!part.startsWith('@')) return word === part ? 1 : 0;
  return familyCovers(families, words, part)[at] ?? 0;
}

/** What a family covers at each place of a question is found once. */
const covered = new WeakMap<readonly string[], Map<string, readonly number[]>>();
function familyCovers(families: Families, words: readonly string[], part: string): readonly number[] {
  const known = covered.get(words) ?? new Map<string, readonly number[]>();
  covered.set(words, known);
  const phrases = families.get(part.slice(1));
  const found = known.get(part) ?? words.map((_, at) => (phrases ? longestAt(families, words, at, phrases) : 0));
  known.set(part, found);
  return found;
}

/** How many words a phrase covers from a place: 0 when it does not stand there. */
function standsAt(families: Families, words: readonly string[], from: number, phrase: Phrase): number {
  let at = from;
  for (const part of phrase) {
    const length = covers(families, words, at, part);
    if (!length) return 0;
    at += length;
  }
  return at - from;
}

/** How many words the longest of some phrases covers from a place; 0 when none stands there. */
function longestAt(families: Families, words: readonly string[], at: number, phrases: Phrases): number {
  const word = words[at] ?? pause;
  let longest = 0;
  for (const some of [phrases.byWord.get(word), phrases.byLetter.get(word.slice(0, 1)), phrases.byFamily])
    for (const phrase of some ?? []) longest = Math.max(longest, standsAt(families, words, at, phrase));
  return longest;
}

function places(families: Families, phrases: Phrases, words: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    const length = longestAt(families, words, from, phrases);
    if (length) spans.push({ from, to: from + length });
  }
  return spans;
}

/** Makes a hint ready. It finds the places of each group, or none at all once a group is missing; a hint holds when they lie near each other (`near`). */
export function matcher(families: Families, hint: Hint): Matcher {
  const groups = typeof hint === 'string' ? [phrasesOf([hint])] : hint.map(phrasesOf);
  return (words) => {
    const found: (readonly Span[])[] = [];
    for (const phrases of groups) {
      const spans = places(families, phrases, words);
      if (!spans.length) return [[]];
      found.push(spans);
    }
    return found;
  };
}

/** Groups of a hint count together when at most this many words lie between the first and the last. */
export const reach = 16;

/** The nearest places of all groups together, or nothing when a group is missing or too far away. */
export function near(found: readonly (readonly Span[])[]): readonly Span[] | undefined {
  const [first = [], ...rest] = found;
  for (const start of first) {
    const others = rest.map((spans) =>
      spans.find(
        (span) => Math.abs(span.from - start.from) <= reach && (span.from >= start.to || span.to <= start.from),
      ),
    );
    if (others.every((span) => span !== undefined)) return [start, ...others.filter((span) => span !== undefined)];
  }
  return undefined;
}

/** Reads masked phrases as the one word that names them, the longest first. */
export function maskOf(
  { masks }: Pick<Library, 'masks'>,
  families: Families,
): (words: readonly string[]) => readonly string[] {
  const all = Object.entries(masks).map(([name, phrases]) => ({ name, phrases: phrasesOf(phrases) }));
  return (words) => {
    const read: string[] = [];
    for (let at = 0; at < words.length;) {
      const longest = all
        .map(({ name, phrases }) => ({ name, length: longestAt(families, words, at, phrases) }))
        .toSorted((a, b) => b.length - a.length)[0];
      read.push(longest?.length ? longest.name : (words[at] ?? pause));
      at += Math.max(1, longest?.length ?? 0);
    }
    return read;
  };
}

/** Every whole word that a hint or a family names, for the mending of slips. */
export const vocabularyOf = (library: Pick<Library, 'families'>, hints: readonly Hint[]): ReadonlySet<string> =>
  new Set(
    [
      ...Object.values(library.families).flat(),
      ...hints.flatMap((hint) => (typeof hint === 'string' ? [hint] : hint.flat())),
    ]
      .flatMap(phraseOf)
      .filter((part) => !part.startsWith('@')),
  );
