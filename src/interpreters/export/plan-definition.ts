// SPDX-License-Identifier: Apache-2.0
import type { Claim, ClaimId, Guideline, Level, Rule } from '../../model/index.ts';
import type { Json } from './elm.ts';
import { names } from './language.ts';
import { cqlLibrary, elmLibrary, libraryName } from './library.ts';

/** FHIR wants an absolute address for what is canonical; whoever publishes it gives theirs. */
export const defaultBase = 'https://example.org/heliotrope/fhir';

/** Base64 of UTF-8, without a platform's buffer. */
function base64(words: string): string {
  return btoa([...new TextEncoder().encode(words)].map((byte) => String.fromCharCode(byte)).join(''));
}

function citations(guideline: Guideline, { statement, certainty, cites }: Claim): readonly Json[] {
  return cites.map(({ source: id, at }) => {
    const source = guideline.sources[id];
    return {
      type: 'citation',
      label: id,
      display: `${statement} (certainty: ${certainty})`,
      citation: source ? `${source.author}. ${source.title}. ${source.issued}. ${at}.` : `${id}, ${at}`,
      ...(source ? { url: source.URL } : {}),
    };
  });
}
/** The sources of what a rule rests on, as FHIR's RelatedArtifact. */
const documentation = (guideline: Guideline, because: readonly ClaimId[]): readonly Json[] =>
  because.flatMap((id) => {
    const claim = guideline.claims[id];
    return claim ? citations(guideline, claim) : [];
  });

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

function ruleAction(guideline: Guideline, rule: Rule): Json {
  return {
    id: rule.id,
    title: rule.kind,
    description: told(rule),
    documentation: documentation(guideline, rule.because),
    condition: when(names.rule(rule.id)),
  };
}

/** One intervention: its status as a dynamic value, its rules as actions of their own. */
function interventionAction(guideline: Guideline, id: string): Json {
  const intervention = guideline.interventions[id];
  const rules = guideline.rules.filter((rule) => rule.intervention === id).map((rule) => ruleAction(guideline, rule));
  const coding = (intervention?.coding ?? []).map(({ system, code }) => ({ system, code }));
  return {
    id,
    title: intervention?.label ?? id,
    description: intervention?.summary ?? '',
    ...(coding.length ? { code: [{ coding }] } : {}),
    dynamicValue: [
      { path: 'action.extension.value', expression: { language: 'text/cql-identifier', expression: names.status(id) } },
    ],
    ...(rules.length ? { action: rules } : {}),
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
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    content: [
      content('text/cql', cqlLibrary(guideline)),
      content('application/elm+json', JSON.stringify(elmLibrary(guideline))),
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
    description: guideline.disclaimer,
    library: [`${base}/Library/${libraryName}|${guideline.version}`],
    action: [
      ...urgencyActions(guideline),
      ...Object.keys(guideline.interventions).map((id) => interventionAction(guideline, id)),
    ],
  };
}

/** The guideline as a FHIR R4 Bundle: the logic as a Library, what follows from it as a PlanDefinition. */
export function planDefinition(guideline: Guideline, base: string = defaultBase): Json {
  const resources = [libraryResource(guideline, base), planResource(guideline, base)];
  const urls = [`${base}/Library/${libraryName}`, `${base}/PlanDefinition/heliotrope-plan`];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource, i) => ({ fullUrl: urls[i] ?? base, resource })),
  };
}
