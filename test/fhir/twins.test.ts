// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadGuideline } from '../../src/authoring/index.ts';
import { readBundle } from '../../src/fhir/index.ts';
import { answer } from '../../src/interpreters/answer/index.ts';
import type { Patient } from '../../src/model/index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;

describe.each(['stepping-up', 'anti-mda5', 'methotrexate-daily'])('%s as a Bundle and as a patient file', (name) => {
  const { asOf, facts } = parse(readFileSync(`examples/${name}.yaml`, 'utf8')) as { asOf: string; facts: Patient };
  const read = readBundle(guideline, JSON.parse(readFileSync(`examples/${name}.fhir.json`, 'utf8')), asOf);
  if (!read.ok) throw new Error(read.problem);
  const shared = Object.keys(facts).filter((fact) => Object.hasOwn(read.facts, fact));
  const only = (from: Patient): Patient => Object.fromEntries(shared.map((fact) => [fact, from[fact] ?? false]));

  it('say the same of nearly everything, and contradict each other nowhere', () => {
    expect(shared.length).toBeGreaterThan(0.9 * Object.keys(facts).length);
    expect(only(read.facts)).toEqual(only(facts));
    expect(read.conflicts).toEqual([]);
  });
  it('hold at least twenty facts in the words of other systems', () =>
    expect(read.found.filter(({ how }) => how !== 'own').length).toBeGreaterThan(20));
  it('get the same answer', () => expect(answer(guideline, only(read.facts))).toEqual(answer(guideline, only(facts))));
});
