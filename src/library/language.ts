// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../model/index.ts';
import { wordsOf } from './words.ts';

/** English words that are also small words of other languages never count for those. */
const english = new Set([
  'me',
  'an',
  'im',
  'war',
  'has',
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

/** A short question, of at most this many words, is in a language when a third of it are small words of it. */
const short = 8;

/** The language that a question is written in besides English: the one with most of its small words, when there are three of
 *  them, or two in a short question. */
export function languageOf(languages: readonly Language[], words: readonly string[]): Language | undefined {
  const counts = languages.map((language) => {
    const small = new Set(language.words.flatMap(wordsOf).filter((word) => !english.has(word)));
    return { language, count: words.filter((word) => small.has(word)).length };
  });
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  const enough = words.length <= short ? Math.max(2, words.length / 3) : 3;
  return best && best.count >= enough ? best.language : undefined;
}
