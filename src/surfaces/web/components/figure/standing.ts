// SPDX-License-Identifier: Apache-2.0
import { counter, rail, step, wall, type Drawings } from './drawing.ts';
import type { Arm, Leg, Pose } from './skeleton.ts';

const straight: Leg = [178, 182, 90];
const onCounter: Arm = [158, 122];
const stand = { hip: [100], torso: 2, leg: straight, arm: [182, 174] } satisfies Pose;
const held = { ...stand, arm: onCounter } satisfies Pose;
const bike = [
  { d: 'M70 126H100M86 128L124 212M54 242H196M124 212L164 206L178 78M168 66H196M164 206V240M96 214V240' },
  { d: 'M164 206m-30 0a30 30 0 1 0 60 0a30 30 0 1 0 -60 0', thin: true },
  { d: 'M124 212m-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0' },
];
const riding: readonly [Pose, Pose] = [
  { hip: [84, 112], torso: 26, leg: [108, 178, 90], farLeg: [144, 190, 100], arm: [112, 104] },
  { hip: [84, 112], torso: 26, leg: [146, 188, 100], farLeg: [106, 176, 90], arm: [112, 104] },
];

/** Movements done standing, and on the way. */
export const standing: Drawings = {
  'tandem-stand': {
    props: [counter(136)],
    poses: [held, { ...held, leg: [166, 176, 90], farLeg: [190, 188, 90] }],
    work: ['calf'],
    moves: { joint: 'ankle', side: 1, apart: 16 },
  },
  'weight-shift': {
    props: [],
    poses: [
      {
        front: true,
        hip: [112],
        torso: 352,
        leg: [164, 176, 150],
        farLeg: [188, 182, 210],
        arm: [168, 150],
        farArm: [192, 210],
      },
      {
        front: true,
        hip: [136],
        torso: 6,
        leg: [172, 178, 150],
        farLeg: [200, 192, 210],
        arm: [168, 150],
        farArm: [192, 210],
      },
    ],
    work: ['hip'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'walk-heel-toe': {
    props: [rail(60)],
    poses: [
      { ...stand, arm: [206, 220], farArm: [150, 140], leg: [170, 178, 90], farLeg: [192, 190, 92] },
      { ...stand, hip: [130], arm: [206, 236], farArm: [150, 140], leg: [190, 192, 92], farLeg: [158, 172, 82] },
    ],
    work: ['calf', 'thigh'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  walk: {
    poses: [
      {
        ...stand,
        hip: [96],
        torso: 6,
        leg: [152, 166, 74],
        farLeg: [200, 214, 118],
        arm: [206, 184],
        farArm: [150, 120],
      },
      {
        ...stand,
        hip: [126],
        torso: 6,
        leg: [200, 216, 120],
        farLeg: [150, 166, 76],
        arm: [150, 120],
        farArm: [206, 184],
      },
    ],
    work: ['thigh', 'calf'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'pool-walk': {
    props: [
      { d: 'M10 96q14 -8 28 0t28 0t28 0t28 0t28 0t28 0t28 0', over: true, water: true },
      { d: 'M20 96H206', water: true },
    ],
    poses: [
      {
        ...stand,
        hip: [92],
        torso: 8,
        leg: [146, 176, 86],
        farLeg: [200, 206, 110],
        arm: [210, 170],
        farArm: [120, 100],
      },
      {
        ...stand,
        hip: [120],
        torso: 8,
        leg: [200, 208, 110],
        farLeg: [144, 176, 86],
        arm: [120, 96],
        farArm: [210, 170],
      },
    ],
    work: ['thigh', 'upper'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  bike: { props: bike, poses: riding, work: ['thigh', 'calf'], moves: { joint: 'knee', side: 1, apart: 22 } },
  'bike-hiit': {
    props: bike,
    poses: [riding[0], { hip: [92, 104], torso: 46, leg: [144, 190, 104], farLeg: [102, 180, 90], arm: [136, 110] }],
    work: ['thigh', 'calf', 'hip'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'step-aerobics': {
    props: [step(118, 26)],
    poses: [
      { ...stand, hip: [92], arm: [190, 110], farArm: [170, 130] },
      { ...stand, hip: [112, 100], leg: [134, 186, 90], farLeg: [190, 188, 96], arm: [150, 60], farArm: [206, 160] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'ankle', side: 1, apart: 22 },
  },
  'step-up': {
    props: [step(112, 30, 90), rail(186, 76)],
    poses: [
      { ...stand, hip: [88], leg: [104, 176, 90], farLeg: straight, arm: [140, 100] },
      { ...stand, hip: [134, 84], leg: straight, farLeg: [196, 214, 122], arm: [140, 100] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'head', side: 1, apart: 24 },
  },
  'hip-back': {
    props: [counter(136)],
    poses: [held, { ...held, torso: 6, leg: [208, 208, 118], farLeg: straight }],
    work: ['hip', 'thigh'],
    moves: { joint: 'ankle', side: -1, apart: 16 },
  },
  'mini-squat': {
    props: [counter(140)],
    poses: [held, { hip: [88], torso: 20, leg: [142, 194, 90], arm: [118, 100] }],
    work: ['thigh', 'hip'],
    moves: { joint: 'hip', side: -1, apart: 34 },
  },
  'knee-curl': {
    props: [counter(136)],
    poses: [
      { ...held, farLeg: straight },
      { ...held, leg: [178, 272, 190], farLeg: straight },
    ],
    work: ['thigh'],
    moves: { joint: 'ankle', side: 1, apart: 18 },
  },
  'heel-raise': {
    props: [counter(136)],
    poses: [held, { ...held, hip: [104, 96], leg: [178, 181, 138] }],
    work: ['calf'],
    moves: { joint: 'ankle', side: 1, apart: 26 },
  },
  'calf-stretch': {
    props: [wall(187)],
    poses: [
      { hip: [104], torso: 8, leg: [204, 204, 96], farLeg: [160, 182, 90], arm: [96, 78] },
      { hip: [104], torso: 18, leg: [212, 212, 92], farLeg: [140, 190, 90], arm: [120, 60] },
    ],
    work: ['calf'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'wall-push-up': {
    props: [wall(185)],
    poses: [
      { hip: [96], torso: 14, leg: [192, 194, 92], arm: [98, 86] },
      { hip: [101], torso: 24, leg: [202, 204, 96], arm: [134, 56] },
    ],
    work: ['chest', 'upper', 'shoulder'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'chest-stretch': {
    props: [wall(150, -30), { d: 'M150 -30h24M174 -30V244' }],
    poses: [
      { ...stand, torso: 0, arm: [92, 4], farArm: [180, 170] },
      {
        ...stand,
        hip: [118],
        torso: 6,
        head: 14,
        leg: [166, 178, 90],
        farLeg: [198, 200, 96],
        arm: [70, 356],
        farArm: [176, 150],
      },
    ],
    work: ['chest', 'shoulder'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'leg-press': {
    props: [{ d: 'M36 214L66 214L30 122M40 214V244M120 214V244M66 214H136' }],
    poses: [
      { hip: [76, 194], torso: 330, head: 340, leg: [50, 128, 10], arm: [150, 130] },
      { hip: [76, 194], torso: 330, head: 340, leg: [72, 82, 10], arm: [150, 130] },
    ],
    work: ['thigh', 'hip'],
    held: { plate: true },
    moves: { joint: 'ankle', side: 1, apart: 30 },
  },
  'floor-rise': {
    props: [{ d: 'M200 110V242M148 184H200M148 184V242' }],
    poses: [
      { hip: [104, 228], torso: 280, head: 290, leg: [70, 112, 50], arm: [110, 116] },
      { hip: [60, 214], torso: 314, head: 330, leg: [96, 96, 30], arm: [160, 170] },
      { hip: [70, 180], torso: 84, head: 70, leg: [180, 270, 270], arm: [178, 178] },
      { hip: [86, 176], torso: 40, head: 44, leg: [92, 180, 90], farLeg: [180, 262, 250], arm: [132, 104] },
      { hip: [96], torso: 22, leg: [168, 186, 90], arm: [142, 128] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'head', sides: [1, 1, 1, 1], apart: 24 },
  },
};
