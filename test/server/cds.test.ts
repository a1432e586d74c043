// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { feedback, requests } from '../../src/surfaces/server/cds/request.ts';
import { discovery, response } from '../../src/surfaces/server/cds/response.ts';
import { plainOwn } from '../../src/surfaces/server/cds/words.ts';
import {
  asJson,
  bundle,
  call,
  condition,
  daily,
  dermatomyositis,
  draft,
  guideline,
  json,
  makeApp,
  medicine,
  patient,
  prefetch,
  pregnancy,
  quantity,
  sign,
  weekly,
  type Card,
  type Resource,
} from './record.ts';

const whole = (text: string) =>
  text.replaceAll('\\', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const app = makeApp({ publicUrl: 'https://guide.example.org' });
const { recordedDate: _undated, ...pregnantOnTheList } = condition(
  'pg',
  'http://snomed.info/sct',
  '77386006',
  'Pregnant',
);
const row = ({ indicator, summary, suggestions = [] }: Card) =>
  `${indicator} | ${summary} | ${suggestions.map(({ label }) => label).join(' · ')}`;

describe('what the guideline says stands on a card to its last word', () => {
  it.each(guideline.urgencies.filter(({ advice }) => advice.length > 200))('the red flag $id', ({ advice }) =>
    expect(whole(plainOwn(guideline, advice))).toBe(advice),
  );
  it('also where it is long, such as what to do when methotrexate was taken daily', async () => {
    const { cards } = await sign(app, [draft('methotrexate 2.5 MG Oral Tablet', daily)]);
    const advice = guideline.urgencies.find(({ id }) => id === 'methotrexate-taken-daily')?.advice ?? 'none';
    expect(cards.map(({ detail = '' }) => whole(detail)).filter((detail) => detail.startsWith(advice))).toHaveLength(1);
  });
});

describe('the card mapping: what is known of a person, and what is ordered, becomes these cards', () => {
  type Row = {
    known: string;
    parts: Parameters<typeof sign>[2];
    ordered: Resource[];
    first: string;
    indicator: 'critical' | 'warning' | 'info';
    says: RegExp;
    suggests?: RegExp;
    overridable: boolean;
  };
  const methotrexate = draft('methotrexate 2.5 MG Oral Tablet', weekly);
  it.each<Row>([
    {
      known: 'pregnant',
      parts: { observations: [pregnancy] },
      ordered: [methotrexate],
      first: 'contraindication',
      indicator: 'critical',
      says: /Methotrexate is contraindicated: pregnan/i,
      suggests: /^Remove this order: Methotrexate/,
      overridable: true,
    },
    {
      known: 'pregnant, as a diagnosis without a date',
      parts: { conditions: [dermatomyositis, pregnantOnTheList] },
      ordered: [methotrexate],
      first: 'contraindication',
      indicator: 'critical',
      says: /Methotrexate is contraindicated: pregnan/i,
      suggests: /^Remove this order: Methotrexate/,
      overridable: true,
    },
    {
      known: 'pregnant, as a diagnosis without a date',
      parts: { conditions: [dermatomyositis, pregnantOnTheList] },
      ordered: [draft('mycophenolate mofetil 500 MG Oral Tablet')],
      first: 'contraindication',
      indicator: 'critical',
      says: /Mycophenolate.* is contraindicated: pregnan/i,
      suggests: /^Remove this order: Mycophenolate/,
      overridable: true,
    },
    {
      known: 'pregnant, as a diagnosis of a year ago',
      parts: { conditions: [dermatomyositis, { ...pregnantOnTheList, onsetDateTime: '2025-11-01' }] },
      ordered: [methotrexate],
      first: 'a missing prerequisite',
      indicator: 'warning',
      says: /Methotrexate: check first/,
      suggests: /^Order: /,
      overridable: true,
    },
    {
      known: 'eGFR 22',
      parts: { observations: [quantity('e', '98979-8', 'eGFR', 22, 'mL/min/{1.73_m2}')] },
      ordered: [methotrexate],
      first: 'contraindication',
      indicator: 'critical',
      says: /contraindicated: .*22/,
      suggests: /^Remove this order/,
      overridable: true,
    },
    {
      known: 'nothing that forbids it',
      parts: {},
      ordered: [methotrexate],
      first: 'a missing prerequisite',
      indicator: 'warning',
      says: /Methotrexate: check first/,
      suggests: /^Order: /,
      overridable: true,
    },
    {
      known: 'the instructions say daily',
      parts: {},
      ordered: [draft('methotrexate 2.5 MG Oral Tablet', daily)],
      first: 'contraindication by the order itself',
      indicator: 'critical',
      says: /Methotrexate is contraindicated/,
      suggests: /^Remove this order/,
      overridable: true,
    },
    {
      known: 'takes methotrexate',
      parts: { medications: [medicine('m', 'methotrexate 2.5 MG Oral Tablet', weekly)] },
      ordered: [draft('trimethoprim 200 MG Oral Tablet')],
      first: 'interaction of a medicine that is not in the guideline',
      indicator: 'critical',
      says: /trimethoprim/,
      suggests: /^Remove this order/,
      overridable: true,
    },
    {
      known: 'takes nothing, and both are ordered together',
      parts: {},
      ordered: [methotrexate, draft('trimethoprim 200 MG Oral Tablet', {}, 'd2')],
      first: 'interaction between two drafts',
      indicator: 'critical',
      says: /Methotrexate is contraindicated: also taking trimethoprim/,
      suggests: /^Remove this order/,
      overridable: true,
    },
    {
      known: 'takes allopurinol',
      parts: { medications: [medicine('a', 'allopurinol 300 MG Oral Tablet')] },
      ordered: [draft('azathioprine 50 MG Oral Tablet')],
      first: 'contraindication by an interaction',
      indicator: 'critical',
      says: /Azathioprine is contraindicated: also taking allopurinol/,
      suggests: /^Remove this order/,
      overridable: true,
    },
    {
      known: 'takes ibuprofen',
      parts: { medications: [medicine('n', 'ibuprofen 400 MG Oral Tablet')] },
      ordered: [methotrexate],
      first: 'interaction that asks for care',
      indicator: 'warning',
      says: /interaction/,
      overridable: true,
    },
  ])('$known → $indicator: $first', async ({ parts, ordered, indicator, says, suggests, overridable }) => {
    const { status, cards } = await sign(app, ordered, parts);
    expect(status).toBe(200);
    const card = cards.find(({ summary }) => says.test(summary));
    expect(card, cards.map(row).join('\n')).toBeDefined();
    expect(card?.indicator).toBe(indicator);
    if (suggests) expect(card?.suggestions?.[0]?.label).toMatch(suggests);
    expect(card?.overrideReasons !== undefined).toBe(overridable);
    expect(card?.source.url).toMatch(/^https?:/);
    expect(card?.links?.length).toBeGreaterThan(0);
  });

  it('monitoring is said for reading, with how often and what to act on', async () => {
    const { cards } = await sign(app, [methotrexate]);
    const card = cards.find(({ summary }) => summary.startsWith('Methotrexate: watch'));
    expect(card?.indicator).toBe('info');
    expect(card?.detail).toContain('every 2 weeks until week 6');
    expect(card?.detail).toContain('**Act on**');
  });
  it('a red flag is said also where the same order is contraindicated, and comes first', async () => {
    const { cards } = await sign(app, [draft('methotrexate 2.5 MG Oral Tablet', daily)]);
    expect(cards[0]?.summary).toMatch(/^methotrexate .*: red flag, care team today/);
    expect(cards[1]?.summary).toMatch(/^Methotrexate is contraindicated/);
    expect(cards.slice(0, 2).map(({ indicator }) => indicator)).toEqual(['critical', 'critical']);
  });
  it('the most urgent card comes first', async () => {
    const order = (cards: Card[]) => cards.map(({ indicator }) => ['critical', 'warning', 'info'].indexOf(indicator));
    const { cards } = await sign(app, [methotrexate], { observations: [pregnancy] });
    expect(order(cards)).toEqual([...order(cards)].sort());
    expect(cards[0]?.indicator).toBe('critical');
  });
  it('a medicine that the guideline knows nothing of gets no card', async () => {
    expect((await sign(app, [draft('amoxicillin 500 MG Oral Capsule')])).cards).toEqual([]);
  });
  it('order-select speaks of the selected order only, and knows the others', async () => {
    const orders = [methotrexate, draft('trimethoprim 200 MG Oral Tablet', {}, 'd2')];
    const { cards } = await call(app, 'order-select', {
      selections: ['MedicationRequest/d1'],
      draftOrders: bundle(orders),
    });
    expect(cards.some(({ summary }) => /Methotrexate is contraindicated/.test(summary))).toBe(true);
    expect(cards.every(({ summary }) => /^methotrexate/i.test(summary))).toBe(true);
  });
  it('order-dispatch looks at what is known by now, and says only what speaks against it', async () => {
    const order = medicine('o1', 'methotrexate 2.5 MG Oral Tablet', weekly);
    const { cards } = await call(
      app,
      'order-dispatch',
      { order: 'MedicationRequest/o1', performer: 'Organization/pharmacy' },
      { prefetch: { ...prefetch({ observations: [pregnancy] }), order } },
    );
    expect(cards.map(({ indicator, summary }) => [indicator, /red flag|contraindicated/.exec(summary)?.[0]])).toEqual([
      ['critical', 'red flag'],
      ['critical', 'contraindicated'],
    ]);
  });
  it('every medicine with a code or a name that is read can be ordered, and every card fits the specification', async () => {
    const names = Object.values(guideline.interventions)
      .filter(({ currentFact }) => currentFact !== undefined)
      .map(({ id }) => id);
    let many = 0;
    for (const name of names) {
      const { status, body, cards } = await sign(app, [draft(`${name.replaceAll('-', ' ')} oral tablet intravenous`)]);
      expect(status).toBe(200);
      expect(response.safeParse(JSON.parse(body)).error, name).toBeUndefined();
      many += cards.length;
    }
    expect(many).toBeGreaterThan(40);
  });
});

describe('patient-view', () => {
  it('says what is taken and contraindicated, red flags, and where the person is', async () => {
    const parts = { observations: [pregnancy], medications: [medicine('m', 'methotrexate 2.5 MG Oral Tablet', daily)] };
    const { cards, body } = await call(app, 'patient-view', {}, { prefetch: prefetch(parts) });
    expect(response.safeParse(JSON.parse(body)).error).toBeUndefined();
    const [summaries, first] = [cards.map(({ summary }) => summary), cards[0]];
    expect(first?.indicator).toBe('critical');
    expect(summaries.some((one) => one.startsWith('Red flag'))).toBe(true);
    expect(summaries.some((one) => /Methotrexate is taken and contraindicated/.test(one))).toBe(true);
    expect(summaries.some((one) => one.startsWith('Dermatomyositis: '))).toBe(true);
  });
  it('says which tests are due for what is taken', async () => {
    const parts = { medications: [medicine('m', 'azathioprine 50 MG Oral Tablet')] };
    const { cards } = await call(app, 'patient-view', {}, { prefetch: prefetch(parts) });
    expect(cards.find(({ summary }) => /^(?:Due|Overdue)/.test(summary))?.summary).toContain('Blood tests');
  });
  it('says nothing of somebody whose record does not speak of the disease', async () => {
    const { cards } = await call(app, 'patient-view', {}, { prefetch: prefetch({ conditions: [] }) });
    expect(cards).toEqual([]);
  });
  it('says that it could not look, when the problem list could not be fetched', async () => {
    const failed = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] };
    const { cards } = await call(app, 'patient-view', {}, { prefetch: { ...prefetch(), conditions: failed } });
    expect(cards.map(({ summary }) => summary).join()).toContain('could not be fetched');
  });
});

