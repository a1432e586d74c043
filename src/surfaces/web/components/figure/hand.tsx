// SPDX-License-Identifier: Apache-2.0
// A hand from the angles of its fingers, by the same hand as the bodies: ink palm, violet working part, sun arrow.
import { along, type XY } from './skeleton.ts';
import { ArrowPath } from './figure.tsx';

/** A finger: the direction of its first part, then of its end; curled fingers look shorter. */
type Finger = readonly [base: number, tip: number, size?: number];
export type HandPose = {
  fingers: readonly [Finger, Finger, Finger, Finger];
  thumb: Finger;
  putty?: { at: XY; size: number };
};
export type HandDrawing = { poses: readonly HandPose[]; table: boolean; arrow: 'close' | 'open' };

const open: HandPose = {
  fingers: [
    [66, 64],
    [80, 80],
    [94, 95],
    [108, 112],
  ],
  thumb: [24, 44],
};
const fist: HandPose = {
  fingers: [
    [92, 190, 0.6],
    [96, 196, 0.6],
    [100, 202, 0.6],
    [104, 210, 0.55],
  ],
  thumb: [64, 104],
};
const round: HandPose = {
  fingers: [
    [56, 104],
    [66, 122],
    [84, 150, 0.9],
    [98, 168, 0.8],
  ],
  thumb: [104, 92],
};
const pinching: HandPose = {
  fingers: [
    [66, 118],
    [74, 132],
    [100, 206, 0.6],
    [104, 212, 0.55],
  ],
  thumb: [112, 84],
};
const pinched: HandPose = {
  ...pinching,
  fingers: [
    [74, 134],
    [82, 148],
    [100, 206, 0.6],
    [104, 212, 0.55],
  ],
  thumb: [106, 76],
};
/** Movements of the hand alone. */
export const hands: Readonly<Record<string, HandDrawing>> = {
  'finger-open-close': { poses: [fist, open], table: false, arrow: 'open' },
  'grip-putty': {
    poses: [
      { ...round, putty: { at: [178, 112], size: 19 } },
      { ...fist, thumb: [96, 96], putty: { at: [168, 112], size: 15 } },
    ],
    table: true,
    arrow: 'close',
  },
  'pinch-putty': {
    poses: [
      { ...pinching, putty: { at: [196, 112], size: 11 } },
      { ...pinched, putty: { at: [190, 112], size: 8 } },
    ],
    table: true,
    arrow: 'close',
  },
};

const wrist: XY = [84, 120];
const knuckles: readonly XY[] = [
  [142, 98],
  [148, 112],
  [146, 126],
  [138, 138],
];
const at = ([x, y]: XY): string => `${Math.round(x)} ${Math.round(y)}`;
const finger = (from: XY, [base, tip, size = 1]: Finger, first: number, last: number): string => {
  const middle = along(from, base, first * size);
  return `M${at(from)}L${at(middle)}L${at(along(middle, tip, last * size))}`;
};

export const HandPicture = ({
  drawing,
  index,
  mini = false,
}: {
  drawing: HandDrawing;
  index: number;
  mini?: boolean;
}) => {
  const pose = drawing.poses[index];
  return pose === undefined ? null : (
    <svg class={mini ? 'move mini' : 'move'} viewBox="10 40 240 140" aria-hidden="true">
      {drawing.table ? <path class="fg-p" d="M14 158H244" /> : null}
      <path class="fg-b" stroke-width="24" d={`M34 128L${at(wrist)}`} />
      <path class="fg-b" stroke-width="34" d={`M${at(wrist)}L98 118`} />
      <path class="fg-b" stroke-width="46" d="M112 117L124 117" />
      {pose.fingers.map((one, i) => (
        <path
          class={drawing.arrow === 'close' && i > 1 ? 'fg-b' : 'fg-w'}
          stroke-width="12"
          d={finger(knuckles[i] ?? wrist, one, 28, 26)}
        />
      ))}
      {pose.putty ? <circle class="fg-sun" cx={pose.putty.at[0]} cy={pose.putty.at[1]} r={pose.putty.size} /> : null}
      <path class="fg-arm" stroke-width="13" d={finger([108, 106], pose.thumb, 34, 26)} />
      {index > 0 ? (
        <ArrowPath
          {...(drawing.arrow === 'open'
            ? { from: [214, 150], bend: [236, 124], to: [230, 92] }
            : { from: [230, 62], bend: [240, 92], to: [226, 118] })}
        />
      ) : null}
    </svg>
  );
};
