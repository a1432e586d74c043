// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/load.ts';
import { readPatient } from '../../authoring/patient.ts';
import { readText } from '../../authoring/read.ts';
import type { Entry } from '../../record/index.ts';
import { lockedCopy, openCopy } from './backup.ts';
import { wholeCopy, type Held } from './copy.ts';
import { joined } from './joined.ts';
import type { Row } from './kept.ts';
import { readFile } from './open-file.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const today = '2026-11-24';
const read = (text: string) => readFile(guideline, text, 'copy.json', today);

const day = fc.constantFrom('2025-02-28', '2026-01-10', '2026-11-24');
const entryOf = (id: string): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc.record({ kind: fc.constant('note' as const), id: fc.constant(id), on: day, text: fc.string({ minLength: 1 }) }),
    fc.record({
      kind: fc.constant('fact' as const),
      id: fc.constant(id),
      on: day,
      by: fc.constant('patient' as const),
      fact: fc.constantFrom('fever', 'planning-pregnancy', 'pregnant'),
      value: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('withdrawal' as const), id: fc.constant(id), on: day, of: fc.constant('1') }),
    fc.record({
      kind: fc.constant('taper' as const),
      id: fc.constant(id),
      on: day,
      intervention: fc.constant('prednisone'),
      steps: fc.constant([{ from: today, dose: { value: 7.5, unit: 'mg' } }]),
    }),
  );
const place = fc.integer({ min: 0, max: 2 ** 41 });
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const name = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'locked', 'visit-worries'));
const mapOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc.uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => key }).map((pairs) => new Map(pairs));

/** Anything a device can hold of one person. */
const held = (person = { id: 'ana', name: 'Ana' }): fc.Arbitrary<Held> =>
  fc.record({
    person: fc.constant(person),
    rows: fc
      .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(entryOf(String(id)), text, place))))
      .map((all) =>
        all.map(([entry, batch, at]): Row => ({ person: person.id, id: entry.id, entry, batch, place: at })),
      ),
    unanswered: fc.uniqueArray(
      fc.oneof(
        fc.record({
          person: fc.constant(person.id),
          fact: fc.constantFrom('fever', 'planning-pregnancy', 'pregnant', 'weight'),
          how: fc.constantFrom('unknown' as const, 'skipped' as const),
          batch: text,
          place,
        }),
        fc.record({ person: fc.constant(person.id), fact: fc.constant('age'), how: fc.constant('unknown' as const) }),
      ),
      { selector: ({ fact }) => fact },
    ),
    drafts: mapOf(
      fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 3, noNullPrototype: true }),
    ),
    words: mapOf(text),
    aside: fc.uniqueArray(fc.record({ id: fc.constantFrom('bad', 'worse', 7), entry: fc.constant(null) }), {
      selector: ({ id }) => id,
    }),
  });
const nothing: Held = {
  person: { id: 'ana', name: 'Ana' },
  rows: [],
  unanswered: [],
  drafts: new Map(),
  words: new Map(),
  aside: [],
};
const good = () => ({
  asOf: today,
  facts: {},
  record: [{ kind: 'note', id: 'n', on: today, text: 'Stairs.' }],
  kept: {
    copy: 1,
    person: { id: 'ana', name: 'Ana' },
    typed: [{ id: 'n', batch: 'b', place: 1 }],
    unanswered: [{ fact: 'fever', how: 'unknown' }],
    drafts: { track: { kind: 'note' } },
    words: { 'visit-worries': 'Stairs.', asks: '["How long?"]' },
    aside: [],
  },
});
const byName = <Value>(map: ReadonlyMap<string, Value>) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('a copy of everything kept of a person', () => {
  it('opens with nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(held(), async (one) => {
        const opened = await read(wholeCopy(today, {}, one));
        expect(opened.ok ? opened.held : opened.problem).toEqual(one);
      }),
    );
  });
  it('put on an empty device is what was kept, and put there twice changes nothing', () => {
    fc.assert(
      fc.property(held(), (one) => {
        const first = joined(nothing, one);
        expect(first).toEqual({ held: one, added: one.rows.length, stayed: [] });
        expect(joined(first.held, one)).toEqual({ held: one, added: 0, stayed: [] });
      }),
    );
  });
  it('put beside what is kept already takes nothing away: not an entry, not a word, not a half-typed form', () => {
    fc.assert(
      fc.property(held(), held(), (here, copy) => {
        const { held: both, stayed } = joined(here, copy);
        for (const row of here.rows) expect(both.rows).toContain(row);
        for (const { id } of copy.rows) expect(both.rows.filter((row) => row.id === id)).toHaveLength(1);
        for (const [about, words] of here.words) expect(both.words.get(about)).toBe(words);
        for (const [about, words] of copy.words)
          expect(both.words.get(about) === words || stayed.includes(about)).toBe(true);
        for (const page of [...here.drafts.keys(), ...copy.drafts.keys()]) expect(both.drafts.has(page)).toBe(true);
        const [left, again] = [
          new Set([...here.unanswered, ...copy.unanswered].map(({ fact }) => fact)),
          both.unanswered,
        ];
        expect(again.every(({ fact }) => left.has(fact))).toBe(true);
        expect(byName(joined(both, copy).held.words)).toEqual(byName(both.words));
      }),
    );
  });
  it('leaves a question open only where it was not answered later on the other device', () => {
    const answered = (at: number): Row => ({
      person: 'ana',
      id: 'f',
      entry: { kind: 'fact', id: 'f', on: today, by: 'patient', fact: 'fever', value: true },
      batch: 'b',
      place: at,
    });
    const open = { person: 'ana', fact: 'fever', how: 'unknown' as const, batch: 'o', place: 10 };
    const left = (here: Held, copy: Held) => joined(here, copy).held.unanswered.length;
    const [says, asks] = [
      (at: number): Held => ({ ...nothing, rows: [answered(at)] }),
      { ...nothing, unanswered: [open] },
    ];
    expect([left(says(20), asks), left(asks, says(20)), left(says(5), asks), left(asks, says(5))]).toEqual([
      0, 0, 1, 1,
    ]);
  });
  it('is a patient file that the command line reads', async () => {
    const opened = await read(JSON.stringify(good()));
    const whole = wholeCopy(today, {}, (opened.ok ? opened.held : undefined) ?? nothing);
    expect(whole).toContain('visit-worries');
    const { record } = good();
    expect(readPatient(guideline, readText('copy.json', whole))).toEqual({
      ok: true,
      patient: {},
      asOf: today,
      record,
    });
  });
  it('is locked and opened again letter for letter, and with another passphrase stays shut', async () => {
    const whole = wholeCopy(today, {}, { ...nothing, words: new Map([['visit-worries', 'Stiegen – и лестница 🪜']]) });
    const locked = await lockedCopy(whole, 'violet around the eyes');
    expect(locked).not.toContain('visit-worries');
    expect(await openCopy(locked, 'violet around the eyes')).toEqual({ ok: true, text: whole });
    expect(await openCopy(locked, 'another')).toMatchObject({ ok: false });
    expect(
      await openCopy(locked.replace(/"locked": ?"..../, '"locked":"AAAA'), 'violet around the eyes'),
    ).toMatchObject({ ok: false });
  });
});

