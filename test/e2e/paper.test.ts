// SPDX-License-Identifier: Apache-2.0
// What comes out of the printer: the few sheets that somebody takes along, with what matters first, and nothing that only a screen can do.
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>, context: BrowserContext, page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await context.clock.setFixedTime('2026-01-22T12:00:00'); // the day of the example
  page = await context.newPage();
  await page.goto(`${site.address}/track/`);
  await page.getByText('Save a copy, or open one').click();
  await page
    .getByLabel('Open a copy or a patient file')
    .setInputFiles({
      name: 'stepping-up.yaml',
      mimeType: 'application/yaml',
      buffer: readFileSync('examples/stepping-up.yaml'),
    });
  await page.getByText('entries were added from the file').waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const sheets = async (): Promise<number> =>
  ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
/** The words that are printed, from the top. */
const printed = async (): Promise<string> => {
  await page.emulateMedia({ media: 'print' });
  const words = await page.locator('main').innerText();
  await page.emulateMedia({ media: null });
  return words;
};
const open = async (path: string, ready: string): Promise<void> => {
  await page.goto(site.address + path);
  await page.locator(ready).first().waitFor();
};

describe('on paper', () => {
  it('the guidance begins with what to take away and what to ask, and takes a few sheets', async () => {
    await open('/path/guidance/', '.tally');
    const words = await printed();
    const at = ['Key takeaways', 'Questions to ask', 'Fits now', 'Sources'].map((part) => words.indexOf(part));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(words).not.toMatch(/Try a change|Add it|Why, and how sure/);
    expect(await sheets()).toBeLessThanOrEqual(9);
  });
  it('a reason that was opened is printed, with every source it names', async () => {
    await open('/path/guidance/', '.tally');
    await page.locator('.options details').first().locator('summary').first().click();
    const words = await printed();
    expect(words).toContain('In the guideline’s words');
    await page.emulateMedia({ media: 'print' });
    const named = await page
      .locator('.options details[open] a.ref')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(named.length).toBeGreaterThan(0);
    for (const one of named) expect(await page.locator(one).isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });
  it('the plan holds what is due, and no form', async () => {
    await open('/plan/', '.planmonth');
    const words = await printed();
    expect(words).toContain('What is due');
    expect(words).not.toMatch(/How far ahead|Type your doctor|Infusion arithmetic|Schemes as published/);
    expect(await sheets()).toBeLessThanOrEqual(5);
  });
  it('the week of exercise shows how each movement is done and when to stop, and not the whole library', async () => {
    await open('/exercise/', '.week');
    const words = await printed();
    expect(words).toContain('When to stop and get help');
    expect(words).not.toMatch(/All 53 movements|How hard was it/);
    expect(words).toContain('Slide the heel towards the buttock and back.');
    expect(await sheets()).toBeLessThanOrEqual(6);
  });
});
