// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadGuideline, loadLibrary } from '../authoring/index.ts';
import { pageTitle, placeIn, sectionId } from './places.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { library } = loadLibrary('guideline', loaded.guideline);

it.each([
  ['Liver or muscle?', 'liver-or-muscle'],
  ['CK and other enzymes', 'ck-and-other-enzymes'],
])('the section %s has the name %s in an address', (heading, name) => expect(sectionId(heading)).toBe(name));

it('no two sections of an article have the same name', () => {
  for (const { id, sections } of library.articles) {
    const names = sections.map(({ heading }) => sectionId(heading));
    expect([id, new Set(names).size]).toEqual([id, names.length]);
  }
});

it('the place in an article is the section that rests most on what was said', () => {
  const article = library.articles.find(({ id }) => id === 'blood-tests-explained');
  if (!article) throw new Error('There is no article on blood tests.');
  expect(placeIn(article, new Set(['ck-meaning', 'steroids-are-judged-by-strength']))).toBe('#ck-and-other-enzymes');
  expect(placeIn(article, new Set(['nothing-of-this']))).toBe('');
});

it('every page that an answer names has a title', () => {
  const named = library.passages.flatMap(({ pages }) => pages);
  const titled = (href: string): boolean =>
    library.articles.some(({ id }) => href === `/library/${id}/`)
    || Object.keys(loaded.guideline.interventions).some((id) => href === `/treatments/${id}/`)
    || pageTitle(href) !== undefined;
  expect(named.filter((href) => !titled(href))).toEqual([]);
});
