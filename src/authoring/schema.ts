// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { date, facts } from './patient-schema.ts';
export { patientFile } from './patient-schema.ts';
import { effort, interventionKinds, levels, lines, roads, statuses, verdicts } from '../model/index.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "active-muscle-disease".');
/** A rule's id; one that a combination inherits is written combination--rule. */
const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/, 'The id of a rule; one that a combination inherits is "combination--rule".');
const text = z.string().min(1);
const because = z.tuple([id], id);

/** A condition as it is written: shorthand for the model's seven operators. */
export type Written =
  | string
  | {
      [name: string]:
        | boolean
        | string
        | readonly string[]
        | number
        | Written
        | readonly Written[]
        | { points: number; when: Written }
        | unknown;
    };
export const condition: z.ZodType<Written> = z.lazy(() => z.union([z.string(), z.record(z.string(), z.unknown())]));

const coding = z.strictObject({ system: text, code: text });
const value = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('boolean') }),
  z.strictObject({
    type: z.literal('code'),
    options: z.tuple([z.strictObject({ code: id, label: text })], z.strictObject({ code: id, label: text })),
  }),
  z.strictObject({ type: z.literal('quantity'), unit: text, min: z.number(), max: z.number() }),
]);
const duration = z.string().regex(/^P(\d+[YMWD])+$/, 'A duration is written as in ISO 8601, such as P3M.');
export const fact = z.strictObject({
  id,
  label: text,
  question: text,
  why: text,
  value,
  'obtained-by': z.enum(effort),
  group: id.optional(),
  choice: text.optional(),
  lasting: z.boolean().optional(),
  kept: text.optional(),
  'fresh-for': duration.optional(),
  coding: z.array(coding).optional(),
});
/** The question over several yes/no facts that people answer together. */
export const group = z.strictObject({ id, question: text });
export const definition = z.strictObject({
  id,
  label: text,
  when: condition,
  because,
  excludes: z.array(id).optional(),
});

const shared = { id, when: condition, because };
const step = z.strictObject({ 'every-weeks': z.number().positive(), 'until-week': z.number().positive().optional() });
export const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('recommendation'),
    direction: z.enum(['for', 'against']),
    strength: z.enum(['strong', 'conditional']),
    line: z.enum(lines),
    'yields-to': z.array(ruleId).optional(),
  }),
  z.strictObject({ ...shared, kind: z.literal('contraindication') }),
  z.strictObject({ ...shared, kind: z.literal('precaution'), advice: text }),
  z.strictObject({ ...shared, kind: z.literal('prerequisite'), advice: text }),
  z.strictObject({
    ...shared,
    kind: z.literal('monitoring'),
    test: text,
    schedule: z.strictObject({ baseline: z.boolean(), steps: z.array(step) }),
    'act-on': z.array(z.strictObject({ when: text, act: text })),
  }),
]);
const said = z.strictObject({ text, because });
/** What a page says of a treatment beside its rules: patients' words, and published doses for clinicians. */
export const about = z.strictObject({
  mechanism: said,
  taken: said,
  onset: said,
  living: said.optional(),
  stopping: said.optional(),
  effects: z.array(
    z.strictObject({ effect: text, often: text.optional(), serious: z.boolean(), act: text.optional(), because }),
  ),
  doses: z.array(z.strictObject({ for: text, dose: text, because })),
});
export const intervention = z.strictObject({
  id,
  kind: z.enum(interventionKinds),
  label: text,
  summary: text,
  reviewed: date,
  current: id.optional(),
  combines: z.array(id).min(2).optional(),
  coding: z.array(coding).optional(),
  about: about.optional(),
  rules: z.array(rule),
});
export const urgency = z.strictObject({
  ...shared,
  level: z.enum(levels),
  advice: text,
  'yields-to': z.array(ruleId).optional(),
});
export const stage = z.strictObject({
  ...shared,
  label: text,
  summary: text,
  road: z.enum(roads),
  decides: z.array(text).min(1),
  interventions: z.array(id),
  'leads-to': z.array(id),
});
export const combination = z.strictObject({
  id,
  intervention: id,
  with: because,
  verdict: z.enum(verdicts),
  reason: text,
  because,
});
/** A condition that nobody fulfils, or a number that is never above another one. */
export const contradiction = z.union([
  z.strictObject({ id, when: condition, message: text }),
  z.strictObject({ id, fact: id, 'at-most': id, message: text }),
]);
export const scopeNote = z.strictObject({ ...shared, label: text, advice: text });
export const taken = z.strictObject({
  urgent: z.strictObject({ advice: text }),
  soon: z.strictObject({ advice: text, rules: z.array(id) }),
  'said-elsewhere': z.array(id),
});
export const wish = z.strictObject({ fact: id, avoids: text, brings: z.array(id).min(1), because });
export const invariant = z
  .strictObject({
    ...shared,
    statement: text,
    never: id.optional(),
    always: id.optional(),
    'at-least': z.enum(levels).optional(),
  })
  .refine(
    (it) => [it.never, it.always, it['at-least']].filter((target) => target !== undefined).length === 1,
    'Say one of never, always or at-least.',
  );
export const claim = z.strictObject({
  id,
  statement: text,
  certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
  verified: z.enum(['read', 'recalled']),
  cites: z.tuple([z.strictObject({ source: text, at: text })], z.strictObject({ source: text, at: text })),
});
export const source = z.strictObject({
  id: text,
  type: text,
  title: text,
  author: text,
  issued: z.number(),
  URL: text,
  DOI: text.optional(),
  PMID: text.optional(),
  design: z.enum(['guideline', 'systematic-review', 'trial', 'cohort', 'case-series', 'label', 'other']),
});
const status = z.enum(statuses);
export const guidelineCase = z.strictObject({
  name: text,
  'rests-on': z.array(id),
  /** How the expected statuses were read from the sources, in words. */
  basis: text.optional(),
  like: id.optional(),
  /** Facts of the base patient that are not known here. */
  unknown: z.array(id).optional(),
  given: facts.optional(),
  expect: z.record(z.string(), status).optional(),
  urgency: z.array(id).optional(),
  'no-urgency': z.array(id).optional(),
  stages: z.array(id).optional(),
  scope: z.array(id).optional(),
  /** What ASK asks first. */
  asks: id.optional(),
});
export const basePatient = z.strictObject({ id, facts });
export const heading = z.strictObject({ title: text, version: text, licence: text, status: text, disclaimer: text });
export type Fact = z.infer<typeof fact>;
export type About = z.infer<typeof about>;
export type Heading = z.infer<typeof heading>;
export type Definition = z.infer<typeof definition>;
export type Urgency = z.infer<typeof urgency>;
export type Source = z.infer<typeof source>;
export type BasePatient = z.infer<typeof basePatient>;
export type Group = z.infer<typeof group>;
export type Rule = z.infer<typeof rule>;
export type Intervention = z.infer<typeof intervention>;
export type Combination = z.infer<typeof combination>;
export type Stage = z.infer<typeof stage>;
export type Contradiction = z.infer<typeof contradiction>;
export type ScopeNote = z.infer<typeof scopeNote>;
export type Taken = z.infer<typeof taken>;
export type Wish = z.infer<typeof wish>;
export type Invariant = z.infer<typeof invariant>;
export type Case = z.infer<typeof guidelineCase>;
