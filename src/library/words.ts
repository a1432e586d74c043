// SPDX-License-Identifier: Apache-2.0
import type { Hint, Library } from '../model/index.ts';

/** More than this many characters of a question are not read, about 3,500 words: it keeps reading quick. What is left out is said. */
export const longestQuestion = 20_000;
/** The end of a sentence, and a pause within one, among the words. Neither ever matches a hint. */
export const pause = '.';
export const comma = ',';
export const isPause = (word: string): boolean => word === pause || word === comma;

const marks = /\p{M}/gu;
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const token = new RegExp(`${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{N}])+(?:\\.\\p{N}+)?|[.!?;,:\\n。！？，、]+`, 'gu');

/** The words of a text, in lower case, without accents and apostrophes. A mark that ends a sentence, or a new line, becomes a
 *  pause; marks within a sentence become commas. A letter of a script without spaces stands for a word. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, longestQuestion)
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/['’`´]/g, '')
    .toLowerCase();
  return (plain.match(token) ?? []).map((one) =>
    /^[\p{L}\p{N}]/u.test(one) ? one : /[.!?\n。]/.test(one) ? pause : comma,
  );
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
  const before = known.get(part);
  if (before) return before;
  const found = words.map(() => 0);
  if (phrases) for (const { from, to } of places(families, phrases, words)) found[from] = to - from;
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

/** Where each word, and each first letter, stands in a question. */
type Standing = { byWord: ReadonlyMap<string, readonly number[]>; byLetter: ReadonlyMap<string, readonly number[]> };
const standing = new WeakMap<readonly string[], Standing>();
function standingOf(words: readonly string[]): Standing {
  const known = standing.get(words);
  if (known) return known;
  const [byWord, byLetter] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const put = (map: Map<string, number[]>, key: string, at: number): void => {
    const places = map.get(key);
    if (places) places.push(at);
    else map.set(key, [at]);
  };
  words.forEach((word, at) => {
    put(byWord, word, at);
    put(byLetter, word.slice(0, 1), at);
  });
  standing.set(words, { byWord, byLetter });
  return { byWord, byLetter };
}

/** The places where one of some phrases may begin, in order: only there is it worth looking. */
function beginnings(families: Families, phrases: Phrases, words: readonly string[]): readonly number[] {
  const { byWord, byLetter } = standingOf(words);
  const found = new Set<number>();
  for (const word of phrases.byWord.keys()) for (const at of byWord.get(word) ?? []) found.add(at);
  for (const letter of phrases.byLetter.keys()) for (const at of byLetter.get(letter) ?? []) found.add(at);
  for (const phrase of phrases.byFamily)
    familyCovers(families, words, first(phrase)).forEach((length, at) => length && found.add(at));
  return [...found].toSorted((a, b) => a - b);
}

function places(families: Families, phrases: Phrases, words: readonly string[]): readonly Span[] {
  return beginnings(families, phrases, words).flatMap((from) => {
    const length = longestAt(families, words, from, phrases);
    return length ? [{ from, to: from + length }] : [];
  });
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
