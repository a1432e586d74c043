// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline, readPatient, readText } from '../src/authoring/index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const entries = readFileSync('docs/diagnostics.md', 'utf8');
const read = (text: string) => readPatient(guideline, readText('patient.yaml', text));
const problemsOf = (text: string): string => {
  const result = read(text);
  return result.ok ? 'accepted' : result.problems;
};

describe('a bad patient file is refused whole, with a located and documented problem', () => {
  it.each([
    ['an unknown fact', 'facts: { pregnent: true }', 'unknown-name'],
    ['a yes/no fact with a word', 'facts: { pregnant: "maybe" }', 'wrong-value'],
    ['a number with its unit', 'facts: { egfr: "90 mL" }', 'wrong-value'],
    ['a number out of range', 'facts: { egfr: 900 }', 'wrong-value'],
    ['not a number', 'facts: { egfr: .nan }', 'wrong-'],
    ['infinity', 'facts: { egfr: .inf }', 'wrong-'],
    ['an option that does not exist', 'facts: { tpmt: purple }', 'wrong-value'],
    ['a key written twice', 'facts:\n  egfr: 90\n  egfr: 20\n', 'duplicate-key'],
    ['a date that does not exist', 'asOf: "2026-02-30"\nfacts: { egfr: 90 }', 'wrong-value'],
    ['an anchor', 'facts: &a { egfr: 90 }', 'no-anchors'],
    ['a bomb of aliases', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]', 'no-anchors'],
    ['a prototype key', 'facts: { __proto__: true }', 'unknown-name'],
    ['a constructor key', 'facts: { constructor: true }', 'unknown-name'],
    ['a list in place of a name', 'facts:\n  ? [egfr]\n  : 1\n', 'malformed'],
    ['UTF-16', Buffer.from('\uFEFFfacts: { egfr: 90 }', 'utf16le').toString('utf8'), 'not-text'],
    ['an error after a byte order mark', '\uFEFFfacts: { egfr: 900 }', 'wrong-value'],
    ['an error on a line that ends as Windows ends it', 'facts:\r\n  egfr: 900\r\n', 'wrong-value'],
    ['nothing', '', 'empty-file'],
    ['binary', 'a\u0000b', 'not-text'],
    ['deep nesting', '['.repeat(5000), 'too-deep'],
    ['malformed JSON', '{"facts": ', 'malformed'],
    ['a list', '- egfr: 90', 'wrong-type'],
    ['a single word', 'hello', 'wrong-type'],
  ])('%s', (_name, text, code) => expect(problemsOf(text)).toMatch(new RegExp(`patient\\.yaml:\\d+:\\d+ +${code}`)));
});

describe('what is wrong in a patient file is said in plain words, at the word itself', () => {
  const about = { kinds: /takes one of medicine, infusion, laboratory/ };
  it.each([
    ['a fact that does not exist', 'facts:\n  aeg: 40', '2:3', 'There is no fact called "aeg". Did you mean "age"?'],
    ['a number in words', 'facts: { age: forty }', '1:15', '"age" takes a number (years), without the unit.'],
    ['a number out of range', 'facts: { age: 400 }', '1:15', '"age" is 400. Type a number from 0 to 120 years.'],
    ['infinity', 'facts: { age: .inf }', '1:15', '"age" takes true or false, or a number, or some text.'],
    ['a day as a number', 'asOf: 20260101', '1:7', 'A date is written as 2026-11-23.'],
    ['an entry of no known kind', 'record:\n  - { kind: dose, id: a }', '2:13', about.kinds],
    ['an entry that is none', 'record: [null]', '1:10', 'Item 1 takes fields with their values.'],
    ['a list', '- 1\n- 2', '1:1', 'A patient file is one patient: { asOf, facts, record }.'],
    ['two documents', 'facts: {}\n---\nfacts: {}', '2:1', 'A file holds one document.'],
    ['JSON that is cut off', '{"facts": {"age": 40}', '1:22', 'This is not well-formed JSON: '],
  ])('%s', (_name, text, at, says) => {
    const problems = problemsOf(text);
    expect(problems).toMatch(new RegExp(`^patient\\.yaml:${at} `));
    if (typeof says === 'string') expect(problems).toContain(says);
    else expect(problems).toMatch(says);
    expect(problems.split('patient.yaml:')).toHaveLength(2);
  });
  it('and of a name without end only its beginning is repeated', () => {
    const problems = problemsOf(`{"facts": {"${'a'.repeat(100_000)}": 1}}`);
    expect(problems.length).toBeLessThan(1000);
    expect(problems).toContain('There is no fact called "aaa');
  });
  it('and far out in a line what is around the place is shown', () => {
    const problems = problemsOf(`{"facts": {"pregnant": false,${' '.repeat(5000)}"aeg": 40}}`);
    expect(problems).toMatch(/ {2}1 \| … +"aeg": 40\}\}\n/);
  });
});

it('generated files never crash the reader, and are accepted only when every fact is allowed', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('&a', '*a', '!!js', '[', '{', '__proto__'),
  );
  const name = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(guideline.facts)));
  const file = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.dictionary(name, scalar).map((facts) => JSON.stringify({ facts })),
    fc.dictionary(name, scalar).map(
      (facts) =>
        `facts:\n${Object.entries(facts)
          .map(([key, value]) => `  ${key}: ${String(value)}`)
          .join('\n')}`,
    ),
  );
  fc.assert(
    fc.property(file, (text) => {
      const result = read(text);
      if (result.ok)
        for (const id of Object.keys(result.patient)) expect(Object.hasOwn(guideline.facts, id)).toBe(true);
      else expect(result.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 2000) },
  );
});

it('every code that is shown has an entry in docs/diagnostics.md', () => {
  const sources = ['collect', 'check', 'load', 'lower', 'patient', 'read']
    .map((file) => readFileSync(`src/authoring/${file}.ts`, 'utf8'))
    .join('\n');
  const codes = new Set(
    [
      ...sources.matchAll(
        /'((?:unknown|wrong|missing|duplicate|too|no|not|out|empty)-[a-z-]+|cycle|malformed|unreadable)'/g,
      ),
    ].map(([, code]) => code ?? ''),
  );
  codes.delete('no-urgency'); // a field of a case, which only looks like a code
  expect(codes.size).toBeGreaterThan(12);
  for (const code of codes) expect(entries).toContain(`## ${code}\n`);
});
