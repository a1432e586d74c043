// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { readBundle, recordsOf, type Reading } from '../index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const asOf = '2026-11-01';

type Resource = Readonly<Record<string, unknown>>;
const [snomed, loinc, rxnorm, icd10cm, atc] = [
  'http://snomed.info/sct',
  'http://loinc.org',
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://www.whocc.no/atc',
];
const code = (system: string, value: string, display = '') => ({
  coding: [{ system, code: value, ...(display ? { display } : {}) }],
});
const bundle = (...resources: Resource[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
function read(...resources: Resource[]): Reading {
  const found = readBundle(guideline, bundle(...resources), asOf);
  if (!found.ok) throw new Error(found.problem);
  return found;
}
const facts = (...resources: Resource[]) => read(...resources).facts;
const reasons = (...resources: Resource[]) =>
  read(...resources)
    .ignored.map(({ reason }) => reason)
    .join(' ');

const condition = (concept: object, more: object = {}) => ({
  resourceType: 'Condition',
  id: 'c',
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: concept,
  ...more,
});
const verified = (word: string) => ({ verificationStatus: { coding: [{ code: word }] } });
const clinical = (word: string) => ({ clinicalStatus: { coding: [{ code: word }] } });

describe('conditions', () => {
  it.each<{ name: string; resource: Resource; gives: object }>([
    {
      name: 'a confirmed dermatomyositis by SNOMED CT',
      resource: condition(code(snomed, '396230008')),
      gives: { 'diagnosis-status': 'confirmed' },
    },
    {
      name: 'one by ICD-10-CM, dot and all',
      resource: condition(code(icd10cm, 'M33.13')),
      gives: { 'diagnosis-status': 'confirmed', 'myositis-type': 'amyopathic-dm' },
    },
    {
      name: 'one by its name only',
      resource: condition({ text: 'Juvenile dermatomyositis' }),
      gives: { 'diagnosis-status': 'confirmed' },
    },
    {
      name: 'a provisional one is suspected',
      resource: condition(code(snomed, '396230008'), verified('provisional')),
      gives: { 'diagnosis-status': 'suspected' },
    },
    {
      name: 'a refuted one says nothing',
      resource: condition(code(snomed, '396230008'), verified('refuted')),
      gives: {},
    },
    {
      name: 'one entered in error says nothing',
      resource: condition(code(snomed, '396230008'), verified('entered-in-error')),
      gives: {},
    },
    {
      name: 'one without a word on certainty is asked about',
      resource: { ...condition(code(snomed, '396230008')), verificationStatus: undefined },
      gives: {},
    },
    { name: '"DM" is not read at all', resource: condition({ text: 'DM' }), gives: {} },
    { name: '"T2DM" is diabetes', resource: condition({ text: 'T2DM' }), gives: { diabetes: true } },
    {
      name: 'a family history is somebody else’s',
      resource: condition({ text: 'Family history of diabetes mellitus' }),
      gives: {},
    },
    { name: 'a question mark is not a diagnosis', resource: condition({ text: '?dermatomyositis' }), gives: {} },
    {
      name: 'a doubt beside a code counts',
      resource: condition({ ...code(snomed, '73211009'), text: 'suspected diabetes' }),
      gives: {},
    },
    {
      name: 'a denied condition is not "no"',
      resource: condition({ text: 'no history of deep vein thrombosis' }),
      gives: {},
    },
    {
      name: 'a past clot counts although it is over',
      resource: condition(code(snomed, '128053003'), clinical('resolved')),
      gives: { 'past-blood-clot': true },
    },
    {
      name: 'a diabetes that is over does not',
      resource: condition(code(snomed, '73211009'), clinical('resolved')),
      gives: {},
    },
    {
      name: 'a cancer in remission is past',
      resource: condition(code(snomed, '254837009'), clinical('remission')),
      gives: { 'cancer-history': 'past' },
    },
    {
      name: 'a cancer without status is asked about',
      resource: { ...condition(code(snomed, '254837009')), clinicalStatus: undefined },
      gives: {},
    },
    { name: 'chest pain without a date may be over', resource: condition(code(snomed, '29857009')), gives: {} },
    {
      name: 'chest pain of today counts',
      resource: condition(code(snomed, '29857009'), { recordedDate: asOf }),
      gives: { 'chest-pain-palpitations-or-fainting': true },
    },
    {
      name: 'chest pain of last month does not',
      resource: condition(code(snomed, '29857009'), { recordedDate: '2026-10-01' }),
      gives: {},
    },
    {
      name: 'what is dated tomorrow is not yet',
      resource: condition(code(snomed, '73211009'), { recordedDate: '2026-11-02' }),
      gives: {},
    },
    {
      name: 'an adrenal insufficiency is not a crisis',
      resource: condition(code(icd10cm, 'E27.40'), { recordedDate: asOf }),
      gives: {},
    },
  ])('$name', ({ resource, gives }) => expect(facts(resource)).toEqual(gives));

  it('tells the age and the months since it began only from whole dates', () => {
    const person = { resourceType: 'Patient', id: 'p', birthDate: '1980-06-15' };
    expect(facts(person, condition(code(snomed, '396230008'), { onsetDateTime: '2025-05-10' }))).toMatchObject({
      age: 46,
      'age-at-onset': 44,
      'months-since-onset': 17,
    });
    expect(facts(person, condition(code(snomed, '396230008'), { onsetDateTime: '2025' }))).not.toHaveProperty(
      'age-at-onset',
    );
    expect(facts({ ...person, birthDate: '1980' })).toEqual({});
  });
});

const observation = (concept: object, value: object, more: object = {}) => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: concept,
  effectiveDateTime: '2026-10-30',
  ...value,
  ...more,
});
const amount = (value: number, unit: string) => ({ valueQuantity: { value, unit } });
const upper = (value: number, unit?: string) => ({ referenceRange: [{ high: { value, ...(unit ? { unit } : {}) } }] });
const positive = { valueCodeableConcept: code(snomed, '10828004') };
const negative = { valueCodeableConcept: code(snomed, '260385009') };

