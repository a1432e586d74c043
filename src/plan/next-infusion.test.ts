// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Derived } from '../record/index.ts';
import { nextIvig } from './next-infusion.ts';

const safe: Derived['patient'] = {
  'taking-ivig': true,
  'body-weight': 70,
  age: 40,
  egfr: 90,
  'past-blood-clot': false,
  'cardiovascular-disease-or-high-risk': false,
  diabetes: false,
  'also-takes-oestrogen': false,
  'acute-kidney-risk': false,
};
const minutes = (patient: Derived['patient']): number => {
  const entries: Derived['entries'] = [
    { id: 'one', kind: 'infusion', intervention: 'ivig', on: '2026-01-05', dose: { value: 70, unit: 'g' } },
  ];
  const { infusions } = nextIvig({ entries, patient, asOf: '2026-01-20' });
  return infusions[0]?.days[0]?.minutes ?? Number.NaN;
};
it('a drip runs slower for who is at risk of clots', () =>
  expect(minutes({ ...safe, 'past-blood-clot': true })).toBeGreaterThan(minutes(safe)));
it.each(['past-blood-clot', 'diabetes', 'age', 'egfr'])('not to know %s is not to be safe: it runs slower', (fact) => {
  const { [fact]: _unknown, ...patient } = safe;
  expect(minutes(patient)).toBeGreaterThan(minutes(safe));
});
