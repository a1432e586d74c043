// SPDX-License-Identifier: Apache-2.0
// Requests of the shape that the specification's own examples have (github.com/cds-hooks/docs, docs/hooks/patient-view.md, order-select.md,
// order-sign.md and order-dispatch.md), written by us: a role as the user, an encounter, a Bundle without a type, orders that are no
// medicine beside one that is, a dose where R4 has none (beside the dosage in order-sign's, one object where a list belongs in order-select's),
// and a Task with the dispatch.
import { describe, expect, it } from 'vitest';
import { problems, requestModel, responseModel } from './cds-model.ts';
import { asJson, json, makeApp, patient, type Resource } from './record.ts';

const app = makeApp();
const subject = { reference: 'Patient/1288992' };
const diet: Resource = {
  resourceType: 'NutritionOrder',
  id: 'soft-diet',
  status: 'draft',
  patient: subject,
  dateTime: '2026-11-01',
  oralDiet: { type: [{ text: 'Soft diet' }], schedule: [{ repeat: { frequency: 3, period: 1, periodUnit: 'd' } }] },
};
const antibiotic: Resource = {
  resourceType: 'MedicationRequest',
  id: 'order-103',
  meta: { lastUpdated: '2026-10-30T13:25:40.845-04:00' },
  text: {
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml">An oral suspension (rxnorm: 617993)</div>',
  },
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '617993', display: 'an antibiotic' }],
  },
  subject,
  dosageInstruction: [
    {
      text: '5 mL bid x 10 days',
      timing: { repeat: { boundsPeriod: { start: '2026-11-04' }, frequency: 2, period: 1, periodUnit: 'd' } },
      doseQuantity: { value: 5, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' },
    },
  ],
};
/** The dose as order-select's example has it: `doseAndRate` is one object, and R4 wants a list. */
const selected: Resource = {
  ...antibiotic,
  dosageInstruction: [
    {
      text: '5 mL bid x 10 days',
      doseAndRate: { doseQuantity: { value: 5, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' } },
    },
  ],
};
const task: Resource = {
  resourceType: 'Task',
  status: 'draft',
  intent: 'order',
  code: { coding: [{ system: '', code: '' }] },
  focus: { reference: 'MedicationRequest/order-103' },
  for: subject,
  requester: { reference: 'Practitioner/456' },
  owner: { reference: 'Organization/pharmacy' },
};
const draftOrders = { resourceType: 'Bundle', entry: [{ resource: diet }, { resource: antibiotic }] };
const about = { userId: 'PractitionerRole/123', patientId: '1288992', encounterId: '89284' };
const contexts: readonly (readonly [string, object])[] = [
  ['patient-view', about],
  [
    'order-select',
    {
      ...about,
      selections: ['NutritionOrder/soft-diet', 'MedicationRequest/order-103'],
      draftOrders: { resourceType: 'Bundle', entry: [{ resource: diet }, { resource: selected }] },
    },
  ],
  ['order-sign', { ...about, draftOrders }],
  [
    'order-dispatch',
    { patientId: '1288992', order: 'MedicationRequest/order-103', performer: 'Organization/pharmacy', task },
  ],
];
const nothing = Object.fromEntries(
  ['conditions', 'observations', 'medications', 'allergies', 'statements'].map((key) => [key, null]),
);

describe.each(contexts)('%s, as the specification shows it', (hook, context) => {
  const sent = {
    hook,
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    fhirServer: 'https://ehr.example.org/fhir',
    fhirAuthorization: {
      access_token: 'opaque',
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'user/Patient.read user/Observation.read',
      subject: 'cds-service4',
    },
    context,
  };
  const ask = async (prefetch: object) => {
    const body = JSON.stringify({ ...sent, prefetch });
    return app.request(`/cds-services/dermatomyositis-${hook}`, { method: 'POST', body, headers: asJson });
  };
  it('is a request of the model, and is answered in the form of the model', async () => {
    expect(problems(requestModel, sent)).toEqual([]);
    const more = hook === 'order-dispatch' ? { order: antibiotic } : {};
    const answer = await ask({ patient: { ...patient, id: '1288992' }, ...nothing, ...more });
    expect(answer.status).toBe(200);
    const said = await json(answer);
    expect(problems(responseModel, said)).toEqual([]);
    expect(said.cards, 'none of this is about a medicine of the guideline').toEqual([]);
  });
  it('with prefetch under another’s key, and a server that nobody set up: 412', async () => {
    const answer = await ask({ patientToGreet: { ...patient, id: '1288992' } });
    expect([answer.status, (await json(answer)).resourceType]).toEqual([412, 'OperationOutcome']);
  });
});
