// SPDX-License-Identifier: Apache-2.0
// Repetition tests and totals: measures that take few numbers. Forms that are not free are computed from their totals.
import { outcome, reader, shown, sum, toSix, type Inputs, type Measure, type Outcome, type Reader } from './measure.ts';

const whole = (read: Reader, name: string, max: number, unit: string): number | undefined => {
  const found = read.optional(name, 0, max, unit);
  if (found === undefined || Number.isInteger(found)) return found;
  read.report(name, `is ${found}. Give a whole number.`);
  return undefined;
};

const fi2Tasks = {
  shoulderFlexion: 60,
  shoulderAbduction: 60,
  headLift: 60,
  hipFlexion: 60,
  stepTest: 60,
  heelLift: 120,
  toeLift: 120,
} as const;
const percentOf = (count: number | undefined, max: number): number | null =>
  count === undefined ? null : toSix((count / max) * 100);
/** Functional Index 2 (Alexanderson et al. 2006): repetitions of seven tasks, right and left, each as percent of its maximum. No total was published. */
function scoreFi2(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const tasks = read.inside('reps');
  if (!read.has('reps')) read.report('reps', 'is missing. Give repetitions of each task, right and left.');
  const found = Object.entries(fi2Tasks).map(([task, max]) => {
    const at = tasks.inside(task);
    const [right, left] = [whole(at, 'right', max, 'repetitions'), whole(at, 'left', max, 'repetitions')];
    return { task, max, right, left };
  });
  return outcome(read, () => ({
    repetitions: Object.fromEntries(
      found.map(({ task, right, left }) => [task, { right: right ?? null, left: left ?? null }]),
    ),
    percentOfMax: Object.fromEntries(
      found.map(({ task, max, right, left }) => [task, { right: percentOf(right, max), left: percentOf(left, max) }]),
    ),
    notDone: found.filter(({ right, left }) => right === undefined && left === undefined).map(({ task }) => task),
    total: null,
  }));
}

const relapseFall = 5;
/** Lifts of a 1 kg weight (Agarwal and Monach 2006): in remission it varied by less than 5 around a person's mean; more than 5 below it went with relapse. */
function scoreArmLift(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const count = read.number('count', 0, 200, 'lifts');
  const usual = read.optional('remissionMean', 0, 200, 'lifts');
  return outcome(read, () => ({
    count: count ?? null,
    ...(usual === undefined || count === undefined
      ? {}
      : { changeFromRemission: toSix(count - usual), relapseSignal: usual - count > relapseFall }),
  }));
}

/** CAT-BM totals: activity 0 to 17, damage 0 to 11. Its 21 lesions are not scored here; only totals are taken. The ranges were not seen in a stored text. */
function scoreCat(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [activity, damage] = [whole(read, 'activity', 17, ''), whole(read, 'damage', 11, '')];
  if (activity === undefined && damage === undefined && read.problems.length === 0)
    read.report('activity', 'is missing, and so is damage. Give the totals of the form.');
  return outcome(read, () => ({ activity: activity ?? null, damage: damage ?? null, from: 'totals' }));
}

/** Juvenile totals: CMAS 0 to 52 (higher is better), DAS 0 to 20 (lower is better), CHQ physical summary as entered. PRINTO's limits for quiet disease: 48 and 3. */
function scoreJuvenile(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [cmas, das, chq] = [
    read.optional('cmas', 0, 52),
    read.optional('das', 0, 20),
    read.optional('chqPhS', -100, 200),
  ];
  if (cmas === undefined && das === undefined && chq === undefined && read.problems.length === 0)
    read.report('cmas', 'is missing, and so are das and chqPhS. Give at least one total.');
  return outcome(read, () => ({
    cmas: cmas ?? null,
    das: das ?? null,
    chqPhS: chq ?? null,
    cmasInactive: cmas === undefined ? null : cmas >= 48,
    dasInactive: das === undefined ? null : das <= 3,
    from: 'totals',
  }));
}

const mdiOrgans = [
  'muscle',
  'skeletal',
  'cutaneous',
  'gastrointestinal',
  'pulmonary',
  'cardiovascular',
  'peripheralVascular',
  'endocrine',
  'ocular',
  'infection',
  'malignancy',
] as const;
/** Myositis Damage Index (IMACS form 08; Isenberg et al. 2004): severity, the sum of 11 organ lines (0 to 110), and extent, the number of items present.
 *  NA items leave the denominator. A missing organ gives a lower bound, never a total. */
