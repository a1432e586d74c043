// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../src/authoring/index.ts';
import { readBundle } from '../../src/fhir/index.ts';
import { inBundle, published } from './examples.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;

/** Days on which the examples are read: many of their orders are of 2015. */
const days = ['2015-02-01', '2020-06-01'];
const golden = 'test/fhir/published.txt';

/** The words of the resource in what is said of it: without "born", the start, and a dose that was worked out. */
const quoted = (said: string): string => said.replace(/^born /, '').split(/, since \d|: \d/)[0] ?? said;

/** Every fact found in every published resource, one a line; what is refused, too. */
function everything(): readonly string[] {
  return published().flatMap(({ file, resource }) =>
    days.flatMap((day) => {
      const read = readBundle(guideline, inBundle(resource), day);
      if (!read.ok) return [`${day} ${file}: refused: ${read.problem}`];
      return [
        ...read.found.map(
          ({ fact, value, said, how }) => `${day} ${file}: ${fact} = ${String(value)} (${how}: ${said})`,
        ),
        ...read.conflicts.map(({ fact }) => `${day} ${file}: ${fact} contradicts itself`),
      ];
    }),
  );
}

describe('the published examples of FHIR R4 and of the International Patient Summary', () => {
  it('are more than 5,300 resources', () => expect(published().length).toBeGreaterThan(5300));
  // A line quotes the words that the fact was read from; the next test looks for them in the resource. That they mean the fact is
  // for a reader of the list to judge: read a new line, and its resource, before accepting it with ACCEPT_FHIR_FACTS=1.
  it('hold these facts and no other', () => {
    const found = `${everything().join('\n')}\n`;
    if (process.env['ACCEPT_FHIR_FACTS']) writeFileSync(golden, found);
    expect(found).toBe(readFileSync(golden, 'utf8'));
  });
  it('say each fact in words that stand in the resource', () => {
    const all = published().flatMap(({ file, resource }) => {
      const text = JSON.stringify(resource);
      const read = readBundle(guideline, inBundle(resource), '2015-02-01');
      return (read.ok ? read.found : []).map((one) => ({ file, ...one, stands: text.includes(quoted(one.said)) }));
    });
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ stands }) => !stands)).toEqual([]);
  });
});
