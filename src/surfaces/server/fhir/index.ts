// SPDX-License-Identifier: Apache-2.0
// FHIR R4 operations: the guideline applied to a record, and the questionnaire filled from it. Nothing is stored.
import { Hono, type Context } from 'hono';
import type { CarePlan, FhirResource, OperationOutcome, OperationOutcomeIssue, Parameters } from 'fhir/r4.js';
import {
  guidelineUrl,
  readBundle,
  writeAnswers,
  writeGuidanceResponse,
  writeQuestionnaire,
  writeRequestGroup,
  type Reading,
} from '../../../fhir/index.ts';
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import { planDefinition } from '../../../interpreters/export/index.ts';
import type { Guidance, Guideline } from '../../../model/index.ts';
import { isDay } from '../../../record/index.ts';
import { bodyOf } from '../body.ts';
import { fhirHeaders, outcome } from '../outcome.ts';
import { capabilityStatement } from './metadata.ts';
import { readInput } from './parameters.ts';

/** The ids under which the two are read. */
const [planId, questionnaireId] = ['heliotrope-plan', 'facts'];
export type FhirOptions = { guideline: Guideline; today: () => string };

/** What an operation works on; or the response that refuses it. */
type Given = { reading: Reading; subject: string };

const send = (context: Context, resource: FhirResource): Response =>
  context.body(JSON.stringify(resource), 200, fhirHeaders);
/** Resources that are about nobody may be kept by whoever reads them. */
const sendKnown = (context: Context, resource: unknown): Response =>
  context.body(JSON.stringify(resource), 200, { ...fhirHeaders, 'cache-control': 'public, max-age=300' });

type Entry = { resource?: { resourceType?: unknown; id?: unknown } } | null;
/** The person of a record, as its own Patient has it; Bundles inside Bundles are looked through. */
function subjectIn(bundle: object, depth = 0): string | undefined {
  const entries: readonly Entry[] = 'entry' in bundle && Array.isArray(bundle.entry) ? bundle.entry : [];
  for (const resource of entries.flatMap((entry) => entry?.resource ?? [])) {
    if (resource.resourceType === 'Patient')
      return typeof resource.id === 'string' ? `Patient/${resource.id}` : undefined;
    const inside = resource.resourceType === 'Bundle' && depth < 4 ? subjectIn(resource, depth + 1) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A reference to a Patient, and nothing else, whatever was sent. */
const isPatient = (reference: string): boolean => /^Patient\/[A-Za-z0-9.-]{1,64}$/.test(reference);

async function given(context: Context, { guideline, today }: FhirOptions): Promise<Given | Response> {
  const body = await bodyOf(context);
  if (!body.ok) return outcome(context, 400, 'structure', body.problem);
  const input = readInput(body.value);
  if (!input.ok) return outcome(context, 400, 'structure', input.problem, input.wrong);
  const asOf = input.asOf ?? today();
  if (!isDay(asOf)) return outcome(context, 400, 'invalid', '"asOf" is a day of the calendar, such as 2026-01-31.');
  const inside = subjectIn(input.bundle);
  const subject = input.subject ?? inside ?? 'Patient/person';
  if (!isPatient(subject)) return outcome(context, 400, 'invalid', '"subject" is written as "Patient/123".');
  if (inside !== undefined && inside !== subject)
    return outcome(context, 422, 'conflict', '"subject" is not the person whose resources were sent.');
  const reading = readBundle(guideline, input.bundle, asOf);
  return reading.ok ? { reading, subject } : outcome(context, 422, 'invalid', reading.problem);
}

/** The guidance as a CarePlan, which contains the RequestGroup with every option and the GuidanceResponse with what is missing. */
function carePlan(guideline: Guideline, guidance: Guidance, { reading, subject }: Given): CarePlan {
  const about = { subject: { reference: subject } };
  const group = { ...writeRequestGroup(guideline, guidance, reading.asOf), ...about };
  const { result: _outside, ...response } = writeGuidanceResponse(guidance, reading.asOf);
  return {
    resourceType: 'CarePlan',
    contained: [group, { ...response, ...about, result: { reference: '#guidance' } }],
    instantiatesCanonical: [`${guidelineUrl}|${guideline.version}`],
    status: 'draft',
    intent: 'proposal',
    title: guideline.title,
    description: guideline.disclaimer,
    ...about,
    created: reading.asOf,
    supportingInfo: [{ reference: '#guidance-response' }],
    activity: [{ reference: { reference: '#guidance' } }],
  };
}

const issue = (code: OperationOutcomeIssue['code'], text: string): OperationOutcomeIssue => ({
  severity: 'information',
  code,
  details: { text },
});

/** What the record does not settle: what it only points to, and where it contradicts itself. */
function issues(guideline: Guideline, { asked, conflicts }: Reading): OperationOutcome | undefined {
  const label = (fact: string): string => guideline.facts[fact]?.label ?? fact;
  const found = [
    ...conflicts.map(({ fact }) =>
      issue('conflict', `${label(fact)}: the record contradicts itself, so it is left open.`),
    ),
    ...asked.map(({ fact, from, reason }) => issue('informational', `${label(fact)}: ${reason} (${from})`)),
  ];
  return found.length ? { resourceType: 'OperationOutcome', issue: found } : undefined;
}

function populated(guideline: Guideline, { reading, subject }: Given): Parameters {
  const answers = writeAnswers(guideline, reading.facts, reading.unknown, reading.asOf);
  const response = { ...answers, status: 'in-progress' as const, subject: { reference: subject } };
  const left = issues(guideline, reading);
  return {
    resourceType: 'Parameters',
    parameter: [{ name: 'response', resource: response }, ...(left ? [{ name: 'issues', resource: left }] : [])],
  };
}

/** The PlanDefinition of the exported guideline. */
function exportedPlan(guideline: Guideline): unknown {
  const bundle: unknown = planDefinition(guideline);
  const entry = typeof bundle === 'object' && bundle !== null && 'entry' in bundle ? bundle.entry : [];
  const resources: readonly { resource?: { resourceType?: string; id?: string } }[] = Array.isArray(entry) ? entry : [];
  return resources.find(({ resource }) => resource?.resourceType === 'PlanDefinition')?.resource;
}

const bundled = (resource: unknown) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: 1,
  entry: [{ resource, search: { mode: 'match' } }],
});

