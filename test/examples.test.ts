// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline, readFile, readPatient } from '../src/authoring/index.ts';
import { answer } from '../src/interpreters/answer/index.ts';
import { derive, type Derived } from '../src/record/index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;

function told(name: string, day?: string): Derived {
  const read = readPatient(guideline, readFile(`examples/${name}.yaml`));
  if (!read.ok) throw new Error(read.problems);
  const on = read.asOf ?? '2026-11-01';
  return derive(guideline, read.record ?? [], day ?? on, { facts: read.patient, on });
}
const statusOf = ({ patient }: Derived, id: string) =>
  answer(guideline, patient).options.find(({ intervention }) => intervention === id)?.status;

describe('where Ana is follows from her record, and so does what fits', () => {
  it.each([
    { day: '2025-10-01', phase: 'new-untreated', response: undefined, option: 'prednisone', status: 'recommended' },
    { day: '2025-11-20', phase: 'induction', response: undefined, option: 'glucocorticoid-taper', status: undefined },
    { day: '2026-01-22', phase: 'inadequate-response', response: 'minimal', option: 'ivig', status: 'suggested' },
    { day: '2026-02-10', phase: 'induction', response: undefined, option: 'ivig', status: undefined },
    {
      day: '2026-05-25',
      phase: 'maintenance',
      response: 'moderate',
      option: 'glucocorticoid-taper',
      status: 'suggested',
    },
    {
      day: '2026-10-05',
      phase: undefined,
      response: 'none',
      option: 'glucocorticoid-taper',
      status: 'contraindicated',
    },
    { day: '2026-11-01', phase: 'relapse', response: 'none', option: 'prednisone', status: 'recommended' },
  ])('on $day: $phase, $response; $option is $status', ({ day, phase, response, option, status }) => {
    const found = told('relapse', day);
    if (phase !== undefined) expect(found.patient['treatment-phase']).toBe(phase);
    expect(found.patient['response']).toBe(response);
    if (status !== undefined) expect(statusOf(found, option)).toBe(status);
  });
  it.each(['stepping-up', 'on-ivig'])('her file %s says what her whole record says of that day', (name) => {
    const file = told(name);
    const whole = told('relapse', file.asOf);
    for (const fact of [
      'treatment-phase',
      'response',
      'weeks-on-current-regimen',
      'prednisone-mg-per-day',
      'glucocorticoid-weeks',
      'taking-ivig',
    ])
      expect([fact, whole.patient[fact]]).toEqual([fact, file.patient[fact] ?? whole.patient[fact]]);
  });
});

it.each([
  ['stepping-up', 'treatment-phase'],
  ['stepping-up', 'response'],
  ['on-ivig', 'treatment-phase'],
  ['on-ivig', 'response'],
  ['relapse', 'treatment-phase'],
  ['relapse', 'persistent-high-activity'],
  ['refractory', 'treatment-phase'],
  ['refractory', 'failed-ivig'],
  ['methotrexate-daily', 'methotrexate-taken-daily'],
])('%s: %s is worked out from entries, not typed in', (name, fact) => {
  expect(told(name).provenance[fact]).toMatchObject({ from: 'derived' });
  expect(told(name).provenance[fact]?.entries.length).toBeGreaterThan(0);
});

it('rituximab is offered to the person whose record is refractory', () => {
  expect(['recommended', 'suggested', 'undetermined']).toContain(statusOf(told('refractory'), 'rituximab'));
});

it.each(['stepping-up', 'on-ivig', 'relapse', 'refractory', 'hoping-for-a-baby', 'skin-only', 'newly-diagnosed'])(
  'the record of %s has nothing wrong in it',
  (name) => expect(told(name).problems).toEqual([]),
);