describe('not asked for, none found and could not be fetched are three things', () => {
  const why = async (observations: Resource | null, fact: string) => {
    const more = { prefetch: { ...prefetch(), observations } };
    const { cards } = await call(app, 'order-sign', { draftOrders: bundle([draft('methotrexate oral tablet')]) }, more);
    return cards.flatMap(({ detail }) => detail.split('\n')).find((line) => line.startsWith(`- ${fact}:`));
  };
  const failed = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] };
  const next = { link: [{ relation: 'next', url: 'https://ehr.example.org/fhir/next' }] };
  it.each([
    ['an empty searchset', bundle([]), 'Hepatitis B surface antigen', 'none found in the record'],
    ['nothing, said as null', null, 'Hepatitis B surface antigen', 'none found in the record'],
    ['an error in its place', failed, 'Hepatitis B surface antigen', 'could not be fetched'],
    ['the first of several pages', bundle([], next), 'Hepatitis B surface antigen', 'could not be fetched'],
    [
      'an empty searchset',
      bundle([]),
      'Planned live vaccine',
      'not asked for, because records do not hold it: please ask',
    ],
  ])('%s: %s', async (_what, observations, fact, said) => {
    expect(await why(observations, fact)).toBe(`- ${fact}: ${said}`);
  });
  it('a result that is too old is neither found nor "none found"', async () => {
    const old = { ...quantity('e', '777-3', 'Platelets', 200, '10*3/uL'), effectiveDateTime: '2025-11-10' };
    expect(await why(bundle([old]), 'Platelets')).toBe('- Platelets: what the record has of it is too old to count');
  });
  it('a fact of two kinds of resource is "none found" only where both could be looked at', async () => {
    const more = { prefetch: { ...prefetch(), conditions: failed } };
    const { cards } = await call(app, 'order-sign', { draftOrders: bundle([draft('methotrexate oral tablet')]) }, more);
    expect(cards.map(({ detail }) => detail).join('\n')).toContain('- Pregnancy now: could not be fetched');
  });
});

