// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../model/index.ts';
import { isPause, wordsOf } from './words.ts';

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
  'min',
  'med',
  'den',
  'sam',
  'mam',
  'li',
]);

/** The part of the words that must be written in a script. */
const half = 0.5;
const share = (words: readonly string[], has: (word: string) => boolean): number =>
  words.filter(has).length / Math.max(1, words.length);

/** A short question, of at most this many words, is in a language when a third of it are small words of it. */
const short = 8;

/** Makes ready to tell the language that a question is written in besides English: the one with most of its small words, when
 *  there are three of them, or two in a short question; otherwise the first one whose script at least half of the words have. */
export function prepareLanguages(languages: readonly Language[]): (words: readonly string[]) => Language | undefined {
  const ready = languages.map((language) => {
    const small = new Set(language.words.flatMap(wordsOf).filter((word) => !english.has(word)));
    const letter = language.script && new RegExp(`\\p{Script=${language.script}}`, 'u');
    return { language, small, letter };
  });
  return (text) => {
    const words = text.filter((word) => !isPause(word));
    const counts = ready.map(({ language, small }) => ({
      language,
      count: words.filter((word) => small.has(word)).length,
    }));
    const best = counts.toSorted((a, b) => b.count - a.count)[0];
    const enough = words.length <= short ? Math.max(2, words.length / 3) : 3;
    if (best && best.count >= enough) return best.language;
    const written = ready.find(({ letter }) => letter && share(words, (word) => letter.test(word)) >= half);
    return written?.language;
  };
}
