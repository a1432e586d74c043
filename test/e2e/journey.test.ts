// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
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

const question = () => page.locator('form.question').waitFor();
/** Says none of these, goes on, and waits for the next question. */
async function noneOfThese(): Promise<void> {
  const before = await heading();
  await page.getByLabel(/^None of/).check();
  await goOn(before);
}
async function goOn(before: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction((old) => document.querySelector('main h1')?.textContent !== old, before);
}
/** Tabs until an element with this accessible name has the focus, as somebody without a mouse does. */
async function tabTo(name: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '');
    });
    if (name.test(words)) return;
  }
  throw new Error(`No amount of tabbing reaches ${String(name)}.`);
}
/** Comes back when what the page has begun to write is written: a later piece of work on the same entries waits for it. */
const stored = (): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('heliotrope');
        opening.addEventListener('success', () => {
          const work = opening.result.transaction('entries', 'readwrite');
          work.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
  );
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the interview', () => {
  it('leads from the first page to guidance by keyboard alone', async () => {
    await go('/');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the main content');
    await tabTo(/Find your path/);
    await page.keyboard.press('Enter');
    await question();
    await tabTo(/seizure|confus/i);
    await page.keyboard.press('Space');
    await tabTo(/None of the others/);
    await page.keyboard.press('ArrowDown');
    await tabTo(/^Continue$/);
    await page.keyboard.press('Enter');
    await page.locator('.urgent.emergency').waitFor();
    expect(await focused()).toBe(await heading());
    await tabTo(/Stop here and see my answer/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Call an ambulance now' }).waitFor();
    const order = await page.evaluate(() => {
      const [flag, title] = [document.querySelector('.urgent'), document.querySelector('main h1')];
      return flag && title ? flag.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
    });
    expect(order).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });
  it('gives a first useful answer after the urgent signs and three questions', async () => {
    await go('/');
    await page
      .getByRole('link', { name: /Find your path/ })
      .first()
      .click();
    await question();
    expect(await page.getByText('Answer them next').count()).toBe(0); // urgent signs come first
    await noneOfThese();
    await page.getByRole('link', { name: 'Answer them next' }).click();
    for (const [asks, answer] of [
      [/for certain that you have dermatomyositis/, 'Yes, it is certain'],
      [/Which type/, 'Dermatomyositis of skin and muscle'],
      [/where you are with treatment/, 'Just found, not treated yet'],
    ] as const) {
      await page.getByRole('heading', { level: 1, name: asks }).waitFor();
      await page.getByLabel(answer).first().check();
      await goOn(await heading());
    }
    await page.locator('.sofar .status', { hasText: 'Fits now' }).waitFor();
    expect(await page.locator('.sofar').innerText()).toMatch(/Swallowing check|Myositis antibody/);
  });
  it('keeps every answer, and what stands half typed in a form, through a reload at every step', async () => {
    await go('/path/');
    for (let step = 0; step < 9; step += 1) {
      await question();
      const box = page.locator('input[type=checkbox], input[type=radio]').first();
      const number = page.locator('#answer[inputmode]');
      if (await number.count()) await number.fill('36');
      else await box.check();
      await page.waitForTimeout(60);
      const [title, aside] = [await heading(), await page.locator('.sofar > p').first().innerText()];
      await page.reload();
      await question();
      expect([await heading(), await page.locator('.sofar > p').first().innerText()]).toEqual([title, aside]);
      if (await number.count()) expect(await number.inputValue()).toBe('36');
      else expect(await box.isChecked()).toBe(true);
      const rest = page.getByLabel(/^None of the others/);
      if (await rest.count()) await rest.check();
      await goOn(title);
    }
  }, 60_000);
  it('goes back to the answer before, changes it, and takes the last one back', async () => {
    await go('/path/');
    await question();
    await noneOfThese();
    await page.getByRole('button', { name: 'Back to question 1' }).click();
    await page.getByRole('heading', { name: 'Do you have any of these now?' }).waitFor();
    expect(await page.getByLabel('None of these').isChecked()).toBe(true);
    await page.getByLabel(/temperature of 38/).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForFunction(() => !document.querySelector('main h1')?.textContent?.includes('any of these now'));
    await page.getByText(/What you told us/).click();
    const told = (): Promise<string> => page.locator('.told').innerText();
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes(': Yes'));
    expect((await told()).match(/: Yes/g)).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo my last answer' }).click();
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes(': Yes') === false);
    expect(await told()).toContain(': No');
  });
  it('never asks again what somebody does not know, and says that it is open', async () => {
    await go('/path/');
    await question();
    const first = await heading();
    await page.getByLabel(/^I don’t know/).check();
    await goOn(first);
    const next = await heading();
    await page.reload();
    await question();
    expect(await heading()).toBe(next);
    expect(await page.locator('.sofar > p').first().innerText()).toBe('It fills in as you answer.');
  });
  it('answers only what a treatment waits for when the guidance asks for it', async () => {
    await go('/path/#ask=age,tpmt');
    await page.getByRole('heading', { level: 1, name: /How old are you/ }).waitFor();
    await page.locator('#answer').fill('36');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: /TPMT/ }).waitFor();
    await page.getByLabel('Normal').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'Do you have any of these now?' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });
  it('says what is wrong with a number in the interview, and keeps what was typed', async () => {
    await go('/path/#ask=age');
    await page.locator('#answer').fill('620');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('alert').innerText()).toContain(
      'You typed 620. Type a number from 0 to 120 years. Your other answers are saved.',
    );
    expect(await page.locator('#answer').inputValue()).toBe('620');
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
  it('goes on in memory when the device is full, says so, and gives what it holds as a file', async () => {
    await go('/path/');
    await question();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await noneOfThese();
    await page.getByRole('heading', { name: 'Not kept yet' }).waitFor();
    const words = await page.getByRole('alert').innerText();
    expect(words).toContain('This device has no room left, so your last answers are not kept yet.');
    expect(await page.locator('.sofar > p').first().innerText()).toContain('From 9 answers');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save them to a file' }).click(),
    ]);
    const saved: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(saved).toMatchObject({ facts: { fever: false } });
  });
  it('goes on in memory when the browser refuses to store anything', async () => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('private', 'SecurityError');
      };
    });
    await go('/path/');
    await question();
    expect(await page.getByRole('alert').innerText()).toContain('does not let the page keep your answers');
    await noneOfThese();
    expect(await page.locator('.sofar > p').first().innerText()).toContain('From 9 answers');
  });
  it('sets a damaged entry aside and counts the rest', async () => {
    await go('/path/');
    await question();
    await noneOfThese();
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const asked = indexedDB.open('heliotrope');
          asked.addEventListener('success', () => {
            const work = asked.result.transaction(['people', 'entries'], 'readwrite');
            const people = work.objectStore('people').getAll();
            people.addEventListener('success', () => {
              work.objectStore('entries').put({ person: people.result[0].id, id: 'bad', entry: null });
            });
            work.addEventListener('complete', () => done());
          });
        }),
    );
    await page.reload();
    await question();
    expect(await page.getByRole('alert').innerText()).toContain('1 of your entries are damaged. They are set aside');
    expect(await page.locator('.sofar > p').first().innerText()).toContain('From 9 answers');
  });
  it('offers to save what can be read when the store cannot be opened, and then to begin anew', async () => {
    await go('/path/');
    await question();
    await noneOfThese();
    const broken = await context.newPage();
    await broken.addInitScript(() => {
      const get = IDBIndex.prototype.getAll;
      IDBIndex.prototype.getAll = function (...args) {
        if (sessionStorage.getItem('mended') === null) throw new DOMException('corrupt', 'UnknownError');
        return get.apply(this, args);
      };
    });
    await broken.goto(`${site.address}/path/`);
    await broken.getByRole('heading', { name: 'Your answers cannot be opened here' }).waitFor();
    await page.close();
    const [file] = await Promise.all([
      broken.waitForEvent('download'),
      broken.getByRole('button', { name: 'Save what can be read' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('"fever"');
    await broken.evaluate(() => sessionStorage.setItem('mended', 'yes'));
    await broken.getByRole('button', { name: 'Begin anew' }).click();
    await broken.locator('form.question').waitFor();
    expect(await broken.locator('.sofar > p').first().innerText()).toBe('It fills in as you answer.');
  });
});

describe('comparing', () => {
  it('says what became of people who started nothing new, counted in a trial', async () => {
    await go('/compare/?with=methotrexate,ivig');
    await page.getByText(/After 16 weeks 21 of 48 people were at least a little better, and 5 of 48/).waitFor();
  });
  it('says chances of 100 with their time and how sure they are, and what they cannot tell', async () => {
    await go('/compare/?with=methotrexate,ivig');
    const row = page.locator('table.compare tr', { has: page.getByText('How likely it is to help') });
    await row.getByText(/37 of 47 people, against 21 of 48/).waitFor();
    const words = await row.innerText();
    expect(words).toMatch(/Of 100: 79, against 44\. That is about 35 more of 100\. .*probably between/);
    expect(words).toContain('after 16 weeks');
    expect(words).toContain('after 26 weeks');
    await page.getByText(/different trials, for different times, of people of different ages/).waitFor();
  });
  it('says of each treatment what living with it is like, or that we read nothing of it', async () => {
    await go('/compare/?with=prednisone,ivig,infliximab');
    const cells = page
      .locator('table.compare tr', { has: page.getByText('What living with it is like') })
      .locator('td');
    await cells.first().waitFor();
    const [steroid, drip, none] = await cells.allInnerTexts();
    expect(steroid).toMatch(/Mood and sleep can change.*It can bring: weight gain/s);
    expect(drip).toMatch(/rest is planned.*It can bring: drips; days in hospital/s);
    expect(none).toContain('What we read does not say how it feels.');
  });
  it('claims nothing about trials when their counts cannot be loaded', async () => {
    await context.route('**/data/helped.json', (route) => route.abort());
    await go('/compare/?with=methotrexate,ivig');
    await page.getByText('The counts are not loaded.').first().waitFor();
    expect(await page.getByText('No trial that we read').count()).toBe(0);
  });
  it('keeps what matters, the reasons and how sure somebody is, and takes open questions to the visit', async () => {
    await go('/compare/?with=methotrexate,ivig');
    await page.getByLabel('Would you rather avoid drips?').check();
    await page.getByText('Brings drips').waitFor();
    await page.getByLabel('For and against methotrexate').fill('Once a week suits me');
    for (const name of ['know', 'matters', 'support', 'best'])
      await page
        .locator(`input[name=sure-${name}]`)
        .nth(name === 'know' ? 1 : 0)
        .check();
    await page.getByText('Please explain the good and the bad of each choice again.').waitFor();
    await page.getByRole('button', { name: 'Put these on my visit page' }).click();
    await page.waitForTimeout(150);
    await page.reload();
    await page.getByText('Brings drips').waitFor();
    expect(await page.getByLabel('For and against methotrexate').inputValue()).toBe('Once a week suits me');
    expect(await page.locator('input[name=sure-know]').nth(1).isChecked()).toBe(true);
    expect(refused).toEqual([]);
  });
});

describe('the guidance', () => {
  it('lights the pathway, tries a change, ticks a question, and prints', async () => {
    await go('/path/sheet/');
    await page.getByText('Open a file, or paste one').click();
    const facts = {
      'diagnosis-status': 'confirmed',
      'myositis-type': 'classic-dm',
      age: 36,
      'treatment-phase': 'inadequate-response',
      'muscle-weakness': 'moderate',
      'skin-activity': 'moderate',
      'taking-methotrexate': true,
    };
    await page
      .getByLabel(/A patient file/)
      .setInputFiles({ name: 'ana.json', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify({ facts })) });
    await page.getByText(/were read and kept/).waitFor();
    await page.getByText('7 facts are known.').waitFor();
    await page.waitForTimeout(200);
    await go('/path/guidance/');
    await page.getByRole('heading', { level: 1, name: 'You are here: stepping up' }).waitFor();
    expect(await page.locator('.way [aria-current=step]').innerText()).toContain('Stepping up');
    await page.locator('.change tbody tr').first().waitFor();
    await page.getByLabel('If this were different').selectOption('planning-pregnancy');
    await page.getByLabel('And it were').selectOption('Yes');
    await page.locator('.tried li').first().waitFor();
    expect(await page.locator('.tried').innerText()).toMatch(/methotrexate.*not for you now/i);
    const first = page.locator('.asklist input').first();
    await first.check();
    await page.waitForTimeout(150);
    await page.reload();
    await page.locator('.asklist').waitFor();
    expect(await first.isChecked()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.top').isVisible()).toBe(false);
    expect(await page.locator('.try').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'What you told us' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(refused).toEqual([]);
  });
});

it('an answer that a year made old is unknown again: it is said so, and asked again', async () => {
  await context.clock.setFixedTime('2026-01-22T12:00:00Z');
  await go('/path/sheet/');
  await page.getByText('Open a file, or paste one').click();
  await page.getByLabel(/A patient file/).setInputFiles('examples/stepping-up.yaml');
  await page.getByText(/were read and kept/).waitFor();
  await page.waitForTimeout(200);
  await go('/path/guidance/');
  await page.getByRole('heading', { level: 1, name: 'You are here: stepping up' }).waitFor();
  expect(await page.getByText(/of your answers are old/).count()).toBe(0);
  await context.clock.setFixedTime('2027-01-22T12:00:00Z');
  await page.reload();
  await page.getByText(/of your answers are old, and things change/).waitFor();
  await go('/path/');
  await question();
  expect(await heading()).toBe('Do you have any of these now?');
  expect(await page.locator('#why').innerText()).toContain('You answered on 22 January 2026');
  await noneOfThese();
  expect(await page.locator('#why').innerText()).not.toBe('');
  await stored();
  await page.reload();
  await question();
  expect(await heading()).not.toBe('Do you have any of these now?');
});

describe('the sheet of all facts', () => {
  it('says what is wrong with a file where it was chosen, in sight on a phone', async () => {
    await go('/path/sheet/');
    await page.getByText('Open a file, or paste one').click();
    const file = page.getByLabel(/A patient file/);
    await file.setInputFiles({ name: 'a.yaml', mimeType: 'application/yaml', buffer: Buffer.from('facts: [x\n y: z') });
    const said = page.locator('.wrong-text', { hasText: /This file cannot be read: at line \d+, character \d+/ });
    await said.waitFor();
    const [chosen, words] = [await file.boundingBox(), await said.boundingBox()];
    expect((words?.y ?? Infinity) - (chosen?.y ?? 0)).toBeLessThan(120);
  });
  it('takes facts by keyboard, says what is out of range, and keeps them', async () => {
    await go('/path/sheet/');
    await page.locator('#fact-age').fill('620');
    await page.keyboard.press('Tab');
    await page.getByText('You typed 620. Type a number from 0 to 120.').waitFor();
    await page.locator('#fact-age').fill('36');
    await page.keyboard.press('Tab');
    await page.getByText('1 facts are known.').waitFor();
    await page.reload();
    await page.getByText('1 facts are known.').waitFor();
    expect(await page.locator('#fact-age').inputValue()).toBe('36');
  });
  it('opens a patient file in YAML whole, shows markup as text, and refuses what it cannot read', async () => {
    await go('/path/sheet/');
    await page.getByText('Open a file, or paste one').click();
    const open = (name: string, text: string) =>
      page.getByLabel(/A patient file/).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    // The file is of this day: its answers are fresh.
    await context.clock.setFixedTime('2026-01-22T12:00:00Z');
    await open('ana.yaml', readFileSync('examples/stepping-up.yaml', 'utf8'));
    await page.getByText(/ana.yaml: \d+ entries were read and kept/).waitFor();
    await page.locator('.sofar .status.fits').first().waitFor();
    const note = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await open(
      'x.json',
      JSON.stringify({ asOf: '2026-01-01', record: [{ kind: 'note', id: 'x', on: '2026-01-01', text: note }] }),
    );
    await page.getByText('<img src=x').waitFor();
    expect(await page.title()).toContain('All facts');
    await open('y.json', JSON.stringify({ facts: { age: 'many' } }));
    await page
      .getByText(/The fact "age" does not exist, or cannot have the value "many". Nothing was changed./)
      .waitFor();
    const patient = { resourceType: 'Patient', id: 'p', birthDate: '1990-05-01', gender: 'female' };
    await open(
      'p.json',
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] }),
    );
    await page.getByText(/p.json: \d+ entries were read and kept|p.json: One entry was read and kept/).waitFor();
    await open('z.json', '{');
    await page.getByText('This file cannot be read: it is not JSON.').waitFor();
    expect(refused).toEqual([]);
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
    '/path/sheet/',
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
  await question();
  expect(await heading()).toBe('Do you have any of these now?');
});
