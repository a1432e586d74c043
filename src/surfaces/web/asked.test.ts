// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressFor, wordsIn } from './asked.ts';

it('whatever was asked arrives as it was typed, and nothing of it stands before the fragment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      const to = new URL(addressFor(words), 'http://site');
      expect(wordsIn(to.hash)).toBe(words.trim());
      expect(to.pathname + to.search).toBe('/ask/');
    }),
  );
});
it.each(['', '#', '#source-1', '#q=%E0%A4%A'])('the fragment "%s" holds no question', (fragment) => {
  expect(wordsIn(fragment)).toBe('');
});
