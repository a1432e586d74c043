// SPDX-License-Identifier: Apache-2.0
import type { Codes, Hit } from '../codes/meaning.ts';
import { object, objects, text, type Json } from '../json.ts';

export type Coding = { system: string; code: string; display: string | undefined };
/** A CodeableConcept, read: its codings and all its words. */
export type Coded = { codings: readonly Coding[]; words: readonly string[] };

const absoluteSystem: ReadonlyMap<string, string> = new Map([
  ['urn:oid:2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
  ['urn:oid:2.16.840.1.113883.6.1', 'http://loinc.org'],
  ['urn:oid:2.16.840.1.113883.6.88', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['urn:oid:2.16.840.1.113883.6.90', 'http://hl7.org/fhir/sid/icd-10-cm'],
  ['urn:oid:2.16.840.1.113883.6.3', 'http://hl7.org/fhir/sid/icd-10'],
  ['urn:oid:2.16.840.1.113883.12.292', 'http://hl7.org/fhir/sid/cvx'],
  ['urn:oid:2.16.840.1.113883.6.73', 'http://www.whocc.no/atc'],
]);
const icd = new Set([
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
]);

const nothing: Coded = { codings: [], words: [] };

/** Reads a CodeableConcept, or a Coding alone. ICD-10 codes lose their dot. Written as loops: a record has hundreds. */
export function coded(concept: Json | undefined): Coded {
  if (concept === undefined) return nothing;
  const isCoding = Object.hasOwn(concept, 'code') && !Object.hasOwn(concept, 'coding');
  const codings: Coding[] = [];
  const name = text(concept, 'text');
  const words: string[] = name === undefined ? [] : [name];
  for (const one of isCoding ? [concept] : objects(concept, 'coding')) {
    const [code, display] = [text(one, 'code'), text(one, 'display')];
    if (code !== undefined) codings.push(codingOf(text(one, 'system') ?? '', code, display));
    if (display !== undefined && !words.includes(display)) words.push(display);
  }
  return { codings, words };
}

function codingOf(address: string, code: string, display: string | undefined): Coding {
  const system = address.startsWith('urn:') ? (absoluteSystem.get(address) ?? address) : address;
  return { system, code: icd.has(system) ? code.replaceAll('.', '').toUpperCase() : code, display };
}

/** The first words of a concept, or its code: how a person would recognise it. */
export const said = ({ words, codings }: Coded): string => words[0] ?? codings[0]?.code ?? 'something without a name';

const unknown: readonly Hit[] = [];
/** What the tables know of a concept's codes. */
export function lookUp(tables: ReadonlyMap<string, Codes>, { codings }: Coded): readonly Hit[] {
  let found = unknown;
  for (const { system, code } of codings) {
    const hits = tables.get(system)?.find(code) ?? unknown;
    found = found.length === 0 ? hits : [...found, ...hits];
  }
  return found;
}

/** A concept that has a code in a system. */
export const codeIn = ({ codings }: Coded, system: string): string | undefined =>
  codings.find((coding) => coding.system === system)?.code;

/** The first code of an element, in any system: for FHIR's own small lists, such as a status. */
export function plainCode(from: Json, name: string): string | undefined {
  const written = text(from, name);
  if (written !== undefined) return written;
  for (const coding of objects(object(from, name), 'coding')) {
    const code = text(coding, 'code');
    if (code !== undefined) return code;
  }
  return undefined;
}
