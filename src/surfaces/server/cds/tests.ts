// SPDX-License-Identifier: Apache-2.0
// Tests that a rule's words ask for, the facts that show them done, and the order for one.
import { randomUUID } from 'node:crypto';
import { factSystem } from '../../../fhir/index.ts';
import type { FactId, Guideline } from '../../../model/index.ts';
import { onceFor } from './once.ts';
import { factLabel } from './words.ts';
import type { Suggestion } from './response.ts';

/** Words of a prerequisite, and the facts of which each is known once that test was done. Our own reading of our own sentences. */
const named: readonly (readonly [RegExp, readonly FactId[]])[] = [
  [/blood count/i, ['neutrophil-count', 'lymphocyte-count', 'platelet-count', 'haemoglobin']],
  [/kidney|creatinine|egfr/i, ['egfr']],
  [/liver|\bALT\b/i, ['alt-times-upper-limit']],
  [/\bCK\b/, ['creatine-kinase-times-upper-limit']],
  [/\bGGT\b/, ['ggt-raised']],
  [/hepatitis B|hepatitis(?! C)/i, ['hepatitis-b-surface-antigen', 'hepatitis-b-core-antibody']],
  [/hepatitis C|hepatitis(?! B)/i, ['hepatitis-c-rna']],
  [/\bHIV\b/, ['hiv']],
  [/tubercul/i, ['tuberculosis']],
  [/\bTPMT\b/, ['tpmt']],
  [/\bNUDT15\b/, ['nudt15']],
  [/\bIgA\b/, ['iga-status']],
  [/\bIgG\b/, ['low-igg']],
  [/lung test|chest check/i, ['lung-baseline']],
  [/pregnancy test/i, ['pregnant']],
  [/contraception/i, ['effective-contraception']],
  [/vaccine record/i, ['vaccines-up-to-date']],
  [/eye check/i, ['eye-baseline-done']],
  [/body weight/i, ['body-weight']],
];

/** The facts that a check first would settle; empty for one whose words name no test. */
export const testsIn = onceFor(({ facts }, words: string): readonly FactId[] => [
  ...new Set(
    named
      .filter(([pattern]) => pattern.test(words))
      .flatMap(([, ids]) => ids)
      .filter((id) => Object.hasOwn(facts, id)),
  ),
]);

/** Whether a laboratory can answer it, so that an order can be suggested. */
export const canBeOrdered = ({ facts }: Guideline, id: FactId): boolean => facts[id]?.obtainedBy === 'laboratory';

/** A draft order for a test, for the clinician to take or leave. */
export function testOrder(guideline: Guideline, id: FactId, patientId: string): Suggestion {
  const label = factLabel(guideline, id);
  const coding = guideline.facts[id]?.coding[0];
  return {
    label: `Order: ${label}`,
    uuid: randomUUID(),
    actions: [
      {
        type: 'create',
        description: `Order a test: ${label}`,
        resource: {
          resourceType: 'ServiceRequest',
          status: 'draft',
          intent: 'order',
          code: {
            coding: [...(coding ? [{ ...coding }] : []), { system: factSystem, code: id, display: label }],
            text: label,
          },
          subject: { reference: `Patient/${patientId}` },
        },
      },
    ],
  };
}
