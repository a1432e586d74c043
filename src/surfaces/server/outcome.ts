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
  | 'timeout'
  | 'exception';

/** Headers of everything that may be about a person: no cache keeps it. */
export const fhirHeaders = { 'content-type': 'application/fhir+json', 'cache-control': 'no-store' };

/** Whether a path is spoken to in FHIR’s way. */
export const isFhir = (path: string): boolean => path.startsWith('/cds-services') || path.startsWith('/fhir');

/** What went wrong as an OperationOutcome, with each wrong place. */
export function outcomeOf(code: IssueCode, text: string, errors: readonly Wrong[] = []): OperationOutcome {
  return {
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
}

/** An error for a FHIR or CDS Hooks client, as an OperationOutcome. Holds no value of a patient and no trace of the program. */
export const outcome = (
  context: Context,
  status: ContentfulStatusCode,
  code: IssueCode,
  text: string,
  errors: readonly Wrong[] = [],
): Response => context.body(JSON.stringify(outcomeOf(code, text, errors)), status, fhirHeaders);
