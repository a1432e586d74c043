// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './condition.ts';
import type { FactId } from './fact.ts';

/** What cannot be true of one person at one time: a condition that nobody fulfils, or a number that is never above another. */
export type Contradiction = { id: string; message: string } & ({ when: Condition } | { fact: FactId; atMost: FactId });
