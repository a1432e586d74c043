// SPDX-License-Identifier: Apache-2.0
// order-sign takes short ways: only the ordered medicine's rules, a record reckoned with only where that can add a fact, names looked
// for by their first word, a request that is plainly well formed. Each gives what the long way gives, for records changed by chance.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conditionWords, medicineWords, testWords } from '../../src/fhir/codes/lookup.ts';
import { namesIn } from '../../src/fhir/codes/names.ts';
import { readBundle, readOrders } from '../../src/fhir/index.ts';
import { compile, prepareAnswer } from '../../src/interpreters/answer/index.ts';
import { readsOf, type Patient, type Rule } from '../../src/model/index.ts';
import { derive, isDay } from '../../src/record/index.ts';
import { isPlainOrderSign, requests } from '../../src/surfaces/server/cds/request.ts';
import { prepareReviews } from '../../src/surfaces/server/cds/review.ts';
import { chance, mutated } from '../fhir/mutate.ts';
import { daily, draft, guideline, prefetch, today, weekly } from './record.ts';

type Resource = { resourceType: string; [name: string]: unknown };
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.fhir.json'))
  .flatMap((name) => {
    const bundle: { entry: { resource: Resource }[] } = JSON.parse(readFileSync(`examples/${name}`, 'utf8'));
    return bundle.entry.map(({ resource }) => resource);
  });
const creatinine: Resource = {
  resourceType: 'Observation',
  id: 'cr',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-01',
  valueQuantity: { value: 52, unit: 'mL/min/{1.73_m2}', code: 'mL/min/{1.73_m2}' },
};
const steroid: Resource = {
  resourceType: 'MedicationStatement',
  id: 'st',
  status: 'active',
  medicationCodeableConcept: { text: 'prednisone 10 mg oral tablet' },
  subject: { reference: 'Patient/p1' },
  effectivePeriod: { start: '2026-01-05' },
  dateAsserted: '2026-11-01',
  dosage: [{ text: '10 mg daily' }],
};
const medicines = ['methotrexate 2.5 MG Oral Tablet', 'prednisone 20 mg tablet', 'azathioprine', 'rituximab', 'IVIG'];
const drafts = medicines.flatMap((name, i) => [draft(name, weekly, `w${i}`), draft(name, daily, `d${i}`)]);
const runs = 300;
const many = (seed: number, resources: readonly object[]) => {
  const random = chance(seed);
  return Array.from({ length: runs }, () => mutated(resources, random));
};
const records = many(20261124, [...examples, creatinine, steroid, steroid]);
const read = (bundle: object) => {
  const reading = readBundle(guideline, bundle, today);
  return reading.ok ? reading : undefined;
};

describe('only the rules of the ordered medicine are decided', () => {
  const reviews = prepareReviews(guideline);
  const whole = prepareAnswer(guideline);
  const traced = (id: string, kind: Rule['kind'], patient: Patient) =>
    guideline.rules
      .filter((rule) => rule.intervention === id && rule.kind === kind)
      .map((rule) => ({ rule, trace: compile(guideline, rule.when)(patient), patient }));
  const random = chance(7);
  const cases = records.flatMap((record) => {
    const before = read(record)?.facts;
    const read_ = readOrders(guideline, mutated(drafts, random), today);
    if (!before || !read_.ok) return [];
    return read_.orders.flatMap(({ facts, interventions }) =>
      interventions.map((id) => ({ id, before, signed: { ...before, ...facts } })),
    );
  });

  it('of hundreds of records and orders', () => expect(cases.length).toBeGreaterThan(200));

  it('and say the same as every rule of the guideline, traced', () => {
    for (const { id, before, signed } of cases) {
      const short = reviews.medicine(id, before, signed);
      const holds = (kind: Rule['kind'], patient: Patient) =>
        traced(id, kind, patient).filter(({ trace }) => trace.truth === 'true');
      const now = holds('contraindication', before);
      const later = holds('contraindication', signed).filter(({ rule }) => !now.some((one) => one.rule === rule));
      expect(short.contraindications).toEqual([...now, ...later]);
      expect(short.monitoring).toEqual(holds('monitoring', signed).map(({ rule }) => rule));
      expect(short.prerequisites).toEqual(
        traced(id, 'prerequisite', before).filter(({ trace }) => trace.truth !== 'false'),
      );
      const precautions = [...holds('precaution', before), ...holds('precaution', signed)].map(({ rule }) => rule.id);
      expect(
        new Set([...short.precautions.map(({ rule }) => rule.id), ...short.always.map((rule) => rule.id)]),
      ).toEqual(new Set(precautions));
    }
  });

  it('what signing does to other medicines, and the red flags it raises, are those of every rule of the guideline, traced', () => {
    const rises = ({ when }: Pick<Rule, 'when'>, before: Patient, signed: Patient) =>
      compile(guideline, when)(before).truth !== 'true' && compile(guideline, when)(signed).truth === 'true';
    let found = 0;
    for (const { before, signed } of cases) {
      const added = Object.keys(signed).filter((fact) => signed[fact] !== before[fact]);
      const short = reviews.effects(Object.keys(signed), before, signed);
      const reads = ({ when }: Pick<Rule, 'when'>) =>
        [...readsOf(guideline, when).keys()].some((id) => added.includes(id));
      const takes = (id: string) => {
        const fact = guideline.interventions[id]?.currentFact;
        return fact !== undefined && before[fact] === true;
      };
      const others = guideline.rules.filter(
        (rule) =>
          (rule.kind === 'contraindication' || rule.kind === 'precaution')
          && takes(rule.intervention)
          && reads(rule)
          && rises(rule, before, signed),
      );
      const flags = guideline.urgencies.filter((rule) => reads(rule) && rises(rule, before, signed));
      expect(new Set(short.others.map(({ rule }) => rule.id))).toEqual(new Set(others.map(({ id }) => id)));
      expect(new Set(short.urgencies.map(({ rule }) => rule.id))).toEqual(new Set(flags.map(({ id }) => id)));
      found += others.length + flags.length;
    }
    expect(found).toBeGreaterThan(20);
  });

  it('and agree with the answer of the whole guideline', () => {
    for (const { id, before, signed } of cases) {
      const short = reviews.medicine(id, before, signed);
      const option = whole(before).options.find(({ intervention }) => intervention === id);
      expect(short.isTaken).toBe(option?.current === 'true');
      if (option?.status === 'contraindicated') expect(short.contraindications.length).toBeGreaterThan(0);
      if (short.contraindications.some(({ patient }) => patient === before))
        expect(option?.status).toBe('contraindicated');
    }
  });
});

