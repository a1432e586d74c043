// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadGuideline, readFile, readPatient } from '../../authoring/index.ts';
import type { Patient } from '../../model/index.ts';
import { prepareSaid, shapes } from './index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const said = prepareSaid(guideline);
const patients = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Patient] => {
    const read = readPatient(guideline, readFile(`examples/${name}`));
    if (!read.ok) throw new Error(read.problems);
    return [name, read.patient];
  });
/** As a program receives it: written as JSON and read again. */
const received = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each([['nobody', {}], ...patients] as [string, Patient][])(
  'what programs are told of %s',
  (_name, patient) => {
    it('is guidance of the documented shape, every claim with its sources', () => {
      const guidance = shapes.guidance.parse(received(said.guidance(patient)));
      for (const { because } of [...guidance.options, ...guidance.urgency])
        for (const id of because) expect(guidance.claims[id]?.sources.length).toBeGreaterThan(0);
    });
    it('is questions of the documented shape, at most as many as were asked for', () => {
      const { questions, remaining } = shapes.questions.parse(received(said.questions(patient, new Set(), 3)));
      expect(questions).toHaveLength(Math.min(3, remaining));
    });
    it('is an explanation of the documented shape, every cited claim with its sources', () => {
      const { sentences, claims } = shapes.explanation.parse(received(said.explanation(patient, 'ivig')));
      for (const { cites } of sentences) for (const id of cites) expect(claims[id]?.sources.length).toBeGreaterThan(0);
    });
  },
);

it('nothing is explained that the guideline does not have', () =>
  expect(said.explanation({}, 'leeches')).toBeUndefined());
