// SPDX-License-Identifier: Apache-2.0
// The checked and linked guideline as `export guideline` writes it: the model's types as a schema, so that others can check what
// they received. The types in src/model say what each field means; this is typed against them, and a test holds the export against it.
import { z } from 'zod';
import {
  effort,
  interventionKinds,
  levels,
  lines,
  roads,
  verdicts,
  type Condition,
  type Guideline,
} from '../model/index.ts';

const text = z.string();
const id = z.string().min(1);
const ids = z.array(id);
const because = z.tuple([id], id);
const index = <T extends z.ZodType>(of: T) => z.record(z.string(), of);

/** The seven operators. */
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('is'), fact: id, value: z.union([z.boolean(), z.string()]) }),
    z.strictObject({ op: z.literal('compare'), fact: id, by: z.enum(['<', '<=', '>=', '>']), value: z.number() }),
    z.strictObject({ op: z.literal('not'), part: condition }),
    z.strictObject({ op: z.literal('all'), parts: z.array(condition) }),
    z.strictObject({ op: z.literal('any'), parts: z.array(condition) }),
    z.strictObject({
      op: z.literal('atLeast'),
      points: z.number(),
      parts: z.array(z.strictObject({ points: z.number(), when: condition })),
    }),
    z.strictObject({ op: z.literal('defined'), as: id }),
  ]),
);

const coding = z.array(z.strictObject({ system: text, code: text }));
const option = z.strictObject({ code: id, label: text });
const fact = z.strictObject({
  id,
  label: text,
  question: text,
  why: text,
  coding,
  value: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('boolean') }),
    z.strictObject({ type: z.literal('code'), options: z.tuple([option], option) }),
    z.strictObject({ type: z.literal('quantity'), unit: text, min: z.number(), max: z.number() }),
  ]),
  obtainedBy: z.enum(effort),
  group: id.exactOptional(),
  choice: text.exactOptional(),
  freshFor: text.exactOptional(),
  lasting: z.boolean().exactOptional(),
  kept: text.exactOptional(),
});
const definition = z.strictObject({ id, label: text, when: condition, because, excludes: ids.exactOptional() });

const said = z.strictObject({ text, because });
const effect = z.strictObject({
  effect: text,
  often: text.exactOptional(),
  serious: z.boolean(),
  act: text.exactOptional(),
  because,
});
const about = z.strictObject({
  mechanism: said,
  taken: said,
  onset: said,
  living: said.exactOptional(),
  stopping: said.exactOptional(),
  effects: z.array(effect),
  doses: z.array(z.strictObject({ for: text, dose: text, because })),
});
const intervention = z.strictObject({
  id,
  kind: z.enum(interventionKinds),
  label: text,
  summary: text,
  coding,
  reviewed: text,
  currentFact: id.exactOptional(),
  about: about.exactOptional(),
});

const shared = { id, when: condition, because };
const ofRule = { ...shared, intervention: id };
const step = z.strictObject({ everyWeeks: z.number().positive(), untilWeek: z.number().positive().exactOptional() });
const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ofRule,
    kind: z.literal('recommendation'),
    direction: z.enum(['for', 'against']),
    strength: z.enum(['strong', 'conditional']),
    line: z.enum(lines),
    yieldsTo: ids.exactOptional(),
  }),
  z.strictObject({ ...ofRule, kind: z.literal('contraindication') }),
  z.strictObject({ ...ofRule, kind: z.literal('precaution'), advice: text }),
  z.strictObject({ ...ofRule, kind: z.literal('prerequisite'), advice: text }),
  z.strictObject({
    ...ofRule,
    kind: z.literal('monitoring'),
    test: text,
    schedule: z.strictObject({ baseline: z.boolean(), steps: z.array(step) }),
    actOn: z.array(z.strictObject({ when: text, act: text })),
  }),
]);
const claimed = { ...shared, statement: text };
const invariant = z.union([
  z.strictObject({ ...claimed, never: id }),
  z.strictObject({ ...claimed, always: id }),
  z.strictObject({ ...claimed, atLeast: z.enum(levels) }),
]);

const stage = z.strictObject({
  ...shared,
  label: text,
  summary: text,
  road: z.enum(roads),
  decides: z.array(text),
  interventions: ids,
  leadsTo: ids,
});
const combination = z.strictObject({
  id,
  intervention: id,
  with: because,
  verdict: z.enum(verdicts),
  reason: text,
  because,
});
const contradiction = z.union([
  z.strictObject({ id, message: text, when: condition }),
  z.strictObject({ id, message: text, fact: id, atMost: id }),
]);

const spread = z.union([
  z.strictObject({ probabilities: index(z.number().min(0).max(1)) }),
  z.strictObject({ quantiles: z.array(z.tuple([z.number(), z.number()])) }),
]);
const cite = z.strictObject({ source: id, at: text });
const frequency = z.strictObject({
  fact: id,
  population: text,
  spread,
  atMost: id.exactOptional(),
  given: z.array(z.strictObject({ when: index(z.union([z.boolean(), z.string(), z.number()])), spread })),
  verified: z.enum(['read', 'derived', 'mixed', 'recalled', 'assumed']),
  cites: z.array(cite),
  note: text.exactOptional(),
});
const claim = z.strictObject({
  id,
  statement: text,
  certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
  cites: z.tuple([cite], cite),
  verified: z.enum(['read', 'recalled']),
});
const source = z.strictObject({
  id,
  type: text,
  title: text,
  author: text,
  issued: z.number(),
  URL: text,
  DOI: text.exactOptional(),
  PMID: text.exactOptional(),
  design: z.enum(['guideline', 'systematic-review', 'trial', 'cohort', 'case-series', 'label', 'other']),
});

/** The whole guideline as one JSON. */
export const linkedGuideline: z.ZodType<Guideline> = z.strictObject({
  version: text,
  title: text,
  disclaimer: text,
  rules: z.array(rule),
  urgencies: z.array(z.strictObject({ ...shared, level: z.enum(levels), advice: text, yieldsTo: ids.exactOptional() })),
  invariants: z.array(invariant),
  stages: z.array(stage),
  scope: z.array(z.strictObject({ ...shared, label: text, advice: text })),
  frequencies: z.array(frequency),
  wishes: z.array(z.strictObject({ fact: id, avoids: text, brings: ids, because })),
  combinations: z.array(combination),
  contradictions: z.array(contradiction),
  facts: index(fact),
  groups: index(z.strictObject({ id, question: text })),
  definitions: index(definition),
  interventions: index(intervention),
  claims: index(claim),
  sources: index(source),
});
