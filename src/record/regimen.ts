// SPDX-License-Identifier: Apache-2.0
import { convertUnit } from '../measures/index.ts';
import type { Guideline, InterventionId } from '../model/index.ts';
import { daysBetween } from './days.ts';
import type { Day, EntryId } from './record.ts';
import { perDay, type Course, type DoseSpan } from './treatment.ts';

/** The treatments of the disease taken together from a day on, until the next one was added. */
export type Regimen = {
  from: Day;
  until?: Day;
  /** Since when every steroid-sparing medicine of it was at its present dose or less: "at full dose". */
  fullDoseSince: Day;
  members: readonly InterventionId[];
  entries: readonly EntryId[];
};

/** Local or supportive: they do not make a new regimen. */
const supportive = new Set([
  'topical-corticosteroid',
  'topical-calcineurin-inhibitor',
  'diltiazem',
  'nintedanib',
  'folic-acid',
]);
/** Starts within so many days belong together: a steroid and the medicine that is to spare it are one plan (our choice). */
const together = 56;

/** Whether an intervention treats the disease itself. */
export function treatsDisease({ interventions }: Guideline, id: InterventionId): boolean {
  const found = Object.hasOwn(interventions, id) ? interventions[id] : undefined;
  return found !== undefined && (found.kind === 'medicine' || found.kind === 'infusion') && !supportive.has(id);
}

const strength = ({ dose, frequency }: DoseSpan): number | undefined => {
  const mg = dose && convertUnit(dose.value, dose.unit, 'mg');
  return mg === undefined || !frequency ? undefined : mg * perDay(frequency);
};
/** The days on which the dose went up. */
const increases = ({ spans }: Course): readonly Day[] =>
  spans.flatMap((span, i) => {
    const [before, now] = [spans[i - 1] && strength(spans[i - 1] ?? span), strength(span)];
    return before !== undefined && now !== undefined && now > before ? [span.from] : [];
  });
const isSteroid = (id: InterventionId): boolean => id === 'prednisone' || id === 'iv-methylprednisolone';
const latest = (days: readonly Day[], otherwise: Day): Day => days.reduce((a, b) => (a > b ? a : b), otherwise);

/** The regimens one person has had, in order. A dose that goes up does not make a new one, but starts "at full dose" anew. */
export function regimens(guideline: Guideline, courses: readonly Course[]): readonly Regimen[] {
  const disease = courses.filter(({ intervention }) => treatsDisease(guideline, intervention));
  const starts = [...new Set(disease.map(({ from }) => from))].sort();
  const groups: { from: Day; last: Day }[] = [];
  for (const day of starts) {
    const open = groups.at(-1);
    if (open && daysBetween(open.from, day) < together) open.last = day;
    else groups.push({ from: day, last: day });
  }
  return groups.map(({ from, last }, i) => {
    const until = groups[i + 1]?.from;
    const members = disease.filter(
      (course) => course.from <= last && (course.until === undefined || course.until > last),
    );
    const ups = members
      .filter(({ intervention }) => !isSteroid(intervention))
      .flatMap(increases)
      .filter((day) => until === undefined || day < until);
    return {
      from,
      ...(until === undefined ? {} : { until }),
      fullDoseSince: latest(ups, last),
      members: [...new Set(members.map(({ intervention }) => intervention))].sort(),
      entries: members.flatMap(({ spans }) => spans.map(({ entry }) => entry)),
    };
  });
}
