// SPDX-License-Identifier: Apache-2.0
// Lighthouse on one page of each template, in the same Chromium as every other test: 100 in all four categories.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from './browser.ts';
import { chromium } from './chromium.ts';

const templates = [
  '/',
  '/treatments/ivig/',
  '/evidence/proderm/',
  '/path/',
  '/path/guidance/',
  '/compare/',
  '/for-clinicians/measures/',
  '/about/',
  '/about/hazards/',
  '/ask/',
];
let site: Awaited<ReturnType<typeof serve>>, browser: ChildProcess, port: number;
beforeAll(async () => {
  site = await serve();
  browser = spawn(
    await chromium(),
    [
      '--no-sandbox',
      '--headless=shell',
      '--remote-debugging-port=0',
      `--user-data-dir=${mkdtempSync(join(tmpdir(), 'lighthouse-'))}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  port = await new Promise<number>((found) => {
    browser.stderr?.on('data', (said: Buffer) => {
      const at = /127\.0\.0\.1:(\d+)/.exec(said.toString());
      if (at) found(Number(at[1]));
    });
  });
}, 60_000);
afterAll(async () => {
  browser.kill();
  await site.stop();
});

it.each(templates)(
  '%s scores 100 in all four categories',
  async (path) => {
    const run = await lighthouse(site.address + path, {
      port,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    const { categories = {}, audits = {} } = run?.lhr ?? {};
    const short = Object.values(categories).flatMap(({ title, score, auditRefs }) =>
      (score ?? 0) < 1
        ? [
            `${title} ${Math.round((score ?? 0) * 100)}: ${auditRefs
              .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
              .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`)
              .join(', ')}`,
          ]
        : [],
    );
    expect(Object.keys(categories)).toHaveLength(4);
    expect(short).toEqual([]);
  },
  90_000,
);
