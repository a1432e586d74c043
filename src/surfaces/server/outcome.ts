// SPDX-License-Identifier: Apache-2.0
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { OperationOutcome } from 'fhir/r4.js';
import type { Wrong } from './problem.ts';

/** FHIR's codes for what went wrong, as far as we use them. */
export type IssueCode =
  | 'structure'
  | 'invalid'
  | 'required'
  | 'not-found'
  | 'not-supported'
  | 'too-costly'
  | 'throttled'
  | 'login'
  | 'forbidden'
  | 'incomplete'
  | 'conflict'
  | 'exception';

/** Headers of everything that may be about a person: no cache keeps it. */
export const fhirHeaders = { 'content-type': 'application/fhir+json', 'cache-control': 'no-store' };

/** An error for a FHIR or CDS Hooks client, as an OperationOutcome. Holds no value of a patient and no trace of the program. */
export function outcome(
  context: Context,
  status: ContentfulStatusCode,
  code: IssueCode,
  text: string,
  errors: readonly Wrong[] = [],
): Response {
  const found: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [
      { severity: 'error', code, details: { text } },
      ...errors.map(({ at, message }) => ({
        severity: 'error' as const,
        code,
        details: { text: message },
        ...(at ? { expression: [at] } : {}),
      })),
    ],
  };
  return context.body(JSON.stringify(found), status, fhirHeaders);
}
