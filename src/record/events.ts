// SPDX-License-Identifier: Apache-2.0
import { readsOf, type Guideline, type InterventionId } from '../model/index.ts';
import { convertUnit } from '../measures/index.ts';
import { addMonths, daysBetween, monthsBetween } from './days.ts';
import type { GlucocorticoidExposure } from './glucocorticoid.ts';
import type { Report } from './problem.ts';
import type { Dated, Day, InfusionEntry } from './record.ts';
import { derived, factOf, type Statement } from './statement.ts';
import type { Course, DoseSpan } from './treatment.ts';

type Courses = ReadonlyMap<InterventionId, readonly Course[]>;
type Infusion = Dated & InfusionEntry;
const label = ({ interventions }: Guideline, id: InterventionId): string => interventions[id]?.label ?? id;
const lastSpan = ({ spans }: Course): DoseSpan | undefined => spans.at(-1);
const entriesOf = ({ spans, stop }: Course): readonly string[] => [
  ...spans.map(({ entry }) => entry),
  ...(stop ? [stop.entry] : []),
];

/** Reasons for a stop that say a treatment failed or could not be borne. Any other reason says nothing about that. */
export const failureReasons = ['not-enough-response', 'side-effects'] as const;
const failed = (reason: string | undefined): boolean => failureReasons.some((one) => one === reason);

/** Whether each treatment is taken now, and whether it failed or had to stop. */
function takingStatements(guideline: Guideline, all: Courses): readonly Statement[] {
  return [...all].flatMap(([id, list]): readonly Statement[] => {
    const course = list.at(-1);
    if (!course) return [];
    const taking = guideline.interventions[id]?.currentFact;
    const name = label(guideline, id);
    const running = course.until === undefined;
    const on = course.until ?? lastSpan(course)?.from ?? course.from;
    const how = running ? `${name} was started on ${course.from}.` : `${name} was stopped on ${on}.`;
    const stops = list.filter(({ stop }) => failed(stop?.reason));
    const failure = stops.at(-1);
    return [
      ...(taking === undefined ? [] : [derived(taking, running, on, how, entriesOf(course))]),
      ...(failure?.until && factOf(guideline, `failed-${id}`)
        ? [
            derived(
              `failed-${id}`,
              true,
              failure.until,
              `${name} was stopped on ${failure.until}: ${failure.stop?.reason === 'side-effects' ? 'side effects' : 'it did not help enough'}.`,
              entriesOf(failure),
            ),
          ]
        : []),
    ];
  });
}

/** Whether an immunosuppressant was stopped in the last three months, by the guideline's own list of them. */
function stoppedStatements(guideline: Guideline, all: Courses, asOf: Day): readonly Statement[] {
  const definition = guideline.definitions['taking-immunosuppressant'];
  if (!definition) return [];
  const facts = readsOf(guideline, definition.when);
  return [...all].flatMap(([id, list]): readonly Statement[] => {
    const course = list.at(-1);
    const fact = guideline.interventions[id]?.currentFact;
    if (!course?.until || fact === undefined || !facts.has(fact) || addMonths(course.until, 3) < asOf) return [];
    return [
      derived(
        'stopped-immunosuppressant-within-3-months',
        true,
        course.until,
        `${label(guideline, id)} was stopped on ${course.until}.`,
        entriesOf(course),
      ),
    ];
  });
}

