// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from './load.ts';
import { readFolder, readText } from './read.ts';
import { digestOf, parseReadings, writeReadings, type Readings } from './readings.ts';

const files = readdirSync('guideline', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const fresh: Readings = new Map();
readFolder('guideline', fresh);
const kept = parseReadings(writeReadings(fresh));

describe('what was read before is what would be read now', () => {
  it('covers every file of the guideline', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(kept.size).toBe(new Set(files.map((name) => readFileSync(join('guideline', name), 'utf8'))).size);
  });
  it.each(files)('%s', (name) => {
    const text = readFileSync(join('guideline', name), 'utf8');
    expect(kept.get(digestOf(text))).toEqual(readText(name, text).value);
  });
  it('gives the same guideline', () => {
    expect(loadGuideline('guideline', kept).loaded?.guideline).toEqual(loadGuideline('guideline').loaded?.guideline);
  });
  it('holds for every text that JSON can hold, and leaves out what it cannot', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constantFrom('a: .inf', '[.nan]', '-0', '{ a: -0 }')), (text) => {
        const { value, problems } = readText('a.yaml', text);
        if (problems.length) return;
        const again = parseReadings(writeReadings(new Map([[digestOf(text), value]])));
        if (again.size) expect(again.get(digestOf(text))).toStrictEqual(value);
        else expect(JSON.parse(JSON.stringify({ value }))).not.toStrictEqual({ value });
      }),
    );
  });
});

it('a text with a problem is not kept, and is read anew each time', () => {
  const readings: Readings = new Map();
  readFolder('test/diagnostics/bad/duplicate-key', readings);
  expect(readings.size).toBe(0);
});

it('a file read before still shows the place of what is wrong in it', () => {
  const readings: Readings = new Map();
  const folder = 'test/diagnostics/good/small';
  const places = () => readFolder(folder, readings).map(({ at }) => at([0, 'id']));
  const first = places();
  expect(readings.size).toBeGreaterThan(3);
  expect(places()).toEqual(first);
  expect(first.some(({ column }) => column > 1)).toBe(true);
});
