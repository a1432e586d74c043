// SPDX-License-Identifier: Apache-2.0
import { seeded } from '../dist/interpreters/count/index.js';

// People: a Patient, two problems, eight results, two medicines and an allergy; about 6 kB, as prefetch brings them.
const random = seeded(7);
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => Math.round((low + random() * (high - low)) * 10) / 10;
const subject = { reference: 'Patient/p1' };
const concept = (system, code, text) => ({ coding: [{ system, code, display: text }], text });
const rx = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const medicines = [
  ['6851', 'methotrexate'],
  ['1256', 'azathioprine'],
  ['68149', 'mycophenolate mofetil'],
  ['5521', 'hydroxychloroquine'],
  ['8640', 'prednisone'],
  ['519', 'allopurinol'],
  ['10829', 'trimethoprim'],
  ['121191', 'rituximab'],
];
const request = (id, status, [code, text], authoredOn) => ({
  resourceType: 'MedicationRequest',
  id,
  status,
  intent: 'order',
  medicationCodeableConcept: concept(rx, code, `${text} Oral Tablet`),
  subject,
  ...(authoredOn ? { authoredOn } : {}),
  dosageInstruction: [
    { text: 'as told', timing: { repeat: { frequency: 1, period: 1, periodUnit: pick(['d', 'wk']) } } },
  ],
});
const tests = [
  ['98979-8', 'eGFR', 15, 110, 'mL/min/{1.73_m2}'],
  ['751-8', 'Neutrophils', 0.6, 8, '10*3/uL'],
  ['777-3', 'Platelets', 90, 400, '10*3/uL'],
  ['718-7', 'Haemoglobin', 8, 16, 'g/dL'],
  ['731-0', 'Lymphocytes', 0.4, 4, '10*3/uL'],
  ['29463-7', 'Body weight', 45, 110, 'kg'],
  ['2276-4', 'Ferritin', 10, 1500, 'ug/L'],
  ['2708-6', 'Oxygen saturation', 90, 100, '%'],
];
const day = () => `2026-${pick(['09', '10', '11'])}-${String(1 + Math.floor(random() * 23)).padStart(2, '0')}`;
const result = ([code, text, low, high, unit], i) => ({
  resourceType: 'Observation',
  id: `o${i}`,
  status: 'final',
  code: concept('http://loinc.org', code, text),
  subject,
  effectiveDateTime: day(),
  valueQuantity: { value: between(low, high), unit, system: 'http://unitsofmeasure.org', code: unit },
});
const problem = (id, code, text) => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active', 'Active'),
  verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed', 'Confirmed'),
  code: concept('http://hl7.org/fhir/sid/icd-10-cm', code, text),
  subject,
  recordedDate: day(),
});
const set = (...resources) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});
function person() {
  const allergy = {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    code: concept(rx, '10180', 'sulfamethoxazole'),
    patient: subject,
    criticality: 'high',
  };
  return {
    hook: 'order-sign',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: set(request('d1', 'draft', pick(medicines))) },
    prefetch: {
      patient: {
        resourceType: 'Patient',
        id: 'p1',
        birthDate: `19${40 + Math.floor(random() * 60)}-05-02`,
        gender: 'female',
      },
      conditions: set(
        problem('c1', 'M33.10', 'Dermatomyositis'),
        problem('c2', pick(['E11.9', 'I10', 'J84.10', 'M81.0']), 'Another'),
      ),
      observations: set(...tests.map(result)),
      medications: set(
        request('m1', 'active', pick(medicines), day()),
        request('m2', 'active', pick(medicines), day()),
      ),
      allergies: set(...(random() < 0.3 ? [allergy] : [])),
      statements: set(),
    },
  };
}

/** The bodies of so many requests of order-sign, each of another person. */
export const bodiesOf = (many) => Array.from({ length: many }, () => JSON.stringify(person()));
