// SPDX-License-Identifier: Apache-2.0
/** A misuse or unreadable input: what to print, and the exit code. */
export class Refusal extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2 = 2) {
    super(message);
    this.code = code;
  }
}
