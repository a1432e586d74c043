// SPDX-License-Identifier: Apache-2.0
// What stands against harm on the pages themselves: each is named in docs/hazards.yaml.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { levelOf, loadHazards } from '../../src/authoring/hazards.ts';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>, context: BrowserContext, page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
});
afterEach(() => context.close());
const go = async (path: string): Promise<void> => {
  await page.goto(site.address + path);
  await page.locator('main h1').first().waitFor();
};
const openFile = (facts: object) =>
  page
    .getByLabel(/A patient file/)
    .setInputFiles({ name: 'file.json', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify({ facts })) });

describe('a red flag', () => {
  it('that an answer raises is said to a screen reader, before the counts', async () => {
    await go('/path/');
    await page.locator('form.question').waitFor();
    await page.getByLabel(/Have you had a seizure/).check();
    await page.getByLabel(/^None of the others/).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.urgent.emergency').waitFor();
    const said = page.locator('.sofar [role=status]');
    await page.waitForFunction(() => document.querySelector('.sofar [role=status]')?.textContent?.includes('Urgent'));
    expect(await said.innerText()).toMatch(/^Urgent: Call an ambulance now\. .*\d+ fit now/);
  });
  it('that nothing raised is no all-clear: what is not known is counted, and the signs are one tap away', async () => {
    await go('/path/sheet/');
    await page.getByText('Open a file, or paste one').click();
    await openFile({ 'diagnosis-status': 'confirmed', age: 36 });
    await page.getByText(/were read and kept/).waitFor();
    await page.waitForTimeout(200);
    await go('/path/guidance/');
    const words = page.locator('#no-all-clear');
    await words.waitFor();
    expect(await words.innerText()).toMatch(/no all-clear\. \d+ answers that could show one are not known\./);
    await words.getByRole('link', { name: 'The urgent signs' }).click();
    await page.getByRole('heading', { level: 2, name: 'Call an ambulance now' }).first().waitFor();
  });
  it('that was raised stands there without the words about no all-clear', async () => {
    await go('/path/sheet/');
    await page.getByText('Open a file, or paste one').click();
    await openFile({ 'seizure-or-confusion': true });
    await page.getByText(/read and kept/).waitFor();
    await page.waitForTimeout(200);
    await go('/path/guidance/');
    await page.locator('.urgent.emergency').waitFor();
    expect(await page.locator('#no-all-clear').count()).toBe(0);
  });
});

it('a file about somebody of another age is not added to the record, and the page says what to do', async () => {
  await go('/path/sheet/');
  await page.getByText('Open a file, or paste one').click();
  await openFile({ age: 36, pregnant: false });
  await page.getByText('2 facts are known.').waitFor();
  await openFile({ age: 8, pregnant: true });
  await page.getByText(/says an age of 8, and what is kept here says 36/).waitFor();
  expect(await page.getByText('2 facts are known.').count()).toBe(1);
  await page.waitForTimeout(200);
  await go('/track/');
  await page.getByText('Save a copy, or open one').click();
  await page
    .getByLabel('Open a copy or a patient file')
    .setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ facts: { age: 8, pregnant: true } })),
    });
  await page.getByText(/says an age of 8, and what is kept here says 36/).waitFor();
});

describe('the page of what could go wrong', () => {
  it('says without a script what each risk is, what stands against it and what remains, those that stay high first', async () => {
    const { hazards } = loadHazards('docs');
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(`${site.address}/about/hazards/`);
    const text = (await still.locator('main').textContent()) ?? '';
    for (const { what, remains, controls } of hazards)
      for (const words of [what, remains, ...controls.map(({ does }) => does)])
        expect(text.replaceAll(/\s+/g, ' ')).toContain(words.replaceAll(/\s+/g, ' '));
    const high = hazards.filter(({ after }) => levelOf(after) === 'high').map(({ id }) => `#${id}`);
    const first = await still
      .locator('main ul')
      .first()
      .locator('a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(first).toEqual(high);
    await still.locator(`main details${high[0]} summary`).click();
    await still.locator(`main details${high[0]} dl`).waitFor();
    await still.context().close();
  });
  it('is one tap from the page that says who made this, as is what it is for', async () => {
    for (const [name, found] of [
      ['What could go wrong', 'Risks that stay high'],
      ['Intended use', 'What it must not be used for'],
      ['Scored as a decision aid', 'To qualify'],
    ] as const) {
      await go('/about/');
      await page.locator('main').getByRole('link', { name, exact: true }).click();
      await page
        .getByRole('heading', { name: new RegExp(found) })
        .first()
        .waitFor();
    }
  });
});

describe('the day on the device', () => {
  it('before the pages were made is called wrong', async () => {
    await context.clock.setFixedTime('2020-03-01T12:00:00Z');
    await go('/treatments/methotrexate/');
    expect(await page.locator('main #age').innerText()).toContain('its date is wrong');
  });
  it('long after the pages were made brings a warning that they are old', async () => {
    await context.clock.setFixedTime('2036-03-01T12:00:00Z');
    await go('/treatments/methotrexate/');
    expect(await page.locator('main #age').innerText()).toMatch(/made \d+ months ago/);
  });
  it('on which they were made brings none', async () => {
    await go('/about/');
    const made = await page.locator('[data-made]').getAttribute('data-made');
    await context.clock.setFixedTime(`${made}T12:00:00Z`);
    await page.reload();
    expect(await page.locator('#age').count()).toBe(0);
  });
});
