// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadGuideline } from '../authoring/index.ts';
import { derive } from './derive.ts';
import { improvementOf } from './improvement.ts';
import type { Entry } from './record.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;
const muscles = [
  'deltoidMiddle',
  'bicepsBrachii',
  'wristExtensors',
  'gluteusMaximus',
  'gluteusMedius',
  'quadriceps',
  'ankleDorsiflexors',
];
const tested = (on: string, mode: 'unilateral' | 'bilateral'): Entry => ({
  id: `strength ${on}`,
  on,
  kind: 'measure',
  measure: 'mmt8',
  inputs: {
    mode,
    neckFlexors: 8,
    pairs: Object.fromEntries(
      muscles.map((muscle) => [muscle, mode === 'bilateral' ? { right: 9, left: 9 } : { right: 9 }]),
    ),
  },
});
const scores = (mode: 'unilateral' | 'bilateral') => {
  const { patient } = derive(guideline, [tested('2026-02-20', mode)], '2026-03-01');
  return { of150: patient['mmt8'], of80: patient['mmt8-of-80'] };
};
const file: { asOf: string; record: Entry[] } = parse(readFileSync('examples/stepping-up.yaml', 'utf8'));

describe('two strength scores are called MMT-8, out of 150 and out of 80, and are never taken for each other', () => {
  it('muscles of one side give a score out of 80 and none out of 150', () =>
    expect(scores('unilateral')).toEqual({ of150: undefined, of80: 71 }));
  it('muscles of both sides give each its own', () => expect(scores('bilateral')).toEqual({ of150: 134, of80: 71 }));
  it('a visit with one side is not compared with a visit with both: strength is left out of the improvement', () => {
    const before = file.record.filter(({ on }) => on <= file.asOf);
    const lastDay =
      before
        .filter((entry) => entry.kind === 'measure')
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? '';
    const strength = (entry: Entry): boolean =>
      entry.kind === 'measure' && /^mmt-?8$/.test(entry.measure) && entry.on === lastDay;
    const swapped = before.map((entry) => (strength(entry) ? tested(lastDay, 'unilateral') : entry));
    expect(before.filter(strength)).toHaveLength(1);
    const points = (record: Entry[]) =>
      improvementOf(derive(guideline, record, file.asOf))?.parts.find(({ part }) => part === 'strength')?.points;
    expect(points(before)).toBeTypeOf('number');
    expect(points(swapped)).toBeUndefined();
  });
});
