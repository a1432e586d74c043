// SPDX-License-Identifier: Apache-2.0
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { wrongValue } from '../../authoring/index.ts';
import { certaintyOf, goingOn, prepareAnswer } from '../../interpreters/answer/index.ts';
import { prepareAsk } from '../../interpreters/ask/index.ts';
import { explain, statusWords, whatWouldChange } from '../../interpreters/explain/index.ts';
import { findMeasure, measures } from '../../measures/index.ts';
import type { Guideline, Patient } from '../../model/index.ts';
import { problem, type Wrong } from './problem.ts';

const facts = z
  .record(z.string(), z.union([z.boolean(), z.number(), z.string()]))
  .describe('Facts by id, as /api/facts lists them. What is not known is left out; it is never taken for no.');
const patient = z.strictObject({ asOf: z.iso.date().optional(), facts: facts.default({}) });
const requests = {
  answer: z.strictObject({ patient }),
  ask: z.strictObject({
    patient,
    unanswered: z.array(z.string()).default([]).describe('Facts somebody does not know: they are not asked again.'),
  }),
  explain: z.strictObject({ patient, intervention: z.string() }),
  measure: z.strictObject({ measure: z.string(), inputs: z.record(z.string(), z.unknown()) }),
} as const;
type Name = keyof typeof requests;
const summaries: Readonly<Record<Name, string>> = {
  answer: 'What fits this person now, what does not, and why',
  ask: 'The questions still worth asking, the best first',
  explain: 'Why one intervention has its status, with claims, and what would change it',
  measure: 'A published measure from its inputs',
};

/** The body as JSON, without keys that could reach an object’s prototype; otherwise undefined. */
async function body(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new SyntaxError(key);
      return value;
    });
  } catch {
    return undefined;
  }
}

/** A body that fits, or the problem to answer with. */
async function accepted<T>(
  context: Context,
  schema: z.ZodType<T>,
): Promise<{ ok: true; value: T } | { ok: false; response: Response }> {
  const found = await body(context);
  if (found === undefined)
    return {
      ok: false,
      response: problem(
        context,
        400,
        'unreadable',
        'The body is not JSON that can be read. Send one JSON object, without keys such as "__proto__".',
      ),
    };
  const read = schema.safeParse(found);
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues.slice(0, 20).map(({ path, message }): Wrong => ({ at: path.join('.'), message }));
  return {
    ok: false,
    response: problem(
      context,
      422,
      'does-not-fit',
      'The body does not have the form that /api/openapi.json gives. Nothing was worked out.',
      errors,
    ),
  };
}

/** Every fact that the guideline does not know or whose value it does not allow. */
const wrongFacts = (guideline: Guideline, given: Patient): readonly Wrong[] =>
  Object.entries(given).flatMap(([name, value]) => {
    const wrong = wrongValue(guideline, name, value);
    return wrong === undefined ? [] : [{ at: `patient.facts.${name}`, message: wrong }];
  });

/** The contract of the REST surface, from the same schemas that check the requests. */
function openApi(guideline: Guideline): object {
  const paths = Object.entries(requests).map(([name, schema]) => [
    `/api/${name}`,
    {
      post: {
        summary: summaries[name === 'answer' || name === 'ask' || name === 'explain' ? name : 'measure'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input' }) } },
        },
        responses: {
          200: { description: 'Worked out', content: { 'application/json': {} } },
          400: { description: 'Unreadable' },
          413: { description: 'Too large' },
          422: { description: 'Does not fit; every wrong place is named' },
        },
      },
    },
  ]);
  const reading = ['facts', 'measures', 'guideline'].map((name) => [
    `/api/${name}`,
    { get: { summary: `The ${name} as JSON`, responses: { 200: { description: 'JSON' } } } },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heliotrope',
      version: guideline.version,
      description: guideline.disclaimer,
      license: { name: 'Apache-2.0' },
    },
    paths: Object.fromEntries([...paths, ...reading]),
  };
}

type Say = (value: object) => object;

