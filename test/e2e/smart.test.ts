// SPDX-License-Identifier: Apache-2.0
// SMART App Launch in a real browser: the built program, and a health record on this machine that checks what it is asked.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveProgram } from '../mcp/serving.ts';
import { openBrowser } from './browser.ts';
import { startHealthRecord, type HealthRecord } from './health-record.ts';

let browser: Browser, program: Awaited<ReturnType<typeof serveProgram>>, record: HealthRecord;
let context: BrowserContext, page: Page, asked: string[], refused: string[];
beforeAll(async () => {
  record = await startHealthRecord(() => program.address);
  [browser, program] = await Promise.all([openBrowser(), serveProgram(['--smart', record.iss])]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  await record.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  [asked, refused] = [[], []];
  Object.assign(record, { asked: [], keepBack: [], refuse: false, broken: new Set() });
  context.on('request', (request) => {
    asked.push(request.url());
  });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
});
afterEach(() => context.close());

const ehr = () => `${program.address}/launch/?iss=${encodeURIComponent(record.iss)}&launch=ehr-handed-this-over`;
const said = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const press = (name: string) => page.getByRole('button', { name }).click();
const paths = () => record.asked.map(({ method, path }) => `${method} ${path}`);
/** Nothing went anywhere but to our own server and the record. */
const nothingElse = () =>
  expect(
    asked.filter((url) => ![program.address, record.iss.replace('/fhir', '')].includes(new URL(url).origin)),
  ).toEqual([]);

describe('opened by a health record', () => {
  it('asks with PKCE, reads what is allowed, and shows each fact with where it came from', async () => {
    record.keepBack = ['patient/Procedure.rs'];
    record.broken.add('Observation');
    await page.goto(ehr());
    await said('What your record says');
    const read = await page.locator('#read').innerText();
    expect(read).toMatch(/diabetes.* 2026-05-02, from Condition\/diabetes/);
    expect(read).toMatch(/taking methotrexate now .*from MedicationRequest\/mtx/);
    const fetched = await page.locator('#fetched').innerText();
    expect(fetched).toMatch(/Diagnoses\s+2 read/);
    expect(fetched).toMatch(/Vaccines\s+none there/);
    expect(fetched).toMatch(/Procedures\s+not asked for: the record did not allow it/);
    expect(fetched).toMatch(/Tests and findings\s+could not be fetched \(answer 503\)/);
    expect(paths()).not.toContain('GET /fhir/Procedure');
    expect(page.url()).toBe(`${program.address}/launch/`);
    expect(paths().filter((one) => one.startsWith('POST'))).toEqual(['POST /token']);
    nothingElse();
  });
  it('keeps it only when asked, apart from others on this device, and leads to guidance', async () => {
    await page.goto(ehr());
    await press('Use this in Heliotrope');
    await page.getByRole('link', { name: 'See the guidance' }).click();
    await page.locator('main h1').first().waitFor();
    await page.goto(`${program.address}/track/`);
    await page.getByText('You see the record of Record ana at').waitFor({ state: 'attached' });
    await page
      .getByText(/900 U\/L/)
      .first()
      .waitFor({ state: 'attached' });
    nothingElse();
  });
  it('deletes what it kept when it is disconnected', async () => {
    await page.goto(ehr());
    await press('Use this in Heliotrope');
    await press('Disconnect, and delete it from this device');
    await said('Open from a health record');
    await page.goto(`${program.address}/track/`);
    await page.getByText('You see the record of Me').waitFor({ state: 'attached' });
    expect(await page.locator('main').textContent()).not.toContain('900 U/L');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
  it('speaks to no record that the server was not started with, whatever the link says', async () => {
    const other = record.iss.replace('/fhir', '/other');
    await page.goto(`${program.address}/launch/?iss=${encodeURIComponent(other)}&launch=x&fhirServiceUrl=${other}`);
    await said('The record was not opened');
    await page.goto(`${program.address}/launch/?fhirServiceUrl=${encodeURIComponent(other)}&clientId=evil`);
    await said('Open from a health record');
    expect(record.asked).toEqual([]);
  });
});

describe('connected by the person', () => {
  it('asks for a person of the record with PKCE, and survives a reload', async () => {
    await page.goto(`${program.address}/launch/`);
    await press(`Connect to ${new URL(record.iss).host}`);
    await said('What your record says');
    const scope = record.asked.find(({ path }) => path === '/authorize')?.query.get('scope') ?? '';
    expect(scope.split(' ')).toContain('launch/patient');
    expect(scope).not.toMatch(/\.(c|u|d|write|\*)/);
    await page.reload();
    await said('What your record says');
    expect(paths().filter((one) => one === 'POST /token')).toHaveLength(1);
    expect(refused).toEqual([]);
    nothingElse();
  });
  it('sends the visit only after it was asked for, allowed and confirmed', async () => {
    await page.goto(`${program.address}/launch/`);
    await press('Connect to');
    await press('Use this in Heliotrope');
    await press('Send this visit to my record');
    await page.waitForURL(`${program.address}/launch/`);
    await page.getByText('Nothing is sent unless you ask.').waitFor();
    await page.waitForFunction(() => !document.body.textContent?.includes('Your record will ask'));
    await press('Send this visit to my record');
    await page.getByText(/would go: \d+ answers, 1 dated entries/).waitFor();
    expect(paths()).not.toContain('POST /fhir/Bundle');
    await press('Yes, send it');
    await page.getByText('as Bundle/kept-1').waitFor();
    const sent = JSON.parse(
      record.asked.find(({ path, method }) => method === 'POST' && path === '/fhir/Bundle')?.body ?? '{}',
    );
    expect(sent).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    expect(JSON.stringify(sent)).toContain(`${record.iss}/Patient/ana`);
    nothingElse();
  });
  it('says so when the record says no, and leaves nothing behind', async () => {
    record.refuse = true;
    await page.goto(`${program.address}/launch/`);
    await press('Connect to');
    await said('The record was not opened');
    expect(await page.locator('main').innerText()).toContain('access_denied');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(paths()).not.toContain('POST /token');
  });
  it('takes no code that it did not ask for: a state from elsewhere is refused', async () => {
    await page.goto(`${program.address}/launch/?code=stolen&state=${crypto.randomUUID()}`);
    await said('The record was not opened');
    expect(record.asked).toEqual([]);
    expect(page.url()).toBe(`${program.address}/launch/`);
  });
});

describe('the policy of the server', () => {
  const policyOf = async (path: string) =>
    (await fetch(program.address + path)).headers.get('content-security-policy') ?? '';
  it('lets the launch page reach the record, and no other page anything but this server', async () => {
    expect(await policyOf('/launch/')).toContain(`connect-src 'self' ${new URL(record.iss).origin};`);
    for (const path of ['/', '/path/', '/visit/', '/launch/x', '/smart.json', '/health'])
      expect(await policyOf(path)).toContain("connect-src 'self';");
  });
  it('lets nothing reach out when the server was started without a record', async () => {
    const plain = await serveProgram();
    try {
      const answer = await fetch(`${plain.address}/launch/`);
      expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self';");
      expect(await (await fetch(`${plain.address}/smart.json`)).json()).toEqual({ places: [] });
    } finally {
      await plain.stop();
    }
  });
});
