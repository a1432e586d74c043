// SPDX-License-Identifier: Apache-2.0
// Scores from questionnaires' numbers. Item wording belongs to its owners and is not shipped.
import {
  mean,
  outcome,
  reader,
  shown,
  sum,
  toSix,
  type Inputs,
  type Measure,
  type Outcome,
  type Reader,
} from './measure.ts';

const dlqiBands = [
  [21, 'extremely large'],
  [11, 'very large'],
  [6, 'moderate'],
  [2, 'small'],
  [0, 'no effect'],
] as const;
/** DLQI, 0 to 30 (Finlay and Khan 1994): not relevant counts 0, one unanswered item counts 0, two give no score. */
function scoreDlqi(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const items = read.list('items');
  if (read.has('items') && items.length !== 10)
    read.report('items', `has ${items.length} answers. DLQI has 10; use null for one not answered.`);
  for (const item of items)
    if (item !== null && item !== 'NR' && !(typeof item === 'number' && [0, 1, 2, 3].includes(item)))
      read.report('items', `${shown(item)} is not an answer: 0 to 3, NR or null.`);
  const total =
    items.filter((item) => item === null).length > 1
      ? null
      : sum(items.filter((item): item is number => typeof item === 'number'));
  return outcome(read, () => ({
    total,
    band: total === null ? null : (dlqiBands.find(([from]) => total >= from)?.[1] ?? null),
  }));
}

const bodyParts = [
  [14, 5],
  [11, 4],
  [6, 3],
  [3, 2],
  [0, 1],
] as const;
function disability(read: Reader): number | undefined {
  const answers = read.inside('disability');
  const areas = ['sleep', 'leisureSocial', 'housework', 'workSchool'] as const;
  const given = areas.filter((area) => answers.has(area));
  const numbers = given.flatMap((area) => {
    const found = readArea(answers, area);
    return found === undefined ? [] : [found];
  });
  return numbers.length ? Math.max(...numbers) : undefined;
}
/** A disability answer 1 to 5; NA is left out. */
function readArea(answers: Reader, area: string): number | undefined {
  const before = answers.problems.length;
  const found = answers.optional(area, 1, 5);
  const last = answers.problems.at(-1);
  if (answers.problems.length > before && last?.message.includes('"NA"')) answers.problems.pop();
  return found;
}
/** 5-D itch scale, 5 to 25 (Elman et al. 2010): five domains; a missing one gives no total. */
function scoreItch(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [duration, degree, direction, parts] = [
    read.optional('duration', 1, 5),
    read.optional('degree', 1, 5),
    read.optional('direction', 1, 5),
    read.optional('bodyParts', 0, 16),
  ];
  const hindered = disability(read);
  const distribution = parts === undefined ? undefined : bodyParts.find(([from]) => parts >= from)?.[1];
  const domains = [duration, degree, direction, hindered, distribution];
  return outcome(read, () => ({
    total: domains.includes(undefined) ? null : sum(domains.map((domain) => domain ?? 0)),
    disability: hindered ?? null,
    distribution: distribution ?? null,
  }));
}

const skindexDomains = [
  ['symptoms', 0, 4],
  ['emotions', 4, 11],
  ['functioning', 11, 16],
] as const;
/** A domain is scored when at most a quarter of its items is missing. */
const mayMiss = 0.25;
/** Skindex-16, three domains 0 to 100, higher is worse. Licensed by Mapi Research Trust: computed from the answers alone. */
function scoreSkindex(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const items = read.list('skindex16');
  if (read.has('skindex16') && items.length !== 16)
    read.report('skindex16', `has ${items.length} answers. Skindex-16 has 16; use null for one not answered.`);
  for (const item of items)
    if (item !== null && !(typeof item === 'number' && item >= 0 && item <= 6))
      read.report('skindex16', `${shown(item)} is not an answer from 0 to 6 or null.`);
  return outcome(read, () =>
    Object.fromEntries(
      skindexDomains.map(([name, from, to]) => {
        const answered = items.slice(from, to).filter((item): item is number => typeof item === 'number');
        const value =
          (to - from - answered.length) / (to - from) > mayMiss ? null : mean(answered.map((item) => (item * 100) / 6));
        return [name, value === null ? null : toSix(value)];
      }),
    ),
  );
}

