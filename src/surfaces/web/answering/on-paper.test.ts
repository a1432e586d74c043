// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadGuideline } from '../../../authoring/load.ts';
import type { Patient } from '../../../model/index.ts';
import { guidanceView } from './guidance.ts';
import { prepare } from './interview.ts';
import { onPaper } from './on-paper.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const prepared = prepare(loaded.guideline);
const { facts }: { facts: Patient } = parse(readFileSync('examples/stepping-up.yaml', 'utf8'));
const view = guidanceView(prepared, {
  ...facts,
  'taking-prednisone': true,
  'diagnosis-status': 'confirmed',
  'myositis-type': 'classic-dm',
  'treatment-phase': 'inadequate-response',
  'muscle-weakness': 'moderate',
  'skin-activity': 'moderate',
  age: 36,
  'age-at-onset': 36,
});

describe('the guidance on paper', () => {
  const { takeaways, cited } = onPaper(view);
  it('begins with what is taken, and says of the steroid that it is not stopped alone', () =>
    expect(takeaways[0]).toMatch(/^Prednisone or prednisolone: you take this\..*[Dd]o not stop it/));
  it('names at most four treatments in a line, and how many more there are', () => {
    const [option] = view.groups.not.filter(({ kind }) => kind === 'medicine');
    if (!option) throw new Error('Nothing is ruled out for this patient.');
    const not = ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => ({ ...option, label }));
    expect(onPaper({ ...view, groups: { ...view.groups, not } }).takeaways).toContain(
      'Not for you now: A, B, C, D and 2 more.',
    );
  });
  it('ends with what does not wait', () => expect(takeaways.at(-1)).toContain('Urgent signs come first'));
  it('holds a line for every group that has a treatment, each once', () =>
    expect(new Set(takeaways).size).toBe(takeaways.length));
  it('lists far fewer sources than the page with every reason opened', () => {
    expect(cited.size).toBeGreaterThan(5);
    expect(cited.size).toBeLessThan(view.references.length / 2);
  });
  it('lists every source that a printed reason names', () => {
    for (const { reason } of [...view.groups.fits, ...view.groups.check, ...view.groups.not])
      for (const n of reason.refs) expect(cited.has(n)).toBe(true);
  });
});
