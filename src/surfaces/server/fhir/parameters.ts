// SPDX-License-Identifier: Apache-2.0
// What an operation is given: a Parameters resource, read by name, or a Bundle alone.
import { z } from 'zod';
import type { Wrong } from '../problem.ts';

const resource = z.looseObject({ resourceType: z.string() });
const part = z.looseObject({
  name: z.string(),
  valueString: z.string().optional(),
  valueId: z.string().optional(),
  valueDate: z.string().optional(),
  valueReference: z.looseObject({ reference: z.string().optional() }).optional(),
  resource: resource.optional(),
});
const parameters = z.looseObject({
  resourceType: z.literal('Parameters'),
  parameter: z.array(part.extend({ part: z.array(part).optional() })),
});

/** The resources of a call as one Bundle, whom it is about, and as of which day. */
export type Input = { bundle: object; subject: string | undefined; asOf: string | undefined };
export type ReadInput = ({ ok: true } & Input) | { ok: false; problem: string; wrong: readonly Wrong[] };
type Resource = z.infer<typeof resource>;

const collection = (resources: readonly Resource[]): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((one) => ({ resource: one })),
});

/** Reads the input of `$apply` and `$populate`: every resource that was given, under whatever name, is the person's record. */
export function readInput(body: unknown): ReadInput {
  const alone = resource.safeParse(body);
  if (alone.success && alone.data.resourceType === 'Bundle')
    return { ok: true, bundle: alone.data, subject: undefined, asOf: undefined };
  const read = parameters.safeParse(body);
  if (!read.success)
    return {
      ok: false,
      problem: 'Send a Parameters resource, or a Bundle of the person’s resources.',
      wrong: read.error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.join('.'), message })),
    };
  const all = read.data.parameter.flatMap((one) => [one, ...(one.part ?? [])]);
  const resources = all.flatMap((one) => one.resource ?? []);
  const subject = all.find(({ name }) => name === 'subject');
  return {
    ok: true,
    bundle: collection(resources),
    subject: subject?.valueString ?? subject?.valueReference?.reference,
    asOf: all.find(({ name }) => name === 'asOf')?.valueDate,
  };
}
