// SPDX-License-Identifier: Apache-2.0
// The shapes of what programs are told, each named and versioned. A field is added within a version; one that changes its meaning
// or goes makes a new version. JSON Schemas are written from these by the build, and REST's contract holds them too.
import { z } from 'zod';
import { levels, lines, statuses, type Condition, type Trace } from '../../model/index.ts';

const id = z.string();
const truth = z.enum(['true', 'false', 'unknown']);
/** As the model has it; its seven operators are in docs/architecture.md. */
const condition = z.custom<Condition>((it) => typeof it === 'object' && it !== null && 'op' in it);
const trace: z.ZodType<Trace> = z.lazy(() => z.strictObject({ condition, truth, parts: z.array(trace) }));
const ruleTrace = z.strictObject({ rule: id, trace });
const certainty = z.enum(['high', 'moderate', 'low', 'very-low']);
const claim = z.strictObject({
  statement: z.string(),
  certainty,
  verified: z.enum(['read', 'recalled']),
  sources: z.array(
    z.strictObject({
      title: z.string(),
      at: z.string(),
      URL: z.string(),
      DOI: z.string().optional(),
      PMID: z.string().optional(),
    }),
  ),
});
const heading = { guideline: z.string(), disclaimer: z.string() };
/** The claims that are cited, by id, each with its sources. */
export const claims = z.record(z.string(), claim);

const option = z.strictObject({
  intervention: id,
  label: z.string(),
  status: z.enum(statuses),
  statusWords: z.string(),
  indicated: truth,
  forbidden: truth,
  current: truth,
  goingOn: z.enum(['keep', 'review', 'call before the next dose']).optional(),
  line: z.enum(lines).optional(),
  certainty: certainty.optional(),
  decidedBy: z.array(ruleTrace),
  because: z.array(id).describe('Claims of the rules that decided, in their order.'),
  advice: z.array(id),
  missing: z.array(id),
  againstWishes: z.array(id),
});

export const guidance = z.strictObject({
  shape: z.literal('heliotrope-guidance/1'),
  ...heading,
  urgency: z.array(
    z.strictObject({
      rule: id,
      level: z.enum(levels),
      advice: z.string(),
      trace,
      because: z.array(id),
      yieldsTo: z.array(id).optional().describe('Raised urgencies of its kind beside which people are not told it.'),
    }),
  ),
  urgencyMissing: z.array(z.strictObject({ rule: id, missing: z.array(id) })),
  scope: z.array(z.strictObject({ note: id, advice: z.string(), trace })),
  stages: z.array(z.strictObject({ stage: id, truth: z.enum(['true', 'unknown']), missing: z.array(id) })),
  options: z.array(option),
  claims,
});

const fact = z.strictObject({
  id,
  label: z.string(),
  question: z.string(),
  why: z.string(),
  type: z.enum(['boolean', 'code', 'quantity']),
  options: z.array(z.strictObject({ code: id, label: z.string() })).optional(),
  unit: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export const questions = z.strictObject({
  shape: z.literal('heliotrope-questions/1'),
  ...heading,
  remaining: z.number().int().describe('Questions that could still change the answer.'),
  questions: z.array(
    z.strictObject({
      question: z.string(),
      redFlag: z.boolean(),
      facts: z.array(fact).describe('Answered together; each stays a fact of its own.'),
      couldSettle: z.array(id),
      because: z.array(id).describe('The first claims of the rules that wait for the answer.'),
    }),
  ),
  claims,
});

export const explanation = z.strictObject({
  shape: z.literal('heliotrope-explanation/1'),
  ...heading,
  intervention: id,
  label: z.string(),
  status: z.enum(statuses),
  sentences: z.array(z.strictObject({ text: z.string(), cites: z.array(id) })),
  wouldChange: z.array(
    z.strictObject({
      facts: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])),
      words: z.array(z.string()),
      status: z.enum(statuses),
    }),
  ),
  claims,
});

/** Guidance for an assistant: without traces, with the first claims of each option (the explanation has all), and without what does
 *  not concern this person unless it was asked for. */
export const guidanceBrief = z.strictObject({
  shape: z.literal('heliotrope-guidance-brief/1'),
  ...heading,
  asOf: z.string(),
  urgency: z.array(z.strictObject({ rule: id, level: z.enum(levels), advice: z.string(), because: z.array(id) })),
  urgencyMissing: guidance.shape.urgencyMissing,
  scope: z.array(z.strictObject({ note: id, advice: z.string() })),
  stages: guidance.shape.stages,
  options: z.array(option.omit({ decidedBy: true })),
  leftOut: z.number().int().describe('Options that are not shown.'),
  claims,
});

/** Every shape by the name its JSON Schema is written under. */
export const shapes = { guidance, guidanceBrief, questions, explanation };
export type SaidGuidance = z.infer<typeof guidance>;
export type SaidGuidanceBrief = z.infer<typeof guidanceBrief>;
export type SaidQuestions = z.infer<typeof questions>;
export type SaidExplanation = z.infer<typeof explanation>;
export type SaidClaims = z.infer<typeof claims>;
