// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Entry } from '../record/index.ts';

const text = z.string().min(1);
const day = z.string('A day is written as 2026-11-23.').regex(/^\d{4}-\d\d-\d\d$/, 'A day is written as 2026-11-23.');
const amount = z.strictObject({ value: z.number().nonnegative(), unit: text });
const frequency = z.strictObject({
  times: z.number().positive(),
  per: z.enum(['day', 'week', 'month']),
  every: z.number().positive().optional(),
});
const dated = {
  id: text,
  on: day,
  by: z.enum(['patient', 'carer', 'clinician', 'import']).optional(),
  from: text.optional(),
  note: text.optional(),
  replaces: text.optional(),
};
const score = z.number().min(0, 'A score is a number from 0 to 10.').max(10, 'A score is a number from 0 to 10.');
const measure = { ...dated, kind: z.literal('measure'), measure: text };

/** One entry of a record as it is written in a patient file. */
export const entry = z.discriminatedUnion('kind', [
  z.strictObject({
    ...dated,
    kind: z.literal('medicine'),
    intervention: text,
    event: z.enum(['start', 'change', 'stop']),
    dose: amount.optional(),
    frequency: frequency.optional(),
    route: text.optional(),
    product: text.optional(),
    reason: text.optional(),
  }),
  z.strictObject({
    ...dated,
    kind: z.literal('infusion'),
    intervention: text,
    dose: amount,
    product: text.optional(),
    reaction: text.optional(),
  }),
  z.strictObject({
    ...dated,
    kind: z.literal('laboratory'),
    test: text,
    value: z.number(),
    unit: z.string(),
    upperLimit: z.number().optional(),
    lowerLimit: z.number().optional(),
  }),
  z.strictObject({ ...dated, kind: z.literal('strength'), test: text, value: z.number(), unit: z.string() }),
  z.strictObject({ ...dated, kind: z.literal('symptom'), symptom: text, score }),
  z.strictObject({ ...dated, kind: z.literal('rash'), region: text, score }),
  z.strictObject({
    ...dated,
    kind: z.literal('exercise'),
    movements: z.array(
      z.strictObject({
        movement: text,
        sets: z.number().optional(),
        repetitions: z.number().optional(),
        seconds: z.number().optional(),
      }),
    ),
    minutes: z.number().optional(),
    effort: score.optional(),
    painAfter: score.optional(),
  }),
  z.strictObject({ ...dated, kind: z.literal('vaccine'), vaccine: text }),
  z.strictObject({
    ...dated,
    kind: z.literal('fact'),
    fact: text,
    value: z.union([z.boolean(), z.number(), z.string()]),
  }),
  z.strictObject({
    ...dated,
    kind: z.literal('taper'),
    intervention: text,
    steps: z.array(z.strictObject({ from: day, dose: amount, frequency: frequency.optional() })).min(1),
  }),
  z.strictObject({ ...dated, kind: z.literal('note'), text }),
  z.strictObject({ ...dated, kind: z.literal('withdrawal'), of: text }),
  z.strictObject({ ...measure, inputs: z.record(z.string(), z.unknown()).optional(), score: z.number().optional() }),
]);

/** An entry as read, without fields that are absent; a measure without inputs and score is refused here. */
export function toEntry(written: z.infer<typeof entry>): Entry | undefined {
  if (written.kind !== 'measure') return present(written);
  const { inputs, score: only, ...rest } = written;
  if (inputs !== undefined) return present({ ...rest, inputs });
  return only === undefined ? undefined : present({ ...rest, score: only });
}
/** Drops what is undefined, which a file never is. */
const present = (written: object): Entry =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as Entry; // its shape was checked by the schema