/** Methotrexate on more than one day a week is a mistake that can kill: it is named with its entry, and raised as urgent. */
function methotrexateStatements(all: Courses, report: Report): readonly Statement[] {
  const course = all.get('methotrexate')?.at(-1);
  const span = course && course.until === undefined ? lastSpan(course) : undefined;
  if (!span?.frequency) return [];
  const { times, per, every = 1 } = span.frequency;
  const daysApart = per === 'day' ? every / times : per === 'week' ? (7 * every) / times : 7;
  const daily = daysApart < 7;
  if (daily)
    report(
      'daily-methotrexate',
      'urgent',
      `It says methotrexate ${span.dose ? `${span.dose.value} ${span.dose.unit} ` : ''}${times === 1 && per === 'day' ? 'every day' : `${times} times in ${every === 1 ? 'a' : every} ${per}`}. Methotrexate is a weekly medicine; daily use can kill. If it is taken so, call your team today and take no more before. With mouth sores, bleeding or fever, or when you feel very ill, go to an emergency department now and take the package with you. If it was mistyped, correct the entry.`,
      span.entry,
    );
  const mg = span.dose && convertUnit(span.dose.value, span.dose.unit, 'mg');
  if (span.dose && mg === undefined)
    report('unit-mix-up', 'error', `Methotrexate in "${span.dose.unit}" cannot be read as milligrams.`, span.entry);
  return [
    derived(
      'methotrexate-taken-daily',
      daily,
      span.from,
      `The record says it is taken ${daily ? 'more often than once a week' : 'once a week'} since ${span.from}.`,
      [span.entry],
    ),
  ];
}

function steroidStatements(exposure: GlucocorticoidExposure, course: Course | undefined): readonly Statement[] {
  const { now, daysWithoutBreak, since, abruptStop, daysInLastYear, entries } = exposure;
  const on = course?.until ?? (course && lastSpan(course)?.from);
  const weeks = Math.floor(daysWithoutBreak / 7);
  return on === undefined
    ? []
    : [
        ...(now === undefined
          ? []
          : [
              derived(
                'prednisone-mg-per-day',
                Math.round(now * 1000) / 1000,
                on,
                `The dose has been ${Math.round(now * 1000) / 1000} mg of prednisone a day since ${on}.`,
                entries,
              ),
            ]),
        ...(now === undefined
          ? []
          : [
              derived(
                'glucocorticoid-weeks',
                weeks,
                on,
                `Steroids have been taken without a break for ${weeks} weeks${since ? `, since ${since}` : ''}.`,
                entries,
              ),
            ]),
        ...(daysInLastYear > 21
          ? [
              derived(
                'glucocorticoid-within-year',
                true,
                on,
                `Steroids were taken on ${daysInLastYear} days of the last year.`,
                entries,
              ),
            ]
          : []),
        ...(abruptStop
          ? [
              derived(
                'stopped-glucocorticoid-abruptly',
                true,
                abruptStop.on,
                `Steroids were stopped at ${abruptStop.fromMgPerDay} mg a day after ${abruptStop.afterDays} days.`,
                [abruptStop.entry],
              ),
            ]
          : []),
        ...(now !== undefined && now > 0
          ? [derived('stopped-glucocorticoid-abruptly', false, on, 'Steroids are being taken.', entries)]
          : []),
      ];
}

/** Months since the last drip of immunoglobulin and of rituximab. */
function infusionStatements(
  all: Courses,
  infusions: readonly Infusion[],
  asOf: Day,
  report: Report,
): readonly Statement[] {
  return (['ivig', 'rituximab'] as const).flatMap((id): readonly Statement[] => {
    const last = infusions.filter(({ intervention }) => intervention === id).at(-1);
    if (!last) return [];
    const months = monthsBetween(last.on, asOf);
    if (!all.has(id) && daysBetween(last.on, asOf) < 365)
      report(
        'no-course',
        'warning',
        `There are infusions of ${id}, and no entry says that the treatment began or ended. Add one, so that it is known whether it goes on.`,
        last.id,
      );
    return [derived(`months-since-${id}`, months, last.on, `The last infusion was on ${last.on}.`, [last.id])];
  });
}

/** Everything that medicines and infusions say about the facts of the guideline. */
export function eventStatements(
  guideline: Guideline,
  all: Courses,
  infusions: readonly Infusion[],
  exposure: GlucocorticoidExposure,
  asOf: Day,
  report: Report,
): readonly Statement[] {
  return [
    ...takingStatements(guideline, all),
    ...stoppedStatements(guideline, all, asOf),
    ...methotrexateStatements(all, report),
    ...steroidStatements(exposure, all.get('prednisone')?.at(-1)),
    ...infusionStatements(all, infusions, asOf, report),
  ].filter(({ fact }) => factOf(guideline, fact) !== undefined);
}
