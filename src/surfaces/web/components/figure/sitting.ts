// SPDX-License-Identifier: Apache-2.0
import { chair, pillow, table, wall, type Drawings } from './drawing.ts';
import type { Leg, Pose } from './skeleton.ts';

const sit: Leg = [92, 184, 86];
const upright = { hip: [76, 170], torso: 6, leg: sit, arm: [162, 114] } satisfies Pose;
const tall = { hip: [76, 170], torso: 3, leg: sit, arm: [172, 168] } satisfies Pose;
/** Seen from the front, on the chair. */
const facing = {
  front: true,
  hip: [120, 161],
  torso: 0,
  seated: true,
  leg: [160, 178, 150],
  farLeg: [200, 182, 210],
} satisfies Partial<Pose>;

/** Movements done on a chair. */
export const sitting: Drawings = {
  'sit-to-stand': {
    props: [chair(), { d: 'M24 154H70' }],
    poses: [
      upright,
      { hip: [82, 170], torso: 46, leg: [86, 192, 90], arm: [158, 150] },
      { hip: [114, 114], torso: 3, leg: [174, 182, 90], arm: [182, 174] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'head', sides: [1, -1], apart: 26 },
  },
  'seated-march': {
    props: [chair()],
    poses: [
      { ...tall, farLeg: sit },
      { ...tall, leg: [58, 176, 90], farLeg: sit },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'knee', side: -1 },
  },
  'knee-extension': {
    props: [chair()],
    poses: [
      { ...tall, farLeg: sit },
      { ...tall, leg: [92, 96, 14], farLeg: sit },
    ],
    work: ['thigh'],
    moves: { joint: 'ankle', side: -1 },
  },
  'arm-slide-table': {
    props: [chair(), table(118, 138, 110)],
    poses: [
      { hip: [76, 170], torso: 6, leg: sit, arm: [150, 92], farArm: [170, 120] },
      { hip: [76, 170], torso: 20, leg: sit, arm: [112, 104], farArm: [170, 120] },
    ],
    work: ['upper', 'shoulder'],
    moves: { joint: 'hand', side: 1, apart: 26 },
    held: { cloth: true },
  },
  'shoulder-blade-set': {
    props: [chair([70, 170])],
    poses: [
      { ...tall, torso: 10, head: 22, arm: [166, 150] },
      { ...tall, torso: 0, head: 4, arm: [196, 150] },
    ],
    work: ['back', 'shoulder'],
    moves: { joint: 'elbow', side: -1, apart: 14 },
  },
  'row-band': {
    props: [chair([66, 170])],
    poses: [
      { hip: [76, 170], torso: 2, leg: [92, 120, 40], arm: [116, 100] },
      { hip: [76, 170], torso: 0, leg: [92, 120, 40], arm: [214, 94] },
    ],
    work: ['back', 'upper', 'shoulder'],
    moves: { joint: 'elbow', side: -1, apart: 16 },
    held: { band: [190, 196] },
  },
  'elbow-curl': {
    props: [chair()],
    poses: [
      { ...tall, arm: [178, 172] },
      { ...tall, arm: [176, 32] },
    ],
    work: ['upper'],
    moves: { joint: 'hand', side: -1 },
  },
  'shoulder-raise-front': {
    props: [chair()],
    poses: [
      { ...tall, arm: [176, 172], farArm: [176, 168] },
      { ...tall, arm: [92, 88], farArm: [176, 168] },
    ],
    work: ['upper', 'shoulder'],
    moves: { joint: 'hand', side: -1 },
  },
  'neck-press-back': {
    props: [wall(30), pillow(36, 46, 22, 26), { d: 'M44 184H96V242' }],
    poses: [
      { ...tall, torso: 0, head: 8, arm: [166, 120] },
      { ...tall, torso: 0, head: 350, arm: [166, 120] },
    ],
    work: ['neck'],
    push: { joint: 'head', angle: 270, apart: -42 },
  },
  'huff-cough': {
    props: [chair(), pillow(104, 116, 26, 34)],
    poses: [
      { hip: [76, 170], torso: 14, head: 20, leg: sit, arm: [140, 96] },
      { hip: [76, 170], torso: 30, head: 42, leg: sit, arm: [134, 78] },
    ],
    work: ['belly'],
    push: { joint: 'head', angle: 84 },
  },
  'hamstring-stretch': {
    props: [chair(), { d: 'M182 196h44M188 196V244M220 196V244' }],
    poses: [
      { hip: [76, 170], torso: 2, leg: [94, 96, 8], farLeg: sit, arm: [160, 110] },
      { hip: [76, 170], torso: 44, leg: [94, 96, 8], farLeg: sit, arm: [128, 100] },
    ],
    work: ['far-thigh', 'thigh'],
    moves: { joint: 'head', side: 1, apart: 26 },
  },
  'arm-bike': {
    props: [
      chair(),
      { d: 'M142 100L196 128V244M176 244H216' },
      { d: 'M142 100m-22 0a22 22 0 1 0 44 0a22 22 0 1 0 -44 0', thin: true },
    ],
    poses: [
      { ...tall, torso: 6, arm: [112, 82], farArm: [100, 116] },
      { ...tall, torso: 8, arm: [100, 116], farArm: [112, 82] },
    ],
    work: ['upper', 'shoulder'],
    moves: { joint: 'hand', side: 1, apart: 36 },
  },
  'neck-turn': {
    poses: [
      {
        front: true,
        hip: [100, 161],
        torso: 0,
        head: 0,
        seated: true,
        leg: [160, 178, 150],
        farLeg: [200, 182, 210],
        arm: [172, 190],
        farArm: [188, 170],
      },
      {
        front: true,
        hip: [100, 161],
        torso: 0,
        head: 24,
        seated: true,
        leg: [160, 178, 150],
        farLeg: [200, 182, 210],
        arm: [172, 190],
        farArm: [188, 170],
      },
    ],
    props: [{ d: 'M62 175H138M62 175V242M138 175V242' }],
    work: ['neck'],
    moves: { joint: 'head', side: 1, apart: 24 },
  },
  'shoulder-raise-side': {
    poses: [
      { ...facing, arm: [172, 178], farArm: [188, 182] },
      { ...facing, arm: [92, 90], farArm: [268, 270] },
    ],
    props: [{ d: 'M82 175H158M82 175V242M158 175V242' }],
    work: ['upper', 'far-upper', 'shoulder', 'far-shoulder'],
    moves: { joint: 'hand', side: -1, apart: 12 },
  },
  'ext-rotation-band': {
    poses: [
      { ...facing, arm: [172, 272], farArm: [188, 88] },
      { ...facing, arm: [172, 74], farArm: [188, 286] },
    ],
    props: [{ d: 'M82 175H158M82 175V242M158 175V242' }],
    work: ['shoulder', 'far-shoulder'],
    moves: { joint: 'hand', side: -1, apart: 14 },
    held: { between: true },
  },
  'paced-breath': {
    props: [{ d: 'M96 244v-22h40v-22h40v-22h40' }],
    poses: [
      { hip: [92, 112], torso: 4, leg: [112, 176, 88], farLeg: [184, 186, 90], arm: [168, 120] },
      { hip: [122, 92], torso: 6, leg: [170, 186, 90], farLeg: [206, 196, 100], arm: [160, 110] },
    ],
    work: ['belly'],
    push: { joint: 'head', angle: 86 },
  },
};
