// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadTrials } from '../../../../authoring/trials.ts';
import { mainOutcome, plain, whom } from './outcomes.ts';
import { harmsOf } from './reported.tsx';

it.each([
  ['PRINTO 20 improvement', 'At least three of six measures better by a fifth or more (PRINTO 20)'],
  ['IMACS definition of improvement', 'At least three of six measures better by a fifth or more (IMACS)'],
  ['walking time', 'Walking time'],
])('the outcome "%s" is said as "%s"', (label, said) => expect(plain(label)).toBe(said));

it.each([
  ['new-onset untreated juvenile DM', 'children'],
  ['refractory adult PM (76), adult DM (76), juvenile DM (48)', 'people'],
  ['adults with active DM', 'people'],
  [undefined, 'people'],
])('a trial of "%s" counted %s', (population, counted) => expect(whom({ population })).toBe(counted));

const { trials } = loadTrials('guideline/evidence/trials');
const trialOf = (id: string) => {
  const found = trials.find((one) => one.id === id);
  if (!found) throw new Error(`There is no trial ${id}.`);
  return found;
};
it('a group that had only what the others had as well is what they are compared with, and every group is drawn', () => {
  const main = mainOutcome(trialOf('printo-jdm'));
  expect([main?.treated.label, main?.control.label]).toEqual(['Prednisone + ciclosporin', 'Prednisone']);
  expect(main?.others).toEqual([{ label: 'Prednisone + methotrexate', events: 33, of: 46 }]);
});
it('an unwanted effect counted in a group that is no arm is shown, and named in everyday words', () => {
  const proderm = trialOf('proderm');
  const harms = harmsOf(proderm, mainOutcome(proderm));
  expect(harms.find(({ name }) => name.startsWith('Blood clot, weeks 0 to 16'))).toMatchObject({
    under: 'everyone while on IVIG',
    treated: { events: 1, of: 52 },
    control: { events: 0, of: 48 },
  });
});
