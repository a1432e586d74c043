// SPDX-License-Identifier: Apache-2.0
// A small record as a CDS client sends it, and calls of the services.
import { loadGuideline } from '../../src/authoring/index.ts';
import { createApp, type Options } from '../../src/surfaces/server/index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
export const { guideline } = loaded;
export const today = '2026-11-24';
export const lines: string[] = [];
export const makeApp = (options: Partial<Options> = {}) =>
  createApp({ guideline, web: 'dist/web', today: () => today, rate: 0, log: (line) => lines.push(line), ...options });

export type Resource = { resourceType: string; [name: string]: unknown };
const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code, display: text }], text });
const subject = { reference: 'Patient/p1' };
export const condition = (id: string, system: string, code: string, text: string): Resource => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active', 'Active'),
  verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed', 'Confirmed'),
  code: coded(system, code, text),
  subject,
  recordedDate: '2026-11-01',
});
export const quantity = (id: string, loinc: string, text: string, value: number, unit: string): Resource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: coded('http://loinc.org', loinc, text),
  subject,
  effectiveDateTime: '2026-11-10',
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
});
export const medicine = (id: string, text: string, more: object = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  subject,
  authoredOn: '2026-10-01',
  ...more,
});
export const daily = {
  dosageInstruction: [{ text: 'daily', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }],
};
export const weekly = {
  dosageInstruction: [{ text: 'weekly', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } } }],
};
export const draft = (text: string, more: object = {}, id = 'd1'): Resource =>
  medicine(id, text, { status: 'draft', ...more });
export const patient: Resource = { resourceType: 'Patient', id: 'p1', birthDate: '1986-03-01', gender: 'female' };
export const dermatomyositis = condition('dm', 'http://hl7.org/fhir/sid/icd-10-cm', 'M33.10', 'Dermatomyositis');
export const pregnancy: Resource = {
  resourceType: 'Observation',
  id: 'preg',
  status: 'final',
  code: coded('http://loinc.org', '82810-3', 'Pregnancy status'),
  subject,
  effectiveDateTime: '2026-11-20',
  valueCodeableConcept: coded('http://snomed.info/sct', '77386006', 'Pregnant'),
};

export const bundle = (resources: readonly Resource[], more: object = {}): Resource => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource })),
  ...more,
});
type Parts = { conditions?: Resource[]; observations?: Resource[]; medications?: Resource[]; allergies?: Resource[] };
/** Everything that is asked for, with nothing in it but what is given. */
export const prefetch = (parts: Parts = {}): Record<string, Resource | null> => ({
  patient,
  conditions: bundle(parts.conditions ?? [dermatomyositis]),
  observations: bundle(parts.observations ?? []),
  medications: bundle(parts.medications ?? []),
  allergies: bundle(parts.allergies ?? []),
  statements: bundle([]),
});

export type Card = {
  uuid: string;
  indicator: string;
  summary: string;
  detail: string;
  source: { label: string; url?: string };
  suggestions?: { label: string; actions: { type: string; resource?: Resource; resourceId?: string }[] }[];
  overrideReasons?: { code: string; display: string }[];
  links?: { url: string }[];
};
export type Answered = { status: number; body: string; cards: Card[] };

/** What says that a body is JSON. */
export const asJson = { 'content-type': 'application/json' };
export const json = async (response: Response) => JSON.parse(await response.text());
const request = (hook: string, context: object, more: object) => ({
  hook,
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { userId: 'Practitioner/example', patientId: 'p1', ...context },
  ...more,
});
export async function call(
  app: ReturnType<typeof makeApp>,
  hook: string,
  context: object,
  more: object = { prefetch: prefetch() },
): Promise<Answered> {
  const response = await app.request(`/cds-services/dermatomyositis-${hook}`, {
    method: 'POST',
    headers: asJson,
    body: JSON.stringify(request(hook, context, more)),
  });
  const body = await response.text();
  return { status: response.status, body, cards: response.status === 200 ? JSON.parse(body).cards : [] };
}
/** Signs orders. */
export const sign = (app: ReturnType<typeof makeApp>, orders: readonly Resource[], parts: Parts = {}) =>
  call(app, 'order-sign', { draftOrders: bundle(orders) }, { prefetch: prefetch(parts) });
