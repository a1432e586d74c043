// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { frequencyInWords } from './dosage.ts';

describe('how often a medicine is taken, in words', () => {
  it.each([
    ['15 mg once weekly', { times: 1, per: 'week' }],
    ['15 mg weekly, every Monday', { times: 1, per: 'week' }],
    ['2.5 mg three times a week', { times: 3, per: 'week' }],
    ['5 mg 2x weekly', { times: 2, per: 'week' }],
    ['every Monday and Thursday', { times: 2, per: 'week' }],
    ['one tablet daily', { times: 1, per: 'day' }],
    ['Twice daily (every 12 hours)', { times: 2, per: 'day' }],
    ['5 times daily', { times: 5, per: 'day' }],
    ['3 times per day', { times: 3, per: 'day' }],
    ['every other day', { times: 1, per: 'day', every: 2 }],
  ])('%s', (words, frequency) => expect(frequencyInWords(words)).toEqual(frequency));

  it.each([
    'as directed',
    '1-2 times daily',
    'two to three times a week',
    'several times a week',
    '15 mg once weekly, folic acid daily',
    'one every morning and two every evening',
    '99 times daily',
  ])('%s is not turned into a number', (words) => expect(frequencyInWords(words)).toBeUndefined());
});
