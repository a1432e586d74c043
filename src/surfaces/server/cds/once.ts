// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../../model/index.ts';

/** A function of the guideline and something in it (a rule, a claim, a sentence of its own), worked out once for each: the same for
 *  everybody. Never for anything that a request brought, which would be kept. */
export function onceFor<K, T>(make: (guideline: Guideline, key: K) => T): (guideline: Guideline, key: K) => T {
  const made = new WeakMap<Guideline, Map<K, { value: T }>>();
  return (guideline, key) => {
    const known = made.get(guideline) ?? new Map<K, { value: T }>();
    if (known.size === 0) made.set(guideline, known);
    const before = known.get(key);
    if (before) return before.value;
    const value = make(guideline, key);
    known.set(key, { value });
    return value;
  };
}
