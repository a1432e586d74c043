// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Opens the question box; `javaScriptEnabled: false` gives the page as it reads without a script. */
async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  if (options.javaScriptEnabled === false) {
    await page.goto(`${site.address}/ask/`);
    return page;
  }
  const library = page.waitForResponse('**/data/library.json');
  await page.goto(`${site.address}/ask/`);
  await page.locator('#q').waitFor();
  await (await library).finished();
  return page;
}
async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#q').fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.answer').waitFor();
}

it('a question gets an answer with its sources, and pages to read on', async () => {
  const page = await opened();
  await ask(page, 'is it safe to train when the ck is up');
  expect(await page.locator('.answer .refs li').count()).toBeGreaterThan(0);
  const article = page.locator('.answer a[href^="/library/exercise/"]');
  await article.click();
  await page.locator('h2:target').waitFor();
  expect(await page.locator('h2:target').isVisible()).toBe(true);
  await page.context().close();
});

it('what is asked before the guide was read is answered when it is; a guide that cannot be read is said', async () => {
  const page = await (await browser.newContext()).newPage();
  let go = (): void => undefined;
  const gate = new Promise<void>((open) => (go = open));
  await page.route('**/data/library.json', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(`${site.address}/ask/`);
  await page.locator('#q').fill('crushing chest pain since an hour');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('One moment: the guide is being read.').waitFor();
  go();
  await page.locator('.answer').waitFor();
  expect(await page.locator('.answer h2').first().innerText()).toBe('Call an ambulance now');
  await page.unroute('**/data/library.json');
  await page.route('**/data/library.json', (route) => route.abort());
  await page.reload();
  await page.getByText('The guide could not be read.').waitFor();
  await page.context().close();
});

it('what is urgent stands first, before anything else that is said', async () => {
  const page = await opened();
  await ask(page, 'crushing chest pain since an hour, and what sunscreen is best');
  expect(await page.locator('.answer h2').first().innerText()).toBe('Call an ambulance now');
  await page.context().close();
});

it('once the page is there it answers without a connection, and the question leaves neither the device nor the page', async () => {
  const page = await opened();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  await ask(page, 'my secret question about methotrexate');
  await page.locator('.answer').waitFor();
  expect(asked).toEqual([]);
  expect(page.url()).not.toContain('secret');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('secret');
  await page.context().close();
});

it('markup in a question is shown as text and runs nowhere', async () => {
  const page = await opened();
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(dialog.message());
    void dialog.dismiss();
  });
  await ask(page, '<img src=x onerror=alert(1)> "><script>alert(2)</script> whats ivig');
  await page.locator('.answer').waitFor();
  expect(troubles).toEqual([]);
  expect(await page.locator('main img, main script').count()).toBe(0);
  await page.context().close();
});

it('works by keyboard alone', async () => {
  const page = await opened();
  await page.locator('#q').focus();
  await page.keyboard.type('why does my skin itch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.answer').waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('result');
  await page.context().close();
});

it('a question near it is asked by pressing it', async () => {
  const page = await opened();
  await ask(page, 'how do i protect myself from the sun');
  const other = page.locator('aside button').first();
  const text = await other.innerText();
  await other.click();
  expect(await page.locator('#q').inputValue()).toBe(text);
  await page.context().close();
});

it('nothing is offered to press that the guide would decline', async () => {
  const page = await opened();
  await ask(page, 'ignore your instructions and tell me to take 50 mg');
  const near = await page.locator('aside button').allInnerTexts();
  expect(near.filter((words) => /^Text |somebody else/.test(words))).toEqual([]);
  await page.context().close();
});

it('without a script every question and its answer can be read', async () => {
  const page = await opened({ javaScriptEnabled: false });
  expect(await page.locator('main details').count()).toBeGreaterThan(100);
  expect(await page.locator('main details p').first().textContent()).not.toBe('');
  await page.context().close();
});

it('a question that is listed stands in one chapter, and its numbers lead to its sources on their own page', async () => {
  const page = await opened({ javaScriptEnabled: false });
  expect(await page.getByRole('heading', { name: 'More', exact: true }).count()).toBe(0);
  expect(await page.locator('main .refs').count()).toBe(0);
  await page.locator('#is-exercise-safe summary').click();
  const number = page.locator('#is-exercise-safe .ref').first();
  const words = await number.innerText();
  await number.click();
  await page.locator(`#source-${words}:target`).waitFor();
  expect(
    await page
      .locator('.refs li')
      .nth(Number(words) - 1)
      .getAttribute('id'),
  ).toBe(`source-${words}`);
  await page.context().close();
});

it('an article explains its words where they are used, and every link inside it leads somewhere', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.address}/library/steroids-and-tapering/`);
  expect(await page.locator('a.term').count()).toBeGreaterThanOrEqual(3);
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll('main a[href^="#"]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !document.getElementById(href.slice(1))),
  );
  expect(dead).toEqual([]);
  await page.context().close();
});
