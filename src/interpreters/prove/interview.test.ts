// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guideline, Patient } from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';
import {
  asksNoMore,
  decideProperty,
  interviewed,
  relationsOf,
  standingOf,
  startSolver,
  type Replay,
  type Solver,
} from './index.ts';
import { is, recommend, sound } from './sound-guideline.ts';

let solvers: readonly [Solver, Solver];
beforeAll(async () => {
  solvers = await Promise.all([startSolver(), startSolver()]);
});
afterAll(() => {
  for (const solver of solvers) solver.close();
});
const replay = prepareAnswer(sound);
const settled: Patient = { weak: true, pregnant: false, rash: 'none', egfr: 90 };

async function outcomes(patient: Patient, seenBy: Replay = replay): Promise<readonly string[]> {
  const found = asksNoMore(sound, seenBy, 'somebody', patient).map((property) =>
    decideProperty(sound, solvers[0], replay, property),
  );
  return (await Promise.all(found)).map(({ outcome }) => outcome);
}

describe('when asking may stop', () => {
  it('a settled status does not change, whatever else is learnt', async () => {
    expect(await outcomes(settled)).toEqual(['proved']);
    expect(await outcomes({ pregnant: true })).toEqual(['proved']);
    expect(await outcomes({ weak: false })).toEqual(['proved']);
  });
  it('an undetermined status is open, and nothing is claimed of it', async () => {
    expect(standingOf(replay, { weak: true }).open).toEqual(['drug']);
    expect(await outcomes({ weak: true })).toEqual([]);
  });
  it('once ASK has ended nothing is open, and no fact that was not asked changes anything', async () => {
    for (const answers of [
      { weak: true },
      { weak: true, pregnant: true },
      { weak: false },
      { egfr: 20, rash: 'severe' },
    ]) {
      const { patient, asked } = interviewed(sound, {}, answers);
      expect({ asked, open: standingOf(replay, patient).open }).toEqual({
        asked: Object.keys(patient).length,
        open: [],
      });
      expect(await outcomes(patient)).toEqual(['proved']);
    }
  });
  it('a planted fault is refuted: ANSWER that takes unknown kidneys for healthy ones', async () => {
    const hasty: Replay = (patient) => replay({ egfr: 90, ...patient });
    const { egfr: _egfr, ...others } = settled;
    expect(await outcomes(others, hasty)).toEqual(['refuted']);
  });
});

const drug = (id: string) => ({
  id,
  kind: 'medicine' as const,
  label: id,
  summary: 's',
  coding: [],
  reviewed: '2026-01-01',
});
const four: Guideline = {
  ...sound,
  interventions: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, drug(id)])),
  urgencies: [],
  invariants: [],
  rules: [
    { ...recommend('for-a', 'for', is('weak')), intervention: 'a' },
    { ...recommend('for-b', 'for', { op: 'not', part: is('weak', false) }), intervention: 'b' },
    { ...recommend('for-c', 'for', { op: 'all', parts: [is('weak'), is('pregnant')] }), intervention: 'c' },
    { ...recommend('for-d', 'for', is('weak', false)), intervention: 'd' },
  ],
};

describe('how offers relate', () => {
  it('the same people, some of them, or never together; whether or not patients are known beforehand', async () => {
    const expected = {
      equivalent: [['a', 'b']],
      implies: [
        ['c', 'a'],
        ['c', 'b'],
      ],
      disjoint: [
        ['a', 'd'],
        ['b', 'd'],
        ['c', 'd'],
      ],
    };
    const answer = prepareAnswer(four);
    expect(await relationsOf(four, solvers, answer, [])).toEqual(expected);
    expect(await relationsOf(four, solvers, answer, [{ weak: true, pregnant: false }, { weak: false }])).toEqual(
      expected,
    );
  });
  it('a solver that disagrees with ANSWER is an error', async () => {
    const blind: Replay = () => ({ ...prepareAnswer(four)({}), options: [] });
    await expect(relationsOf(four, solvers, blind, [])).rejects.toThrow('disagree');
  });
});