const systems = ['constitutional', 'cutaneous', 'skeletal', 'gastrointestinal', 'pulmonary', 'cardiac'] as const;
const gradeNames = ['A', 'B', 'C', 'D', 'E'] as const;
const weights = { A: 9, B: 3, C: 1, D: 0, E: 0 } as const;
/** The systems that were assessed: NA leaves numerator and denominator. Anything but named systems is a problem. */
function assessed(read: Reader, inputs: Inputs, name: string): readonly (readonly [string, unknown])[] {
  const given = inputs[name];
  read.inside(name);
  const entries: readonly (readonly [string, unknown])[] =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
  for (const [system] of entries)
    if (system !== 'muscle' && !systems.some((known) => known === system))
      read.report(`${name}.${system}`, `is not one of ${systems.join(', ')}, muscle.`);
  return entries.filter(([, value]) => value !== 'NA' && value !== null);
}
function myoact(read: Reader, inputs: Inputs): Record<string, unknown> {
  const scores = assessed(read, inputs, 'myoact')
    .filter(([system]) => system !== 'muscle')
    .flatMap(([system]) => read.inside('myoact').number(system, 0, 10, 'cm') ?? []);
  return scores.length
    ? { myoactSum: toSix(sum(scores)), myoact: toSix(sum(scores) / (10 * scores.length)) }
    : { myoactSum: null, myoact: null };
}
function mitax(read: Reader, inputs: Inputs): Record<string, unknown> {
  const grades = assessed(read, inputs, 'mitax').flatMap(([system]): (keyof typeof weights)[] => {
    const found = read.inside('mitax').word(system, gradeNames);
    return found === undefined ? [] : [found];
  });
  const total = sum(grades.map((grade) => weights[grade]));
  return grades.length
    ? { mitaxSum: total, mitax: toSix(total / (weights.A * grades.length)) }
    : { mitaxSum: null, mitax: null };
}
/** MDAAT: MYOACT (organ scales) and MITAX (grades A to E), each 0 to 1. IMACS, free to use. At least one system is needed. */
function scoreMdaat(inputs: Inputs): Outcome {
  const read = reader(inputs);
  if (!read.has('myoact') && !read.has('mitax')) read.report('myoact', 'is missing. Give myoact, mitax or both.');
  const result = { ...myoact(read, inputs), ...mitax(read, inputs) };
  return outcome(read, () => result);
}

export const questionnaires: readonly Measure[] = [
  {
    id: 'dlqi',
    shortNames: [],
    title: 'Dermatology Life Quality Index',
    citation: 'Finlay AY, Khan GK. Clin Exp Dermatol 1994;19:210-216',
    licence: 'Copyright Finlay and Khan, Cardiff University; item wording is not shipped',
    score: scoreDlqi,
  },
  {
    id: 'itch_5d',
    shortNames: ['5d-itch'],
    title: '5-D itch scale',
    citation: 'Elman S et al. Br J Dermatol 2010;162:587-593',
    licence: 'Copyright of its authors; item wording is not shipped',
    score: scoreItch,
  },
  {
    id: 'skindex',
    shortNames: ['skindex-16'],
    title: 'Skindex-16',
    citation: 'Chren MM. Dermatol Clin 2012;30:231-236',
    licence: 'Licensed by Mapi Research Trust; item wording is not shipped',
    score: scoreSkindex,
  },
  {
    id: 'mdaat',
    shortNames: ['myoact', 'mitax'],
    title: 'Myositis Disease Activity Assessment Tool',
    citation: 'IMACS MDAAT; Rider LG et al. Arthritis Care Res 2011;63 Suppl 11:S118-157',
    licence: 'IMACS/NIEHS form, free to use',
    score: scoreMdaat,
  },
];
