// SPDX-License-Identifier: Apache-2.0
// How well questions are understood. Only `public` comes from elsewhere; what each set scored when it was new is in decisions 18 and 51.
import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import { loadGuideline, loadLibrary } from '../src/authoring/index.ts';
import { prepareQuestions } from '../src/library/index.ts';

type Labelled = { id: string; question: string; topics: string[]; answerable: string; urgent: boolean };
const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { library } = loadLibrary('guideline', loaded.guideline);
const answer = prepareQuestions(loaded.guideline, library);
const read = (name: string): readonly Labelled[] =>
  JSON.parse(readFileSync(`test/questions/${name}.json`, 'utf8')).questions;
const share = (parts: readonly boolean[]): number => parts.filter(Boolean).length / Math.max(1, parts.length);

const sets = ['public', 'own', 'fresh', 'unseen', 'voices', 'sealed', 'odd', 'later', 'looked-at', 'counted'];
describe.each(sets)('the %s questions', (name) => {
  const asked = read(name).map((one) => ({ ...one, got: answer(one.question) }));
  const labelled = asked.filter(({ topics }) => topics.length > 0);
  const urgent = asked.filter(({ urgent: is }) => is);
  const calm = asked.filter(({ urgent: is }) => !is);
  const refused = asked.filter(({ answerable }) => answerable === 'no');
  it('are there', () => expect(asked.length).toBeGreaterThanOrEqual(60));
  it('have one of their topics named first in 9 of 10', () =>
    expect(share(labelled.map(({ topics, got }) => topics.includes(got.topics[0] ?? '')))).toBeGreaterThanOrEqual(0.9));
  it('have one of their topics among the first three in 97 of 100', () =>
    expect(
      share(labelled.map(({ topics, got }) => topics.some((one) => got.topics.includes(one)))),
    ).toBeGreaterThanOrEqual(0.97));
  it('are recognised whenever they are urgent', () =>
    expect(urgent.filter(({ got }) => !got.urgent).map(({ question }) => question)).toEqual([]));
  it('raise at most 3 false alarms in 100', () =>
    expect(share(calm.map(({ got }) => got.urgent))).toBeLessThanOrEqual(0.03));
  it('are declined when they are not to be answered', () =>
    expect(refused.filter(({ got }) => got.answerable !== 'no').map(({ question }) => question)).toEqual([]));
});

describe('the questions that are urgent or only look so', () => {
  const asked = read('alarms').map((one) => ({ ...one, got: answer(one.question).urgent }));
  it('every urgent one is recognised', () =>
    expect(asked.filter(({ urgent, got }) => urgent && !got).map(({ question }) => question)).toEqual([]));
  it('none of the others raises an alarm', () =>
    expect(asked.filter(({ urgent, got }) => !urgent && got).map(({ question }) => question)).toEqual([]));
});

/** Every text in a value, however deep. */
const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : [];
/** Every run of five words of a text. */
const runs = (text: string): readonly string[] => {
  const words = text
    .toLowerCase()
    .replace(/'/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.slice(4).map((_, i) => words.slice(i, i + 5).join(' '));
};
it('no five words in a row of a public question stand in what answers questions', () => {
  const { topics, alarms, passages, families, frames } = library;
  const known = new Set(texts([topics, alarms, passages, families, frames]).flatMap(runs));
  expect(read('public').flatMap(({ question }) => runs(question).filter((run) => known.has(run)))).toEqual([]);
});