describe('a record is reckoned with only where that can add a fact', () => {
  const follows = [
    'egfr',
    'glucocorticoid-weeks',
    'glucocorticoid-within-year',
    'stopped-immunosuppressant-within-3-months',
    'months-since-ivig',
    'months-since-rituximab',
  ];
  it('and none that follows from its entries is missing', () => {
    let found = 0;
    for (const record of records) {
      const reading = read(record);
      if (!reading) continue;
      const { patient, provenance } = derive(guideline, reading.entries, today);
      for (const fact of follows) {
        if (patient[fact] === undefined || provenance[fact]?.from !== 'derived') continue;
        if (reading.conflicts.some((one) => one.fact === fact)) continue;
        found += 1;
        expect(reading.facts[fact], fact).toBeDefined();
      }
    }
    expect(found).toBeGreaterThan(20);
  });
});

describe('a kidney function without a date', () => {
  const { effectiveDateTime: _day, ...undated } = { ...creatinine, id: 'undated' };
  const withOne = (...resources: object[]) =>
    read({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
  it('counts for nothing', () => expect(withOne(undated)?.facts['egfr']).toBeUndefined());
  it('does not take the place of one that has a date', () => {
    const value = { ...undated, valueQuantity: { value: 88, unit: 'mL/min/{1.73_m2}', code: 'mL/min/{1.73_m2}' } };
    expect(withOne(creatinine, value)?.facts['egfr']).toBe(52);
  });
});

describe('a name is looked for by its first word', () => {
  const random = chance(11);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const pieces = [
    'Solu-Medrol 500 mg',
    'Anti-MDA5 antibody',
    'p155/140',
    'TIF1-γ',
    'ИммуноглобуLIN',
    'MTX',
    'mtx',
    'IVIg 10%',
    'interstitial lung disease',
    'ILD',
    'family history of',
    'x',
    '(',
    '-',
    '/',
    ' ',
    ', ',
    'ſteroid',
    'Kelvin',
    '皮膚筋炎',
    ...examples.flatMap((one) => JSON.stringify(one).match(/"(?:text|display)":"([^"]{3,80})"/g) ?? []),
  ];
  const texts = Array.from({ length: 3000 }, () => `${pick(pieces)}${pick(pieces)}${pick(pieces)}`);
  it.each([
    ['medicines', medicineWords()],
    ['conditions', conditionWords()],
    ['tests', testWords()],
  ])('among %s, and the same are found as by looking for all', (_name, table) => {
    let found = 0;
    for (const text of texts) {
      // A sign that is no letter makes the text one that is looked through for every name.
      expect(namesIn(table, text), text).toEqual(namesIn(table, `${text} ·`));
      found += namesIn(table, text).length;
    }
    expect(found).toBeGreaterThan(100);
  });
});

describe('a request that is plainly well formed', () => {
  const context = { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry: drafts } };
  const request = {
    hook: 'order-sign',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context,
    prefetch: prefetch(),
  };
  it('is taken without the schema', () => expect(isPlainOrderSign(request)).toBe(true));
  it('would be taken by the schema as it stands', () => {
    let plain = 0;
    for (const entry of many(3, [request])) {
      const [value] =
        JSON.parse(JSON.stringify(entry)).entry?.map?.((one: { resource?: unknown }) => one?.resource) ?? [];
      if (!isPlainOrderSign(value)) continue;
      plain += 1;
      const read = requests['order-sign'].safeParse(value);
      expect(read.success).toBe(true);
      expect(read.data).toEqual(value);
    }
    expect(plain).toBeGreaterThan(20);
  });
});

describe('a day of the calendar', () => {
  it('is one of which Date knows, from 1583 on', () => {
    for (let day = 0; day < 40_000; day += 1) {
      const [month, date, year] = [day % 14, Math.floor(day / 14) % 33, 1583 + (Math.floor(day / 13) % 600)];
      const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      const real = new Date(Date.UTC(year, month - 1, date));
      expect(isDay(text), text).toBe(
        month >= 1 && month <= 12 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date,
      );
    }
  });
});
