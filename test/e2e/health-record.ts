// SPDX-License-Identifier: Apache-2.0
// A health record on this machine, as a SMART App Launch 2 server: it checks what it is asked, and remembers all of it.
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Json = { readonly [name: string]: unknown };
export type Asked = { method: string; path: string; query: URLSearchParams; token: string | undefined; body: string };
export type HealthRecord = {
  iss: string;
  asked: Asked[];
  /** What the next authorisation gives: the scopes that are asked for, unless some are kept back. */
  keepBack: string[];
  refuse: boolean;
  /** Types whose search fails. */
  broken: Set<string>;
  stop: () => Promise<void>;
};

const person = { resourceType: 'Patient', id: 'ana', birthDate: '1980-04-02', gender: 'female' };
const subject = { reference: 'Patient/ana' };
const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text });
const active = (list: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${list}`, code: 'active' }],
});
const condition = (id: string, code: string, text: string) => ({
  resourceType: 'Condition',
  id,
  subject,
  clinicalStatus: active('condition-clinical'),
  code: coded('http://hl7.org/fhir/sid/icd-10-cm', code, text),
  recordedDate: '2026-05-02',
});
const methotrexate = {
  resourceType: 'MedicationRequest',
  id: 'mtx',
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-10-02',
  medicationCodeableConcept: coded('http://www.nlm.nih.gov/research/umls/rxnorm', '6851', 'methotrexate'),
  dosageInstruction: [
    {
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } },
      doseAndRate: [{ doseQuantity: { value: 15, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } }],
    },
  ],
};
const kinase = {
  resourceType: 'Observation',
  id: 'ck',
  status: 'final',
  subject,
  code: coded('http://loinc.org', '2157-6', 'Creatine kinase'),
  effectiveDateTime: '2026-11-02',
  valueQuantity: { value: 900, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
  referenceRange: [{ high: { value: 200, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' } }],
};
/** Two pages of diagnoses, so that a reader has to turn the page. */
const pages: Readonly<Record<string, readonly (readonly Json[])[]>> = {
  Condition: [[condition('dm', 'M33.13', 'Dermatomyositis')], [condition('diabetes', 'E11.9', 'Type 2 diabetes')]],
  MedicationRequest: [[methotrexate]],
  Observation: [[kinase]],
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
};
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** Starts it; pages of `app` alone may ask. */
export async function startHealthRecord(app: () => string): Promise<HealthRecord> {
  const [codes, tokens] = [new Map<string, URLSearchParams>(), new Map<string, string>()];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  const base = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
  const record: HealthRecord = {
    iss: `${base}/fhir`,
    asked: [],
    keepBack: [],
    refuse: false,
    broken: new Set(),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };

  function authorise(query: URLSearchParams, response: ServerResponse): void {
    const wrong = [
      query.get('response_type') === 'code',
      query.get('client_id') === 'heliotrope',
      query.get('redirect_uri') === `${app()}/launch/`,
      query.get('aud') === record.iss,
      query.get('code_challenge_method') === 'S256',
      /^[\w-]{43}$/.test(query.get('code_challenge') ?? ''),
      (query.get('state') ?? '').length >= 22,
      /(^| )launch( |$)/.test(query.get('scope') ?? '') === (query.get('launch') === 'ehr-handed-this-over'),
    ].indexOf(false);
    if (wrong >= 0) return void response.writeHead(400).end(`wrong ${wrong}`);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    if (record.refuse) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      codes.set(code, query);
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  /** A code is good once, and only with the secret that its challenge was made from. */
  function exchange(form: URLSearchParams, send: (status: number, body: Json) => void): void {
    const code = form.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    if (
      asked?.get('code_challenge') !== challengeOf(form.get('code_verifier') ?? '')
      || form.get('redirect_uri') !== asked.get('redirect_uri')
      || form.get('grant_type') !== 'authorization_code'
    )
      return send(400, { error: 'invalid_grant' });
    const scope = (asked.get('scope') ?? '').split(' ').filter((one) => !record.keepBack.includes(one));
    const token = randomUUID();
    tokens.set(token, scope.join(' '));
    send(200, { access_token: token, token_type: 'Bearer', expires_in: 300, scope: scope.join(' '), patient: 'ana' });
  }

  function fhir({ method, path, query, token = '' }: Asked, send: (status: number, body: Json) => void): void {
    const [scope, type = ''] = [tokens.get(token), path.split('/')[2]];
    if (scope === undefined) return send(401, { resourceType: 'OperationOutcome' });
    if (method === 'POST')
      return scope.includes(`patient/${type}.c`)
        ? send(201, { resourceType: type, id: 'kept-1' })
        : send(403, { resourceType: 'OperationOutcome' });
    if (path === '/fhir/Patient/ana') return send(200, person);
    if (record.broken.has(type)) return send(503, { resourceType: 'OperationOutcome' });
    const [all, n] = [pages[type] ?? [[]], Number(query.get('page') ?? 0)];
    const next = { relation: 'next', url: `${record.iss}/${type}?patient=ana&page=${n + 1}` };
    send(query.get('patient') === 'ana' ? 200 : 403, {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: (all[n] ?? []).map((resource) => ({ resource })),
      link: n + 1 < all.length ? [next] : [],
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base);
    const asked: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      token: request.headers.authorization?.replace('Bearer ', ''),
      body: await bodyOf(request),
    };
    const cors = {
      'access-control-allow-origin': app(),
      'access-control-allow-headers': 'authorization, content-type, accept',
      'access-control-allow-methods': 'GET, POST',
    };
    const send = (status: number, body: Json): void => {
      response.writeHead(status, { ...cors, 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
    record.asked.push(asked);
    if (asked.path === '/fhir/.well-known/smart-configuration')
      return send(200, {
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        code_challenge_methods_supported: ['S256'],
        capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2'],
      });
    if (asked.path === '/authorize') return authorise(asked.query, response);
    if (asked.path === '/token') return exchange(new URLSearchParams(asked.body), send);
    return fhir(asked, send);
  }
  return record;
}
