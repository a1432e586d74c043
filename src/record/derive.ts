// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Index, InterventionId, Patient } from '../model/index.ts';
import { coreSets } from './core-set.ts';
import { courseStatements, monthsInactive, treatmentCourse } from './course.ts';
import { weeksBetween } from './days.ts';
import { eventStatements } from './events.ts';
import { glucocorticoidExposure, type GlucocorticoidExposure } from './glucocorticoid.ts';
import { testName } from './laboratory.ts';
import { liveEntries } from './live.ts';
import type { Phase, Relapse } from './phase.ts';
import { problemList, type RecordProblem } from './problem.ts';
import type { Day, Entry, EntryId, Record } from './record.ts';
import type { Regimen } from './regimen.ts';
import type { Review } from './response.ts';
import { statementsIn, typedStatements } from './said.ts';
import { settle, type Provenance } from './settle.ts';
import { factOf } from './statement.ts';
import { courses, type Course } from './treatment.ts';

/** The last time a test was done. */
export type LastTest = { on: Day; entry: EntryId; weeksAgo: number };
/** What a record says on a day: the Patient that every interpreter reads, how each fact is known, and what is wrong. */
export type Derived = {
  asOf: Day;
  patient: Patient;
  provenance: Index<Provenance>;
  /** Facts whose last value is too old to count; they are unknown in `patient`. */
  stale: Index<Provenance>;
  problems: readonly RecordProblem[];
  /** The entries that count, up to the day, in the order of their days. */
  entries: readonly Entry[];
  courses: ReadonlyMap<InterventionId, readonly Course[]>;
  glucocorticoid: GlucocorticoidExposure;
  regimen?: Regimen;
  /** Reviews of the present regimen at weeks 12, 16 and 24 and at the latest visit. */
  reviews: readonly Review[];
  relapse?: Relapse;
  phase?: Phase;
  /** By test (one name a test), when it was last done; symptoms by their name, drips as `infusion-ivig`. */
  lastTests: ReadonlyMap<string, LastTest>;
};

type Kind<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
const isKind =
  <K extends Entry['kind']>(kind: K) =>
  (entry: Entry): entry is Kind<K> =>
    entry.kind === kind;

/** The name under which an entry counts as a test done. */
function testIn(entry: Entry): string | undefined {
  if (entry.kind === 'laboratory' || entry.kind === 'strength') return testName(entry.test);
  if (entry.kind === 'measure') return testName(entry.measure);
  if (entry.kind === 'symptom') return testName(entry.symptom);
  if (entry.kind === 'infusion') return `infusion-${entry.intervention}`;
  return entry.kind === 'fact' ? entry.fact : undefined;
}

function lastTestsIn(entries: readonly Entry[], asOf: Day): ReadonlyMap<string, LastTest> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const test = testIn(entry);
    if (test !== undefined) found.set(test, entry);
  }
  return new Map([...found].map(([test, { on, id }]) => [test, { on, entry: id, weeksAgo: weeksBetween(on, asOf) }]));
}

/** Turns a record into what is known of the person on a day. `typed` are the facts of a patient file, as of its own day. Deterministic;
 *  the order of entries says nothing. What was said last about a fact stands; values too old for their fact are unknown; every
 *  disagreement and every entry that cannot be used is in `problems`. Entries after the day do not count; corrections always do. */
export function derive(
  guideline: Guideline,
  record: Record,
  asOf: Day,
  typed: { facts: Patient; on: Day } = { facts: {}, on: asOf },
): Derived {
  const { problems, report } = problemList();
  const entries = liveEntries(record, asOf, report);
  if (typed.on > asOf && Object.keys(typed.facts).length > 0)
    report(
      'time-travel',
      'warning',
      `The facts of the file are as of ${typed.on}; they are used as they stand for ${asOf}.`,
    );
  const typedSaid = typedStatements(typed.facts, typed.on < asOf ? typed.on : asOf);
  const quietly = problemList().report;
  const background = settle(
    guideline,
    [...typedSaid, ...statementsIn(guideline, entries.filter(isKind('fact')), {}, quietly)],
    asOf,
    quietly,
  ).patient;
  const said = [...typedSaid, ...statementsIn(guideline, entries, background, report)];
  const all = courses(guideline, entries.filter(isKind('medicine')), report);
  const infusions = entries.filter(isKind('infusion'));
  const pulses = infusions.filter(({ intervention }) => intervention === 'iv-methylprednisolone');
  const exposure = glucocorticoidExposure(all.get('prednisone') ?? [], pulses, asOf, report);
  const quiet = monthsInactive(said, asOf);
  const course = treatmentCourse(guideline, coreSets(entries), [...all.values()].flat(), asOf, background, quiet);
  const { patient, provenance, stale } = settle(
    guideline,
    [
      ...said,
      ...eventStatements(guideline, all, infusions, exposure, asOf, report),
      ...courseStatements(course, quiet, asOf, report).filter(({ fact }) => factOf(guideline, fact)),
    ],
    asOf,
    report,
  );
  const regimen = course.history.at(-1)?.regimen;
  return {
    asOf,
    patient,
    provenance,
    stale,
    problems,
    entries,
    courses: all,
    glucocorticoid: exposure,
    ...(regimen ? { regimen } : {}),
    reviews: course.reviews,
    ...(course.relapse ? { relapse: course.relapse } : {}),
    ...(course.phase ? { phase: course.phase } : {}),
    lastTests: lastTestsIn(entries, asOf),
  };
}
