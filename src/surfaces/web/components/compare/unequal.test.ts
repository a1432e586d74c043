// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { unequal } from './unequal.ts';

const found = (trial: string, week: number, treated = '37 of 47 people', outcome = 'Better') => ({
  treated,
  control: '21 of 48 (placebo)',
  hundred: { treated: 79, control: 44 },
  interval: 'That is 35 more of 100.',
  outcome,
  week,
  trial,
  label: trial,
});

describe('chances of different trials are not set against each other', () => {
  it.each([
    { what: 'one treatment with numbers', all: [found('a', 16)], says: undefined },
    { what: 'one trial for both', all: [found('a', 16), found('a', 16)], says: undefined },
    { what: 'two trials alike', all: [found('a', 16), found('b', 16)], says: /different trials\. So/ },
    { what: 'two trials over other times', all: [found('a', 16), found('b', 24)], says: /for different times/ },
    {
      what: 'grown-ups and children, other measures',
      all: [found('a', 16), found('b', 16, '33 of 46 children', 'PRINTO 20')],
      says: /people of different ages, with different measures/,
    },
  ])('$what', ({ all, says }) =>
    says === undefined ? expect(unequal(all)).toBeUndefined() : expect(unequal(all)).toMatch(says),
  );
});
