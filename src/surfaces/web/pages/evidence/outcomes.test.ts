// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { plain, whom } from './outcomes.ts';

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
