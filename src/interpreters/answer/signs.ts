// SPDX-License-Identifier: Apache-2.0
import type { Truth } from '../../model/index.ts';

/**
 * Truths as one bit each, so that the bits of all parts, put together, say what a gate over them comes to. Unknown is two
 * signs: `untouched` where nothing at all below a gate is known, `open` where something is and does not settle it.
 */
export const no = 1;
export const open = 2;
export const untouched = 4;
export const yes = 8;
/** Each sign's truth. */
export const words: Readonly<Record<number, Truth>> = {
  [no]: 'false',
  [open]: 'unknown',
  [untouched]: 'unknown',
  [yes]: 'true',
};

/** An unknown one among settled ones is open; untouched only where every part is. */
const unsettled = (signs: number): number => (signs === untouched ? untouched : open);

/** Strong Kleene negation. */
export const notOf = (sign: number): number => (sign === yes ? no : sign === no ? yes : sign);

/** True only when every part is; one false settles it. No part at all: true. */
export function allOf(truths: Uint8Array, parts: readonly number[]): number {
  let signs = 0;
  for (const part of parts) {
    const sign = truths[part] ?? untouched;
    if (sign === no) return no;
    signs |= sign;
  }
  return signs === 0 || signs === yes ? yes : unsettled(signs);
}

/** True when one part is. No part at all: false. */
export function anyOf(truths: Uint8Array, parts: readonly number[]): number {
  let signs = 0;
  for (const part of parts) {
    const sign = truths[part] ?? untouched;
    if (sign === yes) return yes;
    signs |= sign;
  }
  return signs === 0 || signs === no ? no : unsettled(signs);
}

/** The points of each part, and the sum to be reached. */
export type Weighted = { points: readonly number[]; limit: number };

/** True when true parts reach the sum of points; false when even the unknown ones could not reach it. */
export function reached(truths: Uint8Array, parts: readonly number[], { points, limit }: Weighted): number {
  let [sure, possible, signs] = [0, 0, 0];
  for (const [i, part] of parts.entries()) {
    const [sign, each] = [truths[part] ?? untouched, points[i] ?? 0];
    if (sign === yes) sure += each;
    if (sign !== no) possible += each;
    signs |= sign;
  }
  return sure >= limit ? yes : possible < limit ? no : unsettled(signs);
}
