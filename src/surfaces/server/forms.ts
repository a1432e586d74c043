// SPDX-License-Identifier: Apache-2.0
// The forms of REST: what is asked and what is answered. Requests are checked by them, and the contract is written from them.
import { z } from 'zod';
import { patientFile } from '../../authoring/patient-schema.ts';
import { shapes } from '../said/index.ts';

const bundle = z
  .looseObject({ resourceType: z.literal('Bundle') })
  .describe('A FHIR R4 Bundle of one person: collection, searchset or document.');
const file = patientFile.describe(
  'A patient file. What is not known is left out; it is never taken for no. /api/facts lists the facts.',
);
/** One person: a patient file, or a FHIR Bundle. */
export const person = z.union([bundle, file]);
export type Person = z.infer<typeof person>;

const asOf = z.iso.date().optional().describe('The day it is about; the file’s own day or today when left out.');
const unanswered = z
  .array(z.string())
  .max(500)
  .default([])
  .describe('Facts somebody does not know: they are not asked again.');

/** What can be posted, by path. */
export const requests = {
  answer: z.strictObject({ patient: person, asOf }),
  ask: z.strictObject({ patient: person, asOf, unanswered, most: z.int().min(1).max(500).default(20) }),
  explain: z.strictObject({ patient: person, asOf, intervention: z.string() }),
  measure: z.strictObject({ measure: z.string(), inputs: z.record(z.string(), z.unknown()) }),
  plan: z.strictObject({ patient: person, asOf, weeks: z.int().min(1).max(260).default(12) }),
  facts: z.strictObject({ patient: bundle, asOf }),
  question: z.strictObject({ question: z.string().min(1).max(2000) }),
};
export type Name = keyof typeof requests;

const heading = { guideline: z.string(), disclaimer: z.string() };
const loose = (shape: string) => z.looseObject({ shape: z.literal(shape), ...heading });
/** What is answered, by path. Guidance, questions and explanations are the same on every surface. */
export const responses = {
  answer: shapes.guidance,
  ask: shapes.questions,
  explain: shapes.explanation,
  measure: z.strictObject({
    ...heading,
    measure: z.string(),
    result: z.unknown(),
    title: z.string(),
    citation: z.string(),
    licence: z.string(),
  }),
  plan: loose('heliotrope-plan/1'),
  facts: loose('heliotrope-reading/1'),
  question: z.looseObject({ ...heading, urgent: z.boolean(), answer: z.string(), citations: z.array(z.unknown()) }),
} satisfies Record<Name, z.ZodType>;

/** What each path is for. */
export const summaries: Readonly<Record<Name, string>> = {
  answer: 'What fits this person now, what does not, and why',
  ask: 'The questions still worth asking, the best first',
  explain: 'Why one intervention has its status, with claims, and what would change it',
  measure: 'A published measure from its inputs',
  plan: 'What is due and when: tests, infusions, taper and exercise',
  facts: 'What a FHIR Bundle says: facts with their places, what to ask, what was left out and why',
  question: 'An answer from the guide in plain words, each sentence with its source; urgent questions say so first',
};
