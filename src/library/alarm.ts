// SPDX-License-Identifier: Apache-2.0
import { levels, type Alarm, type Library } from '../model/index.ts';
import { matcher, near, pause, type Families, type Matcher, type Span } from './words.ts';

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

/** A denial reaches over this many words, and never past a pause: "no fever or chest pain". */
const denialReach = 5;
function denied(frames: Frames, words: readonly string[], { from }: Span): boolean {
  const before = words.slice(Math.max(0, from - denialReach), from);
  const sentence = before.slice(before.lastIndexOf(pause) + 1);
  return sentence.some((word) => frames.denial.has(word)) && !sentence.includes('but');
}

/** Is it told as happening? Not when it lies in the past or is only a "what if"; a word of the present outweighs both. */
const happening = (frames: Frames, words: readonly string[]): boolean =>
  some(frames.present, words) || (!some(frames.past, words) && !some(frames.hypothetical, words));

/** Is a sign there, and its symptom, which stands first in it, not denied? */
function raised(frames: Frames, words: readonly string[], now: boolean, { alarm, signs, unless }: Ready): boolean {
  if ((!now && !alarm.always) || some(unless, words)) return false;
  return signs.some((sign) => {
    const [symptom = [], ...others] = sign(words);
    const told = alarm.always ? symptom : symptom.filter((span) => !denied(frames, words, span));
    return near([told, ...others]) !== undefined;
  });
}

/** The alarms that a question raises, the most urgent first; the order of equals is that of the library. Where danger is only
 *  asked about ("what if"), nothing is raised, and `imagined` is the alarm it would have been. */
export function alarmsIn(
  frames: Frames,
  alarms: readonly Ready[],
  words: readonly string[],
): { raised: readonly Alarm[]; imagined: Alarm | undefined } {
  const find = (now: boolean): readonly Alarm[] =>
    alarms
      .filter((one) => raised(frames, words, now, one))
      .map(({ alarm }) => alarm)
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const found = find(happening(frames, words));
  return {
    raised: found.slice(0, 2),
    imagined: found.length || !some(frames.hypothetical, words) ? undefined : find(true)[0],
  };
}
