// SPDX-License-Identifier: Apache-2.0
// What our facts say, once more, as the problems, allergies and medicines that other systems look for. Marked, and not read back.
import type { AllergyIntolerance, Condition, MedicationStatement } from 'fhir/r4.js';
import type { Fact, Guideline, Patient } from '../../model/index.ts';
import { systems } from '../codes/lookup.ts';
import { concept, medicineConcept, person, restated } from './element.ts';

const status = (
  kind: 'condition' | 'allergyintolerance',
  clinical: 'active',
  verified: 'confirmed' | 'provisional',
) => ({
  clinicalStatus: { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}-clinical`, code: clinical }] },
  verificationStatus: {
    coding: [
      {
        system: `http://terminology.hl7.org/CodeSystem/${kind === 'condition' ? 'condition-ver-status' : 'allergyintolerance-verification'}`,
        code: verified,
      },
    ],
  },
});
const problem = (id: string, code: Condition['code'], verified: 'confirmed' | 'provisional'): Condition => ({
  resourceType: 'Condition',
  id,
  ...restated,
  ...status('condition', 'active', verified),
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item' }] },
  ],
  ...(code ? { code } : {}),
  subject: person,
});

const dermatomyositis = { system: systems.snomed, code: '396230008', display: 'Dermatomyositis' };
const known = (facts: Patient, id: string): boolean | string | number | undefined =>
  Object.hasOwn(facts, id) ? facts[id] : undefined;
const isProblem = ({ coding }: Fact): boolean => coding.some(({ system }) => system === systems.snomed);

/** Problems: dermatomyositis, and every fact that is true and has a SNOMED CT code in the guideline. */
export function problems({ facts: all }: Guideline, facts: Patient): readonly Condition[] {
  const diagnosis = known(facts, 'diagnosis-status');
  const verified = diagnosis === 'confirmed' ? 'confirmed' : diagnosis === 'suspected' ? 'provisional' : undefined;
  return [
    ...(verified ? [problem('problem-dermatomyositis', concept('Dermatomyositis', dermatomyositis), verified)] : []),
    ...Object.values(all)
      .filter((fact) => isProblem(fact) && known(facts, fact.id) === true)
      .map((fact) =>
        problem(
          `problem-${fact.id}`.slice(0, 64),
          concept(fact.label, ...fact.coding.map(({ system, code }) => ({ system, code }))),
          'confirmed',
        ),
      ),
  ];
}

/** Serious reactions. */
export function allergies({ facts: all }: Guideline, facts: Patient): readonly AllergyIntolerance[] {
  return Object.values(all)
    .filter(({ id }) => id.startsWith('allergy-') && known(facts, id) === true)
    .map(({ id, label }) => ({
      resourceType: 'AllergyIntolerance',
      id: id.slice(0, 64),
      ...restated,
      ...status('allergyintolerance', 'active', 'confirmed'),
      criticality: 'high',
      code: concept(label),
      patient: person,
    }));
}

/** Medicines taken now that no entry of the record tells of. */
export function medicines(
  guideline: Guideline,
  facts: Patient,
  told: ReadonlySet<string>,
): readonly MedicationStatement[] {
  return Object.values(guideline.interventions)
    .filter(({ id, currentFact }) => currentFact !== undefined && known(facts, currentFact) === true && !told.has(id))
    .map(({ id }) => ({
      resourceType: 'MedicationStatement',
      id: `taking-${id}`.slice(0, 64),
      ...restated,
      status: 'active',
      medicationCodeableConcept: medicineConcept(guideline, id),
      subject: person,
    }));
}
