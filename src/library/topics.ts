// SPDX-License-Identifier: Apache-2.0
import type { Library, Topic, TopicId } from '../model/index.ts';
import { matcher, near, type Families, type Matcher } from './words.ts';

/** How much a hint speaks for its topic. A strong one outweighs two plain words; our choice, tried on questions of our own. */
const weight = { strong: 5, words: 2, weak: 0.75 } as const;
export type Weighed = { topic: Topic; hints: readonly { weight: number; find: Matcher }[] };
export type Score = { topic: Topic; score: number };

export function weighed(topics: Library['topics'], families: Families): readonly Weighed[] {
  return topics.map((topic) => ({
    topic,
    hints: (['strong', 'words', 'weak'] as const).flatMap((kind) =>
      topic[kind].map((hint) => ({ weight: weight[kind], find: matcher(families, hint) })),
    ),
  }));
}

/** The topics that a question speaks for, the strongest first; equal ones keep the order of the library. */
export function topicsIn(topics: readonly Weighed[], words: readonly string[]): readonly Score[] {
  return topics
    .map(({ topic, hints }) => ({
      topic,
      score: hints.reduce((sum, { weight: points, find }) => (near(find(words)) ? sum + points : sum), 0),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}

/** At most three topics: the strongest, and what comes near it. What the alarms are about stands first. */
export function namedTopics(alarmed: readonly TopicId[], scores: readonly Score[]): readonly TopicId[] {
  const rest = scores.map(({ topic }) => topic.id);
  return [...new Set([...alarmed, ...rest])].slice(0, 3);
}
