// SPDX-License-Identifier: Apache-2.0
import type {
  Certainty,
  Claim,
  ClaimId,
  Guideline,
  Intervention,
  InterventionKind,
  Level,
  Rule,
} from '../../model/index.ts';
import { citationsOf } from './citation.ts';
import { identifier } from './cql.ts';
import type { Json } from './elm.ts';
import { names } from './language.ts';
import { cqlLibrary, elmLibrary, libraryName } from './library.ts';

/** FHIR wants an absolute address for what is canonical; whoever publishes it gives theirs. */
export const defaultBase = 'https://example.org/heliotrope/fhir';

/** Base64 of UTF-8, without a platform's buffer. */
function base64(words: string): string {
  return btoa([...new TextEncoder().encode(words)].map((byte) => String.fromCharCode(byte)).join(''));
}

const citations = (guideline: Guideline, claim: Claim): readonly Json[] =>
  citationsOf(guideline, claim).map(({ label, text, source }) => ({
    type: 'citation',
    label,
    display: `${claim.statement} (certainty: ${claim.certainty})`,
    citation: text,
    ...(source ? { url: source.URL } : {}),
  }));
/** The sources of what a rule rests on, as FHIR's RelatedArtifact. */
const documentation = (guideline: Guideline, because: readonly ClaimId[]): readonly Json[] =>
  because.flatMap((id) => {
    const claim = guideline.claims[id];
    return claim ? citations(guideline, claim) : [];
  });

const activityUrl = (base: string, id: string): string => `${base}/ActivityDefinition/${id}`;
const when = (name: string): Json => [
  { kind: 'applicability', expression: { language: 'text/cql-identifier', expression: name } },
];

/** What a rule asks for, in words. */
function told(rule: Rule): string {
  switch (rule.kind) {
    case 'recommendation':
      return `${rule.direction === 'for' ? 'For' : 'Against'}, ${rule.strength}, ${rule.line}`;
    case 'contraindication':
      return 'Contraindicated';
    case 'precaution':
    case 'prerequisite':
      return rule.advice;
    case 'monitoring':
      return [rule.test, ...rule.actOn.map((threshold) => `${threshold.when}: ${threshold.act}`)].join('. ');
    default:
      return rule satisfies never;
  }
}

const rated = (url: string, system: string, code: string): Json => ({
  url,
  valueCodeableConcept: { coding: [{ system, code }] },
});
const fhir = 'http://hl7.org/fhir/StructureDefinition';
const terms = 'http://terminology.hl7.org/CodeSystem';
const cpg = 'http://hl7.org/fhir/uv/cpg';
const certainties: readonly Certainty[] = ['high', 'moderate', 'low', 'very-low'];

/** GRADE's strength, direction and quality, as CPG-on-FHIR writes them; GRADE's "conditional" is FHIR's "weak". */
function ratings(guideline: Guideline, rule: Rule): readonly Json[] {
  if (rule.kind !== 'recommendation') return [];
  const stated = rule.because.map((id) => guideline.claims[id]?.certainty);
  const best = certainties.find((certainty) => stated.includes(certainty));
  return [
    rated(`${fhir}/cqf-strengthOfRecommendation`, `${terms}/recommendation-strength`, rule.strength === 'strong' ? 'strong' : 'weak'), // prettier-ignore
    rated(`${cpg}/StructureDefinition/cpg-directionOfRecommendation`, `${cpg}/CodeSystem/cpg-recommendation-direction-cs`, rule.direction), // prettier-ignore
    ...(best ? [rated(`${fhir}/cqf-qualityOfEvidence`, `${terms}/evidence-quality`, best)] : []),
  ];
}

/** A rule says whether it holds, how strongly and why. It orders nothing by itself: a contraindication may outrank it. */
function ruleAction(guideline: Guideline, rule: Rule): Json {
  const extension = ratings(guideline, rule);
  return {
    id: rule.id,
    ...(extension.length ? { extension } : {}),
    title: rule.kind,
    description: told(rule),
    documentation: documentation(guideline, rule.because),
    condition: when(names.rule(rule.id)),
  };
}

/** The one action that leads to an order: it applies only when everything together says that the treatment fits. */
const offerAction = (id: string, base: string, version: string): Json => ({
  id: `${id}-offer`,
  title: 'offer',
  description: 'Fits now: called for, and nothing known or unknown forbids it.',
  condition: [
    {
      kind: 'applicability',
      expression: { language: 'text/cql', expression: `${identifier(names.status(id))} in { 'recommended', 'suggested' }` }, // prettier-ignore
    },
  ],
  definitionCanonical: `${activityUrl(base, id)}|${version}`,
});

