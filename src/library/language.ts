// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../model/index.ts';
import { wordsOf } from './words.ts';

/** English words that are also small words of other languages never count for those. */
const english = new Set([
  'me',
  'an',
  'in',
  'is',
  'so',
  'die',
  'do',
  'a',
  'i',
  'on',
  'no',
  'con',
  'per',
  'para',
  'sol',
  'ma',
  'au',
  'mi',
  'van',
  'and',
  'come',
  'was',
  'dos',
  'os',
  'or',
  'wat',
  'que',
]);

/** The language that a question is written in besides English: the one with most of its small words, when there are three. */
export function languageOf(languages: readonly Language[], words: readonly string[]): Language | undefined {
  const counts = languages.map((language) => {
    const small = new Set(language.words.flatMap(wordsOf).filter((word) => !english.has(word)));
    return { language, count: words.filter((word) => small.has(word)).length };
  });
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best && best.count >= 3 ? best.language : undefined;
}
