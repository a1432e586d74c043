// SPDX-License-Identifier: Apache-2.0
import { levels, type Alarm, type Library } from '../model/index.ts';
import { isPause, matcher, near, pause, type Families, type Matcher, type Span } from './words.ts';

/** How the words around a sign place it. */
type Frames = {
  past: readonly Matcher[];
  hypothetical: readonly Matcher[];
  present: readonly Matcher[];
  denial: ReadonlySet<string>;
};
export type Ready = { alarm: Alarm; signs: readonly Matcher[]; unless: readonly Matcher[] };

const some = (matchers: readonly Matcher[], words: readonly string[]): boolean =>
  matchers.some((one) => near(one(words)) !== undefined);

export const framesOf = ({ frames }: Library, families: Families): Frames => ({
  past: frames.past.map((hint) => matcher(families, hint)),
  hypothetical: frames.hypothetical.map((hint) => matcher(families, hint)),
  present: frames.present.map((hint) => matcher(families, hint)),
  denial: new Set(frames.denial),
});

/** A denial reaches over this many words, and never past a pause or a turn: "no fever or chest pain", but "no cough and fever". */
const denialReach = 5;
/** Words after which something else is said than before. */
const turns: ReadonlySet<string> = new Set(['but', 'and', 'just', 'only', 'though', 'although', 'however', 'yet']);
function denied(frames: Frames, words: readonly string[], { from }: Span): boolean {
  const before = words.slice(Math.max(0, from - denialReach), from);
  const turn = before.findLastIndex((word) => isPause(word) || turns.has(word));
  return before.slice(turn + 1).some((word) => frames.denial.has(word));
}

/** Where a sentence begins and ends among the words, and how its own words place what it tells. */
type Sentence = Span & { past: boolean; imagined: boolean; present: boolean };
function sentencesOf(frames: Frames, words: readonly string[]): readonly Sentence[] {
  const ends = [...words.flatMap((word, at) => (word === pause ? [at] : [])), words.length];
  return ends.map((to, i) => {
    const from = (ends[i - 1] ?? -1) + 1;
    const own = words.slice(from, to);
    return {
      from,
      to,
      past: some(frames.past, own),
      imagined: some(frames.hypothetical, own),
      present: some(frames.present, own),
    };
  });
}

/** Is what stands at a place told as happening? Not in a sentence about the past, or a "what if" without a word of the present. */
function happening(sentences: readonly Sentence[], { from: at }: Span): boolean {
  const own = sentences.find(({ from, to }) => from <= at && at < to);
  if (!own || own.present) return true;
  return !own.past && (!own.imagined || sentences.some(({ present }) => present));
}

/** Is a sign there, and its symptom, which stands first in it, told as true? */
function raised(told: (symptom: Span) => boolean, words: readonly string[], { alarm, signs, unless }: Ready): boolean {
  if (some(unless, words)) return false;
  return signs.some((sign) => {
    const [symptom = [], ...others] = sign(words);
    return near([alarm.always ? symptom : symptom.filter(told), ...others]) !== undefined;
  });
}

/** The alarms that a question raises, the most urgent first; the order of equals is that of the library. Where danger is only
 *  asked about ("what if"), nothing is raised, and `imagined` is the alarm it would have been. */
export function alarmsIn(
  frames: Frames,
  alarms: readonly Ready[],
  words: readonly string[],
): { raised: readonly Alarm[]; imagined: Alarm | undefined } {
  const sentences = sentencesOf(frames, words);
  const find = (told: (symptom: Span) => boolean): readonly Alarm[] =>
    alarms
      .filter((one) => raised(told, words, one))
      .map(({ alarm }) => alarm)
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const stated = (symptom: Span): boolean => !denied(frames, words, symptom);
  const found = find((symptom) => stated(symptom) && happening(sentences, symptom));
  const asked = found.length === 0 && sentences.some(({ imagined }) => imagined);
  return { raised: found.slice(0, 2), imagined: asked ? find(stated)[0] : undefined };
}