/** One intervention: whether to offer it, and its rules as actions of their own. */
function interventionAction(guideline: Guideline, id: string, base: string): Json {
  const intervention = guideline.interventions[id];
  const rules = guideline.rules.filter((rule) => rule.intervention === id).map((rule) => ruleAction(guideline, rule));
  const coding = (intervention?.coding ?? []).map(({ system, code }) => ({ system, code }));
  return {
    id,
    title: intervention?.label ?? id,
    description: intervention?.summary ?? '',
    ...(coding.length ? { code: [{ coding }] } : {}),
    action: [offerAction(id, base, guideline.version), ...rules],
  };
}

const priorities: Readonly<Record<Level, string>> = { emergency: 'stat', urgent: 'asap', soon: 'urgent' };
const urgencyActions = (guideline: Guideline): readonly Json[] =>
  guideline.urgencies.map(({ id, level, advice, because }) => ({
    id,
    title: level,
    description: advice,
    priority: priorities[level],
    documentation: documentation(guideline, because),
    condition: when(names.urgency(id)),
  }));

function libraryResource(guideline: Guideline, base: string): Json {
  const content = (contentType: string, data: string): Json => ({ contentType, data: base64(data) });
  return {
    resourceType: 'Library',
    id: libraryName,
    url: `${base}/Library/${libraryName}`,
    version: guideline.version,
    name: libraryName,
    title: guideline.title,
    status: 'draft',
    experimental: true,
    description: guideline.disclaimer,
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    content: [
      content('text/cql', cqlLibrary(guideline, { cited: false })),
      content('application/elm+json', JSON.stringify(elmLibrary(guideline, { cited: false }))),
    ],
  };
}

function planResource(guideline: Guideline, base: string): Json {
  const type = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type', code: 'eca-rule' }] };
  return {
    resourceType: 'PlanDefinition',
    id: 'heliotrope-plan',
    url: `${base}/PlanDefinition/heliotrope-plan`,
    version: guideline.version,
    name: 'HeliotropePlan',
    title: guideline.title,
    type,
    status: 'draft',
    experimental: true,
    description: guideline.disclaimer,
    library: [`${base}/Library/${libraryName}|${guideline.version}`],
    action: [
      ...urgencyActions(guideline),
      ...Object.keys(guideline.interventions).map((id) => interventionAction(guideline, id, base)),
    ],
  };
}

/** What is ordered when an intervention is offered: a medicine, or a service. */
const requests: Readonly<Record<InterventionKind, 'MedicationRequest' | 'ServiceRequest'>> = {
  medicine: 'MedicationRequest',
  infusion: 'MedicationRequest',
  prophylaxis: 'MedicationRequest',
  exercise: 'ServiceRequest',
  'self-care': 'ServiceRequest',
  screening: 'ServiceRequest',
  referral: 'ServiceRequest',
};
const pascal = (id: string): string =>
  id.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter: string) => letter.toUpperCase());

/** An intervention as something to do: a proposal, without a dose, because the guideline orders nothing. */
function activityResource(
  guideline: Guideline,
  { id, kind, label, summary, coding }: Intervention,
  base: string,
): Json {
  const concept = {
    text: label,
    ...(coding.length ? { coding: coding.map(({ system, code }) => ({ system, code })) } : {}),
  };
  return {
    resourceType: 'ActivityDefinition',
    id,
    url: activityUrl(base, id),
    version: guideline.version,
    name: pascal(id),
    title: label,
    status: 'draft',
    experimental: true,
    description: summary,
    kind: requests[kind],
    intent: 'proposal',
    ...(requests[kind] === 'MedicationRequest' ? { productCodeableConcept: concept } : { code: concept }),
  };
}

/** The guideline as a FHIR R4 Bundle: the logic as a Library, what follows from it as a PlanDefinition, and what may be
 *  ordered as ActivityDefinitions. */
export function planDefinition(guideline: Guideline, base: string = defaultBase): Json {
  const entry = (fullUrl: string, resource: Json): Json => ({ fullUrl, resource });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      entry(`${base}/Library/${libraryName}`, libraryResource(guideline, base)),
      entry(`${base}/PlanDefinition/heliotrope-plan`, planResource(guideline, base)),
      ...Object.values(guideline.interventions).map((intervention) =>
        entry(activityUrl(base, intervention.id), activityResource(guideline, intervention, base)),
      ),
    ],
  };
}
