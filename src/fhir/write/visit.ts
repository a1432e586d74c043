// SPDX-License-Identifier: Apache-2.0
import type { Bundle, Composition, CompositionSection, FhirResource, Patient as FhirPatient } from 'fhir/r4.js';
import type { FactId, Guidance, Guideline, Patient } from '../../model/index.ts';
import type { Day, Entry, Record as PatientRecord } from '../../record/index.ts';
import { base } from '../own.ts';
import { concept, person, restated } from './element.ts';
import { entryResource, type Standing } from './entries.ts';
import { writeGuidanceResponse, writeRequestGroup } from './guidance.ts';
import { writeAnswers } from './questionnaire.ts';
import { allergies, medicines, problems } from './restate.ts';

/** Everything of one visit: the day, what is known, what happened, what was answered with "I don't know", and the guidance. */
export type Visit = {
  asOf: Day;
  facts: Patient;
  record: PatientRecord;
  unknown?: readonly FactId[];
  guidance?: Guidance;
};

const birthSex = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
function patient(facts: Patient): FhirPatient {
  const sex = { female: 'F', male: 'M' }[String(facts['sex-at-birth'])];
  return {
    resourceType: 'Patient',
    id: 'person',
    ...restated,
    ...(sex === undefined ? {} : { extension: [{ url: birthSex, valueCode: sex }] }),
  };
}

/** Which entries a later one took back, and on which day a medicine's dose gave way to the next. */
function standings(record: PatientRecord): (entry: Entry) => Standing {
  const wrong = new Set(
    record.flatMap((entry) => [
      ...(entry.replaces === undefined ? [] : [entry.replaces]),
      ...(entry.kind === 'withdrawal' ? [entry.of] : []),
    ]),
  );
  const events = record
    .filter((entry) => entry.kind === 'medicine' && !wrong.has(entry.id))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return (entry) => {
    const next =
      entry.kind === 'medicine'
        ? events.find(
            (other) => other.kind === 'medicine' && other.intervention === entry.intervention && other.on > entry.on,
          )
        : undefined;
    return { wrong: wrong.has(entry.id), ...(next ? { ended: next.on } : {}) };
  };
}

type Section = { title: string; code: string; types: readonly string[] };
/** The sections of the International Patient Summary that we have something for; the first three it requires. */
const sections: readonly Section[] = [
  {
    title: 'Medicines',
    code: '10160-0',
    types: ['MedicationStatement', 'MedicationRequest', 'MedicationAdministration'],
  },
  { title: 'Allergies and serious reactions', code: '48765-2', types: ['AllergyIntolerance'] },
  { title: 'Problems', code: '11450-4', types: ['Condition'] },
  { title: 'Vaccines', code: '11369-6', types: ['Immunization'] },
  { title: 'Results', code: '30954-2', types: ['Observation'] },
  { title: 'Plan', code: '18776-5', types: ['RequestGroup', 'GuidanceResponse'] },
  { title: 'Answers and notes', code: '51855-5', types: ['QuestionnaireResponse', 'Communication', 'Basic'] },
];
const required = new Set(['10160-0', '48765-2', '11450-4']);

function section({ title, code, types }: Section, resources: readonly FhirResource[]): readonly CompositionSection[] {
  const entry = resources
    .filter(({ resourceType }) => types.includes(resourceType))
    .map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` }));
  const common = { title, code: { coding: [{ system: 'http://loinc.org', code }] } };
  if (entry.length) return [{ ...common, entry }];
  const empty = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }],
  };
  const text = {
    status: 'generated' as const,
    div: '<div xmlns="http://www.w3.org/1999/xhtml">Nothing was said about this.</div>',
  };
  return required.has(code) ? [{ ...common, emptyReason: empty, text }] : [];
}

function composition(asOf: Day, resources: readonly FhirResource[]): Composition {
  return {
    resourceType: 'Composition',
    id: 'visit',
    status: 'final',
    type: concept('Patient summary', { system: 'http://loinc.org', code: '60591-5' }),
    subject: person,
    date: asOf,
    author: [{ display: 'Heliotrope, from what the person or their clinician said' }],
    title: 'Summary for a visit',
    section: sections.flatMap((one) => section(one, resources)),
  };
}

/** A visit as an R4 document Bundle, in the sections of the International Patient Summary where they fit. `readBundle` gives back
 *  the same facts, the same entries and the same unknowns. It holds nothing that was not given: no name, no identifier. */
export function writeVisit(guideline: Guideline, { asOf, facts, record, unknown = [], guidance }: Visit): Bundle {
  const standing = standings(record);
  const told = new Set(
    record.flatMap((entry) => (entry.kind === 'medicine' && !standing(entry).wrong ? [entry.intervention] : [])),
  );
  const resources: FhirResource[] = [
    patient(facts),
    ...problems(guideline, facts),
    ...allergies(guideline, facts),
    ...medicines(guideline, facts, told),
    ...record.map((entry, i): FhirResource => ({
      ...entryResource(guideline, entry, standing(entry)),
      id: `entry-${i + 1}`,
    })),
    writeAnswers(guideline, facts, unknown, asOf),
    ...(guidance ? [writeRequestGroup(guideline, guidance, asOf), writeGuidanceResponse(guidance, asOf)] : []),
  ];
  const all: FhirResource[] = [composition(asOf, resources), ...resources];
  return {
    resourceType: 'Bundle',
    type: 'document',
    identifier: { system: base, value: `visit-${asOf}` },
    timestamp: `${asOf}T00:00:00Z`,
    entry: all.map((resource) => ({ fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource })),
  };
}
