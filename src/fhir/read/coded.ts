// SPDX-License-Identifier: Apache-2.0
import type { Codes } from '../codes/meaning.ts';
import { object, objects, text, type Json } from '../json.ts';

export type Coding = { system: string; code: string; display: string | undefined };
/** A CodeableConcept, read: its codings and all its words. */
export type Coded = { codings: readonly Coding[]; words: readonly string[] };

const absoluteSystem: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.96': 'http://snomed.info/sct',
  'urn:oid:2.16.840.1.113883.6.1': 'http://loinc.org',
  'urn:oid:2.16.840.1.113883.6.88': 'http://www.nlm.nih.gov/research/umls/rxnorm',
  'urn:oid:2.16.840.1.113883.6.90': 'http://hl7.org/fhir/sid/icd-10-cm',
  'urn:oid:2.16.840.1.113883.6.3': 'http://hl7.org/fhir/sid/icd-10',
  'urn:oid:2.16.840.1.113883.12.292': 'http://hl7.org/fhir/sid/cvx',
  'urn:oid:2.16.840.1.113883.6.73': 'http://www.whocc.no/atc',
};
const icd = new Set([
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
]);

/** Concepts that were read already, for as long as their record is at hand: one is looked at in several places. */
const known = new WeakMap<Json, Coded>();
const nothing: Coded = { codings: [], words: [] };

/** Reads a CodeableConcept, or a Coding alone. ICD-10 codes lose their dot. */
export function coded(concept: Json | undefined): Coded {
  if (concept === undefined) return nothing;
  const before = known.get(concept);
  if (before) return before;
  const found = readConcept(concept);
  known.set(concept, found);
  return found;
}

function readConcept(concept: Json): Coded {
  const written =
    Object.hasOwn(concept, 'code') && !Object.hasOwn(concept, 'coding') ? [concept] : objects(concept, 'coding');
  const codings = written.flatMap((coding) => {
    const [address = '', code, display] = [text(coding, 'system'), text(coding, 'code'), text(coding, 'display')];
    const system = Object.hasOwn(absoluteSystem, address) ? (absoluteSystem[address] ?? address) : address;
    return code === undefined
      ? []
      : [{ system, code: icd.has(system) ? code.replaceAll('.', '').toUpperCase() : code, display }];
  });
  const words = [text(concept, 'text'), ...written.map((coding) => text(coding, 'display'))];
  return { codings, words: [...new Set(words.filter((each) => each !== undefined))] };
}

/** The first words of a concept, or its code: how a person would recognise it. */
export const said = ({ words, codings }: Coded): string => words[0] ?? codings[0]?.code ?? 'something without a name';

/** What the tables know of a concept's codes. */
export const lookUp = (tables: ReadonlyMap<string, Codes>, { codings }: Coded) =>
  codings.flatMap(({ system, code }) => tables.get(system)?.find(code) ?? []);

/** A concept that has a code in a system. */
export const codeIn = ({ codings }: Coded, system: string): string | undefined =>
  codings.find((coding) => coding.system === system)?.code;

/** The first code of an element, in any system: for FHIR's own small lists, such as a status. */
export const plainCode = (from: Json, name: string): string | undefined => {
  const concept = object(from, name);
  return (
    text(from, name)
    ?? objects(concept, 'coding')
      .map((coding) => text(coding, 'code'))
      .find((code) => code !== undefined)
  );
};
