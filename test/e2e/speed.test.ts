// SPDX-License-Identifier: Apache-2.0
// How long a tap takes on a slow device: from the tap until the next question stands on the page, laid out.
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

const taps = 10;
/** Answers the question with what is foreseen for most people, and waits a second, as a reader does at least. */
async function choose(page: Page): Promise<void> {
  const rest = page.locator('form.question input[name=rest]');
  await ((await rest.count()) ? rest : page.locator('form.question input[type=radio]')).first().check();
  await page.waitForTimeout(1200);
}
const tap = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const begun = performance.now();
        const before = document.querySelector('main h1')?.textContent;
        new MutationObserver((_, watching) => {
          const heading = document.querySelector('main h1');
          if (heading?.textContent === before) return;
          watching.disconnect();
          heading?.getBoundingClientRect();
          done(performance.now() - begun);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
        document.querySelector<HTMLButtonElement>('form.question button[type=submit]')?.click();
      }),
  );

/** Ten taps of one new visitor, in milliseconds. */
async function visit(): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${site.address}/path/`);
  await page.locator('form.question').waitFor();
  await page.waitForTimeout(1200);
  const slow = await context.newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const times: number[] = [];
  while (times.length < taps) {
    await choose(page);
    times.push(await tap(page));
  }
  await context.close();
  return times;
}

it('the worst of ten taps shows the next question within 50 ms, on a processor slowed six times', async () => {
  // Every visitor meets the same ten questions, and other work on the machine only ever adds time: what a tap itself needs is
  // the least of its times. One quiet visit is enough; a loaded machine gets up to four.
  const visits: (readonly number[])[] = [];
  const least = (): readonly number[] =>
    Array.from({ length: taps }, (_, i) => Math.min(...visits.map((times) => times[i] ?? 0)));
  do visits.push(await visit());
  while (visits.length < 4 && Math.max(...least()) >= 50);
  expect(Math.max(...least()), visits.map((times) => times.map(Math.round).join(' ')).join(' | ')).toBeLessThan(50);
}, 120_000);
