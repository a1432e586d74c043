// SPDX-License-Identifier: Apache-2.0
// What the record says of one person, and for each fact that it does not say, why not.
import { readBundle, sourcesOf, type FactSource, type Found, type Reading } from '../../../fhir/index.ts';
import type { FactId, Guideline, Patient } from '../../../model/index.ts';
import type { Day } from '../../../record/index.ts';
import type { Got, Prefetched } from './prefetch.ts';
import { keys, required, type Key } from './services.ts';
import { isPatient, patientsIn } from './whole.ts';

/** Why a fact is not known. The first three are never said with one word. */
export const whys = {
  'none-found': 'none found in the record',
  'not-fetched': 'could not be fetched',
  'not-asked': 'not asked for, because records do not hold it: please ask',
  'too-old': 'what the record has of it is too old to count',
  unclear: 'the record points to it and does not settle it',
  conflict: 'the record contradicts itself',
} as const;
export type Why = keyof typeof whys;

export type Chart = {
  asOf: Day;
  facts: Patient;
  reading: Reading;
  /** Where a known fact stands. */
  found: (fact: FactId) => Found | undefined;
  why: (fact: FactId) => Why;
  /** The keys that could not be had, or not whole. */
  absent: readonly Key[];
};
export type ReadChart = { ok: true; chart: Chart } | { ok: false; problem: string; missing?: readonly Key[] };

/** What a key holds, in words. */
export const keyWords: Readonly<Record<Key, string>> = {
  patient: 'the person',
  conditions: 'problems',
  observations: 'results',
  medications: 'medicines',
  allergies: 'allergies',
  statements: 'medicine statements',
};

const keyOf: Readonly<Record<FactSource, readonly Key[]>> = {
  Patient: ['patient'],
  Condition: ['conditions'],
  Observation: ['observations'],
  MedicationRequest: ['medications', 'statements'],
  AllergyIntolerance: ['allergies'],
};
const isWhole = (got: Got | undefined): boolean => got?.state === 'given' && got.whole;

function whyOf(reading: Reading, absent: readonly Key[], fact: FactId): Why {
  if (reading.conflicts.some((one) => one.fact === fact)) return 'conflict';
  if (reading.asked.some((one) => one.fact === fact)) return 'unclear';
  const sources = sourcesOf(fact);
  if (sources.length === 0) return 'not-asked';
  if (sources.some((source) => keyOf[source].some((key) => absent.includes(key)))) return 'not-fetched';
  return reading.ignored.some(({ tooOldFor }) => tooOldFor === fact) ? 'too-old' : 'none-found';
}

const resourcesOf = (got: Prefetched): readonly unknown[] =>
  keys.flatMap((key) => {
    const one = got.get(key);
    return one?.state === 'given' && one.resource !== null ? [one.resource] : [];
  });

/** The record with the person it is about: where no Patient came, or one without an id, what is about somebody else is left out all
 *  the same. */
function withPerson(given: readonly unknown[], patientId: string): readonly unknown[] {
  if (given.some((one) => patientsIn(one).length > 0)) return given;
  const [person, rest] = [given.find(isPatient), given.filter((one) => !isPatient(one))];
  return [{ resourceType: 'Patient', ...person, id: patientId }, ...rest];
}

/** Whether somebody else than the person in the context came, under whatever key. */
const isAnother = (resources: readonly unknown[], patientId: string): boolean =>
  resources.flatMap(patientsIn).some((id) => id !== patientId);

/** Reads the record that came. A key that is needed and was neither sent nor could be looked for refuses the whole; so does a
 *  record of which nothing came at all. */
export function readChart(guideline: Guideline, got: Prefetched, asOf: Day, patientId: string): ReadChart {
  const missing = required.filter((key) => (got.get(key)?.state ?? 'missing') === 'missing');
  if (missing.length) return { ok: false, problem: 'Something that is needed was not sent.', missing };
  const absent = keys.filter((key) => !isWhole(got.get(key)));
  const given = resourcesOf(got);
  if (required.every((key) => got.get(key)?.state !== 'given'))
    return { ok: false, problem: 'Nothing of the record could be fetched.', missing: required };
  if (isAnother(given, patientId))
    return { ok: false, problem: 'The record that was sent is not that of the person in the context.' };
  const entry = withPerson(given, patientId).map((resource) => ({ resource }));
  const reading = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', entry }, asOf);
  if (!reading.ok) return { ok: false, problem: reading.problem };
  return {
    ok: true,
    chart: {
      asOf,
      facts: reading.facts,
      reading,
      found: (fact) => reading.found.find((one) => one.fact === fact),
      why: (fact) => whyOf(reading, absent, fact),
      absent,
    },
  };
}
