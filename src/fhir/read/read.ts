// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../model/index.ts';
import { isDay, type Day, type Entry } from '../../record/index.ts';
import { span } from '../day.ts';
import { ignored, type Context, type Finding, type Reading } from '../finding.ts';
import { isJson, object, objects, text, type Json } from '../json.ts';
import { restatedSystem } from '../own.ts';
import { readAllergy } from './allergy.ts';
import { open, type Located } from './bundle.ts';
import { plainCode } from './coded.ts';
import { readCondition } from './condition.ts';
import { readImmunization, readProcedure, readReport } from './event.ts';
import { gather, type Read } from './gather.ts';
import { administered, readMedicine } from './medicine.ts';
import { readObservation } from './observation.ts';
import { readAnswers, readEntry } from './own.ts';
import { readPatient } from './patient.ts';
import { another, person } from './people.ts';

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

function readOne(context: Context, located: Located, patient: Located | undefined): Read {
  const { resource, type, at } = located;
  if (silent.has(type)) return { findings: [] };
  const stranger = another(located, patient);
  if (stranger !== undefined) return { findings: [ignored(at, stranger)] };
  if (isRestated(resource)) return { findings: [] };
  const entry = readEntry(context, resource);
  if (entry) {
    const wrong = plainCode(resource, 'status') === 'entered-in-error';
    return { findings: wrong ? [{ kind: 'entry', own: true, wrong, entry, from: at }] : entryFindings(entry, at) };
  }
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

/** What only says again what our own resources say. */
const isRestated = (resource: Json): boolean =>
  objects(object(resource, 'meta'), 'tag').some((tag) => text(tag, 'system') === restatedSystem);

/** An entry of ours: kept whole; a fact in it is found, too. */
function entryFindings(entry: Entry, at: string): readonly Finding[] {
  if (entry.kind !== 'fact') return [{ kind: 'entry', own: true, entry, from: at }];
  const { fact, value, on } = entry;
  return [{ kind: 'found', fact, value, on, from: at, said: fact, how: 'own', own: true, entry }];
}

const bornOn = (patient: Located | undefined): Day | undefined => {
  const born = span(text(patient?.resource, 'birthDate'));
  return born && born.first === born.last ? born.first : undefined;
};

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
  const writtenOn = span(text(isJson(bundle) ? bundle : undefined, 'timestamp'))?.first;
  const context: Context = {
    guideline,
    asOf,
    ...(born === undefined ? {} : { bornOn: born }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  };
  return {
    ok: true,
    ...gather(
      context,
      opened.resources.map((one) => readOne(context, one, who.patient)),
    ),
  };
}
