// SPDX-License-Identifier: Apache-2.0
// A body from joint angles. Angles are those of a compass: 0 up, 90 ahead (to the right), 180 down, 270 behind. Pure.

export type XY = readonly [x: number, y: number];
/** Thigh, shin, foot; without a foot it stands at a right angle to the shin. */
export type Leg = readonly [thigh: number, shin: number, foot?: number];
/** Upper arm, forearm. */
export type Arm = readonly [upper: number, fore: number];
export type Pose = {
  /** Where the hip is. Without a height the body stands: its lower foot is on the floor. */
  hip: readonly [x: number, y?: number];
  torso: number;
  /** Where the head points from the shoulder; as the torso, unless told. */
  head?: number;
  leg: Leg;
  /** The limb on the far side; the same as the near one, a little behind it, unless told. */
  farLeg?: Leg;
  arm: Arm;
  farArm?: Arm;
  /** Seen from the front: left and right stand apart, and feet point at whoever looks. */
  front?: boolean;
  /** Seated and seen from the front: the thighs point at whoever looks. */
  seated?: boolean;
};
const bones = { torso: 78, neck: 34, thigh: 58, shin: 66, foot: 24, upper: 34, fore: 32 } as const;
export const floor = 246;
const ankleAbove = 8;

export const along = ([x, y]: XY, angle: number, length: number): XY => [
  x + Math.sin((angle * Math.PI) / 180) * length,
  y - Math.cos((angle * Math.PI) / 180) * length,
];
const legFrom = (
  hip: XY,
  [thigh, shin, foot = shin - 90]: Leg,
  { front, seated }: Pick<Pose, 'front' | 'seated'>,
): { knee: XY; ankle: XY; toe: XY } => {
  const knee = along(hip, thigh, bones.thigh * (seated ? 0.16 : 1));
  const ankle = along(knee, shin, bones.shin);
  return { knee, ankle, toe: along(ankle, foot, bones.foot * (front ? 0.4 : 1)) };
};
const armFrom = (shoulder: XY, [upper, fore]: Arm): { elbow: XY; hand: XY } => {
  const elbow = along(shoulder, upper, bones.upper);
  return { elbow, hand: along(elbow, fore, bones.fore) };
};
const moved = ([x, y]: XY, dx: number, dy: number): XY => [x + dx, y + dy];

export type Joints = {
  hip: XY;
  shoulder: XY;
  head: XY;
  knee: XY;
  ankle: XY;
  toe: XY;
  elbow: XY;
  hand: XY;
  far: { hip: XY; shoulder: XY; knee: XY; ankle: XY; toe: XY; elbow: XY; hand: XY };
};
/** How far below the hip the lower foot is. */
const reach = (pose: Pose): number =>
  Math.max(
    ...[pose.leg, pose.farLeg ?? pose.leg].flatMap((leg) => {
      const { ankle, toe } = legFrom([0, 0], leg, pose);
      return [ankle[1], toe[1]];
    }),
  );

/** Every joint of a pose. */
export function jointsOf(pose: Pose): Joints {
  const hip: XY = [pose.hip[0], pose.hip[1] ?? floor - ankleAbove - reach(pose)];
  const shoulder = along(hip, pose.torso, bones.torso);
  const [hips, shoulders] = pose.front ? [11, 18] : [0, 0];
  const near = { hip: moved(hip, hips, 0), shoulder: moved(shoulder, shoulders, 4) };
  const far = pose.front
    ? { hip: moved(hip, -hips, 0), shoulder: moved(shoulder, -shoulders, 4) }
    : { hip: pose.farLeg ? hip : moved(hip, 5, -2), shoulder: pose.farArm ? shoulder : moved(shoulder, 4, 1) };
  const anchor = pose.front ? near : { hip, shoulder };
  return {
    hip: anchor.hip,
    shoulder: anchor.shoulder,
    head: along(shoulder, pose.head ?? pose.torso, bones.neck),
    ...legFrom(anchor.hip, pose.leg, pose),
    ...armFrom(anchor.shoulder, pose.arm),
    far: {
      ...far,
      ...legFrom(far.hip, pose.farLeg ?? pose.leg, pose),
      ...armFrom(far.shoulder, pose.farArm ?? pose.arm),
    },
  };
}

export type JointName = 'hip' | 'shoulder' | 'head' | 'knee' | 'ankle' | 'toe' | 'elbow' | 'hand';
/** A bent arrow from a point to another, beside the limb: `side` 1 is to the left of the way, -1 to the right. */
export type Arrow = { from: XY; bend: XY; to: XY };
export function arrowBetween(from: XY, to: XY, side: number, apart = 22): Arrow {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(dy / length) * side, (-dx / length) * side];
  const shift = ([x, y]: XY, by: number): XY => [x + nx * by, y + ny * by];
  const middle: XY = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return { from: shift(from, apart), bend: shift(middle, apart + length * 0.22), to: shift(to, apart) };
}
