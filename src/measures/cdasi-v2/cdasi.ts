// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, sum, toSix, type Inputs, type Measure, type Outcome, type Reader } from '../measure.ts';

const sites = [
  'scalp',
  'malar',
  'periorbital',
  'restOfFace',
  'vNeckFrontal',
  'posteriorNeck',
  'upperBackShoulders',
  'restOfBackButtocks',
  'abdomen',
  'lateralUpperThigh',
  'restOfLegFeet',
  'arm',
  'mechanicsHand',
  'dorsumHandsNotJoints',
  'gottronNotOnHands',
] as const;
const activityGrades = { erythema: 3, scale: 2, erosionUlceration: 1 } as const;
const damageGrades = { poikiloderma: 1, calcinosis: 1 } as const;
const maxima = { activity: 100, damage: 32 } as const;
/** Mild to 14 (Anyanwu et al. 2015), moderate to 26 (Ahmed et al. 2020). */
const bandOf = (activity: number): 'mild' | 'moderate' | 'severe' =>
  activity <= 14 ? 'mild' : activity <= 26 ? 'moderate' : 'severe';

/** A whole grade from 0 to its maximum; undefined when it was not graded. */
function grade(read: Reader, name: string, max: number): number | undefined {
  const found = read.optional(name, 0, max);
  if (found === undefined || Number.isInteger(found)) return found;
  read.report(name, `is ${found}. Give a whole grade from 0 to ${max}.`);
  return undefined;
}

type Grades = readonly (readonly [name: string, value: number | undefined])[];
const gradesOf = (read: Reader, at: string, maximaOf: Readonly<Record<string, number>>): Grades =>
  Object.entries(maximaOf).map(([name, max]) => [`${at}.${name}`, grade(read, name, max)] as const);

/** A subscore, with what was left blank: blank is never 0, so the subscore is then only a lower bound. */
function subscore(grades: Grades): { total: number | null; lowerBound: number; missing: readonly string[] } {
  const lowerBound = sum(grades.map(([, value]) => value ?? 0));
  const missing = grades.filter(([, value]) => value === undefined).map(([name]) => name);
  return { total: missing.length ? null : lowerBound, lowerBound, missing };
}

function hands(read: Reader): { activity: Grades; damage: Grades } {
  const at = read.inside('gottronHands');
  const [erythema, papules] = [
    grade(at, 'erythema', 3),
    at.has('papules') ? at.word('papules', papuleWords) : undefined,
  ];
  const doubled = erythema === undefined || papules === undefined ? undefined : erythema * (papules ? 2 : 1);
  return {
    activity: [
      ['gottronHands.erythema', erythema === 0 ? 0 : doubled],
      ['gottronHands.ulceration', grade(at, 'ulceration', 1)],
    ],
    damage: [['gottronHands.damage', grade(at, 'damage', 2)]],
  };
}
const papuleWords = [true, false] as const;

function scoreChange(read: Reader): Record<string, unknown> {
  const [before, after] = [
    read.number('baselineActivity', 0, maxima.activity),
    read.number('followUpActivity', 0, maxima.activity),
  ];
  if (before === undefined || after === undefined) return {};
  const better = toSix(before - after);
  const percent = before === 0 ? null : toSix((better / before) * 100);
  return {
    absoluteImprovement: better,
    percentImprovement: percent,
    meets4: better >= 4,
    meets5: better >= 5,
    meets40percent: before > 14 && percent !== null && percent >= 40,
  };
}

/** Activity 0 to 100 and damage 0 to 32, never added together; and what a change means: 4 (Pennsylvania) or 5 points (Stanford), or 40 % from
 *  above 14 (Anyanwu et al. 2015; Yassaee et al. 2010 for version 2). The form is licensed by the University of Pennsylvania and is not shipped:
 *  only numbers are taken, also as `activity` and `damage` totals. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  if (read.has('change')) {
    const change = scoreChange(read.inside('change'));
    return outcome(read, () => change);
  }
  if (read.has('activity') || read.has('damage')) {
    const [activity, damage] = [
      read.optional('activity', 0, maxima.activity),
      read.optional('damage', 0, maxima.damage),
    ];
    return outcome(read, () => ({
      status: activity === undefined || damage === undefined ? 'incomplete' : 'complete',
      activity: activity ?? null,
      damage: damage ?? null,
      band: activity === undefined ? null : bandOf(activity),
      from: 'totals',
    }));
  }
  if (!read.has('sites'))
    read.report('sites', 'is missing. Give the grades of each site, or the totals as "activity" and "damage".');
  const at = read.inside('sites');
  const bySite = sites.map((site) => ({ site, here: at.inside(site) }));
  const found = hands(read);
  const activity = subscore([
    ...bySite.flatMap(({ site, here }) => gradesOf(here, site, activityGrades)),
    ...found.activity,
    ['periungual', grade(read, 'periungual', 2)],
    ['alopecia', grade(read, 'alopecia', 1)],
  ]);
  const damage = subscore([...bySite.flatMap(({ site, here }) => gradesOf(here, site, damageGrades)), ...found.damage]);
  return outcome(read, () => ({
    status: activity.total === null || damage.total === null ? 'incomplete' : 'complete',
    activity: activity.total,
    damage: damage.total,
    band: activity.total === null ? null : bandOf(activity.total),
    ...(activity.total === null ? { activityLowerBound: activity.lowerBound } : {}),
    ...(damage.total === null ? { damageLowerBound: damage.lowerBound } : {}),
    missing: [...activity.missing, ...damage.missing],
  }));
}

export const cdasi: Measure = {
  id: 'cdasi_v2',
  shortNames: ['cdasi'],
  title: 'Cutaneous Dermatomyositis Disease Area and Severity Index, version 2',
  citation:
    'Yassaee M et al. Br J Dermatol 2010;162:669-673; Anyanwu CO et al. Br J Dermatol 2015;173:969-974; Ahmed S et al. Br J Dermatol 2020',
  licence:
    'The form belongs to the University of Pennsylvania and is not shipped; the score is computed from grades or totals',
  score,
};
