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
  // Every line of the list was looked up in its resource. A new line is a fact newly found: look it up before accepting it, with
  // ACCEPT_FHIR_FACTS=1.
  it('hold these facts and no other', () => {
    const found = `${everything().join('\n')}\n`;
    if (process.env['ACCEPT_FHIR_FACTS']) writeFileSync(golden, found);
    expect(found).toBe(readFileSync(golden, 'utf8'));
  });
});