describe('observations', () => {
  it.each<{ name: string; resource: Resource; gives: object }>([
    {
      name: 'creatine kinase as times its own upper limit',
      resource: observation(code(loinc, '2157-6'), amount(1000, 'U/L'), upper(200)),
      gives: { 'creatine-kinase-times-upper-limit': 5 },
    },
    {
      name: 'creatine kinase without a limit is asked about',
      resource: observation(code(loinc, '2157-6'), amount(1000, 'U/L')),
      gives: {},
    },
    {
      name: 'haemoglobin in g/L',
      resource: observation(code(loinc, '718-7'), amount(128, 'g/L')),
      gives: { haemoglobin: 12.8 },
    },
    {
      name: 'haemoglobin in mg/dL, which cannot be',
      resource: observation(code(loinc, '718-7'), amount(128, 'mg/dL')),
      gives: {},
    },
    { name: 'haemoglobin in apples', resource: observation(code(loinc, '718-7'), amount(12, 'apples')), gives: {} },
    {
      name: 'haemoglobin without a unit',
      resource: observation(code(loinc, '718-7'), { valueQuantity: { value: 12 } }),
      gives: {},
    },
    {
      name: 'platelets in thousands per microlitre',
      resource: observation(code(loinc, '777-3'), amount(250, 'K/uL')),
      gives: { 'platelet-count': 250 },
    },
    {
      name: 'a percentage of neutrophils is not a count',
      resource: observation(code(loinc, '770-8'), amount(60, '%')),
      gives: {},
    },
    {
      name: 'eGFR ">60" is not a number',
      resource: observation(code(loinc, '98979-8'), {
        valueQuantity: { value: 60, comparator: '>', unit: 'mL/min/1.73m2' },
      }),
      gives: {},
    },
    {
      name: 'weight in pounds',
      resource: observation(code(loinc, '29463-7'), amount(100, 'lbs')),
      gives: { 'body-weight': 45.359237 },
    },
    {
      name: 'fever in Fahrenheit',
      resource: observation(code(loinc, '8310-5'), amount(101.3, '[degF]')),
      gives: { fever: true },
    },
    {
      name: 'one normal temperature does not exclude a fever',
      resource: observation(code(loinc, '8310-5'), amount(36.8, 'Cel')),
      gives: {},
    },
    {
      name: 'an antibody found',
      resource: observation(code(loinc, '82994-5'), positive),
      gives: { 'anti-mda5': true },
    },
    {
      name: 'an antibody looked for and not found',
      resource: observation(code(loinc, '82994-5'), negative),
      gives: { 'anti-mda5': false },
    },
    {
      name: 'Jo-1 alone negative does not exclude the others',
      resource: observation(code(loinc, '8076-2'), negative),
      gives: {},
    },
    { name: 'undivided SS-A is not Ro52', resource: observation(code(loinc, '8093-7'), positive), gives: {} },
    {
      name: 'a negative test of tuberculosis',
      resource: observation(code(loinc, '71773-6'), negative),
      gives: { tuberculosis: 'negative' },
    },
    { name: 'a positive one is asked about', resource: observation(code(loinc, '71773-6'), positive), gives: {} },
    { name: 'the mitogen control is no result', resource: observation(code(loinc, '71774-4'), positive), gives: {} },
    { name: 'CK-MB is not CK', resource: observation({ text: 'CK-MB' }, amount(5, 'U/L'), upper(1)), gives: {} },
    {
      name: 'a test known by its name',
      resource: observation({ text: 'Creatine kinase' }, amount(300, 'U/L'), upper(150)),
      gives: { 'creatine-kinase-times-upper-limit': 2 },
    },
    {
      name: 'a LOINC code we do not know is not guessed from its name',
      resource: observation(code(loinc, '00000-0', 'Creatine kinase'), amount(300, 'U/L'), upper(150)),
      gives: {},
    },
    {
      name: 'a preliminary result is not a result',
      resource: observation(code(loinc, '82994-5'), positive, { status: 'preliminary' }),
      gives: {},
    },
    {
      name: 'a value that is absent',
      resource: observation(code(loinc, '82994-5'), { dataAbsentReason: { text: 'not performed' } }),
      gives: {},
    },
    {
      name: 'something about a relative or a graft',
      resource: observation(code(loinc, '82994-5'), positive, { focus: [{ reference: 'Patient/mother' }] }),
      gives: {},
    },
    {
      name: 'a result that is too old',
      resource: observation(code(loinc, '718-7'), amount(12, 'g/dL'), { effectiveDateTime: '2026-07-31' }),
      gives: {},
    },
    {
      name: 'a result without a date',
      resource: { ...observation(code(loinc, '718-7'), amount(12, 'g/dL')), effectiveDateTime: undefined },
      gives: {},
    },
    {
      name: 'never smoked',
      resource: observation(code(loinc, '72166-2'), { valueCodeableConcept: code(snomed, '266919005') }),
      gives: { smoking: 'never' },
    },
    {
      name: 'an ex-smoker is asked for how long',
      resource: observation(code(loinc, '72166-2'), { valueCodeableConcept: code(snomed, '8517006') }),
      gives: {},
    },
    {
      name: 'a pregnancy',
      resource: observation(code(loinc, '82810-3'), { valueCodeableConcept: code(snomed, '77386006') }),
      gives: { pregnant: true },
    },
    {
      name: 'a negative pregnancy test of three weeks ago',
      resource: observation(code(loinc, '2106-3'), negative, { effectiveDateTime: '2026-10-11' }),
      gives: {},
    },
  ])('$name', ({ resource, gives }) => expect(facts(resource)).toEqual(gives));

  it.each([
    ['Infusion of intravenous immunoglobulin', 'completed', ['months-since-ivig']],
    ['Rituximab infusion', 'completed', ['months-since-rituximab']],
    ['Infusion of intravenous immunoglobulin', 'not-done', []],
    ['Infusion of saline', 'completed', []],
  ])('a procedure "%s", %s, is a reason to ask for %j and no more', (name, status, asks) => {
    const { facts: found, asked } = read({ resourceType: 'Procedure', id: 'x', status, code: { text: name } });
    expect(asked.map(({ fact }) => fact)).toEqual(asks);
    expect(found).toEqual({});
  });
  it.each(['Interstitial lung disease, NSIP pattern', 'No interstitial lung disease'])(
    'a report that concludes "%s" is a reason to ask, and settles nothing',
    (conclusion) => {
      const report = {
        resourceType: 'DiagnosticReport',
        id: 'ct',
        status: 'final',
        code: { text: 'CT chest' },
        conclusion,
      };
      expect(read(report).asked.map(({ fact }) => fact)).toEqual(['interstitial-lung-disease']);
      expect(facts(report)).toEqual({});
    },
  );
  it('says of a medicine that is not in the Bundle that it cannot be told', () => {
    const order = { resourceType: 'MedicationRequest', id: 'm', status: 'active', intent: 'order' };
    const gone = { ...order, medicationReference: { reference: 'Medication/gone' } };
    expect(reasons(gone)).toContain('Medication/gone, which is not in the Bundle');
    expect(facts(gone)).toEqual({});
  });
  it('reads each component of a panel', () => {
    const panel = observation(
      code(loinc, '57021-8'),
      {},
      {
        component: [
          { code: code(loinc, '718-7'), ...amount(11, 'g/dL') },
          { code: code(loinc, '777-3'), ...amount(150, '10*9/L') },
        ],
      },
    );
    expect(facts(panel)).toEqual({ haemoglobin: 11, 'platelet-count': 150 });
  });
  it('takes the newest of several, and says that there was an older one', () => {
    const [old, recent] = [
      observation(code(loinc, '718-7'), amount(9, 'g/dL'), { id: 'old', effectiveDateTime: '2026-10-01' }),
      observation(code(loinc, '718-7'), amount(12, 'g/dL')),
    ];
    expect(facts(recent, old)).toEqual({ haemoglobin: 12 });
    expect(reasons(recent, old)).toContain('there is a newer one');
  });
  it('leaves a fact unknown when one day says two things', () => {
    const { facts: found, conflicts } = read(
      observation(code(loinc, '82994-5'), positive),
      observation(code(loinc, '82994-5'), negative, { id: 'o2' }),
    );
    expect(found).toEqual({});
    expect(conflicts).toMatchObject([{ fact: 'anti-mda5', values: [{ value: true }, { value: false }] }]);
  });
  it('counts the same result from two systems once', () => {
    const result = observation(code(loinc, '718-7'), amount(12, 'g/dL'));
    expect(read(result, { ...result, id: 'again' }).entries).toHaveLength(1);
  });
  it('reads the results inside a report, on the report’s day', () => {
    const inside = {
      resourceType: 'Observation',
      id: 'r',
      status: 'final',
      code: code(loinc, '718-7'),
      ...amount(12, 'g/dL'),
    };
    expect(
      facts({
        resourceType: 'DiagnosticReport',
        status: 'final',
        effectiveDateTime: '2026-10-30',
        contained: [inside],
        result: [{ reference: '#r' }],
      }),
    ).toEqual({ haemoglobin: 12 });
  });
});

