// SPDX-License-Identifier: Apache-2.0
import { mean, outcome, reader, sum, toSix, type Inputs, type Measure, type Outcome, type Reader } from '../measure.ts';

const categories = ['dressing', 'arising', 'eating', 'walking', 'hygiene', 'reach', 'grip', 'activities'] as const;
type Category = (typeof categories)[number];
/** The category each aid counts for; an aid that is not named here has no effect unless the person names its category. */
const aidCategory: Readonly<Record<string, Category>> = {
  dressingDevices: 'dressing',
  specialChair: 'arising',
  specialUtensils: 'eating',
  cane: 'walking',
  walker: 'walking',
  crutches: 'walking',
  wheelchair: 'walking',
  raisedToiletSeat: 'hygiene',
  bathtubSeat: 'hygiene',
  bathtubBar: 'hygiene',
  longHandledBathroom: 'hygiene',
  longHandledReach: 'reach',
  jarOpener: 'grip',
};
/** Stanford convention: fewer scored categories give no index. */
const fewest = 6;
const withHelp = 2;

/** The worst answered item of a category, 0 to 3; null when none was answered. */
function worst(read: Reader, items: Reader, category: Category): number | null {
  const answers = items.has(category) ? items.list(category) : [];
  const given = answers.filter((answer) => answer !== null && answer !== 'NA');
  const numbers = given.filter(
    (answer): answer is number => typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer <= 3,
  );
  if (numbers.length < given.length)
    read.report(`items.${category}`, 'takes whole numbers from 0 to 3, or null for an item not answered.');
  return numbers.length ? Math.max(...numbers) : null;
}

function helped(read: Reader, names: readonly string[]): ReadonlySet<string> {
  const found = names.flatMap((name) => (read.has(name) ? read.list(name).map(String) : []));
  for (const name of found)
    if (!Object.hasOwn(aidCategory, name) && !categories.some((category) => category === name))
      read.report('aids', `"${name}" is not an aid or a category here.`);
  return new Set(found.map((name) => aidCategory[name] ?? name));
}

const index = (scores: readonly (number | null)[]): number | null => {
  const scored = scores.filter((score) => score !== null);
  const value = scored.length >= fewest ? mean(scored) : null;
  return value === null ? null : toSix(value);
};

/** Scores the eight categories: the worst item each, and at least 2 where an aid or help is needed; the index is their mean, if six are scored. */
function scoreCategories(inputs: Inputs): {
  read: Reader;
  plain: readonly (number | null)[];
  corrected: readonly (number | null)[];
} {
  const read = reader(inputs);
  if (!read.has('items')) read.report('items', 'is missing. Give the answers of each category.');
  const items = read.inside('items');
  const plain = categories.map((category) => worst(read, items, category));
  const needs = helped(read, ['aids', 'help']);
  return {
    read,
    plain,
    corrected: plain.map((score, i) =>
      score !== null && needs.has(categories[i] ?? '') ? Math.max(score, withHelp) : score,
    ),
  };
}

/** HAQ disability index, 0 to 3. Fries et al. 1980; Bruce and Fries 2003. Item wording is Stanford's: only numbers are taken. */
function scoreHaq(inputs: Inputs): Outcome {
  const { read, plain, corrected } = scoreCategories(inputs);
  return outcome(read, () => ({
    haqDi: index(corrected),
    haqDiAlternative: index(plain),
    categoriesScored: sum(corrected.map((score) => (score === null ? 0 : 1))),
    categoryScores: Object.fromEntries(categories.map((category, i) => [category, corrected[i]])),
  }));
}

/** Childhood HAQ disability index, 0 to 3: as the HAQ, and items not applicable for the child's age are left out. */
function scoreChaq(inputs: Inputs): Outcome {
  const { read, corrected } = scoreCategories(inputs);
  return outcome(read, () => ({ chaqDi: index(corrected) }));
}

const licence = 'Copyright Stanford University; item wording is not shipped, the score is computed from numbers';
export const haq: Measure = {
  id: 'haq_di',
  shortNames: ['haq', 'haq-di'],
  title: 'Health Assessment Questionnaire disability index',
  citation: 'Fries JF et al. Arthritis Rheum 1980;23:137-145',
  licence,
  score: scoreHaq,
};
export const chaq: Measure = {
  id: 'chaq',
  shortNames: ['chaq-di'],
  title: 'Childhood Health Assessment Questionnaire disability index',
  citation: 'Singh G et al. Arthritis Rheum 1994;37:1761-1769',
  licence,
  score: scoreChaq,
};
