// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { readPatient, readText, wrongValue } from '../../authoring/index.ts';
import { readBundle } from '../../fhir/index.ts';
import { contradictionsIn } from '../../interpreters/answer/index.ts';
import type { Guideline, Patient } from '../../model/index.ts';
import { derive, isDay, type Derived } from '../../record/index.ts';
import type { McpContent } from './content.ts';

/** What a tool is told of a person. All of it stays in the call. */
export const personInput = {
  facts: z
    .record(z.string(), z.union([z.boolean(), z.number(), z.string()]))
    .default({})
    .describe(
      'What is known, by fact id; the tool "facts" finds ids. Leave out what is not known: it is never taken for no.',
    ),
  record: z
    .array(z.looseObject({ id: z.string(), on: z.string(), kind: z.string() }))
    .max(10_000)
    .optional()
    .describe(
      'Dated entries (medicines, tests, scores), as in a Heliotrope patient file. Facts are worked out from them.',
    ),
  bundle: z
    .looseObject({ resourceType: z.literal('Bundle') })
    .optional()
    .describe('Instead of facts and record: a FHIR R4 Bundle of one person.'),
  asOf: z.string().max(40).optional().describe('The day the answer is for, such as 2026-11-24. Today when left out.'),
};
type Given = z.output<z.ZodObject<typeof personInput>>;
export type Person = { ok: true; patient: Patient; derived: Derived; asOf: string; notes: readonly string[] };
type NoPerson = { ok: false; problems: readonly string[] };

const no = (...problems: string[]): NoPerson => ({ ok: false, problems });
const wrongFacts = (guideline: Guideline, facts: Patient): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => wrongValue(guideline, name, value) ?? []);

/** Two things that cannot both be true are refused: which of them is right, nobody can guess. */
function contradictions(guideline: Guideline, patient: Patient): readonly string[] {
  return contradictionsIn(guideline, patient).map(
    ({ message, facts }) =>
      `${message} Both cannot be true: look at ${facts.join(', ')}, and leave out what is not certain.`,
  );
}

function fromBundle({ guideline }: McpContent, bundle: unknown, asOf: string): Person | NoPerson {
  const read = readBundle(guideline, bundle, asOf);
  if (!read.ok) return no(`bundle: ${read.problem}`);
  const derived = derive(guideline, read.entries, asOf);
  const notes = read.conflicts.map(({ fact }) => `"${fact}" is left unknown, because the record contradicts itself.`);
  return { ok: true, patient: read.facts, derived: { ...derived, patient: read.facts }, asOf, notes };
}

/** The person that a call tells of, on its day; or every problem with it. Nothing is half-applied. */
export function readPerson(content: McpContent, given: Given): Person | NoPerson {
  const { guideline } = content;
  const asOf = given.asOf ?? content.today();
  if (!isDay(asOf)) return no(`asOf: "${given.asOf}" is not a day of the calendar. Write it as 2026-11-24.`);
  if (given.bundle) {
    if (Object.keys(given.facts).length || given.record)
      return no('bundle: Give a bundle, or facts and record, but not both.');
    return fromBundle(content, given.bundle, asOf);
  }
  const wrong = wrongFacts(guideline, given.facts);
  if (wrong.length) return no(...wrong);
  const written = readText('record', JSON.stringify({ record: given.record ?? [] }, null, 1));
  const read = readPatient(guideline, written);
  if (!read.ok) return no(read.problems);
  const clash = contradictions(guideline, given.facts);
  if (clash.length) return no(...clash);
  const derived = derive(guideline, read.record ?? [], asOf, { facts: given.facts, on: asOf });
  return { ok: true, patient: derived.patient, derived, asOf, notes: derived.problems.map(({ message }) => message) };
}
