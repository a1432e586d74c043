// SPDX-License-Identifier: Apache-2.0
import type { Truth } from '../../model/index.ts';

/** Strong Kleene negation. */
export function not(part: Truth): Truth {
  return part === 'unknown' ? 'unknown' : part === 'true' ? 'false' : 'true';
}
/** True only when every part is true; one false settles it. No part at all: true. */
export function all(parts: readonly Truth[]): Truth {
  return parts.includes('false') ? 'false' : parts.includes('unknown') ? 'unknown' : 'true';
}
/** True when one part is true. No part at all: false. */
export function any(parts: readonly Truth[]): Truth {
  return parts.includes('true') ? 'true' : parts.includes('unknown') ? 'unknown' : 'false';
}
/** True when the points of true parts reach the sum; false when even the unknown ones could not reach it. Points are positive. */
export function atLeast(points: number, parts: readonly { points: number; when: Truth }[]): Truth {
  const sum = (allowed: readonly Truth[]) =>
    parts.reduce((total, part) => total + (allowed.includes(part.when) ? part.points : 0), 0);
  return sum(['true']) >= points ? 'true' : sum(['true', 'unknown']) >= points ? 'unknown' : 'false';
}
/** A plain yes or no as a truth. */
export const truth = (yes: boolean): Truth => (yes ? 'true' : 'false');
