// SPDX-License-Identifier: Apache-2.0
// The real guideline is proved; the build keeps the proofs, so this proves anew only what changed since.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { kinds, notProved, sentences, type ProofReport } from '../src/interpreters/prove/index.ts';

let report: ProofReport;
beforeAll(() => {
  execFileSync('node', ['scripts/write-proofs.js']);
  const kept: { report: ProofReport } = JSON.parse(readFileSync('dist/proofs.json', 'utf8'));
  report = kept.report;
}, 300_000);

it('Every rule can fire, every intervention can be offered to somebody, and every invariant holds.', () => {
  expect(report.refuted).toEqual([]);
  for (const kind of ['rule-can-fire', 'can-be-offered', 'invariant'])
    expect(report.kinds.find((one) => one.kind === kind)?.proved).toBeGreaterThan(30);
});

it('something of every kind is proved, but for what may be absent', () => {
  const absent = report.kinds.filter(({ stated }) => stated === 0).map(({ kind }) => kind);
  expect(absent.filter((kind) => kind !== 'strong-yields-to-conditional' && kind !== 'opposites-are-marked')).toEqual(
    [],
  );
  expect(report.kinds.map(({ kind }) => kind)).toEqual(kinds);
});

it('no treatment both implies and excludes another', () => {
  const { implies, equivalent, disjoint } = report.relations;
  expect(disjoint.length).toBeGreaterThan(0);
  const both = new Set([...implies, ...equivalent].map((pair) => pair.join(' ')));
  expect(disjoint.filter((pair) => both.has(pair.join(' ')))).toEqual([]);
});

it('where ASK was carried through, in two examples, nothing is open and every status stays', () => {
  const through = report.interviews.filter(({ asked }) => asked !== undefined);
  expect(through.map(({ name, open }) => ({ name, open }))).toEqual([
    { name: 'newly-diagnosed', open: [] },
    { name: 'refractory', open: [] },
  ]);
  for (const { settled, asked } of through) {
    expect(asked).toBeGreaterThan(10);
    expect(settled.length).toBeGreaterThan(50);
  }
});

describe('the report in English', () => {
  it('has a sentence for whatever was proved, and ends them all', () => {
    const said = sentences(report);
    expect(said.length).toBeGreaterThan(20);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9a-z].*\.$/);
  });
  it('says first what does not hold', () => {
    const broken = { ...report, refuted: [{ id: 'nev-001', kind: 'invariant' as const, says: 's' }] };
    expect(sentences(broken)[0]).toBe('1 statement does not hold: nev-001.');
  });
  it('says what is not proved, as docs/proofs.md does', () => {
    const documented = readFileSync('docs/proofs.md', 'utf8');
    for (const sentence of notProved) expect(documented).toContain(sentence);
  });
});
