// SPDX-License-Identifier: Apache-2.0
import { bed, mat, pillow, type Drawings } from './drawing.ts';
import type { Leg, Pose } from './skeleton.ts';

const crook: Leg = [42, 140, 90];
const straight: Leg = [91, 91, 6];
const flat = { hip: [152, 187], torso: 270, head: 276, leg: straight, arm: [100, 92] } satisfies Pose;
const bent = { ...flat, leg: crook } satisfies Pose;
const head = pillow(20, 190, 42, 12);

/** Movements done lying down, and on hands and knees. */
export const lying: Drawings = {
  'neck-nod': {
    props: [bed(), head],
    poses: [flat, { ...flat, head: 292 }],
    work: ['neck'],
    moves: { joint: 'head', side: -1, apart: -26 },
  },
  'stick-lift-lying': {
    props: [bed(), head],
    poses: [
      { ...flat, arm: [60, 80], farArm: [52, 74] },
      { ...flat, arm: [350, 350], farArm: [342, 342] },
    ],
    work: ['upper', 'shoulder'],
    moves: { joint: 'hand', side: -1, apart: 16 },
    held: { stick: true },
  },
  'elbow-straighten': {
    props: [bed(), head],
    poses: [
      { ...flat, arm: [0, 260], farArm: [100, 92] },
      { ...flat, arm: [0, 2], farArm: [100, 92] },
    ],
    work: ['upper'],
    moves: { joint: 'hand', side: -1, apart: -16 },
  },
  'elbow-stretch': {
    props: [bed(), head],
    poses: [
      { ...flat, arm: [92, 20], farArm: [100, 92] },
      { ...flat, arm: [92, 84], farArm: [70, 120] },
    ],
    work: ['upper'],
    moves: { joint: 'hand', side: -1, apart: -16 },
  },
  'heel-slide': {
    props: [bed(), head],
    poses: [
      { ...flat, farLeg: straight },
      { ...flat, leg: [40, 142, 90], farLeg: straight },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'ankle', side: 1, apart: 30 },
  },
  'quad-set': {
    props: [bed(), head, { d: 'M196 190a9 9 0 1 0 .1 0z' }],
    poses: [
      { ...flat, leg: [84, 98, 8], farLeg: straight },
      { ...flat, leg: [90, 91, 0], farLeg: straight },
    ],
    work: ['thigh'],
    push: { joint: 'knee', angle: 180, apart: -58 },
  },
  'ankle-pump': {
    props: [bed(), head],
    poses: [
      { ...flat, leg: [91, 91, 62] },
      { ...flat, leg: [91, 91, 340] },
    ],
    work: ['calf'],
    moves: { joint: 'toe', side: 1, apart: -18 },
  },
  'pelvic-tilt': {
    props: [bed(), head],
    poses: [
      { ...bent, torso: 273 },
      { ...bent, torso: 269 },
    ],
    work: ['belly'],
    push: { joint: 'hip', angle: 180, apart: -62 },
  },
  'head-shoulder-lift': {
    props: [mat(), { d: 'M8 242H60' }],
    poses: [
      { ...bent, hip: [152, 226], leg: [36, 134, 90], arm: [96, 84] },
      { ...bent, hip: [152, 226], torso: 288, head: 306, leg: [36, 134, 90], arm: [78, 66] },
    ],
    work: ['trunk', 'neck'],
    moves: { joint: 'head', side: -1, apart: -26 },
  },
  bridge: {
    props: [bed(), head],
    poses: [bent, { ...bent, hip: [144, 152], torso: 245, head: 262, leg: [68, 168, 90], arm: [112, 96] }],
    work: ['hip', 'thigh'],
    push: { joint: 'hip', angle: 0, apart: 24 },
  },
  'glute-squeeze': { props: [bed(), head], poses: [flat, { ...flat, hip: [152, 184] }], work: ['hip'] },
  'side-leg-lift': {
    props: [bed(), pillow(16, 184, 46, 18)],
    poses: [
      { ...flat, head: 280, leg: [90, 90, 100], farLeg: [74, 128, 120], arm: [120, 60] },
      { ...flat, head: 280, leg: [64, 66, 80], farLeg: [74, 128, 120], arm: [120, 60] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'ankle', side: 1, apart: 22 },
  },
  'hip-flexor-stretch': {
    props: [bed(187, 8, 232), head],
    poses: [
      { ...flat, leg: [91, 91, 6], farLeg: [20, 150, 70], arm: [60, 40] },
      { ...flat, leg: [104, 126, 50], farLeg: [350, 128, 60], arm: [40, 30] },
    ],
    work: ['thigh', 'hip'],
    moves: { joint: 'ankle', side: -1, apart: 24 },
  },
  'belly-breath': {
    props: [{ d: 'M8 203H296M18 203V242M286 203V242' }, { d: 'M30 120L96 196', thin: true }],
    poses: [
      { hip: [140, 187], torso: 318, head: 322, leg: [74, 110, 20], arm: [160, 62] },
      { hip: [140, 187], torso: 319, head: 324, leg: [74, 110, 20], arm: [157, 52] },
    ],
    work: ['belly'],
    push: { joint: 'hand', angle: 40, apart: 14 },
  },
  positioning: {
    props: [bed(), head, pillow(206, 192, 34, 10)],
    poses: [
      { ...flat, leg: [86, 96, 2], arm: [110, 92] },
      { ...flat, head: 282, leg: [80, 112, 30], farLeg: [64, 126, 60], arm: [84, 74] },
    ],
    work: ['hip'],
    round: 'shoulder',
  },
  'bird-dog': {
    props: [mat(0, 290)],
    poses: [
      { hip: [96, 176], torso: 86, head: 74, leg: [180, 270, 270], arm: [180, 178] },
      {
        hip: [96, 176],
        torso: 88,
        head: 78,
        leg: [272, 270, 190],
        farLeg: [180, 270, 270],
        arm: [180, 178],
        farArm: [82, 84],
      },
    ],
    work: ['hip', 'thigh', 'back'],
    moves: { joint: 'ankle', side: -1, apart: 20 },
  },
};