function scoreDamage(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [organs, items] = [read.inside('organVas'), read.inside('items')];
  const lines = mdiOrgans.map((organ) => organs.optional(organ, 0, 10, 'cm'));
  const answers = Object.entries(
    typeof inputs['items'] === 'object' && inputs['items'] !== null ? inputs['items'] : {},
  );
  for (const [name, value] of answers)
    if (value !== 0 && value !== 1 && value !== 'NA') items.report(name, `is ${shown(value)}. An item is 0, 1 or NA.`);
  if (!read.has('organVas') && answers.length === 0)
    read.report('organVas', 'is missing, and so are the items. Give at least one of them.');
  return outcome(read, () => {
    const severity = sum(lines.map((line) => line ?? 0));
    const missing = mdiOrgans.filter((_, i) => lines[i] === undefined);
    return {
      severity: missing.length ? null : toSix(severity),
      ...(missing.length ? { severityLowerBound: toSix(severity) } : {}),
      extent: answers.length ? answers.filter(([, value]) => value === 1).length : null,
      assessable: answers.filter(([, value]) => value !== 'NA').length,
      missing,
    };
  });
}

const promisForms = [
  'PF-4a',
  'PF-6b',
  'PF-8b',
  'PF-10a',
  'PF-20a',
  'Fatigue-4a',
  'Fatigue-6a',
  'Fatigue-7a',
  'Fatigue-8a',
  'CAT',
] as const;
/** PROMIS T-score as the scoring service gave it, 10 to 90 (mean 50, SD 10 in the US population). Its items and raw-score tables are not shipped. */
function scorePromis(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [form, tScore] = [read.word('instrument', promisForms), read.number('tScore', 10, 90)];
  return outcome(read, () => ({
    tScore: tScore ?? null,
    instrument: form ?? null,
    higherIs: form?.startsWith('PF') ? 'better' : form?.startsWith('Fatigue') ? 'worse' : null,
    fromPopulationMean: toSix((tScore ?? 0) - 50),
  }));
}

export const functional: readonly Measure[] = [
  {
    id: 'fi2',
    shortNames: ['fi-2'],
    title: 'Functional Index 2',
    citation: 'Alexanderson H et al. Arthritis Rheum 2006;55:114-122',
    licence: 'Free for clinical and research use; cite',
    score: scoreFi2,
  },
  {
    id: 'arm_lift_1kg',
    shortNames: ['arm-lift'],
    title: '1 kg arm lift',
    citation: 'Agarwal SK, Monach PA et al. Clin Rheumatol 2006',
    licence: 'Published method, free to use',
    score: scoreArmLift,
  },
  {
    id: 'cat_bm',
    shortNames: ['cat'],
    title: 'Cutaneous Assessment Tool, binary method (totals)',
    citation: 'IMACS/NIEHS outcome tools',
    licence: 'IMACS, free; only totals are taken here',
    score: scoreCat,
  },
  {
    id: 'cmas_das_chq',
    shortNames: ['cmas', 'das'],
    title: 'Juvenile totals: CMAS, DAS, CHQ physical summary',
    citation: 'Lazarevic D et al. Ann Rheum Dis 2013;72:686-693',
    licence: 'CMAS and DAS free through IMACS and PRINTO; CHQ is commercial, so only its total is taken',
    score: scoreJuvenile,
  },
  {
    id: 'mdi',
    shortNames: ['damage'],
    title: 'Myositis Damage Index',
    citation: 'IMACS form 08; Isenberg DA et al. Rheumatology 2004;43:49-54',
    licence: 'IMACS/NIEHS form, free to use',
    score: scoreDamage,
  },
  {
    id: 'promis',
    shortNames: ['promis-pf', 'promis-fatigue'],
    title: 'PROMIS physical function and fatigue (T-score)',
    citation: 'HealthMeasures; Hays RD et al. 2015',
    licence: 'Copyright PROMIS Health Organization; only the T-score is taken',
    score: scorePromis,
  },
];
