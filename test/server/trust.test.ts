// SPDX-License-Identifier: Apache-2.0
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareTrust } from '../../src/surfaces/server/cds/trust.ts';
import { ownShared } from '../../src/surfaces/server/index.ts';
import { asJson, bundle, call, dermatomyositis, makeApp, patient, prefetch, pregnancy } from './record.ts';

const [own, stranger] = [await generateKeyPair('ES384'), await generateKeyPair('ES384')];
const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES384' }] };
const [issuer, publicUrl] = ['https://ehr.example.org', 'https://guide.example.org'];
const path = '/cds-services/dermatomyositis-patient-view';

type Claims = { iss?: string; aud?: string; exp?: number; iat?: number; jti?: string };
type Header = { alg?: string; jku?: string };
const now = () => Math.floor(Date.now() / 1000);
let serial = 0;
const token = (claims: Claims = {}, header: Header = {}, key = own.privateKey) =>
  new SignJWT({ iss: issuer, aud: `${publicUrl}${path}`, iat: now(), exp: now() + 120, jti: `t${serial++}`, ...claims })
    .setProtectedHeader({ alg: 'ES384', kid: 'k1', typ: 'JWT', ...header })
    .sign(key);

const nameless = () =>
  new SignJWT({ iss: issuer, aud: `${publicUrl}${path}`, iat: now(), exp: now() + 120 })
    .setProtectedHeader({ alg: 'ES384', kid: 'k1', typ: 'JWT' })
    .sign(own.privateKey);

describe('a caller is known by a signed token', () => {
  const check = prepareTrust({
    issuers: [{ issuer, jwks: 'https://ehr.example.org/jwks.json' }],
    publicUrl,
    isNew: ownShared().isNew,
    keys: () => createLocalJWKSet(jwks),
  });
  const takes = async (text: string | undefined) => (await check(text, path)) === undefined;
  it.each<[string, boolean, () => Promise<string | undefined>]>([
    ['signed, for this service, in time', true, async () => `Bearer ${await token()}`],
    [
      'with the key address that was set up',
      true,
      async () => `Bearer ${await token({}, { jku: 'https://ehr.example.org/jwks.json' })}`,
    ],
    ['none', false, async () => undefined],
    ['not a token', false, async () => 'Bearer abc'],
    ['another scheme', false, async () => 'Basic YTpi'],
    ['signed with a key of somebody else', false, async () => `Bearer ${await token({}, {}, stranger.privateKey)}`],
    ['of an issuer nobody set up', false, async () => `Bearer ${await token({ iss: 'https://other.example.org' })}`],
    ['for another service', false, async () => `Bearer ${await token({ aud: `${publicUrl}/cds-services/other` })}`],
    ['that has run out', false, async () => `Bearer ${await token({ iat: now() - 200, exp: now() - 100 })}`],
    ['that lives for an hour', false, async () => `Bearer ${await token({ exp: now() + 3600 })}`],
    ['from tomorrow', false, async () => `Bearer ${await token({ iat: now() + 86_400, exp: now() + 86_500 })}`],
    [
      'that names keys elsewhere',
      false,
      async () => `Bearer ${await token({}, { jku: 'https://evil.example.org/jwks.json' })}`,
    ],
    ['that lives a little over five minutes', false, async () => `Bearer ${await token({ exp: now() + 330 })}`],
    ['from six minutes ago', false, async () => `Bearer ${await token({ iat: now() - 360, exp: now() + 120 })}`],
    ['without a name of its own', false, async () => `Bearer ${await nameless()}`],
    [
      'without a signature',
      false,
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `Bearer ${part({ alg: 'none' })}.${part({ iss: issuer, aud: `${publicUrl}${path}`, exp: now() + 60 })}.`;
      },
    ],
  ])('a token %s: %s', async (_what, good, make) => {
    expect(await takes(await make())).toBe(good);
  });
  it('a token is taken once', async () => {
    const same = `Bearer ${await token()}`;
    expect([await takes(same), await takes(same)]).toEqual([true, false]);
  });
});