const tablets = (value: number, repeat: object) => [
  { timing: { repeat }, doseAndRate: [{ doseQuantity: { value, unit: 'tablet' } }] },
];
const daily = { frequency: 1, period: 1, periodUnit: 'd' };
const weekly = { frequency: 1, period: 1, periodUnit: 'wk' };
const statement = (name: string, more: object = {}) => ({
  resourceType: 'MedicationStatement',
  id: 'm',
  status: 'active',
  medicationCodeableConcept: { text: name },
  ...more,
});
const order = (name: string, more: object = {}) => ({
  resourceType: 'MedicationRequest',
  id: 'r',
  status: 'active',
  intent: 'order',
  authoredOn: '2026-10-01',
  medicationCodeableConcept: { text: name },
  ...more,
});

describe('medicines', () => {
  it.each<{ name: string; resources: Resource[]; gives: object }>([
    {
      name: 'weekly methotrexate',
      resources: [statement('methotrexate 2.5 MG Oral Tablet', { dosage: tablets(6, weekly) })],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': false },
    },
    {
      name: 'methotrexate on Mondays',
      resources: [statement('Metoject', { dosage: [{ timing: { repeat: { dayOfWeek: ['mon'], frequency: 1 } } }] })],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': false },
    },
    {
      name: 'daily methotrexate, which can kill',
      resources: [statement('MTX', { dosage: tablets(6, daily) })],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': true },
    },
    {
      name: 'methotrexate twice a week',
      resources: [
        statement('methotrexate', { dosage: [{ text: 'twice', timing: { repeat: { dayOfWeek: ['mon', 'thu'] } } }] }),
      ],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': true },
    },
    {
      name: 'methotrexate "weekly" in words',
      resources: [statement('methotrexate', { dosage: [{ text: '15 mg once weekly' }] })],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': false },
    },
    {
      name: 'methotrexate with words that say both',
      resources: [statement('methotrexate', { dosage: [{ text: '15 mg weekly, folic acid daily' }] })],
      gives: { 'taking-methotrexate': true },
    },
    {
      name: 'one order daily and one weekly: daily stands',
      resources: [
        order('methotrexate', { dosageInstruction: tablets(6, weekly) }),
        statement('methotrexate', { dosage: tablets(6, daily) }),
      ],
      gives: { 'taking-methotrexate': true, 'methotrexate-taken-daily': true },
    },
    {
      name: 'prednisone as milligrams from tablets',
      resources: [order('prednisone 5 MG Oral Tablet', { dosageInstruction: tablets(4, daily) })],
      gives: { 'taking-prednisone': true, 'prednisone-mg-per-day': 20 },
    },
    {
      name: 'methylprednisolone as prednisone',
      resources: [order('Medrol 4 mg tablet', { dosageInstruction: tablets(2, daily) })],
      gives: { 'taking-prednisone': true, 'prednisone-mg-per-day': 10 },
    },
    {
      name: 'methylprednisolone by its plain name, as tablets',
      resources: [order('methylprednisolone 4 MG Oral Tablet', { dosageInstruction: tablets(2, daily) })],
      gives: { 'taking-prednisone': true, 'prednisone-mg-per-day': 10 },
    },
    {
      name: 'methylprednisolone by its plain name, into a vein',
      resources: [order('methylprednisolone 1000 mg IV')],
      gives: { 'taking-iv-methylprednisolone': true },
    },
    {
      name: 'methylprednisolone by its plain name alone could be either',
      resources: [order('methylprednisolone')],
      gives: {},
    },
    {
      name: 'prednisolone every other day',
      resources: [
        order('prednisolone 10 mg tablets', {
          dosageInstruction: tablets(1, { frequency: 1, period: 2, periodUnit: 'd' }),
        }),
      ],
      gives: { 'taking-prednisone': true, 'prednisone-mg-per-day': 5 },
    },
    {
      name: 'a steroid without a dose',
      resources: [order('prednisolone 5 mg tablets')],
      gives: { 'taking-prednisone': true },
    },
    { name: 'eye drops are not tablets', resources: [order('prednisolone acetate 1% eye drops')], gives: {} },
    { name: 'Restasis is not ciclosporin taken', resources: [order('Restasis')], gives: {} },
    { name: 'anti-D is not IVIG', resources: [order('RhoGAM')], gives: {} },
    {
      name: 'chloroquine is not hydroxychloroquine',
      resources: [order('chloroquine phosphate 250 mg tablet')],
      gives: {},
    },
    { name: 'nystatin is not a statin', resources: [order('nystatin oral suspension')], gives: {} },
    {
      name: 'a stopped medicine is not taken',
      resources: [statement('azathioprine', { status: 'stopped' })],
      gives: { 'taking-azathioprine': false },
    },
    {
      name: 'a completed order leaves it open',
      resources: [order('azathioprine', { status: 'completed' })],
      gives: {},
    },
    { name: 'a draft says nothing', resources: [order('azathioprine', { status: 'draft' })], gives: {} },
    {
      name: 'an order of two years ago leaves it open',
      resources: [order('azathioprine', { authoredOn: '2024-10-01' })],
      gives: {},
    },
    { name: 'an order not to give', resources: [order('azathioprine', { doNotPerform: true })], gives: {} },
    {
      name: 'a new order beside an old one that was stopped',
      resources: [
        order('azathioprine'),
        statement('azathioprine', { status: 'stopped', effectivePeriod: { end: '2026-09-01' } }),
      ],
      gives: { 'taking-azathioprine': true },
    },
    {
      name: 'a stop after the last order leaves it open',
      resources: [
        order('azathioprine'),
        statement('azathioprine', { status: 'stopped', effectivePeriod: { end: '2026-10-20' } }),
      ],
      gives: {},
    },
    {
      name: 'by ATC',
      resources: [{ ...order(''), medicationCodeableConcept: code(atc ?? '', 'L04AX01') }],
      gives: { 'taking-azathioprine': true },
    },
    {
      name: 'by RxNorm, in a Medication of its own',
      resources: [
        { ...order(''), medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/x' } },
        { resourceType: 'Medication', id: 'x', code: code(rxnorm, '312617') },
      ],
      gives: { 'taking-prednisone': true },
    },
    {
      name: 'a supply that lasts',
      resources: [
        {
          resourceType: 'MedicationDispense',
          status: 'completed',
          whenHandedOver: '2026-10-20',
          daysSupply: { value: 28 },
          medicationCodeableConcept: { text: 'azathioprine' },
        },
      ],
      gives: { 'taking-azathioprine': true },
    },
    {
      name: 'a supply used up leaves it open',
      resources: [
        {
          resourceType: 'MedicationDispense',
          status: 'completed',
          whenHandedOver: '2026-08-01',
          daysSupply: { value: 28 },
          medicationCodeableConcept: { text: 'azathioprine' },
        },
      ],
      gives: {},
    },
    {
      name: 'the last rituximab',
      resources: [
        {
          resourceType: 'MedicationAdministration',
          status: 'completed',
          effectiveDateTime: '2026-05-20',
          medicationCodeableConcept: { text: 'rituximab' },
          dosage: { dose: { value: 1000, unit: 'mg' } },
        },
      ],
      gives: { 'months-since-rituximab': 5 },
    },
    {
      name: 'steroid weeks only where the beginning is stated',
      resources: [
        statement('prednisone 5 mg tablet', { effectivePeriod: { start: '2026-09-06' }, dosage: tablets(2, daily) }),
      ],
      gives: {
        'taking-prednisone': true,
        'prednisone-mg-per-day': 10,
        'glucocorticoid-weeks': 8,
        'glucocorticoid-within-year': true,
      },
    },
  ])('$name', ({ resources, gives }) => expect(facts(...resources)).toEqual(gives));
  it.each([
    ['eye drops', 'prednisolone eye drops'],
    ['a draft', 'azathioprine'],
  ])('never makes "no" out of %s', (_what, name) => expect(facts(order(name, { status: 'draft' }))).toEqual({}));
  it('never reads where in treatment somebody is from a list of medicines', () => {
    const found = facts(
      statement('prednisone 5 mg tablet', { effectivePeriod: { start: '2026-01-06' }, dosage: tablets(2, daily) }),
    );
    expect(Object.keys(found)).not.toEqual(expect.arrayContaining(['treatment-phase']));
    expect(Object.keys(found)).not.toEqual(expect.arrayContaining(['weeks-on-current-regimen']));
  });
});

describe('reactions, vaccines and procedures', () => {
  const allergy = (more: object) => ({
    resourceType: 'AllergyIntolerance',
    id: 'a',
    code: code(rxnorm, '6851', 'methotrexate'),
    ...more,
  });
  it.each<{ name: string; resource: Resource; gives: object }>([
    { name: 'a serious reaction', resource: allergy({ criticality: 'high' }), gives: { 'allergy-methotrexate': true } },
    { name: 'a reaction of unknown weight is asked about', resource: allergy({}), gives: {} },
    { name: 'a refuted one', resource: allergy({ criticality: 'high', ...verified('refuted') }), gives: {} },
    {
      name: '"no known allergies" is not "none ever"',
      resource: { resourceType: 'AllergyIntolerance', code: { text: 'No known allergies' }, criticality: 'high' },
      gives: {},
    },
    {
      name: 'anaphylaxis to co-trimoxazole',
      resource: {
        resourceType: 'AllergyIntolerance',
        code: { text: 'Bactrim' },
        reaction: [{ manifestation: [{ text: 'anaphylaxis' }] }],
      },
      gives: { 'allergy-sulfonamide-antibiotic': true },
    },
  ])('$name', ({ resource, gives }) => expect(facts(resource)).toEqual(gives));
  it('a vaccine given becomes an entry, and one not given does not', () => {
    const vaccine = {
      resourceType: 'Immunization',
      id: 'v',
      status: 'completed',
      vaccineCode: code('http://hl7.org/fhir/sid/cvx', '03', 'MMR'),
      occurrenceDateTime: '2026-01-05',
    };
    expect(read(vaccine).entries).toMatchObject([{ kind: 'vaccine', vaccine: 'MMR', on: '2026-01-05' }]);
    expect(read({ ...vaccine, status: 'not-done' }).entries).toEqual([]);
  });
  it('a procedure is a reason to ask', () =>
    expect(
      read({ resourceType: 'Procedure', status: 'completed', code: code(snomed, '40701008') }).asked,
    ).toMatchObject([{ fact: 'cardiac-baseline-done' }]));
});

describe('whom a Bundle is about', () => {
  const [ana, ben] = [
    { resourceType: 'Patient', id: 'ana' },
    { resourceType: 'Patient', id: 'ben' },
  ];
  const theirs = condition(code(snomed, '73211009'), { subject: { reference: 'Patient/ben' } });
  it('refuses a Bundle about two people', () =>
    expect(readBundle(guideline, bundle(ana, ben), asOf)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('2 people'),
    }));
  it('leaves out what is about somebody else', () => {
    expect(facts(ana, theirs)).toEqual({});
    expect(reasons(ana, theirs)).toContain('not about this person');
  });
  it('follows urn:uuid references', () => {
    const uuid = 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0';
    const entry = [{ fullUrl: uuid, resource: ana }, { resource: { ...theirs, subject: { reference: uuid } } }];
    expect(readBundle(guideline, { resourceType: 'Bundle', type: 'document', entry }, asOf)).toMatchObject({
      ok: true,
      facts: { diabetes: true },
    });
  });
  it('does not take the administrative gender for the sex at birth', () =>
    expect(read({ ...ana, gender: 'female' })).toMatchObject({ facts: {}, asked: [{ fact: 'sex-at-birth' }] }));
  it('gives each person of an export their own Bundle, with the medicines they refer to', () => {
    const medicine = {
      ...order(''),
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/x' },
      subject: { reference: 'https://clinic.example/fhir/Patient/ana' },
    };
    const people = recordsOf([
      ana,
      ben,
      theirs,
      medicine,
      { resourceType: 'Medication', id: 'x', code: { text: 'azathioprine' } },
    ]);
    expect(people.map(({ person }) => person)).toEqual(['Patient/ana', 'Patient/ben']);
    expect(people.map(({ bundle: one }) => readBundle(guideline, one, asOf))).toMatchObject([
      { facts: { 'taking-azathioprine': true } },
      { facts: { diabetes: true } },
    ]);
  });
});

describe('what is not a Bundle is refused with what to give instead', () => {
  it.each<{ given: unknown; says: string }>([
    { given: undefined, says: 'JSON object' },
    { given: [], says: 'JSON object' },
    { given: {}, says: 'no "resourceType"' },
    { given: { resourceType: 'Patient' }, says: 'not a Bundle' },
    { given: { resourceType: 'Bundle', type: 'history' }, says: 'old versions' },
  ])('$given', ({ given, says }) =>
    expect(readBundle(guideline, given, asOf)).toMatchObject({ ok: false, problem: expect.stringContaining(says) }),
  );
  it('a day that is none', () => expect(readBundle(guideline, bundle(), '2026-02-30')).toMatchObject({ ok: false }));
});
