// SPDX-License-Identifier: Apache-2.0
/** What a review of a well-formed guideline found. Errors fail `check`; notes are for its authors to know. */
export type Finding = { severity: 'error' | 'note'; code: string; message: string };

/** One finding of each message, all of one code. */
export const findings = (
  severity: Finding['severity'],
  code: string,
  messages: readonly string[],
): readonly Finding[] => messages.map((message) => ({ severity, code, message }));
