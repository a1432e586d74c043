// SPDX-License-Identifier: Apache-2.0
import { connect } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readFile, readPatient } from '../../src/authoring/index.ts';
import { requests, responses, type Name } from '../../src/surfaces/server/forms.ts';
import { listen, type Patience } from '../../src/surfaces/server/index.ts';
import { asJson, guideline, json, lines, makeApp, medicine, sign, draft } from './record.ts';

const app = makeApp({
  question: (text) => ({
    answerable: 'yes',
    urgent: false,
    topics: [],
    answer: text,
    citations: [],
    related: [],
    sentences: [],
  }),
});
const post = (path: string, body: unknown) =>
  app.request(path, { method: 'POST', headers: asJson, body: typeof body === 'string' ? body : JSON.stringify(body) });
const bundle: unknown = JSON.parse(readFileSync('examples/stepping-up.fhir.json', 'utf8'));
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const read = readPatient(guideline, readFile(`examples/${name}`));
    if (!read.ok) throw new Error(read.problems);
    return [name, { asOf: read.asOf, facts: read.patient, record: read.record ?? [] }] as const;
  });

describe('every path answers in the form that its contract gives', () => {
  const about: readonly (readonly [string, unknown])[] = [...examples, ['a FHIR Bundle', bundle]];
  it.each(about)('for %s', async (_name, patient) => {
    const asked: readonly (readonly [Name, object])[] = [
      ['answer', { patient }],
      ['ask', { patient, most: 3 }],
      ['explain', { patient, intervention: 'methotrexate' }],
      ['plan', { patient, weeks: 8 }],
    ];
    for (const [name, body] of asked) {
      const response = await post(`/api/${name}`, body);
      expect([name, response.status]).toEqual([name, 200]);
      expect(responses[name].safeParse(await json(response)).error).toBeUndefined();
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
  it('facts of a Bundle, a measure and a question', async () => {
    const inputs = { creatinine: 0.8, unit: 'mg/dL', age: 50, sex: 'female' };
    const asked: readonly (readonly [Name, object])[] = [
      ['facts', { patient: bundle, asOf: '2026-01-20' }],
      ['measure', { measure: 'egfr', inputs }],
      ['question', { question: 'is exercise safe?' }],
    ];
    for (const [name, body] of asked)
      expect(responses[name].safeParse(await json(await post(`/api/${name}`, body))).error).toBeUndefined();
  });
  it('the same answer for a record given as a file and as entries', async () => {
    const [, patient] = examples.find(([name]) => name === 'on-ivig.yaml') ?? [];
    const [once, twice] = [await post('/api/answer', { patient }), await post('/api/answer', { patient })];
    expect(await once.text()).toBe(await twice.text());
  });
  it('the contract has every path, with the form of its request and of its answer', async () => {
    const { paths } = await json(await app.request('/api/openapi.json'));
    for (const name of Object.keys(requests)) {
      const { post: posted } = paths[`/api/${name}`];
      expect(posted.requestBody.content['application/json'].schema.properties).toBeDefined();
      expect(Object.keys(posted.responses['200'].content['application/json'].schema.properties).length).toBeGreaterThan(
        2,
      );
    }
  });
});

describe('what cannot be used is refused whole, with its place', () => {
  it.each([
    ['facts that contradict each other', { facts: { pregnant: true, 'sex-at-birth': 'male' } }, 'contradictory'],
    ['a day that does not exist', { asOf: '2026-02-30', facts: {} }, 'wrong-day'],
    ['a misspelt fact', { facts: { pregnnt: true } }, 'wrong-facts'],
    ['a Bundle of a history', { resourceType: 'Bundle', type: 'history' }, 'not-one-person'],
    ['an entry of an unknown kind', { record: [{ kind: 'x', id: 'a', on: '2026-01-01' }] }, 'does-not-fit'],
    [
      'a measure without anything',
      { record: [{ kind: 'measure', id: 'a', on: '2026-01-01', measure: 'mmt8' }] },
      'wrong-facts',
    ],
  ])('%s', async (_what, patient, type) => {
    const response = await post('/api/answer', { patient });
    expect([response.status, (await json(response)).type]).toEqual([422, `urn:heliotrope:problem:${type}`]);
  });
});

describe('a server on a port', () => {
  const hasty = { headers: 300, request: 400, idle: 5000, stop: 300 };
  const started = async (patience: Patience = hasty) => {
    const found = await listen(makeApp(), 0, '127.0.0.1', patience);
    if (!found.ok) throw new Error(found.problem);
    return { ...found, port: Number(new URL(found.address).port) };
  };
  it.each([
    ['its headers', 'POST /api/answer HTTP/1.1\r\nHost: localhost\r\n'],
    ['its body', 'POST /api/answer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{'],
  ])('lets a client go that never ends %s, and answers others meanwhile', async (_what, begun) => {
    const { stop, port, address } = await started();
    const slow = connect(port, '127.0.0.1');
    const gone = new Promise((end) => slow.on('close', end));
    slow.on('error', () => undefined).on('data', () => undefined);
    slow.write(begun);
    expect((await fetch(`${address}/health`)).status).toBe(200);
    await gone;
    await stop();
  });
  it('finishes what it has begun when it is told to stop, and then takes nothing more', async () => {
    const { stop, address } = await started({ headers: 10_000, request: 15_000, idle: 30_000, stop: 3000 });
    const answers = [1, 2, 3].map(() =>
      fetch(`${address}/api/answer`, { method: 'POST', body: '{"patient":{}}', headers: asJson }),
    );
    const first = await Promise.race(answers);
    expect(first.status).toBe(200);
    await stop();
    for (const answer of await Promise.allSettled(answers))
      if (answer.status === 'fulfilled') expect(answer.value.status).toBe(200);
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });
  it('stops although a client holds its connection and says nothing', async () => {
    const { stop, port } = await started();
    const idle = connect(port, '127.0.0.1');
    idle.on('error', () => undefined);
    await wait(50);
    await stop();
    idle.destroy();
  });
});

it('no value of a person is in a log or a count, whatever was sent', async () => {
  const told = 'Mrs-Unmistakable-9731';
  await sign(app, [draft(told)], { medications: [medicine(told, told)] });
  await post('/api/answer', { patient: { facts: { [told]: true } } });
  await app.request(`/fhir/Patient/${told}?name=${told}`);
  await app.request(`/cds-services/${told}`);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join('\n') + (await (await app.request('/metrics')).text())).not.toContain(told);
});
