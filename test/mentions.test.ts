// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadGuideline, loadLibrary } from '../src/authoring/index.ts';
import { articlesAbout, treatmentsIn } from '../src/surfaces/web/pages/library/mentions.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const { library } = loadLibrary('guideline', guideline);
const namesIn = (id: string): readonly string[] => {
  const article = library.articles.find((one) => one.id === id);
  if (!article) throw new Error(`There is no article ${id}.`);
  return treatmentsIn(article, guideline).map((one) => one.id);
};

it.each([
  ['methotrexate-or-azathioprine', ['methotrexate', 'azathioprine']],
  ['when-ivig-or-rituximab', ['ivig', 'rituximab']],
  ['steroids-and-tapering', ['prednisone']],
  ['exercise', ['exercise-programme']],
])('the article %s leads to %j first', (id, treatments) =>
  expect(namesIn(id).slice(0, treatments.length).toSorted()).toEqual(treatments.toSorted()),
);
it('a steroid cream is not taken for steroid tablets', () => {
  expect(namesIn('skin-and-sun')).not.toContain('prednisone');
  expect(namesIn('skin-and-sun')).toContain('topical-corticosteroid');
});
it.each([
  ['rituximab', 'when-ivig-or-rituximab'],
  ['prednisone', 'steroids-and-tapering'],
  ['hydroxychloroquine', 'skin-and-sun'],
])('the page of %s leads to the article %s', (id, article) =>
  expect(articlesAbout(id, library.articles, guideline).map((one) => one.id)).toContain(article),
);
