// SPDX-License-Identifier: Apache-2.0
// How a movement is drawn: its poses, what stands around it, which muscles work, and what moves where. Data only.
import type { JointName, Pose, XY } from './skeleton.ts';

/** What is drawn in violet: a limb, or a place on the trunk. */
export type Work =
  | 'thigh'
  | 'calf'
  | 'hip'
  | 'belly'
  | 'back'
  | 'trunk'
  | 'chest'
  | 'shoulder'
  | 'upper'
  | 'fore'
  | 'neck'
  | 'far-thigh'
  | 'far-upper'
  | 'far-shoulder'
  | 'far-fore';
/** Things around: paths, in the units of the body. `over` is drawn before the body. */
export type Prop = { d: string; over?: boolean; thin?: boolean; water?: boolean };
/** A band from the hand to a fixed point or between both hands, a stick seen from its end, a cloth below the hand, a plate at the feet. */
export type Held = { band?: XY; between?: boolean; stick?: boolean; cloth?: boolean; plate?: boolean };
export type Drawing = {
  poses: readonly Pose[];
  props?: readonly Prop[];
  work: readonly Work[];
  /** The joint whose way from pose to pose the arrow shows, and on which side of it. */
  moves?: { joint: JointName; side?: 1 | -1; sides?: readonly (1 | -1)[]; apart?: number };
  /** An arrow for a push that moves nothing: from a joint, in a direction. */
  push?: { joint: JointName; angle: number; apart?: number };
  /** Turning, where the joint stays: a round arrow about it. */
  round?: JointName;
  held?: Held;
  floor?: false;
};
export type Drawings = Readonly<Record<string, Drawing>>;

/** A chair whose seat is under a hip. */
export const chair = ([x, y]: XY = [76, 170]): Prop => ({
  d: `M${x - 52} ${y - 60}V242M${x - 52} ${y + 14}H${x + 12}V242`,
});
/** A bed or mat under a body lying at a height. */
export const bed = (y = 187, from = 8, to = 296): Prop => ({
  d: `M${from} ${y + 16}H${to}M${from + 10} ${y + 16}V242M${to - 10} ${y + 16}V242`,
});
export const mat = (from = 8, to = 296): Prop => ({ d: `M${from} ${242}H${to}` });
export const pillow = (x: number, y: number, width = 44, height = 14): Prop => ({
  d: `M${x} ${y}h${width}q7 ${height / 2} 0 ${height}h-${width}q-7 -${height / 2} 0 -${height}z`,
});
export const wall = (x: number, top = -20): Prop => ({ d: `M${x} ${top}V244` });
export const counter = (x: number, top = 98): Prop => ({ d: `M${x} ${top}h56M${x + 8} ${top}V244` });
export const table = (x: number, top: number, width = 90): Prop => ({
  d: `M${x} ${top}h${width}M${x + width - 8} ${top}V244`,
});
export const step = (x: number, height: number, width = 70): Prop => ({ d: `M${x} 244v-${height}h${width}v${height}` });
export const rail = (x: number, top = 92): Prop => ({ d: `M${x} ${top}V244M${x - 26} ${top}h52` });
