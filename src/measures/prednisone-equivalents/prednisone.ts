// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, sum, toSix, type Inputs, type Measure, type Outcome } from '../measure.ts';

/** Milligrams that equal 5 mg of prednisone, by anti-inflammatory effect (US prednisolone labelling; deflazacort from UK labelling). */
const equivalent = {
  prednisone: 5,
  prednisolone: 5,
  methylprednisolone: 4,
  hydrocortisone: 20,
  cortisone: 25,
  dexamethasone: 0.75,
  betamethasone: 0.75,
  triamcinolone: 4,
  deflazacort: 6,
} as const;
const drugs = [
  'prednisone',
  'prednisolone',
  'methylprednisolone',
  'hydrocortisone',
  'cortisone',
  'dexamethasone',
  'betamethasone',
  'triamcinolone',
  'deflazacort',
] as const;
/** From here linear equivalence no longer describes what a dose does. */
const pulse = 250;

/** Milligrams of a steroid as milligrams of prednisone; undefined for a steroid that is not in the table, never nothing. */
export function prednisoneEquivalent(drug: string, mg: number): number | undefined {
  const known = drugs.find((name) => name === drug.toLowerCase());
  return known === undefined ? undefined : (mg * equivalent.prednisone) / equivalent[known];
}

/** Prednisone equivalent of one day's steroids, in mg. An unknown or local steroid is refused, never counted as nothing. An empty
 *  list says that none was taken, which is 0 mg; a list that is missing, or a dose left blank, is refused. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const doses = read.list('doses').map((dose, i) => {
    const at = reader(
      typeof dose === 'object' && dose !== null ? Object.fromEntries(Object.entries(dose)) : {},
      `doses.${i}.`,
      read.problems,
    );
    const [drug, amount] = [at.word('drug', drugs), at.number('doseMg', 0, 5000, 'mg')];
    return drug === undefined || amount === undefined ? 0 : (amount * equivalent.prednisone) / equivalent[drug];
  });
  return outcome(read, () => ({
    prednisoneEqMg: toSix(sum(doses)),
    ...(sum(doses) >= pulse ? { caution: 'At pulse doses equivalence is only a rough guide.' } : {}),
  }));
}

export const prednisone: Measure = {
  id: 'prednisone_equivalents',
  shortNames: ['prednisone', 'steroid-equivalents'],
  title: 'Prednisone equivalent of a day’s steroids',
  citation: 'Equivalence table of US prednisolone labelling',
  licence: 'Facts, free to use',
  score,
};