describe('what the specification wants of the service', () => {
  it('discovery lists each service with its hook and prefetch templates', async () => {
    const found = discovery.parse(await json(await app.request('/cds-services')));
    expect(found.services.map(({ hook }) => hook)).toEqual([
      'patient-view',
      'order-select',
      'order-sign',
      'order-dispatch',
    ]);
    for (const { prefetch: templates } of found.services)
      for (const template of Object.values(templates))
        expect(template).toMatch(/^(?:\{\{context\.order\}\}|[A-Za-z]+[/?].*\{\{context\.patientId\}\})/);
  });
  it('a key that is needed and was not sent is answered with 412, and the outcome names it', async () => {
    const { medications: _not, ...some } = prefetch();
    const { status, body } = await call(app, 'patient-view', {}, { prefetch: some });
    expect(status).toBe(412);
    expect(JSON.parse(body)).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(body).toContain('prefetch.medications');
  });
  it('a request without any prefetch is answered with 412', async () => {
    expect((await call(app, 'patient-view', {}, {})).status).toBe(412);
  });
  it('the example of the specification is a request of the right form', () => {
    const example = {
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      fhirServer: 'http://hooks.smarthealthit.org:9080',
      hook: 'patient-view',
      fhirAuthorization: {
        access_token: 'some-opaque-fhir-access-token',
        token_type: 'Bearer',
        expires_in: 300,
        scope: 'user/Patient.read user/Observation.read',
        subject: 'cds-service4',
      },
      context: { userId: 'Practitioner/example', patientId: '1288992', encounterId: '89284' },
      prefetch: {
        patientToGreet: {
          resourceType: 'Patient',
          gender: 'male',
          birthDate: '1925-12-23',
          id: '1288992',
          active: true,
        },
      },
    };
    expect(requests['patient-view'].safeParse(example).error).toBeUndefined();
    const { fhirServer: _none, ...without } = example;
    expect(requests['patient-view'].safeParse(without).success).toBe(false);
  });
  it.each([
    [
      'a suggestion that was accepted',
      {
        card: '4e0a3a1e-3283-4575-ab82-028d55fe2719',
        outcome: 'accepted',
        acceptedSuggestions: [{ id: 'e56e1945-20b3-4393-8503-a1a20fd73152' }],
        outcomeTimestamp: '2021-12-11T10:05:31Z',
      },
      200,
    ],
    [
      'a card that was overridden, with a reason',
      {
        card: '9368d37b-283f-44a0-93ea-547cebab93ed',
        outcome: 'overridden',
        overrideReason: {
          reason: { code: 'd7ecf885', system: 'https://example.com/cds-hooks/override-reason-system' },
          userComment: 'Mrs Example asked for it',
        },
        outcomeTimestamp: '2020-12-11T00:00:00Z',
      },
      200,
    ],
    ['an acceptance of nothing', { card: 'x', outcome: 'accepted', outcomeTimestamp: '2021-12-11T10:05:31Z' }, 400],
    ['no time', { card: 'x', outcome: 'overridden' }, 400],
  ])('feedback: %s', async (_what, one, status) => {
    const body = JSON.stringify({ feedback: [one] });
    expect(feedback.safeParse(JSON.parse(body)).success).toBe(status === 200);
    const answered = await app.request('/cds-services/dermatomyositis-order-sign/feedback', {
      method: 'POST',
      body,
      headers: asJson,
    });
    expect(answered.status).toBe(status);
    expect(await (await app.request('/metrics')).text()).not.toContain('Example');
  });
});

