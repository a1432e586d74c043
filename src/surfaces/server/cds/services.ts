// SPDX-License-Identifier: Apache-2.0
import type { Hook } from './request.ts';

/** What is asked of a record, by prefetch key. */
export const keys = ['patient', 'conditions', 'observations', 'medications', 'allergies', 'statements'] as const;
export type Key = (typeof keys)[number];
/** Without these nothing can be decided; `statements` is taken where a system has it. */
export const required: readonly Key[] = ['patient', 'conditions', 'observations', 'medications', 'allergies'];

const about = 'patient={{context.patientId}}';
const record: Readonly<Record<Key, string>> = {
  patient: 'Patient/{{context.patientId}}',
  conditions: `Condition?${about}`,
  observations: `Observation?${about}&_sort=-date&_count=300`,
  medications: `MedicationRequest?${about}`,
  allergies: `AllergyIntolerance?${about}`,
  statements: `MedicationStatement?${about}`,
};
/** A service as the discovery endpoint lists it. `usageRequirements` say what it can not do. */
export type Service = {
  hook: Hook;
  id: string;
  title: string;
  description: string;
  prefetch: Readonly<Record<string, string>>;
  usageRequirements: string;
};

const usageRequirements =
  'Decision support, not a prescription. Every prefetch key but "statements" is needed: as prefetch, or from a FHIR R4 server that this service was set up to trust.';

const service = (hook: Hook, what: string, description: string, more: Readonly<Record<string, string>> = {}) => ({
  hook,
  id: `dermatomyositis-${hook}`,
  title: `Dermatomyositis: ${what}`,
  description,
  prefetch: { ...record, ...more },
  usageRequirements,
});

/** The services, in the order of a visit. */
export const services: readonly Service[] = [
  service(
    'patient-view',
    'what is due',
    'Red flags, treatments that no longer fit, tests that are due, and where the person is on the way, for people with confirmed or suspected dermatomyositis.',
  ),
  service(
    'order-select',
    'does this medicine fit',
    'For each medicine of the guideline that is selected: contraindications, interactions, what to check first, and how to watch it.',
  ),
  service(
    'order-sign',
    'does this medicine fit',
    'For each medicine of the guideline that is about to be signed: contraindications, interactions, what to check first, and how to watch it.',
  ),
  service(
    'order-dispatch',
    'does this medicine still fit',
    'For an order that is about to be carried out: contraindications and interactions that are known by now.',
    { order: '{{context.order}}' },
  ),
];
