// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from './load.ts';
import { loadFrequencies } from './frequencies.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;

/** The diagnostics for a frequencies file with this text. */
function problemsOf(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'frequencies-'));
  try {
    mkdirSync(join(folder, 'evidence'));
    writeFileSync(join(folder, 'evidence', 'frequencies.yaml'), text);
    return loadFrequencies(folder, guideline).diagnostics.map(({ at, code }) => `${at.line} ${code}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const entry = (rest: string): string => `- fact: calcinosis\n  population: adults\n  verified: assumed\n  ${rest}\n`;

describe('how often each fact has each value', () => {
  const { frequencies, diagnostics, shown: problems } = loadFrequencies('guideline', guideline);

  it('is said for the facts of the guideline without a mistake', () => {
    expect(diagnostics, problems()).toEqual([]);
    expect(frequencies.length).toBeGreaterThan(200);
  });
  it('says the share of no for every yes/no fact', () => {
    expect(frequencies.find(({ fact }) => fact === 'diabetes')?.spread).toEqual({
      probabilities: { true: 0.2, false: 0.8 },
    });
  });
  it('cites a source unless it is our own choice or recalled', () => {
    const bare = frequencies.filter(
      ({ verified, cites }) => !cites.length && !['assumed', 'recalled'].includes(verified),
    );
    expect(bare).toEqual([]);
  });
});

describe('a mistake in a frequency is shown where it stands', () => {
  it.each([
    { mistake: 'a fact nobody knows', text: entry('probabilities: { true: 0.1 }').replace('calcinosis', 'calcinosos'), is: ['1 unknown-name'] },
    { mistake: 'a share above 1', text: entry('probabilities: { true: 1.1 }'), is: ['4 wrong-type'] },
    { mistake: 'an option it does not have', text: entry('probabilities: { maybe: 0.1 }'), is: ['1 wrong-type'] },
    { mistake: 'a yes/no fact with quantiles', text: entry('quantiles: [[0, 1], [1, 2]]'), is: ['1 wrong-type'] },
    { mistake: 'no spread at all', text: entry('note: nothing'), is: ['1 wrong-type'] },
    { mistake: 'a condition on a fact below', text: entry('probabilities: { true: 0.1 }\n  given: [{ when: { age: x }, probabilities: { true: 1 } }]'), is: ['5 unknown-name'] },
    { mistake: 'a source we do not list', text: entry('probabilities: { true: 0.1 }\n  cites: [{ source: nowhere, at: page 1 }]').replace('assumed', 'read'), is: ['5 unknown-name'] },
    { mistake: 'read without a source', text: entry('probabilities: { true: 0.1 }').replace('assumed', 'read'), is: ['3 missing-field'] },
    { mistake: 'the same fact twice', text: entry('probabilities: { true: 0.1 }').repeat(2), is: ['5 duplicate-id'] },
  ])('$mistake', ({ text, is }) => expect(problemsOf(text)).toEqual(is)); // prettier-ignore

  it('shares of options that do not add up to 1', () =>
    expect(
      problemsOf('- { fact: tpmt, population: all, verified: assumed, probabilities: { normal: 0.5, poor: 0.4 } }'),
    ).toEqual(['1 wrong-type']));
  it('quantiles that fall', () =>
    expect(problemsOf('- { fact: age, population: all, verified: assumed, quantiles: [[0, 50], [1, 20]] }')).toEqual([
      '1 wrong-type',
    ]));
});
