// SPDX-License-Identifier: Apache-2.0

/** Words shorter than this are mended only when two letters are swapped: too many short words lie one letter apart. */
const shortest = 6;
/** Words shorter than this are never mended. */
const never = 5;

const sameLetters = (a: string, b: string): boolean =>
  a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('');

/** One letter more, less, changed, or two swapped: the slips of a tired hand. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right === `${left[1]}${left[0]}`);
}

/** Known words by their first letter; open ones (`swell*`) are told apart from whole ones. */
export type Known = {
  whole: ReadonlySet<string>;
  open: readonly string[];
  byLetter: ReadonlyMap<string, readonly string[]>;
};

export function knownWords(vocabulary: ReadonlySet<string>, common: ReadonlySet<string>): Known {
  const all = [...vocabulary];
  const whole = new Set([...all.filter((word) => !word.endsWith('*')), ...common]);
  const long = all.map((word) => word.replace(/\*$/, '')).filter((word) => word.length >= never);
  const byLetter = new Map<string, string[]>();
  for (const word of long.toSorted()) byLetter.set(word.slice(0, 1), [...(byLetter.get(word.slice(0, 1)) ?? []), word]);
  return { whole, open: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)), byLetter };
}

/** A word as it was meant: itself when it is known, otherwise the first known word one slip away that starts alike. */
export function mended(known: Known, word: string): string {
  if (word.length < never || known.whole.has(word) || known.open.some((open) => word.startsWith(open))) return word;
  const alike = known.byLetter.get(word.slice(0, 1)) ?? [];
  if (word.length < shortest) return alike.find((one) => sameLetters(word, one)) ?? word;
  const near = alike.filter((one) => one.length >= shortest);
  const beginning = (one: string): boolean => one.length < word.length && oneSlipApart(word.slice(0, one.length), one);
  return near.find((one) => oneSlipApart(word, one)) ?? near.find(beginning) ?? word;
}
