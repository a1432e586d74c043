// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { requests } from '../../src/surfaces/server/cds/request.ts';
import { cardProblems, problems, requestModel, responseModel, servicesModel } from './cds-model.ts';
import {
  bundle,
  call,
  daily,
  draft,
  guideline,
  json,
  makeApp,
  medicine,
  prefetch,
  pregnancy,
  quantity,
  weekly,
} from './record.ts';

const app = makeApp({ publicUrl: 'https://guide.example.org' });
const everything = {
  observations: [pregnancy, quantity('e', '98979-8', 'eGFR', 22, 'mL/min/{1.73_m2}')],
  medications: [medicine('m', 'methotrexate 2.5 MG Oral Tablet', daily)],
};
const names = Object.values(guideline.interventions).filter(({ currentFact }) => currentFact !== undefined);
const orders = names.map(({ id }, i) => draft(`${id.replaceAll('-', ' ')} oral tablet intravenous`, weekly, `d${i}`));

describe('what HL7’s own models say of a response holds for every card', () => {
  it.each<[string, object]>([
    ['patient-view', {}],
    ['order-select', { selections: orders.map(({ id }) => `MedicationRequest/${id}`), draftOrders: bundle(orders) }],
    ['order-sign', { draftOrders: bundle(orders) }],
    ['order-dispatch', { order: 'MedicationRequest/m', performer: 'Organization/pharmacy' }],
  ])('%s', async (hook, context) => {
    const order = hook === 'order-dispatch' ? { order: everything.medications[0] } : {};
    const more = { prefetch: { ...prefetch(everything), ...order } };
    const { status, body, cards } = await call(app, hook, context, more);
    expect(status).toBe(200);
    expect(cards.length).toBeGreaterThan(0);
    expect(problems(responseModel, JSON.parse(body))).toEqual([]);
    expect(cards.flatMap(cardProblems)).toEqual([]);
  });
  it('the discovery response', async () => {
    expect(problems(servicesModel, await json(await app.request('/cds-services')))).toEqual([]);
  });
});

describe('a request that HL7’s own model refuses is refused, and one that it takes is taken', () => {
  const whole = {
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    fhirServer: 'https://ehr.example.org/fhir',
    fhirAuthorization: {
      access_token: 'opaque',
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'user/Patient.read',
      subject: 'cds-service4',
    },
    context: { userId: 'Practitioner/example', patientId: '1288992' },
    prefetch: { conditions: null, patient: { resourceType: 'Patient', id: '1288992' } },
  };
  const without = (name: keyof typeof whole) => {
    const { [name]: _gone, ...rest } = whole;
    return rest;
  };
  it.each<[string, object, boolean]>([
    ['whole', whole, true],
    ['without prefetch', without('prefetch'), true],
    ['without hook', without('hook'), false],
    ['without hookInstance', without('hookInstance'), false],
    ['without context', without('context'), false],
    ['with a hookInstance that is no UUID', { ...whole, hookInstance: '7' }, false],
    [
      'with a token of another type',
      { ...whole, fhirAuthorization: { ...whole.fhirAuthorization, token_type: 'mac' } },
      false,
    ],
    [
      'with a lifetime in words',
      { ...whole, fhirAuthorization: { ...whole.fhirAuthorization, expires_in: '300' } },
      false,
    ],
    [
      'without the token’s subject',
      { ...whole, fhirAuthorization: { ...whole.fhirAuthorization, subject: undefined } },
      false,
    ],
    ['with a server that is no address', { ...whole, fhirServer: 'ehr' }, false],
  ])('%s', (_name, request, fits) => {
    const plain: unknown = JSON.parse(JSON.stringify(request));
    expect(problems(requestModel, plain).length === 0).toBe(fits);
    expect(requests['patient-view'].safeParse(plain).success).toBe(fits);
  });
});

describe('the model finds what is planted', () => {
  const card = { summary: 'Short.', indicator: 'info', source: { label: 'A guideline' } };
  it.each<[string, object, string]>([
    ['an indicator of another standard', { ...card, indicator: 'hard-stop' }, 'it.cards[0].indicator is none of'],
    ['no source', { ...card, source: undefined }, 'it.cards[0].source is missing'],
    ['a field of our own', { ...card, priority: 1 }, 'it.cards[0].priority is not in the model'],
    ['a link without an address', { ...card, links: [{ label: 'x', url: 'x', type: 'absolute' }] }, 'is no url'],
  ])('%s', (_name, planted, says) => expect(problems(responseModel, { cards: [planted] }).join()).toContain(says));
  it.each<[string, object]>([
    ['a long summary', { summary: 'a'.repeat(140) }],
    ['suggestions without a way to choose', { suggestions: [{ label: 'x', actions: [] }] }],
    [
      'an action without words',
      { selectionBehavior: 'any', suggestions: [{ label: 'x', actions: [{ type: 'update' }] }] },
    ],
    [
      'a deletion of nothing',
      { selectionBehavior: 'any', suggestions: [{ label: 'x', actions: [{ type: 'delete', description: 'y' }] }] },
    ],
    ['a reason without words', { overrideReasons: [{ code: 'x' }] }],
  ])('%s', (_name, planted) => expect(cardProblems({ ...card, ...planted })).toHaveLength(1));
});
