// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEdition, recordedShape } from './edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'heliotrope-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('an edition that cannot be read is refused with what to do', () => {
  it.each([
    ['a name that is nothing', () => 'no-such-thing', /neither a folder, nor a recorded edition, nor a git revision/],
    ['a folder without treatments', () => folder, /no treatment in it/],
    ['a file of another shape', () => file('other.json', '{"shape":"x"}'), new RegExp(recordedShape)],
    ['a file that holds null', () => file('null.json', 'null'), new RegExp(recordedShape)],
    [
      'a recorded edition without a guideline',
      () => file('empty.json', JSON.stringify({ shape: recordedShape })),
      /holds no guideline/,
    ],
    ['a file that is not JSON', () => file('text.json', 'facts:'), /cannot be read as JSON/],
  ])('%s', (_name, name, says) => expect(() => readEdition(name())).toThrow(says));
});
