// SPDX-License-Identifier: Apache-2.0
// The library: a question in one's own words, answered from articles, claims and passages, each sentence with its source.
export { prepareQuestions, type Answer, type Citation, type Evidence, type Related } from './question.ts';
export { evidenceOf } from './evidence.ts';
export { pageTitle, placeIn, sectionId } from './places.ts';
