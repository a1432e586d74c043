// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Alarm, Library } from '../model/index.ts';
import { alarmsIn, framesOf } from './alarm.ts';
import { familiesOf, matcher, wordsOf } from './words.ts';

const frames: Library['frames'] = {
  past: ['years ago', 'last year'],
  hypothetical: ['what if', 'signs of'],
  present: ['now', 'today'],
  denial: ['no', 'never', 'without'],
};
const library = { families: {}, frames, masks: {} };
const alarm = (id: string, level: Alarm['level'], more: Partial<Alarm> = {}): Alarm => ({
  id,
  level,
  topics: ['emergency'],
  title: 'Get help',
  signs: [id],
  always: false,
  unless: [],
  says: [{ text: 'Get help.', because: ['a-claim'] }],
  ...more,
});
const alarms = [
  alarm('fever', 'urgent'),
  alarm('faint', 'emergency'),
  alarm('despair', 'emergency', { always: true }),
  alarm('fall', 'soon', { unless: ['asleep'] }),
];
const families = familiesOf(library);
const ready = alarms.map((one) => ({
  alarm: one,
  signs: one.signs.map((sign) => matcher(families, sign)),
  unless: one.unless.map((hint) => matcher(families, hint)),
}));
/** The ids of what is raised, and of what is only imagined. */
function heard(text: string): { raised: readonly string[]; imagined: string | undefined } {
  const { raised, imagined } = alarmsIn(framesOf({ ...empty, ...library }, families), ready, wordsOf(text));
  return { raised: raised.map(({ id }) => id), imagined: imagined?.id };
}
const empty: Omit<Library, 'families' | 'frames' | 'masks'> = {
  articles: [],
  glossary: [],
  topics: [],
  alarms: [],
  passages: [],
  languages: [],
};

describe('a denial reaches five words far, and no further than a pause or a turn', () => {
  it.each([
    ['no fever', []],
    ['no one two three four fever', []],
    ['no one two three four five fever', ['fever']],
    ['no cough, fever', ['fever']],
    ['no cough. fever', ['fever']],
    ['no cough or fever', []],
    ['no cough but fever', ['fever']],
    ['no cough and fever', ['fever']],
    ['no cough just fever', ['fever']],
    ['tired but no fever', []],
    ['tired and never fever', []],
    ['fever no longer', ['fever']],
    ['no fever today, then fever', ['fever']],
  ])('%s → %j', (text, raised) => expect(heard(text).raised).toEqual(raised));
  it('a wish to die is believed although it is denied, past or imagined', () => {
    expect(heard('no despair').raised).toEqual(['despair']);
    expect(heard('despair years ago').raised).toEqual(['despair']);
    expect(heard('what if despair').raised).toEqual(['despair']);
  });
});

describe('the past and a "what if" reach over their own sentence', () => {
  it.each([
    ['fever last year', []],
    ['fever last year, faint', []],
    ['last year was fine. fever', ['fever']],
    ['fever years ago! faint', ['faint']],
    ['fever years ago\nfaint', ['faint']],
    ['fever years ago and faint now', ['faint', 'fever']],
    ['what if fever', []],
    ['what are the signs of it? fever', ['fever']],
    ['what if fever. it began today', ['fever']],
    ['fever years ago. well today', []],
  ])('%s → %j', (text, raised) => expect(heard(text).raised).toEqual(raised));
  it('what is only imagined is named, so that it can be answered for the case that it is real', () => {
    expect(heard('what if fever')).toEqual({ raised: [], imagined: 'fever' });
    expect(heard('what if no fever').imagined).toBeUndefined();
    expect(heard('fever last year').imagined).toBeUndefined();
  });
});

it('at most two alarms are raised, the most urgent first', () =>
  expect(heard('fall fever faint').raised).toEqual(['faint', 'fever']));
it('what takes an alarm back silences it alone', () => expect(heard('fall asleep fever').raised).toEqual(['fever']));
