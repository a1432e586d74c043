// SPDX-License-Identifier: Apache-2.0
import type { CapabilityStatement } from 'fhir/r4.js';
import type { Guideline } from '../../../model/index.ts';

const operation = (name: string, definition: string, documentation: string) => ({ name, definition, documentation });

/** What this server can do, for FHIR clients: two operations and what they are about, and nothing that is stored. */
export const capabilityStatement = (guideline: Guideline, date: string): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  software: { name: 'Heliotrope', version: guideline.version },
  implementation: { description: `${guideline.title}. ${guideline.disclaimer}` },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation: 'Stateless: a person’s resources travel with the call, and nothing is kept.',
      resource: [
        {
          type: 'PlanDefinition',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          operation: [
            operation(
              'apply',
              'http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply',
              'Input "data": a Bundle of the person’s resources; "subject"; "asOf" (a date). Output: a CarePlan that contains the RequestGroup of the guidance.',
            ),
          ],
        },
        {
          type: 'Questionnaire',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          operation: [
            operation(
              'populate',
              'http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate',
              'Input: the person’s resources, as "data" or as the content of "context"; "subject". Output "response": what the record answers; "issues": what is left to ask, and why.',
            ),
          ],
        },
      ],
    },
  ],
});
