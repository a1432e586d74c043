// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framesOf } from './figure.tsx';
import { lying } from './lying.ts';
import { captions, drawnMovements } from './movement.tsx';
import { sitting } from './sitting.ts';
import { jointsOf, type XY } from './skeleton.ts';
import { standing } from './standing.ts';

const folder = 'guideline/exercise/movements';
const library = readdirSync(folder).flatMap((name) =>
  [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^- id: (\S+)/gm)].map(([, id]) => id ?? ''),
);
const all = Object.entries({ ...sitting, ...lying, ...standing });
const far = ([ax, ay]: XY, [bx, by]: XY): number => Math.hypot(ax - bx, ay - by);

describe('the drawings of movements', () => {
  it('has one for every movement of the library, and none for what is not in it', () => {
    expect(library.length).toBe(53);
    expect([...drawnMovements()].sort()).toEqual([...library].sort());
  });
  it.each(all)('%s: every bone has its length in every pose', (_, { poses }) => {
    for (const pose of poses) {
      const { shoulder, elbow, hand, knee, ankle, hip } = jointsOf(pose);
      expect(far(shoulder, elbow)).toBeCloseTo(34);
      expect(far(elbow, hand)).toBeCloseTo(32);
      expect(far(knee, ankle)).toBeCloseTo(66);
      if (!pose.seated) expect(far(hip, knee)).toBeCloseTo(58);
    }
  });
  it.each(all)('%s: nothing goes through the floor, and every pose stands in the same frame', (_, drawing) => {
    const frames = framesOf(drawing);
    expect(new Set(frames.map(({ view }) => view)).size).toBe(1);
    for (const { joints } of frames)
      for (const [, y] of [joints.ankle, joints.hand, joints.knee, joints.hip, joints.far.ankle])
        expect(y).toBeLessThanOrEqual(246);
  });
  it.each(all)('%s: the poses differ, or only a muscle is squeezed', (id, { poses }) => {
    if (id !== 'glute-squeeze') expect(JSON.stringify(poses[0])).not.toBe(JSON.stringify(poses.at(-1)));
    expect(poses.length).toBeGreaterThan(1);
  });
});

describe('the words under the poses', () => {
  it('gives every pose its own part of how it is done, where the words fall into as many parts', () => {
    expect(captions('Sit.', 'Lean forward and stand; sit down in 3 counts.', 3)).toEqual([
      'Sit.',
      'Lean forward and stand.',
      'Sit down in 3 counts.',
    ]);
  });
  it('leaves nothing out when they do not', () => {
    expect(captions('Lie.', 'Lift, hold, lower.', 2)).toEqual(['Lie.', 'Lift, hold, lower.']);
  });
});
