// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDisagreements } from './disagreements.ts';
import { loadGuideline } from './load.ts';

const guideline = loadGuideline('guideline').loaded?.guideline ?? { sources: {}, interventions: {} };
const read = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'disagreements-'));
  writeFileSync(join(folder, 'disagreements.yaml'), text);
  return loadDisagreements(folder, guideline);
};
const side = (cites: string) => `{ who: A, says: yes, verified: read, cites: [${cites}] }`;
const one = (interventions: string, positions: readonly string[]) =>
  `- { id: x, question: "Which?", interventions: [${interventions}], positions: [${positions.join(', ')}], over-time: "Less.", here: "Both.", reviewed: "2026-11-24" }`;

describe('where sources disagree', () => {
  it('is read whole, with every source and intervention in the guideline', () => {
    const { disagreements, diagnostics } = loadDisagreements('guideline/evidence', guideline);
    expect(diagnostics).toEqual([]);
    expect(disagreements.length).toBeGreaterThan(20);
  });
  it.each([
    [
      'an intervention that does not exist',
      one('ivigg', [side('label-octagam'), side('label-octagam')]),
      /no intervention called "ivigg"/,
    ],
    ['a source that does not exist', one('ivig', [side('label-octagam'), side('nobody')]), /no source called "nobody"/],
    ['one side only', one('ivig', [side('label-octagam')]), /"positions" takes at least 2 in its list/],
  ])('%s is reported at its place', (_what, text, message) => {
    const { diagnostics, shown } = read(text);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.at.line).toBe(1);
    // A long line is cut around the word that is wrong, so it is looked for from its start or beside that word.
    const [, line = ''] = /^ +1 \| (.*)$/m.exec(shown()) ?? [];
    expect(line.length).toBeGreaterThan(60);
    expect(text).toContain(line.replace(/^… ?/, '').replace(/ ?…$/, ''));
  });
});
