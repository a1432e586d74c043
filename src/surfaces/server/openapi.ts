// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Guideline } from '../../model/index.ts';
import { requests, responses, summaries, type Name } from './forms.ts';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'message'],
        properties: { at: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
/** Without its own address of the JSON Schema dialect: OpenAPI 3.1 has it for the whole document. */
function schemaOf(form: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(form, { io, unrepresentable: 'any', reused: 'inline' });
  return schema;
}

const names = Object.keys(requests) as Name[]; // the keys of a literal object
const json = (schema: object) => ({ 'application/json': { schema } });

const posted = (name: Name) => ({
  summary: summaries[name],
  operationId: name,
  requestBody: { required: true, content: json(schemaOf(requests[name], 'input')) },
  responses: {
    200: { description: 'Worked out', content: json(schemaOf(responses[name], 'output')) },
    400: refused('Unreadable'),
    413: refused('Too large'),
    422: refused('Does not fit; every wrong place is named, and nothing was worked out'),
    429: refused('Too many requests'),
  },
});
const read = (name: string, summary: string) => ({
  summary,
  operationId: `get${name}`,
  responses: { 200: { description: 'JSON', content: json({ type: 'object' }) } },
});

/** The contract of REST, from the same schemas that check requests and shape answers. */
export function openApi(guideline: Guideline): object {
  const posts = new Map(names.map((name) => [`/api/${name}`, { post: posted(name) }]));
  const facts = { get: read('Facts', 'The facts that a patient file may state'), ...posts.get('/api/facts') };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heliotrope',
      version: guideline.version,
      description: guideline.disclaimer,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: {
      ...Object.fromEntries(posts),
      '/api/facts': facts,
      '/api/measures': { get: read('Measures', 'The measures that can be scored') },
      '/api/guideline': { get: read('Guideline', 'The whole guideline as JSON') },
    },
    components: { schemas: { Problem: problem } },
  };
}
