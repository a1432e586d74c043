// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMeasure, measures } from './index.ts';

type Vectors = { tolerance: Record<string, number>; vectors: { id: string; title: string; inputs: Record<string, unknown>; expected: Record<string, unknown> }[] };
describe.each(measures.map(({ id }) => id))('%s gives what its published vectors say', (id) => {
  const { tolerance, vectors }: Vectors = JSON.parse(readFileSync(`src/measures/${id.replaceAll('_', '-')}/vectors.json`, 'utf8'));
  it.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s: %s', (_id, _title, { inputs, expected }) => {
    const outcome = findMeasure(id)?.score(inputs);
    if (!outcome?.ok) throw new Error(`Refused: ${JSON.stringify(outcome?.problems)}`);
    for (const [name, value] of Object.entries(expected)) {
      const found = outcome.result[name];
      if (typeof value === 'number') expect(Math.abs(Number(found) - value)).toBeLessThanOrEqual(tolerance[name] ?? 1e-9);
      else expect(found).toEqual(value);
    }
  });
});

describe('bad input gets a located message, never a number', () => {
  it.each([['egfr', { creatinine: 1, unit: 'mg/dL', sex: 'male' }, 'age'], ['egfr', { creatinine: 1, unit: 'g/L', age: 50, sex: 'male' }, 'unit'],
    ['egfr', { creatinine: -1, unit: 'mg/dL', age: 50, sex: 'male' }, 'creatinine'], ['bsa', { heightCm: '172 cm', weightKg: 70 }, 'heightCm'], ['bsa', { heightCm: 172, weightKg: 4000 }, 'weightKg']])('%s %j', (id, inputs, path) => {
    expect(findMeasure(id)?.score(inputs)).toMatchObject({ ok: false, problems: [{ path }] });
  });
});
