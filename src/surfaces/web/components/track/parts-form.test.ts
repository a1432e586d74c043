// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formOf } from './form-of.ts';
import { formOfParts, partField, partsIn, readParts } from './parts-form.ts';
import { readForm } from './read-form.ts';

type Vectors = { vectors: readonly { id: string; inputs: { readonly [name: string]: unknown } }[] };
const files = readdirSync('src/measures')
  .map((folder) => `src/measures/${folder}/vectors.json`)
  .filter((file) => existsSync(file));
const all = files.flatMap((file) => {
  const { vectors }: Vectors = JSON.parse(readFileSync(file, 'utf8'));
  return vectors.map(({ id, inputs }) => ({ id, inputs }));
});

describe('a measure entered by its parts', () => {
  it('there are vectors to try', () => expect(all.length).toBeGreaterThan(50));
  it.each(all)('$id opened for correction and left as it was says the same', ({ inputs }) =>
    expect(readParts(formOfParts(inputs))).toEqual(inputs),
  );
  it('takes a correction of one muscle and leaves the others', () => {
    const inputs = { mode: 'bilateral', neckFlexors: 10, pairs: { quadriceps: { right: 8, left: 9 } } };
    const entry = { id: 'a', on: '2026-11-20', kind: 'measure', measure: 'mmt8', inputs } as const;
    const form = formOf(entry)?.form ?? {};
    expect(partsIn(form)).toEqual(['mode', 'neckFlexors', 'pairs.quadriceps.right', 'pairs.quadriceps.left']);
    const read = readForm('measure', { ...form, [partField('pairs.quadriceps.left')]: '7,5' }, '2026-11-24', () => 'b');
    expect(read.ok ? read.entries : read).toEqual([
      { ...entry, id: 'b', by: 'patient', inputs: { ...inputs, pairs: { quadriceps: { right: 8, left: 7.5 } } } },
    ]);
  });
  it('reads an empty part as not known, and a word where a number stood as it was typed', () => {
    const form = formOfParts({ phga: 6, ptga: 5 });
    expect(readParts({ ...form, [partField('phga')]: ' ', [partField('ptga')]: 'NR' })).toEqual({
      phga: null,
      ptga: 'NR',
    });
  });
});
