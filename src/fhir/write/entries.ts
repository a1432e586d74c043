// SPDX-License-Identifier: Apache-2.0
// Every entry of the record as the FHIR resource that other systems know, carrying the entry itself.
import type {
  Basic,
  Communication,
  Immunization,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Observation,
  ObservationComponent,
} from 'fhir/r4.js';
import type { Guideline } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import { recordSystem } from '../own.ts';
import {
  carrying,
  category,
  concept,
  dosage,
  factConcept,
  factValue,
  medicineConcept,
  person,
  quantity,
  recordConcept,
} from './element.ts';

type Kind<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
export type EntryResource =
  | Observation
  | MedicationStatement
  | MedicationAdministration
  | MedicationRequest
  | Immunization
  | Communication
  | Basic;
/** `wrong`: withdrawn or replaced by a later entry. `ended`: a medicine that a later entry stopped or changed. */
export type Standing = { wrong: boolean; ended?: string };

const observed = (entry: Entry, wrong: boolean) => ({
  resourceType: 'Observation' as const,
  status: wrong ? ('entered-in-error' as const) : ('final' as const),
  subject: person,
  effectiveDateTime: entry.on,
  ...carrying(entry),
  ...(entry.note?.trim() ? { note: [{ text: entry.note }] } : {}),
});

function medicine(guideline: Guideline, entry: Kind<'medicine'>, { wrong, ended }: Standing): MedicationStatement {
  const stopped = entry.event === 'stop';
  const end = stopped ? entry.on : ended;
  const dosed = entry.dose || entry.frequency ? { dosage: [dosage(entry.dose, entry.frequency)] } : {};
  return {
    resourceType: 'MedicationStatement',
    status: wrong ? 'entered-in-error' : stopped ? 'stopped' : ended === undefined ? 'active' : 'completed',
    medicationCodeableConcept: medicineConcept(guideline, entry.intervention, entry.product),
    subject: person,
    effectivePeriod: { ...(stopped ? {} : { start: entry.on }), ...(end === undefined ? {} : { end }) },
    ...(stopped ? {} : dosed),
    ...(entry.reason?.trim() ? { [stopped ? 'statusReason' : 'reasonCode']: [concept(entry.reason)] } : {}),
    ...carrying(entry),
  };
}

const administration = (guideline: Guideline, entry: Kind<'infusion'>, wrong: boolean): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: wrong ? 'entered-in-error' : 'completed',
  medicationCodeableConcept: medicineConcept(guideline, entry.intervention, entry.product),
  subject: person,
  effectiveDateTime: entry.on,
  dosage: { dose: quantity(entry.dose) },
  ...(entry.reaction?.trim() ? { note: [{ text: entry.reaction }] } : {}),
  ...carrying(entry),
});

function laboratory(guideline: Guideline, entry: Kind<'laboratory'>, wrong: boolean): Observation {
  const fact = Object.hasOwn(guideline.facts, entry.test) ? guideline.facts[entry.test] : undefined;
  const codes = recordConcept(entry.test);
  const range = {
    ...(entry.lowerLimit === undefined ? {} : { low: quantity({ value: entry.lowerLimit, unit: entry.unit }) }),
    ...(entry.upperLimit === undefined ? {} : { high: quantity({ value: entry.upperLimit, unit: entry.unit }) }),
  };
  return {
    ...observed(entry, wrong),
    category: [category('laboratory')],
    code: {
      ...codes,
      coding: [...(codes.coding ?? []), ...(fact?.coding ?? []).map(({ system, code }) => ({ system, code }))],
    },
    valueQuantity: quantity(entry),
    ...(Object.keys(range).length ? { referenceRange: [range] } : {}),
  };
}

const component = (name: string, value: number | undefined, unit: string): ObservationComponent[] =>
  value === undefined ? [] : [{ code: recordConcept(name), valueQuantity: quantity({ value, unit }) }];

