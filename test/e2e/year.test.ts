// SPDX-License-Identifier: Apache-2.0
// Twelve months typed in by keyboard alone, then what comes of them: charts, what is due, the calendar, the printed sheet; and what
// could go wrong with such a record on a shared, full or half-open device.
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
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  refused = [];
  page = await context.newPage();
  page.on('pageerror', (error) => refused.push(error.message));
});
afterEach(() => context.close());

const open = async (path: string, on = page): Promise<void> => {
  await on.goto(site.address + path);
  await on.locator('main h1').first().waitFor();
};
/** What has the focus: the id of a field, or else its words. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const words = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
    return at?.id || words?.trim() || '';
  });
/** How many presses led from one place to another the last time: the way is walked again, and looked at once at its end. */
const ways = new Map<string, number>();
/** Presses one key until that has the focus. */
async function reach(what: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const way = `${key} from ${await focused()} to ${what}`;
  const known = ways.get(way) ?? 1;
  for (let i = 1; i < known; i += 1) await page.keyboard.press(key);
  for (let i = known; i < 90; i += 1) {
    await page.keyboard.press(key);
    if ((await focused()) !== what) continue;
    ways.set(way, i);
    return;
  }
  throw new Error(`${key} never reaches "${what}".`);
}
/** The day so many days ago as somebody in the United States types it. */
const typedDay = (days: number): string => {
  const [year, month, day] = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${month}${day}${year}`;
};
const monthly = Array.from({ length: 12 }, (_, i) => 350 - i * 30);

type Fields = readonly (readonly [field: string, typed: string])[];
/** One entry of the kind that is chosen: from its first field to "Keep it". A space ticks a box. */
async function enter(fields: Fields, daysAgo: number, first: boolean): Promise<void> {
  for (const [i, [field, typed]] of fields.entries()) {
    await reach(field, i === 0 && !first ? 'Shift+Tab' : 'Tab');
    await (typed === ' ' ? page.keyboard.press('Space') : page.keyboard.type(typed));
  }
  await reach('on');
  await page.keyboard.type(typedDay(daysAgo));
  await reach('Keep it');
  await page.keyboard.press('Enter');
}
/** Chooses a kind with the arrow keys, then types twelve months of it. */
async function year(kind: string, fields: (month: number) => Fields): Promise<void> {
  ways.clear(); // each kind has its own fields
  await page.keyboard.press('Shift+Tab');
  for (
    let i = 0;
    i < 40 && !(await page.evaluate(() => document.activeElement?.getAttribute('name') === 'kind'));
    i += 1
  )
    await page.keyboard.press('Shift+Tab');
  for (let i = 0; i < 10 && (await focused()) !== kind; i += 1) await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe(kind);
  for (const [month, days] of monthly.entries()) await enter(fields(month), days, month === 0);
}

describe('a year by keyboard alone', () => {
  it('takes every kind of entry each month, and makes of it charts, dates, a calendar and one printed sheet', async () => {
    await open('/track/');
    await page.locator('#what option').first().waitFor({ state: 'attached' });
    await reach('Keep it');
    const doses = [60, 50, 40, 30, 25, 20, 15, 12.5, 10, 7.5, 5, 5];
    await year('Strength test', (i) => [['value', String(4 + i)]]);
    await year('Medicine', (i) => [
      ['what', 'Predn'],
      ['event', i ? 'The' : 'I b'],
      ['value', String(doses[i])],
      ['often', 'Once'],
    ]);
    await year('Blood test', (i) => [
      ['what', 'LDH'],
      ['value', String(2400 - i * 190)],
      ['upper', '200'],
    ]);
    await year('Rash', (i) => [
      ['Elbows', ' '],
      ['score', String(9 - Math.floor(i / 2))],
    ]);
    await year('Drip', () => [
      ['what', 'Immunoglobulin d'],
      ['value', '70'],
    ]);
    await year('Doctor’s score', (i) => [['value', String(110 + i * 3)]]);
    await year('Exercise', (i) => [
      ['minutes', String(10 + i)],
      ['effort', '3'],
    ]);
    await year('Vaccine', () => [['text', 'Flu']]);
    await year('Note', (i) => [['text', `M${i}`]]);
    await year('How I feel', (i) => [['score', String(8 - Math.floor(i / 2))]]);
    await page.getByRole('button', { name: 'Show all 120 entries' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Show all 120 entries' }).waitFor();
    expect(refused).toEqual([]);

    await page.locator('.series').waitFor();
    const ticks = await page
      .locator('.series svg.plot[role=img]')
      .evaluateAll((all) => new Set(all.map((one) => one.getAttribute('viewBox')?.split(' ')[2])).size);
    expect(ticks).toBe(1); // every chart has the width of the one time axis
    const numbers = page.locator('table[data-chart="dose prednisone mg/d"] td');
    await page.getByText('The numbers', { exact: true }).click();
    expect((await numbers.allInnerTexts()).slice(0, 4)).toEqual(['60', '50', '40', '30']);
    expect(await page.locator('.due').innerText()).toMatch(/Overdue by \d+ days/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Add these to my calendar' }).click(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await file.path(), 'utf8')));
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(2);

    await open('/visit/');
    await page.locator('.sheet').waitFor();
    for (const format of ['A4', 'Letter'])
      expect((await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    const sheet = await page.locator('.sheet').innerText();
    expect(sheet).toContain('Never stop the steroid suddenly.');
    expect(sheet).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  }, 120_000);
});

const feel = async (score: string, on = page): Promise<void> => {
  await on.getByLabel('How bad, 0 to 10').fill(score);
  await on.getByRole('button', { name: 'Keep it' }).click();
  await on.locator('.entries', { hasText: `tiredness: ${score} of 10` }).waitFor();
};

/** Every row of every database of the browser, and every key beside them: what a device knows of anybody. */
const everythingStored = (): Promise<readonly { of: string; row: unknown }[]> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => failed(request.error));
      });
    const found: { of: string; row: unknown }[] = [];
    for (const [of, store] of Object.entries({ localStorage, sessionStorage }))
      found.push(...Object.keys(store).map((row) => ({ of, row })));
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ''));
      for (const store of db.objectStoreNames) {
        const rows: readonly unknown[] = await asked(db.transaction(store).objectStore(store).getAll());
        found.push(...rows.map((row) => ({ of: store, row })));
      }
      db.close();
    }
    return found;
  });
/** Words typed on the visit page, and a question of the interview left open. */
async function ownWords(): Promise<void> {
  await open('/visit/');
  await page.getByLabel('What worries me, or matters most').fill('Stairs are harder.');
  await page.getByRole('textbox', { name: 'Questions I would like to ask' }).fill('How long will it last?');
  await page.locator('.big', { hasText: 'Stairs are harder.' }).waitFor();
  await open('/path/');
  await page.locator('form.question').waitFor();
  const first = await page.locator('main h1').innerText();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.locator('main h1').filter({ hasNotText: first }).waitFor();
}

describe('a record on a device that others use too', () => {
  it('is locked with a passphrase, refuses another one, and comes back whole after everything was deleted', async () => {
    await ownWords();
    await open('/track/');
    await feel('7');
    await page.getByLabel('Day').first().fill('2026-01-02');
    await page.evaluate(() => sessionStorage.setItem('SMART_KEY', 'a health record'));
    const ofThePerson = async () =>
      (await everythingStored()).filter(({ of }) => of !== 'sessionStorage' && of !== 'settings');
    const kept = await ofThePerson();
    expect(new Set(kept.map(({ of }) => of))).toEqual(new Set(['drafts', 'entries', 'people', 'unanswered', 'words']));
    await page.getByText('Save a copy, or open one').click();
    const passphrase = page.getByLabel('Passphrase, if the copy is to be locked');
    await passphrase.fill('violet around the eyes');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a copy to a file' }).click(),
    ]);
    const copy = await file.path();
    expect(readFileSync(copy, 'utf8')).not.toContain('tiredness');
    await page.getByText('Delete everything').first().click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('button', { name: 'Yes, delete everything' }).click();
    await page.getByText('Everything on this device was deleted.').waitFor();
    expect(await everythingStored()).toEqual([]);
    await page.getByText('Save a copy, or open one').click();
    await passphrase.fill('another');
    await page.getByLabel('Open a copy or a patient file').setInputFiles(copy);
    await page
      .getByText(/passphrase/i)
      .nth(1)
      .waitFor();
    expect(await page.locator('.entries li').count()).toBe(0);
    await passphrase.fill('violet around the eyes');
    await page.getByLabel('Open a copy or a patient file').setInputFiles([]);
    await page.getByLabel('Open a copy or a patient file').setInputFiles(copy);
    await page.locator('.entries', { hasText: 'tiredness: 7 of 10' }).waitFor();
    await page.getByText('One entry was added from the copy, with the words kept beside them.').waitFor();
    expect(await ofThePerson()).toEqual(kept);
    await open('/visit/');
    for (const words of ['Stairs are harder.', 'How long will it last?', 'tiredness'])
      await page.locator('.sheet', { hasText: words }).waitFor();
  });
  it('is kept apart from somebody else’s, also on the visit page', async () => {
    await open('/track/');
    await feel('7');
    await open('/visit/');
    await page.getByLabel('What worries me, or matters most').fill('Stairs are harder.');
    await page.locator('.big', { hasText: 'Stairs are harder.' }).waitFor();
    await open('/track/');
    await page.getByText('Somebody else on this device').click();
    await page.getByLabel('A new person’s name').fill('Ben');
    await page.getByRole('button', { name: 'Add this person' }).click();
    await page.getByText('You now see the record of Ben.').waitFor();
    expect(await page.locator('.entries li').count()).toBe(0);
    await open('/visit/');
    await page.locator('.sheet').waitFor();
    expect(await page.locator('.sheet').innerText()).not.toContain('Stairs are harder.');
  });
  it('takes the entries of two open tabs, and shows both in each', async () => {
    const other = await context.newPage();
    await Promise.all([open('/track/'), open('/track/', other)]);
    await Promise.all([feel('7'), feel('3', other)]);
    for (const tab of [page, other])
      for (const score of ['7', '3']) await tab.locator('.entries', { hasText: `tiredness: ${score} of 10` }).waitFor();
  });
  it('goes on when the device is full, and says so', async () => {
    await open('/track/');
    await feel('7');
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await feel('3');
    await page.getByRole('heading', { name: 'Not kept yet' }).waitFor();
    expect(await page.locator('.entries', { hasText: 'tiredness: 7 of 10' }).count()).toBe(1);
  });
});

describe('a session of exercise', () => {
  it('is corrected in its form, and the old one stays, crossed out', async () => {
    await open('/exercise/');
    await page.getByLabel('2 light').check();
    await page.getByRole('button', { name: 'Done, next movement' }).click();
    await page.locator('.week .today .icon').waitFor();
    await open('/track/');
    const row = page.locator('.entries li').first();
    const before = await row.locator('p span').first().innerText();
    await row.getByRole('button', { name: /^Correct/ }).click();
    await page.getByLabel('How hard, 0 to 10').fill('5');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await page.locator('.entries', { hasText: 'effort 5 of 10' }).waitFor();
    expect((await row.locator('p span').first().innerText()).replace('effort 5', 'effort 2')).toBe(before);
    await page.getByText('One entry was corrected or taken back').click();
    expect(await page.locator('del').innerText()).toBe(before);
  });
});