type Good = ReturnType<typeof good>;

describe('a file that is no whole copy', () => {
  it.each<[about: string, file: (whole: Good) => unknown, said: string]>([
    [
      'words that are no text',
      (f) => ({ ...f, kept: { ...f.kept, words: { 'visit-worries': 7 } } }),
      '"visit-worries" in "words"',
    ],
    [
      'ticked questions that are no list',
      (f) => ({ ...f, kept: { ...f.kept, words: { asks: '[' } } }),
      '"asks" in "words"',
    ],
    [
      'a form that is no form',
      (f) => ({ ...f, kept: { ...f.kept, drafts: { track: { on: 4 } } } }),
      '"track" in "drafts"',
    ],
    [
      'an open question without a fact',
      (f) => ({ ...f, kept: { ...f.kept, unanswered: [{ how: 'unknown' }] } }),
      'line 1 of "unanswered"',
    ],
    ['an entry that is missing', (f) => ({ ...f, record: [] }), 'line 1 of "typed"'],
    ['an entry that is there twice', (f) => ({ ...f, record: [...f.record, ...f.record] }), 'entry 2 of the record'],
    ['an entry that is none', (f) => ({ ...f, record: [...f.record, { kind: 'note' }] }), 'Entry 2 of the record'],
    [
      'a time that is none',
      (f) => ({ ...f, kept: { ...f.kept, typed: [{ id: 'n', batch: 'b', place: '1' }] } }),
      'line 1 of "typed"',
    ],
    ['nobody’s', (f) => ({ ...f, kept: { ...f.kept, person: {} } }), '"person"'],
    ['rows without an id', (f) => ({ ...f, kept: { ...f.kept, aside: [{}] } }), 'line 1 of "aside"'],
    ['a list that is none', (f) => ({ ...f, kept: { ...f.kept, typed: null } }), '"typed"'],
    ['names that are none', (f) => ({ ...f, kept: { ...f.kept, words: [] } }), '"words"'],
    ['something else under its name', (f) => ({ ...f, kept: 3 }), '"kept"'],
    ['of a later form', (f) => ({ ...f, kept: { ...f.kept, copy: 2 } }), 'newer Heliotrope'],
    ['of no form', (f) => ({ ...f, kept: { ...f.kept, copy: 'x' } }), '"copy"'],
    ['somebody else’s JSON', () => ({ name: 'something', version: '1.0.0' }), 'no copy made by Heliotrope'],
    ['a list', () => [1, 2], 'no copy made by Heliotrope'],
  ])('is refused whole, and the place is named: %s', async (_about, file, said) => {
    expect((await read(JSON.stringify(good()))).ok).toBe(true);
    const opened = await read(JSON.stringify(file(good())));
    expect(opened.ok ? opened : opened.problem).toContain(said);
    expect(opened.ok ? opened : opened.problem).toContain('Nothing was changed.');
  });
  it('is refused where it was cut off, at every letter', async () => {
    const whole = JSON.stringify(good());
    for (let end = 1; end < whole.length; end += 1) expect((await read(whole.slice(0, end))).ok).toBe(false);
  });
  it('is opened as before when it is an older copy, with entries alone', async () => {
    const { asOf, facts, record } = good();
    expect(await read(JSON.stringify({ asOf, facts, record }))).toEqual({ ok: true, entries: record, notes: [] });
  });
});
