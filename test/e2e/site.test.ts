// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const reading = [
  '/',
  '/treatments/',
  '/treatments/ivig/',
  '/treatments/methotrexate/',
  '/evidence/',
  '/evidence/proderm/',
  '/urgent/',
  '/ask/sources/',
  '/library/',
  '/library/skin-and-sun/',
  '/library/glossary/',
  '/exercise/',
  '/about/',
  '/about/intended-use/',
  '/about/hazards/',
  '/about/ipdas/',
  '/privacy/',
  '/changes/',
  '/for-clinicians/',
  '/for-clinicians/measures/',
  '/for-clinicians/proofs/',
  '/for-clinicians/infusions/',
  '/for-clinicians/connect/',
  '/for-clinicians/connect/fhir/',
  '/404.html',
];
const answering = [
  '/path/',
  '/path/guidance/',
  '/path/sheet/',
  '/compare/?with=ivig,rituximab',
  '/track/',
  '/visit/',
  '/ask/',
];
let browser: Browser, site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
  await page.goto(site.address + path);
  if (options.javaScriptEnabled !== false) await page.locator('main h1').first().waitFor();
  return page;
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each([...reading, ...answering])('%s has nothing that axe objects to', async (path) => {
    const page = await open(path, { colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe);
    const found = await page.evaluate<{ id: string; nodes: string[] }[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 120)) })))`,
    );
    expect(found).toEqual([]);
    await page.context().close();
  });
});

it.each([...reading, ...answering])(
  '%s fits 320 pixels, with everything opened, without scrolling sideways',
  async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((one) => {
        one.open = true;
      }),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  },
);

it.each([...reading, ...answering])(
  '%s fits a window at 400 % zoom, with forced colours and without motion',
  async (path) => {
    const page = await open(path, {
      viewport: { width: 320, height: 256 },
      forcedColors: 'active',
      reducedMotion: 'reduce',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  },
);

it('every page holds text at twice its size, and more contrast, without scrolling sideways', async () => {
  const page = await open('/', { viewport: { width: 640, height: 800 }, contrast: 'more' });
  const wide: string[] = [];
  for (const path of [...reading, ...answering]) {
    await page.goto(site.address + path);
    await page.locator('main h1').first().waitFor();
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((one) => {
        one.open = true;
      }),
    );
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 640) wide.push(path);
  }
  expect(wide).toEqual([]);
  await page.context().close();
}, 60_000);

it('with forced colours the main door can be read, and whatever has the focus is outlined', async () => {
  const page = await open('/', { forcedColors: 'active' });
  // A system colour as ground stays; with a plate behind its text the words would be white on white.
  const door = page.locator('.door.main');
  expect(await door.evaluate((one) => getComputedStyle(one).getPropertyValue('forced-color-adjust'))).toBe('none');
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 3px');
  }
  await page.context().close();
});

it('every urgent sign is named before what to do about it', async () => {
  const page = await open('/urgent/', { javaScriptEnabled: false });
  const first = page.locator('.urgent.emergency');
  expect(await first.locator('.sign').count()).toBeGreaterThan(8);
  expect(await first.innerText()).toContain('a drooping face, a weak side, or trouble speaking');
  await page.context().close();
});

it('every promise is within two taps of the first page', async () => {
  const links = (file: string): readonly string[] =>
    [...readFileSync(`dist/web${file}index.html`, 'utf8').matchAll(/href="(\/[^"#?]*)/g)]
      .map((found) => found[1] ?? '')
      .filter((href) => href.endsWith('/'));
  const first = new Set(links('/'));
  const near = new Set([...first, ...[...first].flatMap(links)]);
  for (const promise of [
    '/path/',
    '/treatments/prednisone/',
    '/treatments/methotrexate/',
    '/treatments/azathioprine/',
    '/treatments/ivig/',
    '/treatments/rituximab/',
    '/compare/',
    '/exercise/',
    '/track/',
    '/visit/',
    '/library/',
    '/evidence/',
    '/evidence/proderm/',
    '/urgent/',
    '/changes/',
    '/about/',
    '/about/intended-use/',
    '/about/hazards/',
    '/for-clinicians/measures/',
  ])
    expect(near.has(promise), promise).toBe(true);
  expect(readFileSync('dist/web/index.html', 'utf8').match(/<details class="more"/g)).toHaveLength(4);
});

it.each(reading)('%s can be read without a script', async (path) => {
  const page = await open(path, { javaScriptEnabled: false });
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(60);
  await page.context().close();
});

it('every link inside the site leads to a page of the site', async () => {
  const files = readdirSync('dist/web', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const known = new Set(files.map((name) => `/${name.replace(/index\.html$/, '')}`));
  const dead = files.flatMap((name) =>
    [...readFileSync(`dist/web/${name}`, 'utf8').matchAll(/href="(\/[^"#?]*)/g)]
      .map((found) => found[1] ?? '')
      .filter(
        (href) =>
          !href.startsWith('/assets/') && !['/mark.svg', '/manifest.webmanifest'].includes(href) && !known.has(href),
      )
      .map((href) => `${name}: ${href}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect([...new Set(dead)]).toEqual([]);
});

