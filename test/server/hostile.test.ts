// SPDX-License-Identifier: Apache-2.0
// Bodies that are not what they say, and clients that are slow, loud or not speaking HTTP: each is refused in words that its
// kind of client reads, and the next request is answered.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Patience } from '../../src/surfaces/server/index.ts';
import { asJson, bundle, json, lines, makeApp, patient as person } from './record.ts';

const app = makeApp();
const kinds = [
  ['CDS Hooks', '/cds-services/dermatomyositis-order-sign', 'application/fhir+json'],
  ['feedback', '/cds-services/dermatomyositis-order-sign/feedback', 'application/fhir+json'],
  ['a FHIR operation', '/fhir/PlanDefinition/$apply', 'application/fhir+json'],
  ['REST', '/api/answer', 'application/problem+json'],
] as const;
const said = (body: { issue?: { details: { text: string } }[]; detail?: string }): string =>
  body.issue?.[0]?.details.text ?? body.detail ?? '';

describe.each(kinds)('%s', (_kind, path, form) => {
  const refused = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) => {
    const response = await app.request(path, { method: 'POST', body, headers });
    expect(response.headers.get('content-type')).toBe(form);
    expect((await app.request('/health')).status).toBe(200);
    return [response.status, said(await json(response))];
  };
  it.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', '{}'],
    ['application/fhir+xml', '<Bundle xmlns="http://hl7.org/fhir"/>'],
    ['application/jsonp', '{}'],
  ])('a body of type %s: 415, and what to send', async (type, body) => {
    expect(await refused(body, { 'content-type': type })).toEqual([415, expect.stringContaining('application/json')]);
  });
  it.each(['application/json', 'application/fhir+json; charset=utf-8', 'APPLICATION/JSON'])(
    'a body of type %s is read',
    async (type) => {
      expect((await refused('{', { 'content-type': type }))[1]).toContain('not JSON');
    },
  );
  it('a compressed body: 415', async () => {
    const body = new Uint8Array(gzipSync('{}'));
    const [status, text] = await refused(body, { ...asJson, 'content-encoding': 'gzip' });
    expect([status, text]).toEqual([415, expect.stringContaining('compressed')]);
  });
  it.each<[string, number[]]>([
    ['a byte that begins no letter', [0xff]],
    ['a letter that is cut off', [0xc3]],
    ['half of a pair of UTF-16', [0xed, 0xa0, 0x80]],
  ])('%s: 400, and nothing is guessed at', async (_what, bytes) => {
    const around = [...Buffer.from('{"a":"'), ...bytes, ...Buffer.from('"}')];
    expect(await refused(new Uint8Array(around), asJson)).toEqual([400, expect.stringContaining('UTF-8')]);
  });
  it('another method than POST: 405, and which one it takes', async () => {
    const response = await app.request(path, { method: 'PUT', body: '{}', headers: asJson });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

it('thousands of parameters are read, and a parameter of the wrong form is named at its place', async () => {
  const apply = async (parameter: unknown[]) => {
    const body = JSON.stringify({ resourceType: 'Parameters', parameter });
    return app.request('/fhir/PlanDefinition/$apply', { method: 'POST', body, headers: asJson });
  };
  const many = Array.from({ length: 2000 }, () => ({ name: 'data', resource: { resourceType: 'Basic' } }));
  expect((await apply([...many, { name: 'data', resource: bundle([person]) }])).status).toBe(200);
  const wrong = await apply([...many.slice(0, 3), { name: 7 }]);
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('parameter.3.name')]);
});

describe('over the wire', () => {
  const stops: (() => Promise<void>)[] = [];
  const started = async (patience?: Patience): Promise<number> => {
    const found = await listen(app, 0, '127.0.0.1', patience);
    if (!found.ok) throw new Error(found.problem);
    stops.push(found.stop);
    return Number(new URL(found.address).port);
  };
  let port = 0;
  let patient = 0;
  beforeAll(async () => {
    port = await started({ headers: 300, request: 400, idle: 5000, stop: 300 });
    patient = await started();
  });
  afterAll(() => Promise.all(stops.map((stop) => stop())));
  /** What comes back until the server closes. */
  const exchange = (sent: string): Promise<string> =>
    new Promise((done) => {
      let got = '';
      const socket = connect(port, '127.0.0.1', () => void socket.write(sent));
      socket.on('data', (data) => {
        got += data.toString();
      });
      socket.on('error', () => undefined).on('close', () => done(got));
    });
  const post = (path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;

  it.each([
    [
      'a body that never ends, to a CDS service',
      post('/cds-services/dermatomyositis-order-sign'),
      408,
      'OperationOutcome',
    ],
    ['a body that never ends, to a FHIR operation', post('/fhir/PlanDefinition/$apply'), 408, 'OperationOutcome'],
    ['a body that never ends, to REST', post('/api/answer'), 408, 'urn:heliotrope:problem:too-slow'],
    [
      'headers that never end',
      'POST /api/answer HTTP/1.1\r\nHost: localhost\r\n',
      408,
      'urn:heliotrope:problem:too-slow',
    ],
    [
      'headers without measure',
      `GET / HTTP/1.1\r\nX: ${'a'.repeat(30_000)}\r\n\r\n`,
      431,
      'urn:heliotrope:problem:headers-too-large',
    ],
    ['what is not HTTP', '\u0016\u0003\u0001\r\n\r\n', 400, 'urn:heliotrope:problem:not-http'],
  ])('%s', async (_what, sent, status, says) => {
    const answer = await exchange(sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [, length, body = ''] = /content-length: (\d+)[\s\S]*?\r\n\r\n(\{[\s\S]*)$/.exec(answer) ?? [];
    expect(Buffer.byteLength(body)).toBe(Number(length));
    expect(body).toContain(says);
    expect(await exchange('GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 200 /,
    );
  });
  it.each([
    ['that says its length', post('/api/answer')],
    [
      'in pieces',
      'POST /api/answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    ],
  ])('a client that never ends a body %s is no failure of ours', async (_what, sent) => {
    const before = lines.length;
    expect(await exchange(sent)).toContain('too-slow');
    await fetch(`http://127.0.0.1:${patient}/health`);
    expect(lines.slice(before).join('\n')).toContain('"path":"/api/answer","status":400');
    expect(lines.slice(before).join('\n')).not.toMatch(/failed|"status":500/);
  });
  it.each(kinds.map(([, path]) => path))(
    'whoever sends too much to %s gets the refusal to read, each time',
    async (path) => {
      for (let i = 0; i < 5; i++) {
        const sent = { method: 'POST', body: 'x'.repeat(6_000_000), headers: asJson };
        const answer = await fetch(`http://127.0.0.1:${patient}${path}`, sent);
        // What is closed at once is closed under the client that still sends, and the refusal is lost on the way.
        expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'keep-alive']);
      }
    },
  );
});