/** The PlanDefinition and the Questionnaire, to be read; the first is large, and made when it is first asked for. */
function definitions(app: Hono, { guideline, today }: FhirOptions): void {
  let made: unknown;
  const plan = () => (made ??= exportedPlan(guideline));
  const questionnaire = writeQuestionnaire(guideline);
  app.get('/metadata', (context) => sendKnown(context, capabilityStatement(guideline, today())));
  app.get('/PlanDefinition', (context) => sendKnown(context, bundled(plan())));
  app.get('/Questionnaire', (context) => sendKnown(context, bundled(questionnaire)));
  const byId = (id: string, found: () => unknown) => (context: Context) =>
    context.req.param('id') === id
      ? sendKnown(context, found())
      : outcome(context, 404, 'not-found', 'There is no such resource here.');
  app.get('/PlanDefinition/:id', byId(planId, plan));
  app.get(
    '/Questionnaire/:id',
    byId(questionnaireId, () => questionnaire),
  );
}

/** The FHIR endpoint as routes. */
export function fhir(options: FhirOptions): Hono {
  const { guideline } = options;
  const app = new Hono();
  const answer = prepareAnswer(guideline);
  const apply = async (context: Context): Promise<Response> => {
    const found = await given(context, options);
    return found instanceof Response ? found : send(context, carePlan(guideline, answer(found.reading.facts), found));
  };
  const populate = async (context: Context): Promise<Response> => {
    const found = await given(context, options);
    return found instanceof Response ? found : send(context, populated(guideline, found));
  };
  const only = (id: string, work: (context: Context) => Promise<Response>) => (context: Context) =>
    context.req.param('id') === id
      ? work(context)
      : outcome(context, 404, 'not-found', 'There is no such resource here.');
  app.post('/PlanDefinition/$apply', apply);
  app.post('/PlanDefinition/:id/$apply', only(planId, apply));
  app.post('/Questionnaire/$populate', populate);
  app.post('/Questionnaire/:id/$populate', only(questionnaireId, populate));
  for (const path of ['/PlanDefinition/$apply', '/Questionnaire/$populate'])
    app.all(path, (context) => {
      context.header('allow', 'POST');
      return outcome(
        context,
        405,
        'not-supported',
        'The person’s resources are sent with POST: nothing is stored here.',
      );
    });
  definitions(app, options);
  app.all('*', (context) =>
    outcome(context, 404, 'not-supported', 'This is not done here. GET /fhir/metadata lists what is.'),
  );
  return app;
}
