// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { linkedGuideline } from './linked-schema.ts';
import { loadGuideline } from './load.ts';

/** A guideline as `export guideline` writes it. */
function exported(folder: string): Record<string, unknown> {
  const { loaded, shown } = loadGuideline(folder);
  if (!loaded) throw new Error(shown());
  return JSON.parse(JSON.stringify(loaded.guideline));
}

describe('the schema of the exported guideline', () => {
  it.each(['guideline', 'test/diagnostics/good/small'])('fits %s, and nothing is lost', (folder) => {
    const whole = exported(folder);
    expect(linkedGuideline.parse(whole)).toEqual(whole);
  });
  it.each([
    { wrong: 'a rule of another kind', change: { rules: [{ id: 'r', intervention: 'i', kind: 'wish' }] } },
    { wrong: 'a condition with an eighth operator', change: { scope: [{ id: 's', label: 's', advice: 'a', because: ['c'], when: { op: 'known', fact: 'age' } }] } }, // prettier-ignore
    { wrong: 'a scope note without a claim', change: { scope: [{ id: 's', label: 's', advice: 'a', because: [], when: { op: 'all', parts: [] } }] } }, // prettier-ignore
    { wrong: 'a field nobody knows', change: { colour: 'violet' } },
    { wrong: 'no version', change: { version: undefined } },
  ])('refuses $wrong', ({ change }) =>
    expect(linkedGuideline.safeParse({ ...exported('test/diagnostics/good/small'), ...change }).success).toBe(false),
  );
  it('can be written as JSON Schema, with the seven operators', () => {
    const written = JSON.stringify(z.toJSONSchema(linkedGuideline, { unrepresentable: 'throw' }));
    for (const op of ['is', 'compare', 'not', 'all', 'any', 'atLeast', 'defined'])
      expect(written).toContain(`"const":"${op}"`);
  });
});
