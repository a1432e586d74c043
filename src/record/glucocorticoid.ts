// SPDX-License-Identifier: Apache-2.0
import { convertUnit, prednisoneEquivalent } from '../measures/index.ts';
import { addDays, dayNumber, daysBetween } from './days.ts';
import type { Report } from './problem.ts';
import type { Dated, Day, EntryId, InfusionEntry } from './record.ts';
import { perDay, type Course, type DoseSpan } from './treatment.ts';

/** One person's steroid tablets and drips up to a day, in mg of prednisone equivalent. Undefined where a dose could not be read. */
export type GlucocorticoidExposure = {
  /** mg a day now; 0 when stopped. */
  now?: number;
  /** Days without a break up to today, or up to the stop. */
  daysWithoutBreak: number;
  since?: Day;
  /** The highest daily dose of tablets. */
  highest?: { mgPerDay: number; from: Day };
  /** Everything taken up to and including the day, tablets and drips, in mg. */
  cumulativeMg?: number;
  /** Days with tablets in the last 365. */
  daysInLastYear: number;
  /** Stopped at once after long use, and not begun again. */
  abruptStop?: { entry: EntryId; on: Day; fromMgPerDay: number; afterDays: number };
  entries: readonly EntryId[];
};

/** After more than about 3 weeks above about 4 mg a day the adrenal glands may be asleep; an abrupt stop is then dangerous.
 *  European Society of Endocrinology and Endocrine Society 2024: 3 to 4 weeks, 4 to 6 mg; the safer end of both. */
const prolongedDays = 21;
const physiologicMg = 4;
/** How long after such a stop it is still said. */
const abruptFor = 365;

const daily = (span: DoseSpan, report: Report): number | undefined => {
  if (!span.dose || !span.frequency) {
    report(
      'missing-dose',
      'warning',
      'It has no dose, or does not say how often, so no steroid dose can be worked out.',
      span.entry,
    );
    return undefined;
  }
  const mg = convertUnit(span.dose.value, span.dose.unit, 'mg');
  const equal = mg === undefined ? undefined : prednisoneEquivalent(span.product ?? 'prednisone', mg);
  if (equal === undefined)
    report(
      'unit-mix-up',
      'error',
      `"${span.dose.value} ${span.dose.unit}${span.product ? ` ${span.product}` : ''}" cannot be turned into milligrams of prednisone.`,
      span.entry,
    );
  return equal === undefined ? undefined : equal * perDay(span.frequency);
};

type Dosed = DoseSpan & { mgPerDay: number | undefined };
const ends = (span: DoseSpan, asOf: Day): Day => span.until ?? addDays(asOf, 1);

/** Stretches joined where one begins on the day the other ends, the latest last. */
function stretches(spans: readonly Dosed[], asOf: Day): readonly { from: Day; until: Day; last: Dosed }[] {
  const joined: { from: Day; until: Day; last: Dosed }[] = [];
  for (const span of spans.filter(({ mgPerDay }) => mgPerDay !== 0)) {
    const before = joined.at(-1);
    if (before && before.until >= span.from)
      joined[joined.length - 1] = { ...before, until: ends(span, asOf), last: span };
    else joined.push({ from: span.from, until: ends(span, asOf), last: span });
  }
  return joined;
}

function infused(infusions: readonly (Dated & InfusionEntry)[], report: Report): number | undefined {
  let sum: number | undefined = 0;
  for (const { dose, product, id } of infusions) {
    const mg = convertUnit(dose.value, dose.unit, 'mg');
    const equal = mg === undefined ? undefined : prednisoneEquivalent(product ?? 'methylprednisolone', mg);
    if (equal === undefined)
      report(
        'unit-mix-up',
        'error',
        `"${dose.value} ${dose.unit}" cannot be turned into milligrams of prednisone.`,
        id,
      );
    sum = sum === undefined || equal === undefined ? undefined : sum + equal;
  }
  return sum;
}

/** What a person has had of steroids by a day. `courses` are those of prednisone tablets, `infusions` the methylprednisolone drips. */
export function glucocorticoidExposure(
  courses: readonly Course[],
  infusions: readonly (Dated & InfusionEntry)[],
  asOf: Day,
  report: Report,
): GlucocorticoidExposure {
  const spans: readonly Dosed[] = courses
    .flatMap(({ spans: parts }) => parts)
    .map((span) => ({ ...span, mgPerDay: daily(span, report) }));
  const runs = stretches(spans, asOf);
  const [run, last, course] = [runs.at(-1), spans.at(-1), courses.at(-1)];
  const running = course !== undefined && course.until === undefined && last?.mgPerDay !== 0;
  const drips = infused(infusions, report);
  const tablets = spans.reduce<number | undefined>(
    (sum, span) =>
      sum === undefined || span.mgPerDay === undefined
        ? undefined
        : sum + span.mgPerDay * Math.max(0, daysBetween(span.from, ends(span, asOf))),
    0,
  );
  const yearAgo = dayNumber(asOf) - 364;
  const inYear = runs.reduce(
    (sum, { from, until }) => sum + Math.max(0, dayNumber(until) - Math.max(dayNumber(from), yearAgo)),
    0,
  );
  const highest = spans.reduce<{ mgPerDay: number; from: Day } | undefined>(
    (most, { mgPerDay, from }) =>
      mgPerDay !== undefined && (most === undefined || mgPerDay > most.mgPerDay) ? { mgPerDay, from } : most,
    undefined,
  );
  const now = !course ? undefined : course.until === undefined ? last?.mgPerDay : 0;
  const abrupt = running || !run || !course ? undefined : abruptStop(run, course, asOf);
  return {
    ...(now === undefined ? {} : { now }),
    daysWithoutBreak: running && run ? daysBetween(run.from, run.until) : 0,
    ...(run ? { since: run.from } : {}),
    ...(highest ? { highest } : {}),
    ...(tablets === undefined || drips === undefined ? {} : { cumulativeMg: tablets + drips }),
    daysInLastYear: inYear,
    ...(abrupt ? { abruptStop: abrupt } : {}),
    entries: spans.map(({ entry }) => entry),
  };
}

function abruptStop(
  run: { from: Day; until: Day; last: Dosed },
  course: Course,
  asOf: Day,
): GlucocorticoidExposure['abruptStop'] {
  const afterDays = daysBetween(run.from, run.until);
  const { mgPerDay } = run.last;
  if (mgPerDay === undefined || mgPerDay <= physiologicMg || afterDays <= prolongedDays) return undefined;
  if (daysBetween(run.until, asOf) > abruptFor) return undefined;
  return { entry: course.stop?.entry ?? run.last.entry, on: run.until, fromMgPerDay: mgPerDay, afterDays };
}
