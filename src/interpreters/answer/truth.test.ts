// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Status, Truth } from '../../model/index.ts';
import { decide } from './option.ts';
import { all, any, atLeast, not } from './truth.ts';

describe('all: true only when every part is true', () => {
  it.each<{ parts: Truth[]; truth: Truth }>([
    { parts: ['true', 'true'], truth: 'true' },
    { parts: ['true', 'unknown'], truth: 'unknown' },
    { parts: ['false', 'unknown'], truth: 'false' }, // one false settles it
    { parts: [], truth: 'true' },
  ])('$parts → $truth', ({ parts, truth }) => expect(all(parts)).toBe(truth));
});

describe('any: true when one part is true', () => {
  it.each<{ parts: Truth[]; truth: Truth }>([
    { parts: ['false', 'false'], truth: 'false' },
    { parts: ['false', 'unknown'], truth: 'unknown' },
    { parts: ['true', 'unknown'], truth: 'true' }, // one true settles it
    { parts: [], truth: 'false' },
  ])('$parts → $truth', ({ parts, truth }) => expect(any(parts)).toBe(truth));
});

describe('not: unknown stays unknown', () => {
  it.each<[Truth, Truth]>([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ])('%s → %s', (part, truth) => expect(not(part)).toBe(truth));
});

describe('atLeast 2: true when known points reach two, false when even unknown ones could not', () => {
  it.each<{ parts: [number, Truth][]; truth: Truth }>([
    {
      parts: [
        [1, 'true'],
        [1, 'true'],
      ],
      truth: 'true',
    },
    {
      parts: [
        [2, 'true'],
        [1, 'unknown'],
      ],
      truth: 'true',
    },
    {
      parts: [
        [1, 'true'],
        [1, 'unknown'],
      ],
      truth: 'unknown',
    },
    {
      parts: [
        [1, 'false'],
        [1, 'unknown'],
      ],
      truth: 'false',
    },
  ])('$parts → $truth', ({ parts, truth }) =>
    expect(
      atLeast(
        2,
        parts.map(([points, when]) => ({ points, when })),
      ),
    ).toBe(truth),
  );
});

describe('status is decided in this order: contraindicated, not-indicated, advised-against, undetermined, then recommended or suggested', () => {
  it.each<{ contraindicated: Truth; indicated: Truth; advisedAgainst: Truth; strong: Truth; status: Status }>([
    { contraindicated: 'true', indicated: 'true', advisedAgainst: 'true', strong: 'true', status: 'contraindicated' },
    {
      contraindicated: 'true',
      indicated: 'false',
      advisedAgainst: 'false',
      strong: 'false',
      status: 'contraindicated',
    },
    {
      contraindicated: 'unknown',
      indicated: 'false',
      advisedAgainst: 'true',
      strong: 'false',
      status: 'not-indicated',
    },
    {
      contraindicated: 'unknown',
      indicated: 'unknown',
      advisedAgainst: 'true',
      strong: 'false',
      status: 'advised-against',
    },
    { contraindicated: 'unknown', indicated: 'true', advisedAgainst: 'false', strong: 'true', status: 'undetermined' },
    { contraindicated: 'false', indicated: 'true', advisedAgainst: 'unknown', strong: 'true', status: 'undetermined' },
    { contraindicated: 'false', indicated: 'true', advisedAgainst: 'false', strong: 'true', status: 'recommended' },
    { contraindicated: 'false', indicated: 'true', advisedAgainst: 'false', strong: 'unknown', status: 'suggested' },
  ])('$contraindicated $indicated $advisedAgainst $strong → $status', ({ status, ...truths }) =>
    expect(decide(truths)).toBe(status),
  );
});
