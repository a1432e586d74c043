// SPDX-License-Identifier: Apache-2.0
// What the first article promised, line by line: each is found from the first page in two taps at most, by somebody who reads.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>, context: BrowserContext, page: Page, asked: string[];
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  asked = [];
  context.on('request', (request) => asked.push(request.url()));
  page = await context.newPage();
});
afterEach(() => context.close());
const go = (path: string) => page.goto(site.address + path);

/** A promise, the words to press on the way (two at most), and what must then stand on the page. */
const promises: readonly (readonly [promise: string, taps: readonly RegExp[], found: RegExp])[] = [
  ['glucocorticoids first', [/^Steroid tablets$/], /The first treatment|first/i],
  ['how steroids are lowered', [/^Read$/, /^Steroids and lowering them$/], /lower/i],
  ['methotrexate or azathioprine, side by side', [/^Compare treatments$/], /Azathioprine/],
  ['blood tests of methotrexate', [/^Browse treatments/, /^Methotrexate$/], /Tests/],
  ['how each treatment is thought to work', [/^Browse treatments/, /^Rituximab$/], /How it is thought to work/],
  ['immunoglobulin for severe disease', [/^Browse treatments/, /^Immunoglobulin drip \(IVIG\)$/], /37 of 47 people/],
  ['what a drip day is like', [/^Read$/, /^What an infusion day is like$/], /drip/i],
  ['infusion arithmetic', [/For clinicians/, /^Infusion arithmetic$/], /For the clinician to verify/],
  ['measures of response', [/For clinicians/, /^Measures$/], /Total improvement score/i],
  ['what the disease is', [/^Read$/, /^What dermatomyositis is$/], /muscle/i],
  ['an exercise plan', [/^Exercise$/], /Exercise/],
  ['the best path, by questions', [/^Find your path/], /Why we ask/],
  ['related articles', [/^Read$/, /^Skin and sun$/], /Related articles/],
  ['key takeaways', [/^Read$/, /^First treatments$/], /Key takeaways/],
  ['the trial ProDERM', [/^The trials$/, /^ProDERM/], /37 of 47/],
  ['the trial of 1993', [/^The trials$/, /^Dalakas 1993/], /Dalakas/],
  ['a page for the visit', [/^Prepare your next visit$/], /Questions I would like to ask/],
  ['medicines, tests and strength over time', [/^Track strength/], /What is due/],
  ['red flags', [/urgent signs/i], /Call an ambulance now/],
  ['what changed, and for whom', [/^What changed$/], /guideline 2026/i],
  ['the proofs', [/For clinicians/, /^Proofs$/], /What holds/],
];

describe('from the first page, in two taps at most', () => {
  it.each(promises)('%s', async (_promise, taps, found) => {
    expect(taps.length).toBeLessThanOrEqual(2);
    await go('/');
    for (const words of taps) await page.getByRole('link', { name: words }).first().click();
    await page.locator('main', { hasText: found }).waitFor({ timeout: 15_000 });
  });

  it('a question in one’s own words, which no address and no server gets', async () => {
    await go('/');
    await page.getByLabel('Or ask in your own words').fill('Can I go out in the sun with this rash?');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.locator('.result article').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('#q').inputValue()).toBe('Can I go out in the sun with this rash?');
    expect(asked.filter((url) => /rash|q=/.test(url))).toEqual([]);
  });
});

it('the four questions of a first visit are answered on the first page itself, each with its sources', async () => {
  await go('/');
  for (const one of await page.locator('.faq details').all()) {
    await one.evaluate((details) => details.setAttribute('open', ''));
    expect(await one.locator('a.ref').count()).toBeGreaterThan(0);
  }
  expect(await page.locator('.faq details').count()).toBe(4);
});
