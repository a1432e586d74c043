// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../../authoring/load.ts';
import type { Entry } from '../../../record/index.ts';
import { nothingKept, patientOf, tooOld } from '../kept.ts';
import { counting } from './counting.ts';
import { prepare } from './interview.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const prepared = prepare(loaded.guideline);
const said = (fact: string, value: boolean | string | number, on: string): Entry => ({
  kind: 'fact',
  id: `${fact} ${on}`,
  on,
  by: 'patient',
  fact,
  value,
});
const started: Entry = { kind: 'medicine', id: 'm', on: '2026-03-01', intervention: 'methotrexate', event: 'start' };
const on = (today: string, ...entries: readonly Entry[]) => counting(prepared, { entries, open: [], today });

describe('which answers count today', () => {
  it.each<{ about: string; entries: readonly Entry[]; today: string; facts: object; old: readonly string[] }>([
    {
      about: 'a “no” to a sign that comes and goes counts on its day',
      entries: [said('fever', false, '2026-01-10')],
      today: '2026-01-10',
      facts: { fever: false },
      old: [],
    },
    {
      about: 'a year later the same “no” is unknown',
      entries: [said('fever', false, '2026-01-10')],
      today: '2027-01-10',
      facts: {},
      old: ['fever'],
    },
    {
      about: 'what does not change stays',
      entries: [said('sex-at-birth', 'female', '2020-01-10')],
      today: '2027-01-10',
      facts: { 'sex-at-birth': 'female' },
      old: [],
    },
    {
      about: 'an age goes on',
      entries: [said('age', 36, '2026-01-10')],
      today: '2028-02-10',
      facts: { age: 38 },
      old: [],
    },
    {
      about: 'a medicine that was begun later makes an earlier “I do not take it” untrue',
      entries: [said('taking-methotrexate', false, '2026-02-01'), started],
      today: '2026-03-02',
      facts: { 'taking-methotrexate': true },
      old: [],
    },
    {
      about: 'what follows from the record alone is left to the asking',
      entries: [started],
      today: '2026-03-02',
      facts: {},
      old: [],
    },
  ])('$about', ({ entries, today, facts, old }) => {
    const found = on(today, ...entries);
    expect(found.facts).toEqual(facts);
    expect(found.tooOld.map(({ fact }) => fact)).toEqual(old);
  });
});

describe('what is known while an answer is being kept', () => {
  const entries = [said('fever', false, '2026-01-10')];
  const counted = { ...on('2027-01-10', ...entries), from: new Set(entries.map(({ id }) => id)) };
  it('an old answer is unknown until it is given again', () => {
    const kept = { ...nothingKept, entries, counted };
    expect([patientOf(kept), tooOld(kept).map(({ fact }) => fact)]).toEqual([{}, ['fever']]);
  });
  it('the same answer, given again, counts at once', () => {
    const kept = { ...nothingKept, entries: [...entries, said('fever', false, '2027-01-10')], counted };
    expect([patientOf(kept), tooOld(kept)]).toEqual([{ fever: false }, []]);
  });
  it('who does not know takes an answer back', () => {
    const unanswered = [{ person: '', fact: 'fever', how: 'unknown' as const }];
    const fresh = { ...on('2026-01-10', ...entries), from: counted.from };
    expect(patientOf({ ...nothingKept, entries, unanswered, counted: fresh })).toEqual({});
  });
});
