// SPDX-License-Identifier: Apache-2.0
import MiniSearch from 'minisearch';
import type { Article, Library, Passage, TopicId } from '../model/index.ts';
import { matcher, near, wordsOf, type Families, type Matcher } from './words.ts';

type Found = { passage: Passage; score: number };
export type Shelf = { search: MiniSearch; passages: readonly { passage: Passage; hints: readonly Matcher[] }[] };

const tokenize = (text: string): string[] => wordsOf(text).filter((word) => word.length > 2);

/** Every passage, made ready to be found by its hints and by its words. */
export function shelfOf({ passages }: Pick<Library, 'passages'>, families: Families): Shelf {
  const search = new MiniSearch({
    fields: ['asks', 'text'],
    tokenize,
    searchOptions: { boost: { asks: 3 }, prefix: true },
  });
  search.addAll(passages.map(({ id, asks, says }) => ({ id, asks, text: says.map(({ text }) => text).join(' ') })));
  return {
    search,
    passages: passages.map((passage) => ({ passage, hints: passage.hints.map((hint) => matcher(families, hint)) })),
  };
}

/** How much the words of a passage can add: less than one hint of its own. */
const mostForWords = 3;
const perHint = 4;

/** A passage for a special case, whose case the question does not mention, stands behind the general one. */
const offCase = -4;

/** The passages about a topic, the best first: their own hints decide; the words shared with the question order the rest. */
export function passagesOn(
  { search, passages }: Shelf,
  topic: TopicId,
  words: readonly string[],
  question: string,
): readonly Found[] {
  const shared = new Map(search.search(question.slice(0, 600)).map(({ id, score }) => [String(id), score]));
  const most = Math.max(1, ...shared.values());
  return passages
    .filter(({ passage }) => passage.topics.includes(topic))
    .map(({ passage, hints }) => {
      const met = hints.filter((find) => near(find(words))).length;
      const own = hints.length && !met ? offCase : met * perHint;
      const first = passage.topics[0] === topic ? 1 : 0;
      return { passage, score: own + first + ((shared.get(passage.id) ?? 0) / most) * mostForWords };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Articles whose topics the question is about, those of the first topic first. */
export const articlesOn = (articles: readonly Article[], topics: readonly TopicId[]): readonly Article[] =>
  [...new Set(topics.flatMap((topic) => articles.filter((one) => one.topics.includes(topic))))].slice(0, 3);
