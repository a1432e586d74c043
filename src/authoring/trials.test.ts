// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadTrials } from './trials.ts';

const folder = mkdtempSync(join(tmpdir(), 'heliotrope-trials-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads one trial of two arms with one outcome that has these further lines. */
function load(verified: string, ...lines: readonly string[]) {
  const text = [
    'id: example',
    'source: a-paper',
    'label: "An example"',
    'verified: read',
    'arms: [{ id: drug, label: "drug", n: 10 }, { id: placebo, label: "placebo", n: 10 }]',
    'outcomes:',
    '  - id: mean-score',
    '    label: "mean score"',
    '    kind: primary',
    `    verified: ${verified}`,
    ...lines.map((line) => `    ${line}`),
    'effects: []',
    'notes: []',
  ].join('\n');
  writeFileSync(join(folder, 'example.yaml'), text);
  const { trials, diagnostics, shown } = loadTrials(folder);
  return {
    outcome: trials[0]?.outcomes[0],
    said: diagnostics.map(({ message }) => message).join('\n'),
    shown: shown(),
  };
}

it('keeps a printed figure with its interval and where it stands', () => {
  const { outcome, said } = load(
    'read',
    'measured: [{ arm: drug, figure: mean change, value: -9.36, ci95: [-12.52, -6.19] }]',
    'cites: [{ source: another-paper, at: "table 2" }]',
  );
  expect(said).toBe('');
  expect(outcome?.measured).toEqual([{ arm: 'drug', figure: 'mean change', value: -9.36, ci95: [-12.52, -6.19] }]);
  expect(outcome?.cites).toEqual([{ source: 'another-paper', at: 'table 2' }]);
});

it.each([
  ['read', 'measured: [{ arm: drug, figure: mean, value: 5, ci95: [6, 9] }]', 'The figure lies inside its interval.'],
  ['read', 'measured: [{ figure: mean, value: 5 }]', 'Say either arm or group.'],
  ['read', 'measured: [{ arm: drog, figure: mean, value: 5 }]', '"drog" is not an arm of this trial.'],
  ['recalled', 'measured: [{ arm: drug, figure: mean, value: 5 }]', 'A recalled outcome has no figures'],
])('%s: %s', (verified, line, message) => expect(load(verified, line).said).toContain(message));

it('shows the line that is wrong as it is written', () =>
  expect(load('read', 'measured: [{ arm: drog, figure: mean, value: 5 }]').shown).toContain(
    '11 |     measured: [{ arm: drog, figure: mean, value: 5 }]',
  ));

it.each([
  ['measured: []', '"measured" takes at least 1 in its list.'],
  ['week: -1', '"week" takes a number of at least 0.'],
  ['counts: [{ arm: drug, events: 0, of: 0 }]', '"of" takes a number of more than 0.'],
  ['cites: [{ source: "", at: "table 2" }]', '"source" takes some text.'],
])("%s is refused by its limit, in an author's words", (line, message) =>
  expect(load('read', line).said).toContain(message),
);
