// SPDX-License-Identifier: Apache-2.0
// What the record says of one person, and for each fact that it does not say, why not.
import { readBundle, sourcesOf, type FactSource, type Found, type Reading } from '../../../fhir/index.ts';
import type { FactId, Guideline, Patient } from '../../../model/index.ts';
import type { Day } from '../../../record/index.ts';
import type { Got, Prefetched } from './prefetch.ts';
import { onceFor } from './once.ts';
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

/** The keys under which a fact could be found; none where no record holds it. */
const keysFor = onceFor((_guideline, fact: FactId): readonly Key[] => [
  ...new Set(sourcesOf(fact).flatMap((source) => keyOf[source])),
]);

/** Why each fact is not known, of one reading. */
function whyOf(guideline: Guideline, { conflicts, asked, ignored }: Reading, absent: readonly Key[]): Chart['why'] {
  const against = new Set(conflicts.map(({ fact }) => fact));
  const unclear = new Set(asked.map(({ fact }) => fact));
  const old = new Set(ignored.map(({ tooOldFor }) => tooOldFor));
  return (fact) => {
    if (against.has(fact)) return 'conflict';
    if (unclear.has(fact)) return 'unclear';
    const sources = keysFor(guideline, fact);
    if (sources.length === 0) return 'not-asked';
    if (absent.length > 0 && sources.some((key) => absent.includes(key))) return 'not-fetched';
    return old.has(fact) ? 'too-old' : 'none-found';
  };
}

/** Where each fact stands; the first place where there are several. */
function places({ found }: Reading): Chart['found'] {
  const byFact = new Map<FactId, Found>();
  for (const one of found) if (!byFact.has(one.fact)) byFact.set(one.fact, one);
  return (fact) => byFact.get(fact);
}

function resourcesOf(got: Prefetched): readonly unknown[] {
  const all: unknown[] = [];
  for (const key of keys) {
    const one = got.get(key);
    if (one?.state === 'given' && one.resource !== null) all.push(one.resource);
  }
  return all;
}

/** The record with the person it is about: where no Patient came, or one without an id, what is about somebody else is left out all
 *  the same. */
function withPerson(given: readonly unknown[], ids: readonly unknown[], patientId: string): readonly unknown[] {
  if (ids.length > 0) return given;
  const [person, rest] = [given.find(isPatient), given.filter((one) => !isPatient(one))];
  return [{ resourceType: 'Patient', ...person, id: patientId }, ...rest];
}

/** Reads the record that came. A key that is needed and was neither sent nor could be looked for refuses the whole; so does a
 *  record of which nothing came at all. */
export function readChart(guideline: Guideline, got: Prefetched, asOf: Day, patientId: string): ReadChart {
  const missing = required.filter((key) => (got.get(key)?.state ?? 'missing') === 'missing');
  if (missing.length) return { ok: false, problem: 'Something that is needed was not sent.', missing };
  const absent = keys.filter((key) => !isWhole(got.get(key)));
  const given = resourcesOf(got);
  if (required.every((key) => got.get(key)?.state !== 'given'))
    return { ok: false, problem: 'Nothing of the record could be fetched.', missing: required };
  const ids = patientsIn(given);
  if (ids.some((id) => id !== patientId))
    return { ok: false, problem: 'The record that was sent is not that of the person in the context.' };
  const entry = withPerson(given, ids, patientId).map((resource) => ({ resource }));
  const reading = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', entry }, asOf);
  if (!reading.ok) return { ok: false, problem: reading.problem };
  return {
    ok: true,
    chart: {
      asOf,
      facts: reading.facts,
      reading,
      found: places(reading),
      why: whyOf(guideline, reading, absent),
      absent,
    },
  };
}
