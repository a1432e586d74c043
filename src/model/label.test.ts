// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { inSentence } from './label.ts';

it.each([
  ['Methotrexate', 'methotrexate'],
  ['Prednisone or prednisolone', 'prednisone or prednisolone'],
  ['A live vaccine', 'a live vaccine'],
  ['JAK inhibitor', 'JAK inhibitor'],
  ['IgA in the blood', 'IgA in the blood'],
  ['TPMT test', 'TPMT test'],
  ['', ''],
])('"%s" stands in a sentence as "%s"', (label, words) => expect(inSentence(label)).toBe(words));
