// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { bodyRegions, exerciseBases, exercisePhases, movementKinds, screeningEffects } from '../model/index.ts';
import { condition } from './schema.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "sit-to-stand".');
const text = z.string().min(1);
const texts = z.tuple([text], text);
const range = z
  .tuple([z.number().nonnegative(), z.number().nonnegative()])
  .refine(([from, to]) => from <= to, 'A range goes from the smaller number to the larger.');
const basis = { basis: z.enum(exerciseBases), sources: z.array(text), verified: z.enum(['read', 'recalled']) };

export const movement = z.strictObject({
  id,
  name: text,
  kind: z.enum(movementKinds),
  region: z.enum(bodyRegions),
  muscles: texts,
  start: text,
  how: text,
  easier: text,
  harder: text,
  equipment: z.array(text),
  phases: z.tuple([z.enum(exercisePhases)], z.enum(exercisePhases)),
  dose: text.optional(),
  'each-side': z.boolean(),
  'not-for': z.array(text),
  care: z.array(text),
  goal: text.optional(),
  'avoid-when': condition.optional(),
  ...basis,
});
const dose = z.strictObject({
  sets: range.optional(),
  repetitions: range.optional(),
  'hold-seconds': range.optional(),
  minutes: range.optional(),
  'bouts-per-day': range.optional(),
  'times-per-day': range.optional(),
  'rest-seconds': range.optional(),
  'days-per-week': range.optional(),
  'percent-of-maximum': range.optional(),
  load: text.optional(),
  note: text.optional(),
});
export const phase = z.strictObject({
  id: z.enum(exercisePhases),
  name: text,
  who: texts,
  goals: texts,
  supervision: text,
  effort: z.strictObject({ target: range, most: z.number().min(0).max(10) }),
  doses: z.partialRecord(z.enum(movementKinds), dose),
  avoid: z.array(text),
  'move-up-when': texts,
  'strength-of-evidence': text,
  ...basis,
});
export const rule = z.strictObject({ id, text, numbers: z.record(z.string(), z.union([z.number(), range])), ...basis });
export const stopRule = z.strictObject({ id, sign: text, action: text, urgent: z.boolean(), ...basis });
export const screening = z.strictObject({
  id,
  when: condition,
  effect: z.enum(screeningEffects),
  ask: text,
  advice: text,
  ...basis,
});
