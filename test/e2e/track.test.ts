// SPDX-License-Identifier: Apache-2.0
// A year of tracking, a week of exercise and a visit, as somebody does them: mostly by keyboard, with reloads in between.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser, site: Awaited<ReturnType<typeof serve>>, context: BrowserContext, page: Page;
let refused: string[];
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  refused = [];
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
/** Tabs until an element with this accessible name has the focus. */
async function tabTo(name: RegExp, most = 80): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      const labelled =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement;
      return labelled ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '');
    });
    if (name.test(words)) return;
  }
  throw new Error(`No amount of tabbing reaches ${String(name)}.`);
}
const today = (): string =>
  page.evaluate(() => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10));
const daysAgo = (on: string, days: number): string =>
  new Date(Date.parse(on) - days * 86_400_000).toISOString().slice(0, 10);
/** A record put in as a file, as somebody who changes devices does. */
async function bring(record: readonly object[], facts: object = {}): Promise<void> {
  await go('/track/');
  await page.getByText('Save a copy, or open one').click();
  const text = JSON.stringify({ asOf: await today(), facts, record });
  await page
    .getByLabel('Open a copy or a patient file')
    .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByText(/(One entry was|entries were) added from the file/).waitFor();
}
/** A year: a steroid coming down, methotrexate, strength and creatine kinase month by month. */
function yearUntil(on: string): readonly object[] {
  const doses = [60, 50, 40, 30, 20, 15, 12.5, 10, 7.5, 7.5, 5, 5];
  const medicine = (id: string, days: number, dose: number, event: string, per: string) => ({
    kind: 'medicine',
    id: `${id}-${days}`,
    on: daysAgo(on, days),
    intervention: id,
    event,
    dose: { value: dose, unit: 'mg' },
    frequency: { times: 1, per },
  });
  return [
    medicine('methotrexate', 330, 15, 'start', 'week'),
    ...doses.map((dose, i) => medicine('prednisone', 360 - i * 30, dose, i ? 'change' : 'start', 'day')),
    ...doses.flatMap((_, i) => [
      { kind: 'strength', id: `s${i}`, on: daysAgo(on, 358 - i * 30), test: 'sts30', value: 4 + i, unit: '{times}' },
      {
        kind: 'laboratory',
        id: `ck${i}`,
        on: daysAgo(on, 357 - i * 30),
        test: 'creatine-kinase',
        value: 2400 - i * 190,
        unit: 'U/L',
        upperLimit: 200,
      },
    ]),
  ];
}

