// SPDX-License-Identifier: Apache-2.0
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { Answer } from '../../library/index.ts';
import { findMeasure, measures } from '../../measures/index.ts';
import type { ExerciseLibrary, Guideline } from '../../model/index.ts';
import { planFor } from '../../plan/index.ts';
import { prepareSaid } from '../said/index.ts';
import { bodyOf } from './body.ts';
import { requests, type Person } from './forms.ts';
import { openApi } from './openapi.ts';
import { readPerson, type ReadPerson } from './person.ts';
import { problem, type Wrong } from './problem.ts';

/** What REST answers from. Without a library it has no answers to questions; without exercises a plan has none. */
export type RestOptions = {
  guideline: Guideline;
  today: () => string;
  exercise?: ExerciseLibrary;
  question?: (text: string) => Answer;
};

/** A body that fits, or the problem to answer with. */
async function accepted<T>(context: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const body = await bodyOf(context);
  if (!body.ok) return problem(context, 400, 'unreadable', body.problem);
  const read = schema.safeParse(body.value);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 20).map(({ path, message }): Wrong => ({ at: path.join('.'), message }));
  return problem(
    context,
    422,
    'does-not-fit',
    'The body does not have the form that /api/openapi.json gives. Nothing was worked out.',
    errors,
  );
}

type Read = Extract<ReadPerson, { ok: true }>;
type Work<T> = (read: Read, value: T, context: Context) => Response;

/** A route about one person: the request has its form and the person can be read, or every wrong place is named. */
function about<T extends { patient: Person; asOf?: string | undefined }>(
  { guideline, today }: RestOptions,
  schema: z.ZodType<T>,
  work: Work<T>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const value = await accepted(context, schema);
    if (value instanceof Response) return value;
    const read = readPerson(guideline, value.patient, value.asOf, today());
    return read.ok ? work(read, value, context) : problem(context, 422, read.type, read.detail, read.wrong);
  };
}

/** What is worked out for the person of a request, in the shapes that every surface has. */
function forPeople(api: Hono, options: RestOptions): void {
  const { guideline, exercise } = options;
  const said = prepareSaid(guideline);
  const heading = headingOf(guideline);
  api.post(
    '/answer',
    about(options, requests.answer, ({ derived }, _value, context) => context.json(said.guidance(derived.patient))),
  );
  api.post(
    '/ask',
    about(options, requests.ask, ({ derived, reading }, { unanswered, most }, context) =>
      context.json(said.questions(derived.patient, new Set([...unanswered, ...(reading?.unknown ?? [])]), most)),
    ),
  );
  api.post(
    '/explain',
    about(options, requests.explain, ({ derived }, { intervention }, context) => {
      const found = said.explanation(derived.patient, intervention);
      if (found) return context.json(found);
      const wrong = [{ at: 'intervention', message: 'is not an id of the guideline' }];
      return problem(
        context,
        422,
        'unknown-intervention',
        'There is no such intervention. /api/guideline lists them.',
        wrong,
      );
    }),
  );
  api.post(
    '/plan',
    about(options, requests.plan, ({ derived }, { weeks }, context) => {
      const plan = planFor(guideline, exercise, derived, { weeks });
      return context.json({ shape: 'heliotrope-plan/1', ...heading, ...plan, problems: derived.problems });
    }),
  );
  api.post(
    '/facts',
    about(options, requests.facts, ({ reading }, _value, context) =>
      context.json({ shape: 'heliotrope-reading/1', ...heading, ...reading }),
    ),
  );
}

const headingOf = ({ version, disclaimer }: Guideline) => ({ guideline: version, disclaimer });

/** A published measure, scored from the inputs of a request. */
function scoring(api: Hono, { guideline }: RestOptions): void {
  api.post('/measure', async (context) => {
    const value = await accepted(context, requests.measure);
    if (value instanceof Response) return value;
    const measure = findMeasure(value.measure);
    if (!measure)
      return problem(context, 422, 'unknown-measure', 'There is no such measure. /api/measures lists them.');
    const scored = measure.score(value.inputs);
    if (!scored.ok) {
      const wrong = scored.problems.map(({ path, message }) => ({ at: `inputs.${path}`, message }));
      return problem(context, 422, 'cannot-be-scored', 'The inputs cannot be scored, so there is no number.', wrong);
    }
    const { id, title, citation, licence } = measure;
    return context.json({ ...headingOf(guideline), measure: id, result: scored.result, title, citation, licence });
  });
}

/** An answer from the guide to a question in one's own words. */
function asking(api: Hono, { guideline, question }: RestOptions): void {
  api.post('/question', async (context) => {
    const value = await accepted(context, requests.question);
    if (value instanceof Response) return value;
    if (question) return context.json({ ...headingOf(guideline), ...question(value.question) });
    return problem(
      context,
      503,
      'no-library',
      'This server was started without the articles that questions are answered from.',
    );
  });
}

/** What is read without a person: the contract, facts, guideline and measures. */
function readings(api: Hono, { guideline }: RestOptions): void {
  const [contract, heading] = [openApi(guideline), headingOf(guideline)];
  const listed = measures.map(({ id, shortNames, title, citation, licence }) => ({
    id,
    shortNames,
    title,
    citation,
    licence,
  }));
  api.get('/openapi.json', (context) => context.json(contract));
  api.get('/facts', (context) => context.json({ ...heading, facts: guideline.facts }));
  api.get('/guideline', (context) => context.json(guideline));
  api.get('/measures', (context) => context.json({ ...heading, measures: listed }));
}

/** The REST surface. Every answer is a function of the request alone; it carries the disclaimer and the guideline’s version. */
export function rest(options: RestOptions): Hono {
  const api = new Hono();
  api.use('*', async (context, next) => {
    await next();
    if (context.req.method === 'POST') context.header('cache-control', 'no-store');
  });
  readings(api, options);
  forPeople(api, options);
  scoring(api, options);
  asking(api, options);
  for (const name of Object.keys(requests))
    api.all(`/${name}`, (context) => {
      context.header('allow', name === 'facts' ? 'GET, POST' : 'POST');
      return problem(
        context,
        405,
        'use-post',
        'This is asked with POST and a JSON body; /api/openapi.json has its form.',
      );
    });
  return api;
}