it('with issuers set up, a call without a token is refused with an OperationOutcome; discovery is open', async () => {
  const app = makeApp({ publicUrl, issuers: [{ issuer, jwks: 'https://ehr.example.org/jwks.json' }] });
  const { status, body } = await call(app, 'patient-view', {});
  expect([status, JSON.parse(body).resourceType]).toEqual([401, 'OperationOutcome']);
  expect((await app.request('/cds-services')).status).toBe(200);
});
it('a call from elsewhere is refused while nobody is set up', async () => {
  const elsewhere = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };
  const asked = { method: 'POST', body: '{}', headers: asJson };
  expect((await makeApp().request(path, asked, elsewhere)).status).toBe(401);
  expect((await makeApp().request('/health', {}, elsewhere)).status).toBe(200);
});
it('only pages of origins that were set up may read', async () => {
  const app = makeApp({ origins: ['https://sandbox.example.org'] });
  const allowed = async (origin: string) =>
    (
      await app.request('/cds-services', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    ).headers.get('access-control-allow-origin');
  expect(await allowed('https://sandbox.example.org')).toBe('https://sandbox.example.org');
  expect(await allowed('https://evil.example.org')).toBeNull();
});
it('on this machine only its own names are answered', async () => {
  const app = makeApp({ loopback: true });
  const asked = async (host: string) => (await app.request('/api/facts', { headers: { host } })).status;
  expect([await asked('127.0.0.1:8080'), await asked('localhost'), await asked('evil.example.org')]).toEqual([
    200, 200, 403,
  ]);
});
it('an address that asks too often waits', async () => {
  const app = makeApp({ rate: 2 });
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await app.request('/health')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});

describe('what was not sent is fetched from a server that was set up', () => {
  let server: Server;
  let origin = '';
  const asked: { url: string; token: string | undefined }[] = [];
  beforeAll(async () => {
    server = createServer((incoming, answer) => {
      const url = incoming.url ?? '';
      asked.push({ url, token: incoming.headers.authorization });
      if (url.startsWith('/slow/')) return;
      if (url.startsWith('/away/')) {
        answer.writeHead(302, { location: 'http://169.254.169.254/' }).end();
        return;
      }
      if (url.startsWith('/denied/') || url.includes('AllergyIntolerance')) {
        answer.writeHead(403).end();
        return;
      }
      const found = url.includes('Patient/')
        ? patient
        : bundle(url.includes('Condition') ? [dermatomyositis] : url.includes('Observation') ? [pregnancy] : []);
      answer.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(found));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
  });
  afterAll(() => server.closeAllConnections());
  const fhirAuthorization = {
    access_token: 'secret-token',
    token_type: 'Bearer',
    expires_in: 60,
    scope: 'patient/*.read',
    subject: 's',
  };
  const view = (base: string, more: object = {}) =>
    call(makeApp({ fhirServers: [origin] }), 'patient-view', {}, { fhirServer: base, fhirAuthorization, ...more });

  it('with the token of the call, and what it may not read is said as not fetched', async () => {
    const { status, cards } = await view(`${origin}/r4`);
    expect(status).toBe(200);
    expect(cards.map(({ summary }) => summary).join()).toContain('could not be fetched: allergies');
    expect(asked.every(({ token: sent }) => sent === 'Bearer secret-token')).toBe(true);
    expect(asked.map(({ url }) => url)).toContain('/r4/Patient/p1');
  });
  it('only what is missing is asked for', async () => {
    asked.length = 0;
    const { allergies: _not, ...some } = prefetch();
    await view(`${origin}/r4`, { prefetch: some });
    expect(asked.map(({ url }) => url)).toEqual(['/r4/AllergyIntolerance?patient=p1']);
  });
  it.each(['denied', 'away', 'slow'])('a server that is %s: 412, and the token goes nowhere else', async (kind) => {
    const { status, body } = await view(`${origin}/${kind}`);
    expect(status).toBe(412);
    expect(body).not.toContain('secret-token');
  });
  it.each([
    ['another port', 'http://127.0.0.1:9/fhir'],
    ['an address inside', 'http://169.254.169.254/latest'],
    ['another scheme', 'file:///etc/passwd'],
    ['a name in the address', 'http://trusted@evil.example.org/fhir'],
  ])('%s is never spoken to: 400 or 412', async (_what, base) => {
    asked.length = 0;
    const { status } = await view(base);
    expect([400, 412]).toContain(status);
    expect(asked).toEqual([]);
  });
});
