// SPDX-License-Identifier: Apache-2.0
// Names in text: whole words, longest first, unless something in the text denies or doubts them.

/** One name found: what it stands for, and the words that were there. */
export type Named = { key: string; words: string };
type Names = {
  key: string;
  any: RegExp | undefined;
  capitals: RegExp | undefined;
  never: RegExp | undefined;
  beside: readonly Beside[];
};
type Beside = { word: RegExp; near: RegExp };

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Whole words: no letter or digit on either side. */
function wholeWords(words: readonly string[], flags: string): RegExp | undefined {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return words.length
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, `u${flags}`)
    : undefined;
}
const anywhere = (words: readonly string[]): RegExp | undefined =>
  words.length ? new RegExp(words.map(escaped).join('|'), 'iu') : undefined;

/** A table of names, with the places of those whose name begins with a word: few of them need to be looked for in a text. */
export type Table = { all: readonly Names[]; places: ReadonlyMap<string, readonly number[]> };
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Reads a table of names (see medicine-names.ts). */
export function names(table: string): Table {
  const places = new Map<string, number[]>();
  const all = table
    .trim()
    .split(/\n(?! )/)
    .map((block, place) => {
      const [key = '', ...rows] = block.split('\n');
      const after = (mark: string) =>
        rows.filter((row) => row.startsWith(`  ${mark} `)).map((row) => row.slice(4).split(' | '));
      const begins = [...after('+').flat(), ...after('=').flat(), ...after('&').map(([word = '']) => word)];
      for (const word of new Set(begins.map((name) => wordsIn(name)[0] ?? '')))
        if (places.get(word)?.push(place) === undefined) places.set(word, [place]);
      return {
        key,
        any: wholeWords(after('+').flat(), 'i'),
        capitals: wholeWords(after('=').flat(), ''),
        never: anywhere(after('-').flat()),
        beside: after('&').flatMap(([word = '', ...near]) => {
          const [found, by] = [wholeWords([word], ''), anywhere(near)];
          return found && by ? [{ word: found, near: by }] : [];
        }),
      };
    });
  return { all, places };
}

const ascii = /^[\0-\x7F]*$/;
/** The names that may stand in a text, in the order of the table. A name is found as whole words, so in a text of plain letters its
 *  first one must stand there; any other text is looked through for all of them. */
function candidates({ all, places }: Table, text: string): readonly Names[] {
  if (!ascii.test(text)) return all;
  const found = new Set<number>();
  for (const word of wordsIn(text)) for (const place of places.get(word) ?? []) found.add(place);
  return [...found].sort((a, b) => a - b).flatMap((place) => all[place] ?? []);
}

/** Words that turn a statement around, put it in doubt, or make it about somebody else. Where one stands in the text, nothing
 *  in that text is taken as said. */
const denials = wholeWords(
  (
    'no|not|non|without|denies|denied|negative|rule out|ruled out|r/o|family|fh|risk|screening|possible|possibly|probable|'
    + 'suspected|query|mother|father|sister|brother|maternal|paternal|exclude|excluded|absent|never|fear|vaccine|vaccination|'
    + 'vaccinated|immunization|immunisation|prophylaxis|prevention|counseling|counselling|education|caused by|due to'
  ).split('|'),
  'i',
);
export const isDenied = (text: string): boolean => text.includes('?') || denials?.test(text) === true;
const doubts = wholeWords(
  ['suspected', 'possible', 'probable', 'rule out', 'ruled out', 'r/o', 'family history', 'no evidence', 'denies'],
  'i',
);
/** Whether words beside a code put it in doubt. Fewer than for text alone: names of codes hold many a "not" and "without". */
export const isDoubted = (text: string): boolean => text.includes('?') || doubts?.test(text) === true;
const past = wholeWords(
  ['history', 'h/o', 'previous', 'previously', 'prior', 'past', 'resolved', 'old', 'former'],
  'i',
);
/** Whether a text says that something is over. */
export const isPast = (text: string): boolean => past?.test(text) === true;

function found(names: Names, text: string): string | undefined {
  const word =
    names.any?.exec(text)?.[0]
    ?? names.capitals?.exec(text)?.[0]
    ?? names.beside.find(({ word: each, near }) => each.test(text) && near.test(text))?.word.source;
  return word === undefined || names.never?.test(text) ? undefined : word;
}

/** Every name in a text; a name inside a longer one that was also found does not count ("Medrol" in "Solu-Medrol"). */
export function namesIn(table: Table, text: string): readonly Named[] {
  const all = candidates(table, text).flatMap((names) => {
    const words = found(names, text);
    return words === undefined ? [] : [{ key: names.key, words: words.toLowerCase() }];
  });
  return all.filter(
    ({ words }) => !all.some((other) => other.words.length > words.length && other.words.includes(words)),
  );
}
