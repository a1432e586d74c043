// SPDX-License-Identifier: Apache-2.0
// What stands one click below: arithmetic of drips, one's own standing on a treatment's page, and where guidelines differ.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());
const go = async (path: string): Promise<void> => {
  await page.goto(site.address + path);
  await page.locator('main h1').first().waitFor();
};
const result = () => page.locator('.result');

describe('infusion arithmetic', () => {
  it('shows an example without scripts, with its ceiling and its sources', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const read = await plain.newPage();
    await read.goto(`${site.address}/for-clinicians/infusions/`);
    const words = await read.locator('main').innerText();
    expect(words).toContain('70 kg × 2 g/kg = 140 g in all');
    expect(words).toContain('Never faster than 0.04 mL/kg/min');
    expect(words).toContain('For the clinician to verify');
    await plain.close();
  });

  it('takes the lower ceiling until somebody says that there is no risk', async () => {
    await go('/for-clinicians/infusions/');
    await page.getByLabel('Weight, in kg').fill('60');
    await page.getByLabel('Days in a row').selectOption('2');
    await result().getByText('120 g in all, 1200 mL, over 2 days in a row.').first().waitFor();
    const last = result().locator('table').nth(1).locator('tbody tr').last();
    expect(await last.innerText()).toContain('0.03 mL/kg/min');
    await page.getByLabel('No', { exact: true }).check();
    await result().getByText('0.04 mL/kg/min').first().waitFor();
    expect(await last.innerText()).toContain('144 mL/h');
  });

  it('works nothing out for a weight that no scheme was published for, and says which it takes', async () => {
    await go('/for-clinicians/infusions/');
    await page.getByLabel('Weight, in kg').fill('700');
    await result().locator('.wrong-text').waitFor();
    expect(await result().innerText()).toContain('outside 20 to 250 kg');
    expect(await result().locator('table').count()).toBe(0);
  });

  it('works out rituximab by body surface, from weight and height', async () => {
    await go('/for-clinicians/infusions/');
    await page.getByLabel('Scheme').selectOption('375-mg-per-m2-weekly-four');
    await page.getByLabel('Weight, in kg').fill('70');
    await page.getByLabel('Height, in cm').fill('172');
    await result().getByText('1.83 m² × 375 mg/m² = 686 mg a drip.').waitFor();
  });
});

/** Answers the first questions with none of these, and with the first answer. */
async function answerSome(pages: number): Promise<void> {
  await go('/path/');
  for (let i = 0; i < pages; i += 1) {
    await page.locator('form.question').waitFor();
    const before = await page.locator('main h1').first().innerText();
    const rest = page.locator('form.question input[name=rest]');
    await ((await rest.count()) ? rest : page.locator('form.question input[type=radio]')).first().check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForFunction((old) => document.querySelector('main h1')?.textContent !== old, before);
  }
}

describe('on the page of a treatment', () => {
  it('nothing is said of a person of whom nothing is known', async () => {
    await go('/treatments/ivig/');
    await page.waitForTimeout(500);
    expect(await page.locator('.for-you').count()).toBe(0);
    expect(await page.locator('[data-standing]').innerText()).toBe('');
  });

  it('the person’s own standing is said in one line, with the way on', async () => {
    await answerSome(2);
    await go('/treatments/ivig/');
    await page.locator('.for-you').waitFor();
    expect(await page.locator('.for-you').innerText()).toMatch(/^For you:\s+\S/);
    expect(await page.locator('.for-you a').count()).toBe(1);
  });
});

describe('calculators', () => {
  it('every measure computes its published example, with a name for each part and no path or code shown', async () => {
    await go('/for-clinicians/measures/');
    const choice = page.getByLabel('Measure', { exact: true });
    const ids = await choice.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    expect(ids.length).toBeGreaterThan(25);
    const trouble: string[] = [];
    for (const id of ids) {
      await choice.selectOption(id);
      await page.getByRole('button', { name: 'Fill in the published example' }).click();
      await page.getByRole('button', { name: 'Compute' }).click();
      const said = await page.getByRole('status').innerText();
      if (!said.startsWith('Result')) trouble.push(`${id}: ${said.slice(0, 120)}`);
      const names = await page.locator('form :is(label, legend, dt)').allInnerTexts();
      trouble.push(...names.filter((one) => /[a-z]{2}[A-Z]|_|\{/.test(one)).map((one) => `${id}: ${one}`));
    }
    expect(trouble).toEqual([]);
  });

  it('the total improvement score of a real change is the published sum, and one enzyme is enough', async () => {
    await go('/for-clinicians/measures/#tis_2016_acr_eular');
    await page.getByRole('button', { name: 'Fill in the published example' }).click();
    const second = page.getByRole('group', { name: /^Enzyme 2/ });
    for (const box of await second.getByRole('textbox').all()) await box.fill('');
    for (const box of await second.getByRole('combobox').all()) await box.selectOption('');
    await page.getByRole('button', { name: 'Compute' }).click();
    await page.getByRole('status').getByText('Total', { exact: true }).waitFor();
    expect(await page.getByRole('status').innerText()).not.toContain('missing');
  });
});

it('beside an option of the guidance, both sides of a disagreement are one click below', async () => {
  await context.clock.setFixedTime('2026-01-22T12:00:00Z'); // the day of the file: its answers are fresh
  await go('/path/sheet/');
  await page.getByText('Open a file, or paste one').click();
  await page.getByLabel(/A patient file/).setInputFiles('examples/stepping-up.yaml');
  await page.getByText(/stepping-up.yaml: \d+ entries were read and kept/).waitFor();
  await go('/path/guidance/');
  const differs = page.locator('details', { has: page.locator('summary', { hasText: /^Guidelines differ on/ }) });
  const one = page.locator('.options > li').filter({ has: differs }).first().locator(differs).first();
  await one.locator('summary').click();
  expect(await one.locator('dt').count()).toBeGreaterThan(1);
  expect(await one.innerText()).toContain('What Heliotrope does.');
});
