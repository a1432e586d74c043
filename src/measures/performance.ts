// SPDX-License-Identifier: Apache-2.0
// Timed and counted performance tests, each with its published reference.
import { outcome, reader, sum, toSix, type Inputs, type Measure, type Outcome, type Reader } from './measure.ts';

/** The row whose ages include this age; undefined outside the reference. */
const rowFor = <T>(rows: readonly (readonly [number, number, T])[], age: number): T | undefined =>
  rows.find(([from, to]) => age >= from && age < to + 1)?.[2];

const fi3Maxima = { shoulderFlexion: 60, neckFlexion: 30, hipFlexion: 60 } as const;
const fi3Tasks = ['shoulderFlexion', 'neckFlexion', 'hipFlexion'] as const;
/** Functional Index 3: repetitions of three tasks; percent of each maximum, total 0 to 1. A missing task gives no total. Ernste et al. 2021. */
function scoreFi3(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const counts = fi3Tasks.map((task) => read.optional(task, 0, fi3Maxima[task], 'repetitions'));
  return outcome(read, () => ({
    total: counts.includes(undefined)
      ? null
      : toSix(sum(counts.map((count) => count ?? 0)) / sum(fi3Tasks.map((task) => fi3Maxima[task]))),
    percent: Object.fromEntries(
      fi3Tasks.map((task, i) => {
        const count = counts[i];
        return [task, count === undefined ? null : toSix((count / fi3Maxima[task]) * 100)];
      }),
    ),
  }));
}

/** Normal ranges of stands by age and sex, 60 to 94 years (Rikli and Jones 1999); only the lower bound decides. */
const stands = {
  female: [
    [60, 64, 12],
    [65, 69, 11],
    [70, 74, 10],
    [75, 79, 10],
    [80, 84, 9],
    [85, 89, 8],
    [90, 94, 4],
  ],
  male: [
    [60, 64, 14],
    [65, 69, 12],
    [70, 74, 12],
    [75, 79, 11],
    [80, 84, 10],
    [85, 89, 8],
    [90, 94, 7],
  ],
} as const;
/** Full stands from a chair in 30 seconds; using the arms scores 0. Outside 60 to 94 years there is no norm. */
function scoreStands(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [given, age, sex] = [
    read.number('count', 0, 60, 'stands'),
    read.optional('age', 0, 120, 'years'),
    read.has('sex') ? read.word('sex', ['female', 'male']) : undefined,
  ];
  const usedArms = read.has('usedArms') && read.word('usedArms', [true, false]) === true;
  const count = usedArms ? 0 : (given ?? 0);
  const lower = age === undefined || sex === undefined ? undefined : rowFor(stands[sex], age);
  return outcome(read, () => ({ count, belowAverage: lower === undefined ? null : count < lower }));
}

/** Upper 95 % limits of the mean time in seconds by age (Bohannon 2006). */
const slowest = [
  [60, 69, 9],
  [70, 79, 10.2],
  [80, 99, 12.7],
] as const;
/** Timed up-and-go in seconds. Under 60 years there is no reference. */
function scoreUpAndGo(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [seconds, age] = [read.number('seconds', 0, 600, 'seconds'), read.optional('age', 0, 120, 'years')];
  const limit = age === undefined ? undefined : rowFor(slowest, age);
  return outcome(read, () => ({
    seconds,
    worseThanAverage: limit === undefined || seconds === undefined ? null : seconds > limit,
  }));
}