describe('adding and correcting', () => {
  it('takes a medicine by keyboard alone, keeps what is half typed through a reload, and shows it in the plan', async () => {
    await go('/track/');
    await tabTo(/How I feel/);
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowDown');
    await page.locator('#what option', { hasText: 'Methotrexate' }).first().waitFor({ state: 'attached' });
    await tabTo(/^Medicine$/);
    await page.keyboard.type('Methotrexate');
    await tabTo(/What happened/);
    await page.keyboard.type('I began');
    await tabTo(/How much each time/);
    await page.keyboard.type('15');
    await page.waitForTimeout(80);
    await page.reload();
    await page.locator('#value').waitFor();
    expect(await page.locator('#value').inputValue()).toBe('15');
    await tabTo(/Keep it/);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('A weekly medicine is not a daily one');
    await page.waitForFunction(() => document.activeElement?.id === 'often');
    await page.keyboard.type('Once a week');
    await tabTo(/Keep it/);
    await page.keyboard.press('Enter');
    await page.getByText('Methotrexate began: 15 mg, once a week').waitFor();
    await page.locator('.due b', { hasText: 'Blood tests' }).first().waitFor();
    expect(refused).toEqual([]);
  });
  it('keeps the old entry when one is corrected or taken back, and undoes', async () => {
    await bring([{ kind: 'symptom', id: 'a', on: '2026-01-01', symptom: 'itch', score: 9 }]);
    await page.getByRole('button', { name: 'Correct itch: 9 of 10' }).click();
    await page.getByLabel('How bad, 0 to 10').fill('3');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.locator('.entries', { hasText: 'itch: 3 of 10' }).waitFor();
    await page.getByText('One entry was corrected or taken back').click();
    expect(await page.locator('del').innerText()).toBe('itch: 9 of 10');
    await page.getByRole('button', { name: 'Undo the last entry' }).click();
    await page.locator('.entries', { hasText: 'itch: 9 of 10' }).waitFor();
    await page.getByRole('button', { name: 'Take back itch: 9 of 10' }).click();
    await page.getByRole('button', { name: 'Yes, take it back: itch: 9 of 10' }).click();
    await page.getByText('Nothing was added yet.').waitFor();
    await page.reload();
    await page.getByText('2 entries were corrected or taken back').waitFor();
  });
  it('corrects a measure by its parts, says what a part may be, and keeps the old one crossed out', async () => {
    const pairs = { quadriceps: { right: 8, left: 9 }, deltoidMiddle: { right: 7, left: 7 } };
    const inputs = { scale: 'kendall0_10', mode: 'bilateral', neckFlexors: 9, pairs };
    await bring([
      { kind: 'measure', id: 'm', on: '2026-01-01', measure: 'mmt8', inputs },
      { kind: 'measure', id: 'g', on: '2026-01-01', measure: 'global_activity_vas', inputs: { phga: 6, ptga: 5 } },
    ]);
    await page.getByRole('button', { name: 'Correct Strength, MMT-8: 7 parts' }).click();
    expect(await page.locator('[id="part-pairs.quadriceps.left"]').inputValue()).toBe('9');
    await page.getByRole('button', { name: 'Leave it as it was' }).click();
    await page.getByRole('button', { name: /^Correct Global scores/ }).click();
    await page.locator('[id="part-phga"]').fill('60');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/from 0 to 10/);
    await page.waitForFunction(() => document.activeElement?.id === 'part-phga');
    await page.locator('[id="part-phga"]').fill('4');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.getByText('Corrected. The old entry stays in your record.').waitFor();
    await page.getByText('One entry was corrected or taken back').click();
    expect(await page.locator('del').innerText()).toMatch(/ 6,.* 5$/);
    await page.reload();
    await page.locator('.entries', { hasText: / 4,.* 5/ }).waitFor();
  });
  it('says of a file that its entries are not kept yet when the device refuses them, and says added only when it kept them', async () => {
    const record = [{ kind: 'symptom', id: 'a', on: '2026-01-01', symptom: 'itch', score: 9 }];
    await bring(record);
    await page.goto(`${site.address}/track/`); // at once: what was said to be added is there
    await page.locator('.entries', { hasText: 'itch: 9 of 10' }).waitFor();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.getByText('Save a copy, or open one').click();
    const text = JSON.stringify({ record: [{ ...record[0], id: 'b', score: 4 }] });
    await page
      .getByLabel('Open a copy or a patient file')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByText('One entry was added from the file. This is not kept yet.').waitFor();
    await page.getByRole('heading', { name: 'Not kept yet' }).waitFor();
  });
  it('mirrors the list of places on the body', async () => {
    await go('/track/');
    await page.getByText('Rash', { exact: true }).click();
    await page.getByLabel('Elbows').check();
    expect(await page.getByRole('img', { name: /Filled: elbows/ }).count()).toBe(1);
    expect(await page.locator('.bodymap .r.on').count()).toBe(1);
    await page.getByLabel('Knees').check();
    await page.getByLabel('How bad, 0 to 10').fill('4');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.locator('.entries', { hasText: 'Rash, knees: 4 of 10' }).waitFor();
    expect(await page.locator('.entries', { hasText: 'Rash, elbows: 4 of 10' }).count()).toBe(1);
  });
  it('says before everything else that methotrexate is not a daily medicine, and leads to the entry', async () => {
    await bring([
      {
        kind: 'medicine',
        id: 'm',
        on: '2026-02-01',
        intervention: 'methotrexate',
        event: 'start',
        dose: { value: 15, unit: 'mg' },
        frequency: { times: 1, per: 'day' },
      },
    ]);
    const urgent = page.locator('.urgent-record');
    await urgent.waitFor();
    expect(await urgent.innerText()).toContain('daily use can kill');
    const before = await page.evaluate(() => {
      const [box, title] = [document.querySelector('.urgent-record'), document.querySelector('main h1')];
      return box && title ? box.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
    });
    expect(before).toBeGreaterThan(0);
    await urgent.getByRole('button', { name: 'Correct this entry' }).click();
    await page.getByLabel('How often').selectOption('once a week');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await urgent.waitFor({ state: 'detached' });
  });
});

