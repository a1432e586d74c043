// SPDX-License-Identifier: Apache-2.0
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What was wrong with a request, at its place (RFC 9457 problem details). Holds no value of a patient. */
export type Wrong = { at: string; message: string };

/** An RFC 9457 problem. */
export const problemOf = (status: number, type: string, detail: string, errors: readonly Wrong[] = []): object => ({
  type: `urn:heliotrope:problem:${type}`,
  title: type.replaceAll('-', ' '),
  status,
  detail,
  ...(errors.length ? { errors } : {}),
});

/** An RFC 9457 problem as a response. `errors` names each wrong place; nothing was half-applied. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  type: string,
  detail: string,
  errors: readonly Wrong[] = [],
): Response =>
  context.body(JSON.stringify(problemOf(status, type, detail, errors)), status, {
    'content-type': 'application/problem+json',
  });
