// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { loadGuideline } from './load.ts';

const files = (combination: string): Readonly<Record<string, string>> => ({
  'guideline.yaml': 'title: T\nversion: "1"\nlicence: L\nstatus: draft\ndisclaimer: D\n',
  'facts/f.yaml': ['takes-a', 'takes-b', 'unwell']
    .map((id) => `- { id: ${id}, label: L, question: Q, why: W, value: { type: boolean }, obtained-by: history }\n`)
    .join(''),
  'definitions/d.yaml': '- { id: takes-either, label: L, when: { any: [takes-a, takes-b] }, because: [c] }\n',
  'evidence/sources.yaml':
    '- { id: s, type: article-journal, title: S, author: A, issued: 2020, URL: "https://example.org", design: trial }\n',
  'evidence/claims/c.yaml':
    '- { id: c, statement: S., certainty: low, verified: read, cites: [{ source: s, at: Table 1 }] }\n',
  'interventions/medicines/m.yaml': `id: m
kind: medicine
label: M
summary: A medicine.
reviewed: 2026-11-24
rules:
  - { id: m-not-with-either, kind: contraindication, when: takes-either, because: [c] }
  - { id: m-unwell, kind: precaution, when: unwell, advice: A, because: [c] }
`,
  'combinations.yaml': combination,
});

function problems(combination: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-combinations-'));
  try {
    for (const [name, text] of Object.entries(files(combination))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return loadGuideline(folder).diagnostics.map(({ code, at }) => `${code} at ${at.line}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ['loads when a contraindication says the same, also through a definition', 'm, with: [takes-a], verdict: avoid', []],
  ['loads when a precaution warns of what needs care', 'm, with: [unwell], verdict: care', []],
  [
    'is refused when only a precaution looks at what is to be avoided',
    'm, with: [unwell], verdict: avoid',
    ['unenforced-combination at 1'],
  ],
  ['is refused when its fact does not exist', 'm, with: [takes-c], verdict: avoid', ['unknown-name at 1']],
  ['is refused when its intervention does not exist', 'n, with: [takes-a], verdict: avoid', ['unknown-name at 1']],
])('a combination %s', (_title, written, expected) =>
  expect(problems(`- { id: x, intervention: ${written}, reason: R, because: [c] }\n`)).toEqual(expected),
);
