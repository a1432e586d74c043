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

/** Families with their phrases split once; a family may not name another. */
export type Families = ReadonlyMap<string, readonly Phrase[]>;
export const familiesOf = (library: Pick<Library, 'families'>): Families =>
  new Map(Object.entries(library.families).map(([name, phrases]) => [name, phrases.map(phraseOf)]));

/** How many words one word of a phrase covers at a place: 0 when it does not stand there. A family may cover several. */
function covers(families: Families, words: readonly string[], at: number, part: string): number {
  const word = words[at];
  if (word === undefined) return 0;
  if (part.endsWith('*')) return word.startsWith(part.slice(0, -1)) ? 1 : 0;
  if (!part.startsWith('@')) return word === part ? 1 : 0;
  return familyCovers(families, words, at, part);
}

/** What a family covers at each place of a question is found once. */
const covered = new WeakMap<readonly string[], Map<string, number>>();
function familyCovers(families: Families, words: readonly string[], at: number, part: string): number {
  const known = covered.get(words) ?? new Map<string, number>();
  covered.set(words, known);
  const key = `${part} ${at}`;
  const found = known.get(key) ?? longestOf(families, words, at, part);
  known.set(key, found);
  return found;
}
function longestOf(families: Families, words: readonly string[], at: number, part: string): number {
  const phrases = (families.get(part.slice(1)) ?? []).filter((phrase) => mayStand(words, phrase));
  return Math.max(0, ...phrases.map((phrase) => standsAt(families, words, at, phrase)));
}

/** How many words a phrase covers from a place: 0 when it does not stand there. */
function standsAt(families: Families, words: readonly string[], from: number, phrase: Phrase): number {
  let at = from;
  for (const part of phrase) {
    const covered = covers(families, words, at, part);
    if (!covered) return 0;
    at += covered;
  }
  return at - from;
}

/** The words of one question, to leave out at once every phrase whose first word is not among them. */
const present = new WeakMap<readonly string[], ReadonlySet<string>>();
function presentIn(words: readonly string[]): ReadonlySet<string> {
  const found = present.get(words) ?? new Set(words);
  present.set(words, found);
  return found;
}
const mayStand = (words: readonly string[], [first = '']: Phrase): boolean =>
  /[@*]/.test(first) || presentIn(words).has(first);

function places(families: Families, phrases: readonly Phrase[], words: readonly string[]): readonly Span[] {
  const possible = phrases.filter((phrase) => mayStand(words, phrase));
  if (!possible.length) return [];
  return words.flatMap((_, from) => {
    const covered = Math.max(0, ...possible.map((phrase) => standsAt(families, words, from, phrase)));
    return covered ? [{ from, to: from + covered }] : [];
  });
}

/** Makes a hint ready. It finds the places of each group; a hint holds when they lie near each other (`near`). */
export function matcher(families: Families, hint: Hint): Matcher {
  const groups = typeof hint === 'string' ? [[phraseOf(hint)]] : hint.map((group) => group.map(phraseOf));
  return (words) => groups.map((phrases) => places(families, phrases, words));
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
  const all = Object.entries(masks).map(([name, phrases]) => ({ name, phrases: phrases.map(phraseOf) }));
  return (words) => {
    const read: string[] = [];
    for (let at = 0; at < words.length;) {
      const longest = all
        .map(({ name, phrases }) => ({
          name,
          length: Math.max(0, ...phrases.map((phrase) => standsAt(families, words, at, phrase))),
        }))
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