describe('a year on one line of time', () => {
  it('draws every value that stands in the table, and the table holds what was recorded', async () => {
    const record = yearUntil(await today());
    await bring(record);
    await page.locator('.series').waitFor();
    const drawn = await page
      .locator('.series svg.plot[role=img]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    await page.getByText('The numbers', { exact: true }).click();
    const ck = await page.locator('table[data-chart="laboratory creatine-kinase U/L"] td').allInnerTexts();
    expect(ck).toEqual(Array.from({ length: 12 }, (_, i) => (2400 - i * 190).toLocaleString('en-GB')));
    const label = drawn.find((one) => one.startsWith('Creatine kinase')) ?? '';
    for (const value of ck) expect(label).toContain(`${value} on `);
    expect(await page.locator('.one', { hasText: 'Creatine kinase' }).locator('circle.pt').count()).toBe(12);
    const shown = await page.locator('.one', { hasText: 'Creatine kinase' }).locator('text.val').allTextContents();
    expect(shown.length).toBeGreaterThan(2);
    for (const value of shown) expect(ck).toContain(value);
  });
  it('says what is due and overdue, and gives a calendar that another program reads', async () => {
    await bring(yearUntil(await today()));
    await page.locator('.due .late').first().waitFor();
    expect(await page.locator('.due').innerText()).toMatch(/Overdue by \d+ days/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Add these to my calendar' }).click(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await file.path(), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.some(({ summary }) => summary.startsWith('Blood tests'))).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });
  /** Files of the UCUM library that the worker has fetched. */
  const units = async (): Promise<readonly string[]> => {
    const fetched = await page
      .workers()[0]
      ?.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    return (fetched ?? ['no worker']).filter((name) => /ucum|no worker/i.test(name));
  };
  it('fetches the library of units only when a unit must be converted', async () => {
    await bring(yearUntil(await today()));
    await page.locator('.series').waitFor();
    expect(await units()).toEqual([]);
    const haemoglobin = {
      kind: 'laboratory',
      id: 'hb',
      on: await today(),
      test: 'haemoglobin',
      value: 124,
      unit: 'g/L',
    };
    await bring([haemoglobin]);
    await page.locator('.entries', { hasText: 'Haemoglobin: 124' }).waitFor();
    await expect.poll(units).toHaveLength(1);
  });
});

describe('the plan', () => {
  it('checks a doctor’s plan for coming down, says what is wrong kindly, and lays it out by day', async () => {
    await go('/plan/');
    const on = await today();
    await page.getByLabel('Step 1, from').fill(on);
    await page.getByLabel('mg a day').first().fill('40');
    await page.getByLabel('Step 2, from').fill(daysAgo(on, -28));
    await page.getByLabel('mg a day').nth(1).fill('0');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Ask before you follow this').waitFor();
    await page.getByLabel('mg a day').nth(1).fill('30');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('button', { name: 'Keep it as my plan' }).click();
    await page.getByText('Your doctor’s plan, as you typed it.').waitFor();
    await page.getByText('Steroid, from today', { exact: false }).first().waitFor();
  });
  it('shows the arithmetic of immunoglobulin line by line, and never faster than the ceiling', async () => {
    await go('/plan/');
    await page.getByText('Immunoglobulin, one cycle').click();
    await page.getByLabel('Body weight, kg').fill('300');
    await page.getByRole('button', { name: 'Work it out' }).first().click();
    await page.getByText('You typed 300 as the weight').waitFor();
    await page.getByLabel('Body weight, kg').fill('70');
    await page.getByLabel('At risk of clots or kidney trouble').selectOption('no');
    await page.getByRole('button', { name: 'Work it out' }).first().click();
    await page.getByText('70 kg × 2 g/kg = 140 g in all, every 4 weeks.').waitFor();
    const rates = (await page.locator('.rates tbody td:nth-child(2)').allInnerTexts()).map(Number.parseFloat);
    expect(Math.max(...rates)).toBeLessThanOrEqual(70 * 0.04 * 60);
  });
});

describe('exercise', () => {
  it('shows the week, takes how hard it was, and ticks the day', async () => {
    await go('/exercise/');
    await page.locator('.week').waitFor();
    expect(await page.locator('.week li').count()).toBe(7);
    const name = await page.locator('.moves article h3').innerText();
    await page.getByRole('button', { name: 'Done, next movement' }).click();
    await page.getByText('Choose how hard it was').waitFor();
    await page.getByLabel('2 light').check();
    await page.getByRole('button', { name: 'Done, next movement' }).click();
    await page.locator('.week .today .icon').waitFor();
    expect(await page.locator('.moves > li', { hasText: name }).locator('.icon.fits').count()).toBe(1);
    await go('/track/');
    await page.locator('.entries', { hasText: 'effort 2 of 10' }).waitFor();
  });
  it('reads without a script: every movement, its words and when to stop', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await reader.goto(`${site.address}/exercise/`);
    expect(await reader.locator('.movegrid li').count()).toBe(53);
    expect(await reader.locator('#stop').innerText()).toContain('Chest pain or pressure');
    await reader.goto(`${site.address}/exercise/bridge/`);
    expect(await reader.locator('.poses p').allInnerTexts()).toEqual([
      'Lying on the back, knees bent, feet flat.',
      'Squeeze the buttocks, lift the hips, hold 2-3 seconds, lower slowly.',
    ]);
    await plain.close();
  });
});

describe('the visit page of a year', () => {
  it('prints on one side of A4 and of Letter with everything on it, and drops a part when it is ticked off', async () => {
    await bring(yearUntil(await today()));
    await go('/visit/');
    await page.locator('.sheet').waitFor();
    await page
      .getByLabel('What worries me, or matters most')
      .fill('Stairs are harder.\nI fear steroids.\nIs it back?\nWhen can I work?');
    await page.locator('#visit-since').fill(daysAgo(await today(), 365));
    await page.locator('.since tbody tr').first().waitFor();
    for (const format of ['A4', 'Letter']) {
      const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
      expect(sheets).toHaveLength(1);
    }
    expect(await page.locator('.sheet').innerText()).toContain('Methotrexate');
    await page.getByRole('checkbox', { name: 'What I take' }).uncheck();
    await page.locator('#v-take').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.sheet').waitFor();
    expect(await page.locator('#v-take').count()).toBe(0);
    expect(await page.locator('.big').innerText()).toContain('I fear steroids.');
  });
  it('gives the same as a FHIR document, and as a note', async () => {
    await bring(yearUntil(await today()));
    await go('/visit/');
    await page.locator('.sheet').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Save it for my hospital/ }).click(),
    ]);
    const bundle: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(bundle).toMatchObject({
      resourceType: 'Bundle',
      type: 'document',
      entry: expect.arrayContaining([
        expect.objectContaining({ resource: expect.objectContaining({ resourceType: 'Composition' }) }),
      ]),
    });
    await page.getByRole('button', { name: 'Show it as a clinician’s note' }).click();
    await page.locator('#note').waitFor();
    expect(await page.locator('#note').inputValue()).toContain('Methotrexate 15 mg once a week');
  });
});

