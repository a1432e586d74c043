// SPDX-License-Identifier: Apache-2.0
// A movement in pictures with its own words under each pose: the words alone are enough to do it.
import { FigurePose, framesOf } from './figure.tsx';
import { HandPicture, hands } from './hand.tsx';
import type { Drawing } from './drawing.ts';
import { lying } from './lying.ts';
import { sitting } from './sitting.ts';
import { standing } from './standing.ts';

const bodies: Readonly<Record<string, Drawing>> = { ...sitting, ...lying, ...standing };
/** Whether there is a drawing of a movement; a test holds this for every movement of the library. */
export const isDrawn = (id: string): boolean => Object.hasOwn(bodies, id) || Object.hasOwn(hands, id);
export const drawnMovements = (): readonly string[] => [...Object.keys(bodies), ...Object.keys(hands)];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** The words of how it is done, one part a pose where they fall into as many parts; else all under the second pose. */
export function captions(start: string, how: string, poses: number): readonly string[] {
  for (const mark of ['; ', ', ']) {
    const parts = how.split(mark);
    if (parts.length === poses - 1 && poses > 2)
      return [start, ...parts.map((part, i) => capital(part) + (i < parts.length - 1 ? '.' : ''))];
  }
  return [start, how, ...Array.from({ length: Math.max(0, poses - 2) }, () => '')];
}

/** Every pose, from the first to the last, with its words. */
export const Poses = ({ id, start, how }: { id: string; start: string; how: string }) => {
  const [body, hand] = [bodies[id], hands[id]];
  const frames = body ? framesOf(body) : [];
  const count = body ? frames.length : (hand?.poses.length ?? 0);
  return (
    <ol class={`poses plate n${count}`}>
      {captions(start, how, Math.max(2, count)).map((words, i) => {
        const frame = frames[i];
        return (
          <li>
            {body && frame ? (
              <FigurePose drawing={body} frame={frame} />
            ) : hand ? (
              <HandPicture drawing={hand} index={i} />
            ) : null}
            {words ? <p>{words}</p> : null}
          </li>
        );
      })}
    </ol>
  );
};

/** A small picture of the movement as it is done. */
export const Mini = ({ id }: { id: string }) => {
  const [body, hand] = [bodies[id], hands[id]];
  const frames = body ? framesOf(body) : [];
  const frame = frames.length > 2 ? frames[1] : frames.at(-1);
  if (body && frame) return <FigurePose drawing={body} frame={frame} mini />;
  return hand ? <HandPicture drawing={hand} index={1} mini /> : null;
};
