// SPDX-License-Identifier: Apache-2.0
import type { CodeableConcept, Coding, Dosage, Extension, Quantity, Reference } from 'fhir/r4.js';
import type { Fact, Guideline } from '../../model/index.ts';
import type { Amount, Entry, Frequency } from '../../record/index.ts';
import { encode } from '../entry.ts';
import { entryExtension, factSystem, interventionSystem, optionSystem, recordSystem, restatedSystem } from '../own.ts';

export const person: Reference = { reference: 'Patient/person' };
const ucumSystem = 'http://unitsofmeasure.org';

/** A number with its unit; FHIR has no empty texts, so a blank unit is left out. */
export const quantity = ({ value, unit }: Amount): Quantity =>
  unit.trim() ? { value, unit, system: ucumSystem, code: tidy(unit) } : { value };
export const concept = (text: string, ...coding: Coding[]): CodeableConcept =>
  coding.length ? { coding, text } : { text };
export const category = (code: string): CodeableConcept => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }],
});

/** A fact as a code: our own first, then the guideline's. */
export const factConcept = ({ id, label, coding }: Fact): CodeableConcept =>
  concept(
    label,
    { system: factSystem, code: id, display: label },
    ...coding.map(({ system, code }) => ({ system, code })),
  );

/** A name of the record, such as a test or a region. */
export const recordConcept = (name: string): CodeableConcept =>
  concept(name, { system: recordSystem, code: tidy(name) });
/** FHIR codes have no spaces at their ends, and single ones inside. */
const tidy = (name: string): string => name.trim().replaceAll(/\s+/g, ' ') || 'unnamed';

/** A medicine by its intervention, under the product's own words when those are known. */
export function medicineConcept({ interventions }: Guideline, id: string, product?: string): CodeableConcept {
  const known = Object.hasOwn(interventions, id) ? interventions[id] : undefined;
  const label = known?.label ?? id;
  return concept(
    product?.trim() || label,
    { system: interventionSystem, code: tidy(id), display: label },
    ...(known?.coding ?? []).map(({ system, code }) => ({ system, code })),
  );
}

/** A fact's value as FHIR writes it. */
export type FhirValue =
  { valueBoolean: boolean } | { valueCodeableConcept: CodeableConcept } | { valueQuantity: Quantity };
export function factValue({ value }: Fact, given: boolean | string | number): FhirValue | undefined {
  if (value.type === 'boolean') return typeof given === 'boolean' ? { valueBoolean: given } : undefined;
  if (value.type === 'code') {
    const option = value.options.find(({ code }) => code === given);
    return (
      option && {
        valueCodeableConcept: concept(option.label, { system: optionSystem, code: option.code, display: option.label }),
      }
    );
  }
  return typeof given === 'number' ? { valueQuantity: quantity({ value: given, unit: value.unit }) } : undefined;
}

const periods = { day: 'd', week: 'wk', month: 'mo' } as const;
/** A dose with its rhythm. FHIR's frequency is a whole number; another rhythm is said in words only. */
export function dosage(dose: Amount | undefined, frequency: Frequency | undefined): Dosage {
  const often = frequency && `${frequency.times} every ${frequency.every ?? 1} ${frequency.per}`;
  const words = [dose && `${dose.value} ${dose.unit}`, often].filter((each) => each !== undefined).join(', ');
  const regular = frequency && Number.isInteger(frequency.times) && frequency.times > 0 && (frequency.every ?? 1) > 0;
  return {
    ...(words ? { text: words } : {}),
    ...(regular
      ? {
          timing: {
            repeat: { frequency: frequency.times, period: frequency.every ?? 1, periodUnit: periods[frequency.per] },
          },
        }
      : {}),
    ...(dose ? { doseAndRate: [{ doseQuantity: quantity(dose) }] } : {}),
  };
}

/** The entry itself, whole. */
export const carrying = (entry: Entry): { extension: Extension[] } => ({ extension: [encode(entryExtension, entry)] });

/** Marks what only says again, in words other systems know, what our own resources say; it is not read back. */
export const restated = { meta: { tag: [{ system: restatedSystem, code: 'restated' }] } };
