// SPDX-License-Identifier: Apache-2.0
// Each folder of bad/ changes some files of good/small, and holds in message.txt the exact message that this must produce.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../src/authoring/index.ts';
import { largestFile } from '../../src/authoring/read.ts';
import type { Readings } from '../../src/authoring/readings.ts';

const here = import.meta.dirname;
// What `check` adds about the guideline as a whole stands in a part of its own, and is tested beside it.
const [aboutFiles = ''] = readFileSync('docs/diagnostics.md', 'utf8').split('# What `heliotrope check` adds');
const documented = new Set([...aboutFiles.matchAll(/^## (\S+)$/gm)].map(([, code]) => code));
const bad = readdirSync(join(here, 'bad')).sort();

/** What was read in earlier fixtures: it must never change what is said. */
const readings: Readings = new Map();
/** What loading the small guideline says once a folder of bad/ has been laid over it; paths as inside the guideline. */
function messageOf(name: string): { shown: string; codes: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'guideline-'));
  try {
    cpSync(join(here, 'good', 'small'), folder, { recursive: true });
    cpSync(join(here, 'bad', name), folder, { recursive: true });
    rmSync(join(folder, 'message.txt'), { force: true });
    const { shown, diagnostics } = loadGuideline(folder);
    expect(loadGuideline(folder, readings).shown(), 'with what was read before').toBe(shown());
    const inside = shown().replaceAll(/\S*guideline-[A-Za-z0-9]{6}\//g, '');
    return { shown: `${inside}\n`, codes: diagnostics.map(({ code }) => code) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('the small guideline is good', () => {
  const { loaded, shown } = loadGuideline(join(here, 'good', 'small'));
  expect(shown()).toBe('');
  expect(loaded?.guideline.rules).toHaveLength(3);
});

describe('a mistake is shown at its word, with what to do', () => {
  it.each(bad)('%s', (name) => {
    const { shown, codes } = messageOf(name);
    const file = join(here, 'bad', name, 'message.txt');
    // UPDATE_MESSAGES=1 writes them anew; read every one of them before committing.
    if (process.env['UPDATE_MESSAGES'] && !process.env['CI']) writeFileSync(file, shown);
    expect(existsSync(file), `${file} is missing`).toBe(true);
    expect(shown).toBe(readFileSync(file, 'utf8'));
    for (const code of codes) expect(documented).toContain(code);
  });
});

it('every mistake is listed, not only the first', () => {
  expect(messageOf('two-problems-at-once').codes).toEqual(['unknown-name', 'out-of-range']);
});

describe('what no small folder can hold', () => {
  it('a file too large to be right is refused unread', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guideline-'));
    try {
      cpSync(join(here, 'good', 'small'), folder, { recursive: true });
      writeFileSync(join(folder, 'urgency.yaml'), '#'.repeat(largestFile + 1));
      expect(loadGuideline(folder).diagnostics.map(({ code }) => code)).toEqual(['too-large']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it('a folder that does not exist', () => {
    expect(loadGuideline('no/such/folder').diagnostics.map(({ code }) => code)).toContain('unreadable');
  });
});

it('every documented code has its folder, or is shown by another test named here', () => {
  const elsewhere = ['too-large', 'unreadable', 'unenforced-combination', 'contradictory'];
  const shown = new Set(bad.flatMap((name) => messageOf(name).codes));
  expect([...documented].filter((code) => code && !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
});
