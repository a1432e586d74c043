// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { createApp, largestBody, listen } from './index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems: run heliotrope check.');
const lines: string[] = [];
const app = createApp({ guideline: loaded.guideline, web: 'dist/web', log: (line) => lines.push(line) });
const post = (path: string, body: string) =>
  app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
const json = async (response: Response) => JSON.parse(await response.text());
const facts = { age: 40, 'taking-methotrexate': true, pregnant: true };

describe('REST', () => {
  it('answers one patient with status, certainty and version', async () => {
    const found = await json(await post('/api/answer', JSON.stringify({ patient: { facts } })));
    expect(found).toMatchObject({
      shape: 'heliotrope-guidance/1',
      guideline: loaded.guideline.version,
      disclaimer: loaded.guideline.disclaimer,
    });
    expect(
      found.options.find(({ intervention }: { intervention: string }) => intervention === 'methotrexate'),
    ).toMatchObject({ status: 'contraindicated', goingOn: 'call before the next dose' });
  });
  it('asks, and leaves out what somebody does not know', async () => {
    type Asked = { questions: { facts: { id: string }[] }[] };
    const idsOf = ({ questions }: Asked): string[] => questions.flatMap((one) => one.facts.map(({ id }) => id));
    const asked = async (body: object): Promise<Asked> => json(await post('/api/ask', JSON.stringify(body)));
    const [first] = idsOf(await asked({ patient: { facts: {} } }));
    const next = idsOf(await asked({ patient: { facts: {} }, unanswered: [first] }));
    expect(next).not.toContain(first);
    expect(next.length).toBeGreaterThan(0);
  });
  it('explains with claims, and says what would change it', async () => {
    const found = await json(
      await post('/api/explain', JSON.stringify({ patient: { facts }, intervention: 'methotrexate' })),
    );
    expect(found.status).toBe('contraindicated');
    expect(found.sentences.some(({ cites }: { cites: string[] }) => cites.length > 0)).toBe(true);
  });
  it('scores a measure, or names every wrong input and gives no number', async () => {
    const good = await json(
      await post(
        '/api/measure',
        JSON.stringify({ measure: 'egfr', inputs: { creatinine: 0.8, unit: 'mg/dL', age: 50, sex: 'female' } }),
      ),
    );
    expect(good.citation).toBeTruthy();
    const bad = await post('/api/measure', JSON.stringify({ measure: 'egfr', inputs: { creatinine: -1 } }));
    expect(bad.status).toBe(422);
    expect(await json(bad)).toMatchObject({ type: 'urn:heliotrope:problem:cannot-be-scored' });
  });
  it('publishes a contract for every path it has', async () => {
    const contract: { openapi: string; paths: Readonly<Record<string, object>> } = await json(
      await app.request('/api/openapi.json'),
    );
    expect(contract.openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries(contract.paths)) {
      const status = (
        await app.request(path, {
          method: Object.keys(methods)[0] === 'post' ? 'POST' : 'GET',
          ...(Object.keys(methods)[0] === 'post' ? { body: '{', headers: { 'content-type': 'application/json' } } : {}),
        })
      ).status;
      expect([path, status]).toEqual([path, Object.keys(methods)[0] === 'post' ? 400 : 200]);
    }
  });
});

describe('what is hostile or wrong is refused, and the server goes on', () => {
  it.each([
    ['not JSON', '/api/answer', '{', 400],
    ['an array', '/api/answer', '[]', 422],
    ['a prototype key', '/api/answer', '{"patient":{"facts":{"__proto__":{"age":3}}}}', 400],
    ['a constructor key', '/api/answer', '{"patient":{"facts":{"constructor":1}}}', 400],
    ['an unknown fact', '/api/answer', '{"patient":{"facts":{"agee":4}}}', 422],
    ['a value out of range', '/api/answer', '{"patient":{"facts":{"age":999}}}', 422],
    ['a wrong type', '/api/answer', '{"patient":{"facts":{"pregnant":"yes"}}}', 422],
    ['a script for a fact', '/api/answer', '{"patient":{"facts":{"<script>":true}}}', 422],
    ['deep nesting', '/api/answer', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
    ['a day that does not exist', '/api/answer', '{"patient":{"asOf":"2026-02-30","facts":{}}}', 422],
    ['no such intervention', '/api/explain', '{"patient":{"facts":{}},"intervention":"toString"}', 422],
    ['no such path', '/api/nothing', '{}', 404],
  ])('%s', async (_what, path, body, status) => {
    const response = await post(path, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.text()).not.toMatch(/\bat .*\.(ts|js):\d+/);
    expect((await app.request('/health')).status).toBe(200);
  });
  it('a body that is too large', async () => {
    expect(
      (
        await app.request('/api/answer', {
          method: 'POST',
          body: 'x'.repeat(largestBody + 1),
          headers: { 'content-length': String(largestBody + 1) },
        })
      ).status,
    ).toBe(413);
  });
});

describe('the site', () => {
  it('is served with a policy that allows no other origin and nothing inline', async () => {
    const response = await app.request('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Find your path');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/nothing-here/'])(
    '%s leads nowhere',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );
  it('is not sent again when it has not changed', async () => {
    const tag = (await app.request('/urgent/')).headers.get('etag') ?? '';
    expect((await app.request('/urgent/', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});

it('logs and counts no value of a patient', async () => {
  // No duration in a log has four decimals, so this number can come from the patient alone.
  await post('/api/answer', JSON.stringify({ patient: { facts: { 'body-weight': 77.1234 } } }));
  await app.request('/api/%22body-weight%22:77.1234');
  const told = lines.join('\n') + (await (await app.request('/metrics')).text());
  expect(told).toContain('/api/answer');
  expect(told).not.toContain('77.1234');
});

it('says kindly that a port is taken', async () => {
  const first = await listen(app, 0, '127.0.0.1');
  if (!first.ok) throw new Error(first.problem);
  const second = await listen(app, Number(new URL(first.address).port), '127.0.0.1');
  expect(second).toEqual({ ok: false, problem: expect.stringContaining('is taken') });
  await first.stop();
});