function exercise(entry: Kind<'exercise'>, wrong: boolean): Observation {
  const parts = [
    ...component('minutes', entry.minutes, 'min'),
    ...component('effort', entry.effort, '{score}'),
    ...component('pain-after', entry.painAfter, '{score}'),
    ...entry.movements.flatMap(({ movement, repetitions }) => component(movement, repetitions, '{count}')),
  ];
  return {
    ...observed(entry, wrong),
    category: [category('activity')],
    code: recordConcept('exercise'),
    ...(parts.length ? { component: parts } : {}),
  };
}

const taper = (guideline: Guideline, entry: Kind<'taper'>, wrong: boolean): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: wrong ? 'entered-in-error' : 'active',
  intent: 'plan',
  medicationCodeableConcept: medicineConcept(guideline, entry.intervention),
  subject: person,
  authoredOn: entry.on,
  ...(entry.steps.length
    ? {
        dosageInstruction: entry.steps.map(({ from, dose, frequency }, i) => {
          const written = dosage(dose, frequency);
          return {
            ...written,
            sequence: i + 1,
            timing: { repeat: { ...written.timing?.repeat, boundsPeriod: { start: from } } },
          };
        }),
      }
    : {}),
  ...carrying(entry),
});

function factObservation(guideline: Guideline, entry: Kind<'fact'>, wrong: boolean): Observation {
  const fact = Object.hasOwn(guideline.facts, entry.fact) ? guideline.facts[entry.fact] : undefined;
  return {
    ...observed(entry, wrong),
    category: [category('survey')],
    code: fact ? factConcept(fact) : recordConcept(entry.fact),
    ...(fact ? factValue(fact, entry.value) : {}),
  };
}

const scored = (
  entry: Entry,
  wrong: boolean,
  name: string,
  value: number | undefined,
  unit = '{score}',
): Observation => ({
  ...observed(entry, wrong),
  category: [category('survey')],
  code: recordConcept(name),
  ...(value === undefined ? {} : { valueQuantity: quantity({ value, unit }) }),
});

/** One entry as a resource. A new kind of entry breaks the build here. */
export function entryResource(guideline: Guideline, entry: Entry, standing: Standing): EntryResource {
  const { wrong } = standing;
  switch (entry.kind) {
    case 'medicine':
      return medicine(guideline, entry, standing);
    case 'infusion':
      return administration(guideline, entry, wrong);
    case 'laboratory':
      return laboratory(guideline, entry, wrong);
    case 'measure':
      return scored(entry, wrong, entry.measure, 'score' in entry ? entry.score : undefined);
    case 'strength':
      return scored(entry, wrong, entry.test, entry.value, entry.unit);
    case 'symptom':
      return scored(entry, wrong, entry.symptom, entry.score);
    case 'rash':
      return scored(entry, wrong, `rash: ${entry.region}`, entry.score);
    case 'exercise':
      return exercise(entry, wrong);
    case 'vaccine':
      return {
        resourceType: 'Immunization',
        status: wrong ? 'entered-in-error' : 'completed',
        vaccineCode: concept(entry.vaccine.trim() || 'vaccine'),
        patient: person,
        occurrenceDateTime: entry.on,
        ...carrying(entry),
      };
    case 'fact':
      return factObservation(guideline, entry, wrong);
    case 'taper':
      return taper(guideline, entry, wrong);
    case 'note':
      return {
        resourceType: 'Communication',
        status: wrong ? 'entered-in-error' : 'completed',
        subject: person,
        sent: `${entry.on}T00:00:00Z`,
        ...(entry.text.trim() ? { payload: [{ contentString: entry.text }] } : {}),
        ...carrying(entry),
      };
    case 'withdrawal':
      return {
        resourceType: 'Basic',
        code: concept('Taken back', { system: recordSystem, code: 'withdrawal' }),
        subject: person,
        created: entry.on,
        ...carrying(entry),
      };
    default:
      return entry satisfies never;
  }
}