/** What each of the person's own pages shows once it is ready. */
const ownPages: Readonly<Record<string, string>> = {
  '/track/': '.series',
  '/plan/': '.planmonth',
  '/exercise/': '.week',
  '/exercise/sit-to-stand/': '.poses',
  '/visit/': '.sheet',
  '/path/': 'form.question',
  '/path/guidance/': '.tally',
  '/path/sheet/': '.sheet-rows, .sheet-row',
  '/compare/': '.compare',
};
const known = { 'diagnosis-status': 'confirmed', 'myositis-type': 'classic-dm', age: 36 };

describe('every page of the record', () => {
  it('has nothing to press that is lower than 44 pixels, but for words in a sentence', async () => {
    await bring(yearUntil(await today()), known);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [path, ready] of Object.entries(ownPages)) {
      await go(path);
      await page.locator(ready).first().waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      const low = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(button, summary, select, input, textarea, .sofar a, .button-quiet)')]
          .map((one) => one.closest('label') ?? one)
          .filter((one) => one.checkVisibility() && !one.closest('p, li > p, .rowacts'))
          .flatMap((one) => {
            const { width, height } = one.getBoundingClientRect();
            return width > 1 && height < 43.5 ? [`${height} ${one.outerHTML.slice(0, 90)}`] : [];
          }),
      );
      expect([path, ...low]).toEqual([path]);
    }
  }, 60_000);
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  it.each(['light', 'dark'] as const)(
    'has nothing for axe to find, and fits 320 pixels, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await bring(yearUntil(await today()), known);
      for (const [path, ready] of Object.entries(ownPages)) {
        await go(path);
        await page.locator(ready).first().waitFor();
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        await page.evaluate(axe);
        const found: string[] = await page.evaluate(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`,
        );
        expect([path, ...found]).toEqual([path]);
        await page.setViewportSize({ width: 320, height: 700 });
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    },
    60_000,
  );
});