it('every link can be opened, and one to a place on a page finds it', () => {
  const files = readdirSync('dist/web', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const pages = new Map(
    files.map((name) => [`/${name.replace(/index\.html$/, '')}`, readFileSync(`dist/web/${name}`, 'utf8')]),
  );
  // The calculators read which measure is meant from the address; without a script the list beside them is what is read.
  const trouble = [...pages].flatMap(([path, text]) =>
    path === '/for-clinicians/measures/'
      ? []
      : [...text.matchAll(/<a [^>]*href="([^"]+)"/g)].flatMap(([, href = '']) => {
          if (!/^(https?:|mailto:|tel:|\/|#)/.test(href)) return [`${path}: ${href} leads nowhere`];
          const at = new URL(href.replaceAll('&amp;', '&'), `http://site${path}`);
          const place = at.host === 'site' ? decodeURIComponent(at.hash.slice(1)) : '';
          return place && !pages.get(at.pathname)?.includes(` id="${place}"`)
            ? [`${path}: ${href} finds no place`]
            : [];
        }),
  );
  expect([...new Set(trouble)]).toEqual([]);
});

it('a day is written out on every page that is read, but in the title of a source', () => {
  const pages = readdirSync('dist/web', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('index.html') && !name.startsWith('for-clinicians/connect/'),
  );
  const digits = pages.filter((name) =>
    />[^<]*\b20\d\d-\d\d-\d\d\b[^<]*</.test(
      readFileSync(`dist/web/${name}`, 'utf8').replace(/<code[^]*?<\/code>|<ol class="refs[^]*?<\/ol>/g, ''),
    ),
  );
  expect(pages.length).toBeGreaterThan(100);
  expect(digits).toEqual([]);
});

it('a treatment that nothing speaks against is not headed "who should not have it", and no check is asked for twice', async () => {
  const page = await open('/treatments/exercise-programme/', { javaScriptEnabled: false });
  expect(await page.locator('#who').innerText()).toBe('What to talk through first');
  await page.goto(`${site.address}/treatments/methotrexate-with-azathioprine/`);
  const checks = (await page.locator('.checks li').allInnerTexts()).map((text) => text.replace(/[\s\d[\]]+$/, ''));
  expect(checks.length).toBeGreaterThan(4);
  expect(new Set(checks).size).toBe(checks.length);
  await page.context().close();
});

it('what a trial counted in children is said to be of children, and no sentence ends twice', async () => {
  const page = await open('/treatments/methotrexate/', { javaScriptEnabled: false });
  const words = await page.locator('main').innerText();
  expect(words).toContain('33 of 46 children, against 24 of 47');
  expect(words).not.toMatch(/\w\.\.(?!\.)/);
  await page.context().close();
});

describe('on a phone', () => {
  it('each figure of a table that lost its head carries its own heading', async () => {
    const page = await open('/treatments/ivig/', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const cells = page.locator('.intervals tbody tr:first-child td, .tests tbody tr:first-child td');
    expect(await cells.count()).toBeGreaterThan(6);
    for (const cell of await cells.all()) expect(await cell.locator('.narrow').first().isVisible()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.locator('.narrow').first().isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('budgets, compressed', () => {
  const size = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/web${file}`)).length, 0);
  const scripts = (page: string) =>
    [...readFileSync(`dist/web${page}index.html`, 'utf8').matchAll(/<script type="module" src="([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    );
  const withImports = (files: readonly string[]): readonly string[] => [
    ...new Set(
      files.flatMap((file) => [
        file,
        ...[...readFileSync(`dist/web${file}`, 'utf8').matchAll(/from\s?"\.\/([^"]+)"/g)].map(
          (found) => `/assets/${found[1] ?? ''}`,
        ),
      ]),
    ),
  ];
  it('a content page has at most 30 KB of script and 15 KB of style', () => {
    expect(size(withImports(scripts('/treatments/ivig/')))).toBeLessThan(30_000);
    const styles = readdirSync('dist/web/assets')
      .filter((name) => name.endsWith('.css'))
      .map((name) => `/assets/${name}`);
    expect(styles.length).toBeGreaterThan(0);
    expect(size(styles)).toBeLessThan(15_000);
  });
  it.each(['/path/', '/path/guidance/', '/track/', '/compare/', '/visit/'])(
    '%s has at most 90 KB of script',
    (page) => {
      expect(size(withImports(scripts(page)))).toBeLessThan(90_000);
    },
  );
});
