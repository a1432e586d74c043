// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Guideline, Rule } from '../../model/index.ts';
import { answer } from '../answer/index.ts';
import { decideDifference, questions, startSolver, vocabularyChanges, type Difference, type Solver } from './index.ts';
import { below, fact, facts, flag, forbid, is, recommend, sound } from './sound-guideline.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => {
  solver.close();
});

async function differences(now: Guideline, old: Guideline = sound): Promise<readonly Difference[]> {
  const { editions, asked } = questions(old, now);
  const found = await Promise.all(asked.map((question) => decideDifference(editions, solver, question)));
  return found.flatMap((difference) => difference ?? []);
}
const withRule = (rule: Rule): Guideline => ({
  ...sound,
  rules: [...sound.rules.filter(({ id }) => id !== rule.id), rule],
});
const caution: Rule = {
  id: 'care',
  intervention: 'drug',
  kind: 'precaution',
  advice: 'a',
  when: is('weak'),
  because: ['c'],
};

describe('nobody is advised differently', () => {
  it('by the same edition', async () => expect(await differences(sound)).toEqual([]));
  it('by the same rules in another order', async () =>
    expect(await differences({ ...sound, rules: [...sound.rules].reverse() })).toEqual([]));
  it('by a rule written another way', async () =>
    expect(
      await differences(withRule(forbid('no-pregnancy', { op: 'not', part: { op: 'not', part: is('pregnant') } }))),
    ).toEqual([]));
  it('by a rule that another one covers', async () =>
    expect(await differences(withRule(forbid('narrow', below(20))))).toEqual([]));
  it('by a new fact that no rule reads', async () =>
    expect(await differences({ ...sound, facts: { ...facts, tall: fact('tall', { type: 'boolean' }) } })).toEqual([]));
});

describe('a change is shown by a smallest patient, whom ANSWER treats differently, with what did it', () => {
  it('a limit that moves', async () => {
    const now = { ...sound, rules: [...sound.rules, forbid('kidneys', below(45))] };
    const [found, ...others] = await differences(now);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      about: 'status',
      intervention: 'drug',
      is: 'contraindicated',
      causes: [{ what: 'rule', id: 'kidneys', how: 'added' }],
    });
    expect(Object.keys(found?.patient ?? {})).toEqual(['egfr']);
    const status = (edition: Guideline) => answer(edition, found?.patient ?? {}).options[0]?.status;
    expect([status(sound), status(now)]).toEqual(['undetermined', 'contraindicated']);
  });
  it('a contraindication that is gone', async () => {
    const now = { ...sound, rules: sound.rules.filter(({ id }) => id !== 'no-pregnancy') };
    expect(await differences(now)).toMatchObject([
      { about: 'status', patient: { pregnant: true }, causes: [{ id: 'no-pregnancy', how: 'removed' }] },
    ]);
  });
  it('a definition that changes', async () => {
    const fail = sound.definitions['kidneys-fail'];
    if (!fail) throw new Error('The example guideline lost a definition.');
    const now = { ...sound, definitions: { ...sound.definitions, 'kidneys-fail': { ...fail, when: below(20) } } };
    expect(await differences(now)).toMatchObject([
      { about: 'status', causes: [{ what: 'definition', id: 'kidneys-fail', how: 'changed' }] },
    ]);
  });
  it('a recommendation that grows strong', async () => {
    const now = withRule({ ...recommend('for-weak', 'for', is('weak')), strength: 'strong' });
    expect(await differences(now)).toMatchObject([
      { was: 'suggested', is: 'recommended', causes: [{ id: 'for-weak' }] },
    ]);
  });
  it('a red flag that is new, moved, or gone', async () => {
    const emergency = sound.urgencies[0];
    if (!emergency) throw new Error('The example guideline lost its red flag.');
    const told = async (...urgencies: Guideline['urgencies']) => differences({ ...sound, urgencies });
    expect(await told(emergency, flag('soon', is('weak')))).toMatchObject([
      { about: 'red flag', rule: 'flag-soon', was: 'absent', is: 'true', patient: { weak: true } },
    ]);
    expect(await told({ ...emergency, when: is('weak') })).toMatchObject([{ about: 'red flag' }]);
    expect(await told()).toMatchObject([{ about: 'red flag', was: 'true', is: 'absent' }]);
    expect(await told({ ...emergency, advice: 'other words' })).toMatchObject([{ about: 'words' }]);
  });
  it('a precaution that is new, or says something else', async () => {
    expect(await differences(withRule(caution))).toMatchObject([{ about: 'caution', rule: 'care' }]);
    expect(await differences(withRule({ ...caution, advice: 'b' }), withRule(caution))).toMatchObject([
      { about: 'words', rule: 'care', patient: { weak: true } },
    ]);
  });
  it('a treatment that is gone is shown by somebody who was offered it', async () => {
    const now: Guideline = { ...sound, interventions: {}, rules: [], invariants: [] };
    expect(await differences(now)).toMatchObject([{ about: 'status', was: 'suggested', is: 'absent', causes: [] }]);
  });
  it('an option that only the new edition knows', async () => {
    const value = facts.rash.value;
    if (value.type !== 'code') throw new Error('The example guideline lost its options.');
    const rash = {
      ...facts.rash,
      value: { ...value, options: [...value.options, { code: 'old', label: 'old' }] as const },
    };
    const now = { ...withRule(forbid('scar', is('rash', 'old'))), facts: { ...facts, rash } };
    expect(await differences(now)).toMatchObject([{ patient: { rash: 'old' }, is: 'contraindicated' }]);
    expect(vocabularyChanges(sound, now)).toEqual(['The fact rash takes other values.']);
  });
});
