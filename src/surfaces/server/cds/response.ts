// SPDX-License-Identifier: Apache-2.0
// What a CDS client is sent: the responses of CDS Hooks 2.0, "CDS Service Response" and "Discovery". Strict: a field that the
// specification does not name never leaves.
import { z } from 'zod';

const coding = z.strictObject({ system: z.string(), code: z.string(), display: z.string() });
const action = z.strictObject({
  type: z.enum(['create', 'update', 'delete']),
  description: z.string(),
  resource: z.looseObject({ resourceType: z.string() }).optional(),
  resourceId: z.string().optional(),
});
const suggestion = z.strictObject({
  label: z.string().min(1),
  uuid: z.uuid(),
  isRecommended: z.boolean().optional(),
  actions: z.array(action).min(1),
});

/** One card. Its summary stays under 140 characters. */
export const card = z
  .strictObject({
    uuid: z.uuid(),
    summary: z.string().min(1).max(139),
    detail: z.string().optional(),
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({ label: z.string().min(1), url: z.url().optional(), topic: coding.optional() }),
    suggestions: z.array(suggestion).min(1).optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding).min(1).optional(),
    links: z
      .array(z.strictObject({ label: z.string().min(1), url: z.url(), type: z.literal('absolute') }))
      .min(1)
      .optional(),
  })
  .refine((it) => it.suggestions === undefined || it.selectionBehavior !== undefined, {
    path: ['selectionBehavior'],
    message: 'is needed where there are suggestions',
  });
export const response = z.strictObject({ cards: z.array(card) });

export const discovery = z.strictObject({
  services: z.array(
    z.strictObject({
      hook: z.string(),
      id: z.string().regex(/^[a-z-]+$/),
      title: z.string(),
      description: z.string(),
      prefetch: z.record(z.string(), z.string()),
      usageRequirements: z.string(),
    }),
  ),
});

export type Card = z.infer<typeof card>;
export type Suggestion = z.infer<typeof suggestion>;
export type Coding = z.infer<typeof coding>;
