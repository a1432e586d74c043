// SPDX-License-Identifier: Apache-2.0
import {
  outcome,
  reader,
  shown,
  sum,
  toSix,
  type Inputs,
  type Measure,
  type Outcome,
  type Reader,
} from '../measure.ts';

/** Points of each item without and with biopsy, in tenths so that sums stay exact (Lundberg et al. 2017, table 2). */
const points = {
  weaknessProximalUpper: [7, 7],
  weaknessProximalLower: [8, 5],
  neckFlexorsWeaker: [19, 16],
  legsProximalWeaker: [9, 12],
  heliotrope: [31, 32],
  gottronPapules: [21, 27],
  gottronSign: [33, 37],
  dysphagia: [7, 6],
  antiJo1: [39, 38],
  enzymesElevated: [13, 14],
  endomysialInfiltration: [0, 17],
  perimysialPerivascular: [0, 12],
  perifascicularAtrophy: [0, 19],
  rimmedVacuoles: [0, 31],
} as const;
type Item = keyof typeof points;
const items = [
  'weaknessProximalUpper',
  'weaknessProximalLower',
  'neckFlexorsWeaker',
  'legsProximalWeaker',
  'heliotrope',
  'gottronPapules',
  'gottronSign',
  'dysphagia',
  'antiJo1',
  'enzymesElevated',
  'endomysialInfiltration',
  'perimysialPerivascular',
  'perifascicularAtrophy',
  'rimmedVacuoles',
] as const satisfies readonly Item[];
const biopsyItems: readonly Item[] = items.slice(10);
const [weak, skin]: readonly (readonly Item[])[] = [items.slice(0, 4), ['heliotrope', 'gottronPapules', 'gottronSign']];

/** The two published models: age points in tenths, the constant of the formula, and the cut-offs of the score in tenths. */
const models = {
  noBiopsy: { column: 0, young: 13, old: 21, constant: 5.33, cutoffs: { possible: 53, probable: 55, definite: 75 } },
  biopsy: { column: 1, young: 15, old: 22, constant: 6.49, cutoffs: { possible: 65, probable: 67, definite: 87 } },
} as const;
type Known = Readonly<Partial<Record<string, boolean>>>;

function readItems(read: Reader, inputs: Inputs): Known {
  const found: Record<string, boolean> = {};
  for (const name of [...items, 'fingerFlexorWeakness', 'treatmentResponseNotImproved']) {
    const value = inputs[name];
    if (typeof value === 'boolean') found[name] = value;
    else if (value !== undefined && value !== null)
      read.report(name, `is ${shown(value)}. It takes true, false, or null when it is not known.`);
  }
  return found;
}

/** The classification tree of the paper. Weakness is any of the four items. */
function subgroupOf(age: number, known: Known): string {
  const has = (names: readonly string[] | undefined): boolean => (names ?? []).some((name) => known[name] === true);
  if (age < 18) return has(skin) ? 'JDM' : 'JM_other';
  if (has(skin)) return has(weak) ? 'DM' : 'ADM';
  const inclusionBody =
    (known['fingerFlexorWeakness'] === true && known['treatmentResponseNotImproved'] === true)
    || known['rimmedVacuoles'] === true;
  return inclusionBody ? 'IBM' : 'PM';
}

function classify(age: number, biopsy: boolean, known: Known): Record<string, unknown> {
  const { column, young, old, constant, cutoffs } = models[biopsy ? 'biopsy' : 'noBiopsy'];
  const counted = items.filter((item) => biopsy || !biopsyItems.includes(item));
  const agePoints = age < 18 ? 0 : age < 40 ? young : old;
  const tenths = agePoints + sum(counted.map((item) => (known[item] === true ? points[item][column] : 0)));
  const category =
    tenths >= cutoffs.definite
      ? 'definite'
      : tenths >= cutoffs.probable
        ? 'probable'
        : tenths >= cutoffs.possible
          ? 'possible'
          : 'not_iim';
  const unknown = counted.filter((item) => known[item] === undefined);
  return {
    model: biopsy ? 'biopsy' : 'noBiopsy',
    score: tenths / 10,
    probability: toSix(1 / (1 + Math.exp(constant - tenths / 10))),
    category,
    subgroup: category === 'probable' || category === 'definite' ? subgroupOf(age, known) : null,
    scoreIsLowerBound: unknown.length > 0,
    unknown,
  };
}

/** 2017 EULAR/ACR classification of idiopathic inflammatory myopathies (Lundberg et al. 2017): score, probability, category by the score's
 *  cut-offs, and subgroup from probable on. With a biopsy every item takes the biopsy column. An unknown item gives no points and makes the score
 *  a lower bound. For classification in research; it does not make a diagnosis. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const age = read.number('ageAtOnset', 0, 120, 'years');
  const biopsy = inputs['biopsyAvailable'];
  if (typeof biopsy !== 'boolean') read.report('biopsyAvailable', `is ${shown(biopsy)}. It takes true or false.`);
  const known = readItems(read, inputs);
  return outcome(read, () => classify(age ?? 0, biopsy === true, known));
}

export const classification: Measure = {
  id: 'eular_acr_iim_2017',
  shortNames: ['classification', 'eular-acr'],
  title: '2017 EULAR/ACR classification criteria for idiopathic inflammatory myopathies',
  citation: 'Lundberg IE et al. Ann Rheum Dis 2017;76:1955-1964; Bottai M et al. RMD Open 2017;3:e000507',
  licence: 'Published criteria, free to use',
  score,
};
