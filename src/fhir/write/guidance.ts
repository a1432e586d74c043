// SPDX-License-Identifier: Apache-2.0
// Guidance as a GuidanceResponse, with what it says as a RequestGroup and what it still needs as data requirements.
import type { GuidanceResponse, RelatedArtifact, RequestGroup, RequestGroupAction } from 'fhir/r4.js';
import {
  statuses,
  toldUrgencies,
  type Guidance,
  type Guideline,
  type Level,
  type Option,
  type RuleId,
} from '../../model/index.ts';
import { factSystem, guidelineUrl, interventionSystem, ruleSystem, statusSystem } from '../own.ts';
import { concept, person } from './element.ts';

const priority: Readonly<Record<Level, 'stat' | 'urgent' | 'asap'>> = {
  emergency: 'stat',
  urgent: 'urgent',
  soon: 'asap',
};

/** The sources of the rules that decided, each once. */
function documentation(
  { rules, urgencies, claims, sources }: Guideline,
  ids: readonly RuleId[],
): { documentation?: RelatedArtifact[] } {
  const claimIds = [...rules, ...urgencies].filter(({ id }) => ids.includes(id)).flatMap(({ because }) => because);
  const found = [...new Set(claimIds)].flatMap((id): RelatedArtifact[] => {
    const claim = Object.hasOwn(claims, id) ? claims[id] : undefined;
    return (claim?.cites ?? []).map(({ source, at }) => {
      const work = sources[source];
      return {
        type: 'citation',
        display: claim?.statement ?? id,
        citation: work ? `${work.author}. ${work.title}. ${work.issued}. ${at}.` : `${source}, ${at}`,
        ...(work ? { url: work.URL } : {}),
      };
    });
  });
  return found.length ? { documentation: found } : {};
}

function optionAction(guideline: Guideline, option: Option): RequestGroupAction {
  const intervention = guideline.interventions[option.intervention];
  const advice = guideline.rules.flatMap((rule) => {
    if (!option.advice.includes(rule.id)) return [];
    return rule.kind === 'monitoring' ? [rule.test] : 'advice' in rule ? [rule.advice] : [];
  });
  return {
    id: option.intervention,
    title: intervention?.label ?? option.intervention,
    description: [intervention?.summary, ...new Set(advice)].filter((each) => each).join(' '),
    code: [
      concept(option.status, { system: statusSystem, code: option.status }),
      concept(intervention?.label ?? option.intervention, { system: interventionSystem, code: option.intervention }),
    ],
    // R4 wants a resource under every last action: the intervention, by its name.
    resource: {
      type: 'ActivityDefinition',
      identifier: { system: interventionSystem, value: option.intervention },
      display: intervention?.label ?? option.intervention,
    },
    ...documentation(
      guideline,
      option.decidedBy.map(({ rule }) => rule),
    ),
  };
}

/** Urgent signs first, then every option under its status, in the order in which they are shown. */
export function writeRequestGroup(guideline: Guideline, guidance: Guidance, asOf: string): RequestGroup {
  const urgent = toldUrgencies(guidance.urgency).map(({ rule, level, advice }): RequestGroupAction => ({
    id: rule,
    title: level,
    description: advice,
    priority: priority[level],
    resource: { type: 'CommunicationRequest', identifier: { system: ruleSystem, value: rule }, display: level },
    ...documentation(guideline, [rule]),
  }));
  const byStatus = statuses.flatMap((status): RequestGroupAction[] => {
    const action = guidance.options
      .filter((option) => option.status === status)
      .map((option) => optionAction(guideline, option));
    return action.length
      ? [{ title: status, code: [concept(status, { system: statusSystem, code: status })], action }]
      : [];
  });
  const action = [...urgent, ...byStatus];
  return {
    resourceType: 'RequestGroup',
    id: 'guidance',
    status: 'active',
    intent: 'proposal',
    subject: person,
    authoredOn: asOf,
    instantiatesCanonical: [`${guidelineUrl}|${guidance.guideline}`],
    note: [{ text: guideline.disclaimer || 'Decision support, not a prescription.' }],
    ...(action.length ? { action } : {}),
  };
}

/** The GuidanceResponse of an evaluation: `data-required` while a fact could still change something, and which. */
export function writeGuidanceResponse(guidance: Guidance, asOf: string): GuidanceResponse {
  const missing = [...new Set([...guidance.urgencyMissing, ...guidance.options].flatMap((one) => one.missing))];
  return {
    resourceType: 'GuidanceResponse',
    id: 'guidance-response',
    moduleCanonical: `${guidelineUrl}|${guidance.guideline}`,
    status: missing.length ? 'data-required' : 'success',
    subject: person,
    occurrenceDateTime: asOf,
    result: { reference: 'RequestGroup/guidance' },
    ...(missing.length
      ? {
          dataRequirement: missing.map((fact) => ({
            type: 'Observation',
            codeFilter: [{ path: 'code', code: [{ system: factSystem, code: fact }] }],
          })),
        }
      : {}),
  };
}
