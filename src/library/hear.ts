// SPDX-License-Identifier: Apache-2.0
// What a question says: its dangers, its language, its topics. Nothing is answered here.
import type { Alarm, Language, Library, Topic, TopicId } from '../model/index.ts';
import { alarmsIn, framesOf } from './alarm.ts';
import { prepareLanguages } from './language.ts';
import { knownWords, mended } from './slips.ts';
import { namedTopics, topicsIn, weighed, type Score } from './topics.ts';
import { familiesOf, maskOf, matcher, vocabularyOf, wordsOf, type Families } from './words.ts';

/** Topics that decide how a question is met, whatever else it mentions: they stand first once a strong hint speaks for them. */
const gates: ReadonlySet<TopicId> = new Set([
  'self-harm',
  'harm-others',
  'prompt-injection',
  'abuse-language',
  'fraud',
  'privacy',
  'drug-seeking',
  'adversarial-dose',
  'misinformation',
  'false-premise',
  'anabolic',
  'unanswerable',
  'diagnosis-remote',
  'other-disease',
  'off-topic',
]);
/** Gates that stay shut while an alarm presses: who is in danger is answered, whatever tone or side remark it comes with. */
const yielding: ReadonlySet<TopicId> = new Set([
  'abuse-language',
  'unanswerable',
  'diagnosis-remote',
  'other-disease',
  'off-topic',
]);
/** The least score that opens a gate: one strong hint. */
const opens = 5;
/** What was heard in a question. `pressing` are the alarms that need help today or now; `imagined` one that is only asked about. */
export type Heard = {
  words: readonly string[];
  raised: readonly Alarm[];
  pressing: readonly Alarm[];
  imagined: Alarm | undefined;
  language: Language | undefined;
  scores: readonly Score[];
  gate: Topic | undefined;
  topics: readonly TopicId[];
};

const isGate = ({ topic, score }: Score): boolean => gates.has(topic.id) && score >= opens;
/** Everyday words of another subject do not shut out a question that says more about the disease. */
function isAbout(scores: readonly Score[]): boolean {
  const elsewhere = scores.find(({ topic }) => topic.id === 'off-topic')?.score ?? 0;
  return scores.some(({ topic, score }) => !gates.has(topic.id) && score >= opens && score > elsewhere);
}

/** Gates first; then the rest by strength. A gate that is not open counts only when little else was heard. */
function ordered(all: readonly Score[]): readonly Score[] {
  const scores = isAbout(all) ? all.filter(({ topic }) => topic.id !== 'off-topic') : all;
  const rest = scores.filter((one) => !isGate(one) && (!gates.has(one.topic.id) || scores.length < 3));
  return [...scores.filter(isGate), ...rest];
}

/** Words about suicide are met as a wish to die only when the alarm for it was raised: the past and a leaflet name them too. */
const isSaid =
  (pressing: readonly Alarm[]) =>
  ({ topic }: Score): boolean =>
    topic.id !== 'self-harm' || pressing.some((alarm) => alarm.topics.includes('self-harm'));

/** A false cure is named before the danger it brings, so that both are answered. */
const misled = (scores: readonly Score[]): readonly TopicId[] =>
  scores.filter((one) => isGate(one) && one.topic.id === 'misinformation').map(({ topic }) => topic.id);

/** Mends slips and reads masked phrases as one word. */
function reader(library: Library, families: Families): (text: string) => readonly string[] {
  const { topics, alarms, passages } = library;
  const hints = [
    ...topics.flatMap(({ strong, words, weak }) => [...strong, ...words, ...weak]),
    ...alarms.flatMap(({ signs }) => signs),
    ...passages.flatMap((one) => one.hints),
  ];
  const said = passages.flatMap(({ asks, says }) => [asks, ...says.map(({ text }) => text)]);
  const known = knownWords(vocabularyOf(library, hints), new Set(said.flatMap(wordsOf)));
  const masked = maskOf(library, families);
  return (text) => masked(wordsOf(text).map((word) => mended(known, word)));
}

/** Makes the library ready to listen. The same text is always heard the same way. */
export function prepareHearing(library: Library, families: Families = familiesOf(library)): (text: string) => Heard {
  const read = reader(library, families);
  const frames = framesOf(library, families);
  const alarms = library.alarms.map((alarm) => ({
    alarm,
    signs: alarm.signs.map((sign) => matcher(families, sign)),
    unless: alarm.unless.map((hint) => matcher(families, hint)),
  }));
  const topics = weighed(library.topics, families);
  const languageOf = prepareLanguages(library.languages);
  return (text) => {
    const words = read(text);
    const { raised, imagined } = alarmsIn(frames, alarms, words);
    const language = languageOf(words);
    const pressing = raised.filter(({ level }) => level !== 'soon');
    const heard = topicsIn(topics, words).filter(isSaid(pressing));
    const scores = ordered(pressing.length ? heard.filter(({ topic }) => !yielding.has(topic.id)) : heard);
    const alarmed = pressing.slice(0, 1).flatMap((alarm) => alarm.topics.slice(0, 2));
    const before = [...(pressing.length ? misled(scores) : []), ...alarmed, ...(language ? ['language-mix'] : [])];
    const gate = scores.find(isGate)?.topic;
    return { words, raised, pressing, imagined, language, scores, gate, topics: namedTopics(before, scores) };
  };
}
