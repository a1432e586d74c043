// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from './load.ts';
import { gradeOf } from './reading.ts';

const said = (claim: string): string => `{ text: It calms inflammation., because: [${claim}] }`;
/** One medicine whose page rests on the claims given, and the one claim that exists. */
const files = (mechanism: string, dose: string): Readonly<Record<string, string>> => ({
  'guideline.yaml': 'title: T\nversion: "1"\nlicence: L\nstatus: draft\ndisclaimer: D\n',
  'evidence/sources.yaml':
    '- { id: s, type: article-journal, title: S, author: A, issued: 2020, URL: "https://example.org", design: trial }\n',
  'evidence/claims/c.yaml':
    '- { id: it-works, statement: It works., certainty: low, verified: read, cites: [{ source: s, at: Table 1 }] }\n',
  'interventions/medicines/m.yaml': `id: m
kind: medicine
label: M
summary: A medicine.
reviewed: 2026-11-24
about:
  mechanism: ${said(mechanism)}
  taken: ${said('it-works')}
  onset: ${said('it-works')}
  effects: [{ effect: Headache, often: 4 of 10 people, serious: false, because: [it-works] }]
  doses: [{ for: adults, dose: 1 mg, because: [${dose}] }]
rules: []
`,
});

function load(content: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-about-'));
  try {
    for (const [name, text] of Object.entries(content)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return loadGuideline(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what a page says of a treatment', () => {
  it('reaches the model as it is written', () => {
    const about = load(files('it-works', 'it-works')).loaded?.guideline.interventions['m']?.about;
    expect(about?.effects).toEqual([
      { effect: 'Headache', often: '4 of 10 people', serious: false, because: ['it-works'] },
    ]);
    expect(about?.doses).toEqual([{ for: 'adults', dose: '1 mg', because: ['it-works'] }]);
  });

  it.each([
    ['its mechanism', files('it-wroks', 'it-works'), 7],
    ['a published dose', files('it-works', 'it-wroks'), 11],
  ])('is refused, at its line, when a claim of %s does not exist', (_what, content, line) => {
    const { diagnostics, loaded } = load(content);
    expect(loaded).toBeUndefined();
    expect(diagnostics.map(({ code, at }) => [code, at.line])).toEqual([['unknown-name', line]]);
  });
});

describe('the page of every medicine and infusion of the guideline', () => {
  const { guideline } = loadGuideline('guideline').loaded ?? {};
  const plans = [
    'glucocorticoid-taper',
    'stopping-treatment',
    'other-investigational-medicines',
    'lenabasum',
    'sifalimumab',
  ];
  const treatments = Object.values(guideline?.interventions ?? {}).filter(
    ({ id, kind }) => ['medicine', 'infusion'].includes(kind) && !plans.includes(id) && !id.includes('-with-'),
  );

  it('exists: there are treatments to look at', () => expect(treatments.length).toBeGreaterThan(30));

  it.each(treatments)('says how $id works, how it is taken, how soon, and what it may do besides', ({ about }) =>
    expect(about?.effects.length).toBeGreaterThan(0),
  );

  it.each(treatments)('tells a person what to do about each serious effect of $id', ({ about }) =>
    expect(about?.effects.filter(({ serious, act }) => serious && act === undefined)).toEqual([]),
  );

  it('rests each published dose on a source that was read, or marks what was only recalled', () => {
    const unread = treatments.flatMap(({ id, about }) =>
      (about?.doses ?? [])
        .filter(({ because }) => because.every((claim) => guideline?.claims[claim]?.verified === 'recalled'))
        .map(({ for: whom }) => `${id}, ${whom}`),
    );
    expect(unread).toEqual(['ruxolitinib, adults (case reports)']);
  });

  const living = treatments.flatMap(({ id, about }) => (about?.living ? [{ id, ...about.living }] : []));
  it('says of most what living with it is like', () => expect(living.length).toBeGreaterThanOrEqual(24));
  it.each(living)(
    'what living with $id is like is read at grade 8 at most, and rests on a text that was read',
    (one) => {
      expect(gradeOf(one.text)).toBeLessThanOrEqual(8);
      expect(one.because.some((claim) => guideline?.claims[claim]?.verified === 'read')).toBe(true);
    },
  );
});