const walked = {
  male: { height: 7.57, age: 5.02, weight: 1.76, constant: -309, spread: 153 },
  female: { height: 2.11, age: 5.78, weight: 2.29, constant: 667, spread: 139 },
} as const;
/** Six-minute walk in metres against the prediction for age, sex, height and weight (Enright and Sherrill 1998, made at 40 to 80 years). */
function scoreWalk(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const sex = read.word('sex', ['female', 'male']) ?? 'female';
  const [distance, height, weight, age] = [
    read.number('distanceM', 0, 1500, 'm') ?? 0,
    read.number('heightCm', 100, 230, 'cm') ?? 0,
    read.number('weightKg', 25, 300, 'kg') ?? 0,
    read.number('age', 18, 110, 'years') ?? 0,
  ];
  const by = walked[sex];
  const predicted = by.height * height - by.age * age - by.weight * weight + by.constant;
  if (predicted <= 0 && !read.problems.length)
    read.report('heightCm', 'with this age and weight lies outside what the equation can predict.');
  return outcome(read, () => ({
    predictedM: toSix(predicted),
    lowerLimitM: toSix(predicted - by.spread),
    percentPredicted: toSix((distance / predicted) * 100),
    extrapolated: age < 40 || age > 80,
  }));
}

/** Ideal weight in kg for a height (Devine 1974); undefined below 60 inches, where the formula does not hold. */
function idealWeight(sex: 'female' | 'male', heightCm: number): number | undefined {
  const inches = heightCm / 2.54;
  return inches < 60 ? undefined : (sex === 'male' ? 50 : 45.5) + 2.3 * (inches - 60);
}
const orNull = (value: number | undefined): number | null => value ?? null;
function dosing(read: Reader): Record<string, unknown> {
  const sex = read.word('sex', ['female', 'male']) ?? 'female';
  const [height, weight, perKg] = [
    read.number('heightCm', 30, 250, 'cm') ?? 1,
    read.number('weightKg', 1, 400, 'kg') ?? 1,
    read.optional('doseGPerKg', 0, 5, 'g/kg'),
  ];
  const policy = read.has('policy') ? read.word('policy', ['actual', 'adjusted_if_bmi_ge_30']) : 'actual';
  const ibw = idealWeight(sex, height);
  const adjusted = ibw === undefined ? undefined : weight > ibw ? ibw + 0.4 * (weight - ibw) : weight;
  const bmi = weight / (height / 100) ** 2;
  const useAdjusted = policy === 'adjusted_if_bmi_ge_30' && bmi >= 30 && adjusted !== undefined;
  const dosingWeight = useAdjusted ? adjusted : weight;
  return {
    ibw: orNull(ibw),
    adjbw: orNull(adjusted),
    bmi,
    dosingWeight,
    basis: useAdjusted ? 'adjusted' : 'actual',
    ...(perKg === undefined ? {} : { totalDoseG: perKg * dosingWeight }),
  };
}
/** Ideal, adjusted and dosing weight for immunoglobulin, and grams from a dose in g/kg; for a clinician to verify. */
function scoreWeight(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const result = dosing(read);
  return outcome(read, () => result);
}

const free = 'Published method, free to use';
export const performance: readonly Measure[] = [
  {
    id: 'fi3',
    shortNames: ['fi-3'],
    title: 'Functional Index 3 (FI-3)',
    citation: 'Ernste FC et al. J Rheumatol 2021;48:94-100',
    licence: 'Scoring free to use; cite',
    score: scoreFi3,
  },
  {
    id: 'sts30',
    shortNames: ['sit-to-stand'],
    title: '30-second sit-to-stand',
    citation: 'Rikli RE, Jones CJ. J Aging Phys Act 1999;7:162-181',
    licence: free,
    score: scoreStands,
  },
  {
    id: 'tug',
    shortNames: ['timed-up-and-go'],
    title: 'Timed up-and-go',
    citation: 'Bohannon RW. J Geriatr Phys Ther 2006;29:64-68',
    licence: free,
    score: scoreUpAndGo,
  },
  {
    id: 'six_mwt',
    shortNames: ['6mwt'],
    title: 'Six-minute walk test',
    citation: 'Enright PL, Sherrill DL. Am J Respir Crit Care Med 1998;158:1384-1387',
    licence: free,
    score: scoreWalk,
  },
  {
    id: 'body_weight_ivig',
    shortNames: ['dosing-weight'],
    title: 'Ideal, adjusted and dosing weight for immunoglobulin',
    citation: 'Devine BJ. Drug Intell Clin Pharm 1974;8:650-655',
    licence: free,
    score: scoreWeight,
  },
];
