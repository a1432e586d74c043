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

const muscles = [
  'deltoidMiddle',
  'bicepsBrachii',
  'wristExtensors',
  'gluteusMaximus',
  'gluteusMedius',
  'quadriceps',
  'ankleDorsiflexors',
] as const;
/** Grades of the MRC scale as Kendall grades (IMACS form). MRC 1 is a trace, which has no number; "5-" is not in the table. */
const mrc: Readonly<Record<string, number>> = {
  '0': 0,
  '2-': 1,
  '2': 2,
  '2+': 3,
  '3-': 4,
  '3': 5,
  '3+': 6,
  '4-': 7,
  '4': 8,
  '4+': 9,
  '5': 10,
};
const highest = 10;

/** A whole grade 0 to 10, or undefined when it was not tested. */
function grade(read: Reader, inputs: Inputs, name: string, scale: string | undefined): number | undefined {
  const value = inputs[name];
  if (value === null || value === undefined) return undefined;
  const kendall = scale === 'mrc0_5' ? mrc[String(value)] : value;
  if (typeof kendall === 'number' && Number.isInteger(kendall) && kendall >= 0 && kendall <= highest) return kendall;
  read.report(
    name,
    `is ${shown(value)}. Grades are ${scale === 'mrc0_5' ? Object.keys(mrc).join(', ') : 'whole numbers from 0 to 10'}.`,
  );
  return undefined;
}

/** What is written there as an object; anything else is empty here, and a problem of the reader. */
function inputsIn(inputs: Inputs, name: string): Inputs {
  const found = inputs[name];
  return typeof found === 'object' && found !== null ? Object.fromEntries(Object.entries(found)) : {};
}

type Side = { muscle: string; right: number | undefined; left: number | undefined };
function bilateralTotals(neck: number | undefined, sides: readonly Side[]): Record<string, unknown> {
  const grades = [neck, ...sides.flatMap(({ right, left }) => [right, left])];
  const lower = sum(grades.map((found) => found ?? 0));
  const untested = grades.filter((found) => found === undefined).length;
  return untested === 0
    ? { bilateral: lower, percentOfMax: toSix((lower / (highest * grades.length)) * 100) }
    : { bilateral: null, bilateralLowerBound: lower, bilateralUpperBound: lower + untested * highest };
}

function totals(mode: string | undefined, neck: number | undefined, sides: readonly Side[]): Record<string, unknown> {
  const substitutedLeft = sides
    .filter(({ right, left }) => right === undefined && left !== undefined)
    .map(({ muscle }) => muscle);
  const missingMuscles = [
    ...(neck === undefined ? ['neckFlexors'] : []),
    ...sides.filter(({ right, left }) => right === undefined && left === undefined).map(({ muscle }) => muscle),
  ];
  const unilateral = missingMuscles.length
    ? null
    : sum([neck ?? 0, ...sides.map(({ right, left }) => right ?? left ?? 0)]);
  const both = mode === 'bilateral' ? bilateralTotals(neck, sides) : {};
  const complete = unilateral !== null && (mode === 'unilateral' || both['bilateral'] !== null);
  return {
    status: complete ? 'complete' : 'incomplete',
    unilateral,
    ...both,
    missingMuscles,
    ...(substitutedLeft.length ? { substitutedLeft } : {}),
  };
}

/** MMT-8: neck flexors and seven muscles, Kendall grades 0 to 10. One side 0 to 80, both sides 0 to 150; the two are never mixed.
 *  IMACS form 04 (US government, free to use). A side that cannot be tested gives bounds for both sides; one side may take the left. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [mode, scale] = [
    read.word('mode', ['unilateral', 'bilateral']),
    read.has('scale') ? read.word('scale', ['kendall0_10', 'mrc0_5']) : 'kendall0_10',
  ];
  const neck = grade(read, inputs, 'neckFlexors', scale);
  const pairs = read.inside('pairs');
  const sides = muscles.map((muscle): Side => {
    const [at, grades] = [pairs.inside(muscle), inputsIn(inputsIn(inputs, 'pairs'), muscle)];
    return { muscle, right: grade(at, grades, 'right', scale), left: grade(at, grades, 'left', scale) };
  });
  return outcome(read, () => totals(mode, neck, sides));
}

export const mmt8: Measure = {
  id: 'mmt8',
  shortNames: ['mmt-8'],
  title: 'Manual muscle testing of eight muscles (MMT-8)',
  citation: 'IMACS form 04; Rider LG et al. Arthritis Care Res 2011;63 Suppl 11:S118-157, Table 1',
  licence: 'IMACS/NIEHS form, free to use',
  score,
};
