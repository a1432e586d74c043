// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, NonEmpty } from './evidence.ts';
import type { Urgency } from './guideline.ts';

/** A sentence in plain words, and the claims that support it. A sentence that states nothing (a question, or words that open a
 *  list) rests on none. */
export type Statement = { text: string; because: readonly ClaimId[] };
/** One block of an article: a paragraph, or a list with one item a line. */
export type Block = { kind: 'paragraph' | 'list'; items: NonEmpty<readonly Statement[]> };
export type Section = { heading: string; blocks: readonly Block[] };
/** A page of the library in plain words. `reviewed` and `changed.on` are ISO dates; `related` are ids of other articles. */
export type Article = {
  id: string;
  title: string;
  summary: string;
  reviewed: string;
  topics: readonly TopicId[];
  takeaways: readonly Statement[];
  sections: readonly Section[];
  related: readonly string[];
  changed: readonly { on: string; what: string }[];
};
/** A word explained where it is used; `also` are other forms of the same word. */
export type Term = { term: string; meaning: string; also: readonly string[] };

export type TopicId = string;
/** How people say something: one phrase, or groups of phrases of which one each must stand near the others. In a phrase a word
 *  that ends in a star is open (`swell*`), and a word that starts with @ is any phrase of that word family. */
export type Hint = string | readonly (readonly string[])[];
/** Can the guide answer such questions from what it holds, without knowing the person? */
export type Answerable = 'yes' | 'partly' | 'no';
/** What a question can be about. `strong` hints settle it, `words` speak for it, `weak` ones only lean. */
export type Topic = {
  id: TopicId;
  label: string;
  answerable: Answerable;
  strong: readonly Hint[];
  words: readonly Hint[];
  weak: readonly Hint[];
};
/** A danger that a question can tell of. It is looked for before anything else. */
export type Alarm = {
  id: string;
  level: Urgency['level'];
  topics: NonEmpty<TopicId>;
  title: string;
  signs: readonly Hint[];
  /** Said of the past, of "what if", or denied, a sign is no alarm; some signs (a wish to die) are believed all the same. */
  always: boolean;
  /** What takes the alarm back: said together with the sign, it is known to be over. */
  unless: readonly Hint[];
  says: NonEmpty<Statement>;
};
/** What is answered to one kind of question. `page` is where to read on. */
export type Passage = {
  id: string;
  topics: NonEmpty<TopicId>;
  asks: string;
  /** When it differs from its topic's. */
  answerable?: Answerable;
  hints: readonly Hint[];
  says: NonEmpty<Statement>;
  pages: readonly string[];
};
/** Scripts, by their Unicode names, that tell a language when its small words do not. */
export const scripts = [
  'Arabic',
  'Cyrillic',
  'Devanagari',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Thai',
] as const;
/** What is said in another language: which one it is, by its small words or by its script, and a sentence that says where help is. */
export type Language = {
  id: string;
  name: string;
  words: readonly string[];
  script?: (typeof scripts)[number];
  says: string;
};
/** Everything that is read rather than decided: articles, words explained, and what answers questions. */
export type Library = {
  articles: readonly Article[];
  glossary: readonly Term[];
  topics: readonly Topic[];
  alarms: readonly Alarm[];
  passages: readonly Passage[];
  languages: readonly Language[];
  /** Families of words with one meaning: brand names, lay words, other languages. */
  families: Readonly<Record<string, readonly string[]>>;
  /** Phrases read as the one word that names them, before anything else: a vaccine against an infection is no infection. */
  masks: Readonly<Record<string, readonly string[]>>;
  /** Words that place what is said in the past, in a "what if", in the present, or deny it. */
  frames: { past: readonly Hint[]; hypothetical: readonly Hint[]; present: readonly Hint[]; denial: readonly string[] };
};
