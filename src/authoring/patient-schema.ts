// SPDX-License-Identifier: Apache-2.0
// A patient file as it is written. Apart from the schemas of a guideline, so that a command can read a patient without making those.
import { z } from 'zod';
import { entry } from './record-schema.ts';

export const date = z
  .string('A date is written as 2026-11-23.')
  .regex(/^\d{4}-\d\d-\d\d$/, 'A date is written as 2026-11-23.');
/** Values by the name of the fact; whether a fact may have the value is said by the guideline. */
export const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]));
export const patientFile = z.strictObject({
  asOf: date.optional(),
  facts: facts.optional(),
  record: z.array(entry).optional(),
  kept: z.unknown().optional(), // of a copy from the web app: the person's own words and half-typed forms, which nothing here reads
});
