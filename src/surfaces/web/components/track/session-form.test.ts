// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../record/index.ts';
import { formOf } from './form-of.ts';
import { readForm } from './read-form.ts';

const session: Entry = {
  kind: 'exercise',
  id: 's',
  on: '2026-02-01',
  by: 'patient',
  movements: [
    { movement: 'sit-to-stand', sets: 2, repetitions: 8 },
    { movement: 'bridge', seconds: 5 },
  ],
  minutes: 12,
  effort: 4,
  painAfter: 1,
};
const read = (form: { readonly [field: string]: string }) => readForm('exercise', form, '2026-03-01', () => 's');

describe('a session opened for correction', () => {
  it('comes back as it was when nothing is changed', () =>
    expect(read(formOf(session)?.form ?? {})).toEqual({ ok: true, entries: [session] }));
  it('keeps its movements when how often is corrected', () =>
    expect(read({ ...formOf(session)?.form, 'repetitions-0': '10' })).toMatchObject({
      ok: true,
      entries: [
        {
          movements: [
            { movement: 'sit-to-stand', sets: 2, repetitions: 10 },
            { movement: 'bridge', seconds: 5 },
          ],
        },
      ],
    }));
  it('needs no minutes, because its movements were counted', () =>
    expect(read({ ...formOf(session)?.form, minutes: '' }).ok).toBe(true));
  it('leads to the number that cannot be true', () =>
    expect(read({ ...formOf(session)?.form, 'sets-0': '99' })).toMatchObject({ ok: false, field: 'sets-0' }));
});
