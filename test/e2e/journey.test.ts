// SPDX-License-Identifier: Apache-2.0
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>, context: BrowserContext, page: Page;
let asked: string[], refused: string[];
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  [asked, refused] = [[], []];
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
const go = async (path: string): Promise<void> => {
  await page.goto(site.address + path);
  await page.locator('main h1').first().waitFor();
};
const heading = (): Promise<string> => page.locator('main h1').first().innerText();

/** Ticks nothing, says none of these, goes on. */
async function noneOfThese(): Promise<void> {
  const before = await heading();
  await page.getByLabel(/^None of/).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction(
    (old) =>
      document.querySelector('main h1')?.textContent !== old || !document.querySelector('input[name=rest]:checked'),
    before,
  );
}

describe('the interview', () => {
  it('leads from the first page to guidance by keyboard alone', async () => {
    await go('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the main content');
    await page.getByRole('link', { name: /Find your path/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('form.question').waitFor();
    await page.locator('input[type=checkbox]').first().focus();
    await page.keyboard.press('Space');
    await page.getByLabel(/I don’t know about the others/).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Continue' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.urgent').first().waitFor();
    await page.getByRole('link', { name: 'See it whole, with reasons' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { level: 2, name: /Call|Tell/ })
      .first()
      .waitFor();
    expect(refused).toEqual([]);
  });
  it('keeps every answer through a reload, and takes the last one back', async () => {
    await go('/path/');
    await noneOfThese();
    const [question, told] = [await heading(), await page.getByText(/What you told us/).innerText()];
    await page.reload();
    await page.locator('form.question').waitFor();
    expect([await heading(), await page.getByText(/What you told us/).innerText()]).toEqual([question, told]);
    await page.getByRole('button', { name: 'Undo my last answer' }).click();
    await page.getByRole('heading', { name: 'Do you have any of these now?' }).waitFor();
  });
  it('never asks again what somebody does not know, and says that it is open', async () => {
    await go('/path/');
    const first = await heading();
    await page.getByLabel('I don’t know about the others').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForTimeout(300);
    const labels = await page.locator('.choice').allInnerTexts();
    await page.reload();
    await page.locator('form.question').waitFor();
    expect(await page.locator('.choice').allInnerTexts()).toEqual(labels);
    expect(first).toBeTruthy();
  });
  it('says what is wrong with a number, and keeps what was typed', async () => {
    await go('/track/');
    await page.getByLabel('How bad, 0 to 10').fill('62');
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('You typed 62. Type a number from 0 to 10.');
    expect(await page.getByLabel('How bad, 0 to 10').inputValue()).toBe('62');
  });
});

describe('the record on the device', () => {
  it('shows in one tab what another tab added, and loses neither', async () => {
    await go('/track/');
    const other = await context.newPage();
    await other.goto(`${site.address}/track/`);
    await other.getByLabel('How bad, 0 to 10').fill('7');
    await other.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('tiredness: 7 of 10').waitFor();
    await page.getByLabel('How bad, 0 to 10').fill('4');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await other.getByText('tiredness: 4 of 10').waitFor();
    expect(await other.getByText('tiredness: 7 of 10').count()).toBe(1);
  });
  it('shows markup of an imported file as text, and refuses a file it cannot read whole', async () => {
    await go('/track/');
    await page.getByText('Save a copy, or open one').click();
    const open = (text: string) =>
      page
        .getByLabel('Open a copy or a patient file')
        .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await open(
      JSON.stringify({
        asOf: '2026-01-01',
        record: [
          {
            kind: 'note',
            id: 'x',
            on: '2026-01-01',
            text: '<img src=x onerror="document.title=1"><script>document.title=2</script>',
          },
        ],
      }),
    );
    await page.getByText('<img src=x').waitFor();
    expect(await page.title()).toContain('Track');
    await open(JSON.stringify({ facts: { age: 'many' } }));
    await page
      .getByText(/The fact "age" does not exist, or cannot have the value "many". Nothing was changed./)
      .waitFor();
    await open('{');
    await page.getByText('it is not JSON').waitFor();
  });
  it('deletes everything in two steps', async () => {
    await go('/track/');
    await page.getByLabel('How bad, 0 to 10').fill('7');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('tiredness: 7 of 10').waitFor();
    await page.getByText('Delete everything').first().click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('button', { name: 'Yes, delete everything' }).click();
    await page.getByText('Everything on this device was deleted.').waitFor();
    expect(await page.getByText('tiredness: 7 of 10').count()).toBe(0);
  });
  it('says kindly that the browser keeps nothing, and does not pretend', async () => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await go('/path/');
    expect(await page.getByRole('alert').innerText()).toContain('does not let the page keep your answers');
  });
});

describe('the visit page', () => {
  it('prints on one sheet, on A4 and on Letter', async () => {
    await go('/visit/');
    for (const format of ['A4', 'Letter']) {
      const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
      expect(sheets).toHaveLength(1);
    }
  });
});

it('asks nothing of anybody but itself, through the longest journey', async () => {
  for (const path of [
    '/',
    '/treatments/ivig/',
    '/path/',
    '/path/guidance/',
    '/compare/?with=ivig,rituximab',
    '/track/',
    '/visit/',
    '/evidence/proderm/',
  ])
    await go(path);
  expect(asked.length).toBeGreaterThan(20);
  expect(
    asked.filter((url) => !url.startsWith(site.address) && !url.startsWith('data:') && !url.startsWith('blob:')),
  ).toEqual([]);
  expect(refused).toEqual([]);
});

it('can be read without a connection after the first visit', async () => {
  await go('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(
    async () =>
      (await caches.keys()).length > 0
      && (await (await caches.open((await caches.keys())[0] ?? '')).keys()).length > 100,
  );
  await context.setOffline(true);
  await go('/treatments/methotrexate/');
  await go('/path/');
  expect(await heading()).toBe('Do you have any of these now?');
});