/** What is read without a patient: the contract, facts, guideline and measures. */
function readings(api: Hono, guideline: Guideline, said: Say): void {
  api.get('/openapi.json', (context) => context.json(openApi(guideline)));
  api.get('/facts', (context) => context.json(said({ facts: guideline.facts })));
  api.get('/guideline', (context) => context.json(guideline));
  api.get('/measures', (context) =>
    context.json(
      said({
        measures: measures.map(({ id, shortNames, title, citation, licence }) => ({
          id,
          shortNames,
          title,
          citation,
          licence,
        })),
      }),
    ),
  );
}

/** What is worked out for the patient of a request. */
function forPatients(api: Hono, guideline: Guideline, said: Say): void {
  const [answer, ask] = [prepareAnswer(guideline), prepareAsk(guideline)];
  const withPatient =
    <T extends { patient: { facts: Patient } }>(schema: z.ZodType<T>, work: (value: T, context: Context) => Response) =>
    async (context: Context): Promise<Response> => {
      const read = await accepted(context, schema);
      if (!read.ok) return read.response;
      const wrong = wrongFacts(guideline, read.value.patient.facts);
      return wrong.length
        ? problem(context, 422, 'wrong-facts', 'Some facts cannot be used, so nothing was worked out.', wrong)
        : work(read.value, context);
    };
  api.post(
    '/answer',
    withPatient(requests.answer, ({ patient: { facts: given } }, context) => {
      const guidance = answer(given);
      return context.json(
        said({
          shape: 'heliotrope-guidance/1',
          ...guidance,
          options: guidance.options.map((option) => ({
            ...option,
            statusWords: statusWords[option.status],
            certainty: certaintyOf(guideline, option),
            goingOn: goingOn(option),
          })),
        }),
      );
    }),
  );
  api.post(
    '/ask',
    withPatient(requests.ask, ({ patient: { facts: given }, unanswered }, context) =>
      context.json(said({ shape: 'heliotrope-questions/1', questions: ask(given, new Set(unanswered)).slice(0, 20) })),
    ),
  );
  api.post(
    '/explain',
    withPatient(requests.explain, ({ patient: { facts: given }, intervention }, context) => {
      const option = answer(given).options.find((one) => one.intervention === intervention);
      if (!option)
        return problem(
          context,
          422,
          'unknown-intervention',
          'There is no such intervention. /api/guideline lists them.',
          [{ at: 'intervention', message: 'is not an id of the guideline' }],
        );
      return context.json(
        said({
          shape: 'heliotrope-explanation/1',
          intervention,
          status: option.status,
          sentences: explain(guideline, given, option),
          wouldChange: whatWouldChange(guideline, given, intervention),
        }),
      );
    }),
  );
}

/** A published measure, scored from the inputs of a request. */
function scoring(api: Hono, said: Say): void {
  api.post('/measure', async (context) => {
    const read = await accepted(context, requests.measure);
    if (!read.ok) return read.response;
    const measure = findMeasure(read.value.measure);
    if (!measure)
      return problem(context, 422, 'unknown-measure', 'There is no such measure. /api/measures lists them.');
    const outcome = measure.score(read.value.inputs);
    return outcome.ok
      ? context.json(
          said({
            measure: measure.id,
            result: outcome.result,
            title: measure.title,
            citation: measure.citation,
            licence: measure.licence,
          }),
        )
      : problem(
          context,
          422,
          'cannot-be-scored',
          'The inputs cannot be scored, so there is no number.',
          outcome.problems.map(({ path, message }) => ({ at: `inputs.${path}`, message })),
        );
  });
}

/** The REST surface. Every answer is a function of the request alone; it carries the disclaimer and the guideline’s version. */
export function rest(guideline: Guideline): Hono {
  const api = new Hono();
  const said: Say = (value) => ({ guideline: guideline.version, disclaimer: guideline.disclaimer, ...value });
  readings(api, guideline, said);
  forPatients(api, guideline, said);
  scoring(api, said);
  return api;
}