describe('nothing of a record goes through as markup', () => {
  it('a script in a name or a narrative stays plain text', async () => {
    const script = '<script>alert(1)</script>[x](javascript:alert(2))';
    const parts = {
      observations: [pregnancy, quantity('q', '98979-8', `eGFR ${script}`, 20, 'mL/min/{1.73_m2}')],
      conditions: [{ ...dermatomyositis, text: { status: 'generated', div: `<div>${script}</div>` } }],
      allergies: [condition('c', 'x', 'y', script)],
    };
    const { status, body } = await sign(app, [draft(`methotrexate oral tablet ${script}`)], parts);
    expect(status).toBe(200);
    expect(body).not.toContain('<script');
    expect(body).not.toContain('](javascript');
  });
  it('the record of another than the person in the context is refused', async () => {
    const { status, body } = await call(app, 'patient-view', { patientId: 'p9' });
    expect([status, JSON.parse(body).resourceType]).toEqual([422, 'OperationOutcome']);
  });
  it('another person’s record is refused whole', async () => {
    const more = { prefetch: { ...prefetch(), observations: bundle([{ ...patient, id: 'p2' }]) } };
    const { status, body } = await call(app, 'patient-view', {}, more);
    expect([status, JSON.parse(body).resourceType]).toEqual([422, 'OperationOutcome']);
  });
});
