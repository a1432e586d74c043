// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../model/index.ts';
import type { Day, Entry } from '../../record/index.ts';
import { isDay, span } from '../day.ts';
import { ignored, type Context, type Finding, type Reading } from '../finding.ts';
import { text } from '../json.ts';
import { readAllergy } from './allergy.ts';
import { open, type Located } from './bundle.ts';
import { plainCode } from './coded.ts';
import { readCondition } from './condition.ts';
import { readImmunization, readProcedure, readReport } from './event.ts';
import { readMedicine, type MedicineUse, administered } from './medicine.ts';
import { readObservation } from './observation.ts';
import { readAnswers, readEntry } from './own.ts';
import { readPatient } from './patient.ts';
import { another, person } from './people.ts';
import { allowed, plain, settle } from './settle.ts';
import { readTaking } from './taking.ts';

/** A Bundle, read; or what is wrong with it, in one sentence that says what to give instead. */
export type ReadBundle = ({ ok: true } & Reading) | { ok: false; problem: string };

type Reader = (context: Context, located: Located) => readonly Finding[];
const readers: ReadonlyMap<string, Reader> = new Map([
  ['Patient', readPatient],
  ['Condition', readCondition],
  ['Observation', readObservation],
  ['AllergyIntolerance', readAllergy],
  ['Immunization', readImmunization],
  ['Procedure', readProcedure],
  ['DiagnosticReport', readReport],
  ['QuestionnaireResponse', readAnswers],
]);
const medicines = new Set([
  'MedicationRequest',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
]);
/** Read through what refers to them, or only about the document itself: nothing to say of them one by one. */
const silent = new Set([
  'Medication',
  'Composition',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Encounter',
  'OperationOutcome',
  'Provenance',
  'Location',
  'Specimen',
  'Device',
  'CareTeam',
  'Coverage',
  'GuidanceResponse',
  'RequestGroup',
  'Questionnaire',
]);

const isRead = ({ type }: Located): boolean => readers.has(type) || medicines.has(type);

type Read = { findings: readonly Finding[]; use?: MedicineUse };
function readOne(context: Context, located: Located, patient: Located | undefined): Read {
  const { resource, type, at } = located;
  if (silent.has(type)) return { findings: [] };
  const stranger = another(located, patient);
  if (stranger !== undefined) return { findings: [ignored(at, stranger)] };
  const entry = plainCode(resource, 'status') === 'entered-in-error' ? undefined : readEntry(context, resource);
  if (entry) return { findings: entryFindings(entry, at) };
  if (medicines.has(type)) {
    const { finding, use } = readMedicine(context, located);
    if (!use) return { findings: finding };
    return { findings: [...finding, ...(use.use.state === 'given' ? administered(context, located, use) : [])], use };
  }
  const reader = readers.get(type);
  return {
    findings: reader
      ? reader(context, located)
      : [ignored(at, `Resources of type ${type.slice(0, 60) || 'none'} are not read.`)],
  };
}

/** An entry of ours: kept whole; a fact in it is found, too. */
function entryFindings(entry: Entry, at: string): readonly Finding[] {
  return entry.kind === 'fact'
    ? [
        {
          kind: 'found',
          fact: entry.fact,
          value: entry.value,
          on: entry.on,
          from: at,
          said: entry.fact,
          how: 'own',
          entry,
        },
      ]
    : [{ kind: 'entry', entry, from: at }];
}

const bornOn = (patient: Located | undefined): Day | undefined => {
  const born = span(text(patient?.resource, 'birthDate'));
  return born && born.first === born.last ? born.first : undefined;
};

type FoundFinding = Extract<Finding, { kind: 'found' }>;
/** What was found, as an entry: the measurement where there is one, otherwise the fact as it was learnt. Facts worked out on the
 *  day (an age, months since) hold only for that day, so they are facts and no entries. */
function entryOf({ entry, fact, value, on, from, how }: FoundFinding, asOf: Day): readonly Entry[] {
  if (entry) return [entry];
  if (how === 'worked-out' && on === asOf) return [];
  return [{ kind: 'fact', id: `${from}:${fact}`, on: on ?? asOf, by: 'import', from, fact, value }];
}

/** Every entry once; two that say the same of the same day are one. */
function unique(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { id: _id, from: _from, ...rest } = entry;
    const key = entry.by === 'import' ? JSON.stringify(rest) : `${entry.id} ${JSON.stringify(rest)}`;
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** Same reasons and questions once. */
const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

function settled(context: Context, reads: readonly Read[]): Reading {
  const taking = readTaking(
    context,
    reads.flatMap(({ use }) => use ?? []),
  );
  const findings = [...reads.flatMap((one) => one.findings), ...taking.findings];
  const found = findings.filter((one) => one.kind === 'found');
  const {
    facts,
    ignored: left,
    conflicts,
  } = settle(
    context,
    found.filter(({ fact }) => !taking.conflicts.some((one) => one.fact === fact)),
  );
  const known = new Map<string, boolean | string | number>(facts.map(({ fact, value }) => [fact, value]));
  const usable = found.filter(({ fact: id, value, on }) => {
    const fact = Object.hasOwn(context.guideline.facts, id) ? context.guideline.facts[id] : undefined;
    return fact !== undefined && allowed(fact, value) && (on === undefined || on <= context.asOf);
  });
  return {
    asOf: context.asOf,
    facts: Object.fromEntries(known),
    entries: unique([
      ...findings.flatMap((one) => (one.kind === 'entry' ? [one.entry] : [])),
      ...usable.flatMap((one) => entryOf(one, context.asOf)),
    ]),
    found: facts.map(plain),
    ignored: distinct([
      ...findings.flatMap((one) => (one.kind === 'ignored' ? [{ resource: one.resource, reason: one.reason }] : [])),
      ...left,
    ]),
    asked: distinct(
      findings.flatMap((one) =>
        one.kind === 'asked' && !known.has(one.fact)
          ? [{ fact: one.fact, from: one.from, said: one.said, reason: one.reason }]
          : [],
      ),
    ),
    conflicts: [...taking.conflicts, ...conflicts],
  };
}

/** Reads a FHIR R4 Bundle of one person as it stands on a day (`asOf`, YYYY-MM-DD): its dated entries, the facts that hold on
 *  that day with where each comes from, what was left out and why, what to ask, and what contradicts itself. Nothing is taken
 *  for "no" because it is missing. What is not a Bundle of one person is refused whole, with the reason. */
export function readBundle(guideline: Guideline, bundle: unknown, asOf: Day): ReadBundle {
  if (!isDay(asOf)) return { ok: false, problem: `"${asOf}" is no day of the calendar. Write it as 2026-01-31.` };
  const opened = open(bundle);
  if (!opened.ok) return opened;
  const who = person(opened.resources, isRead);
  if ('problem' in who) return { ok: false, problem: who.problem };
  const born = bornOn(who.patient);
  const context: Context = { guideline, asOf, ...(born === undefined ? {} : { bornOn: born }) };
  return {
    ok: true,
    ...settled(
      context,
      opened.resources.map((one) => readOne(context, one, who.patient)),
    ),
  };
}
