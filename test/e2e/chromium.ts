// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packed from '@sparticuz/chromium';

const cache = resolve('node_modules/.cache');
const ready = join(cache, 'chromium');

/** The package unpacks where TMPDIR says; otherwise it would take whatever stands at /tmp/chromium, another person's too. */
async function unpackIn(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The program of the browser, unpacked inside this clone once; what an interrupted run left half unpacked is never taken. */
export async function chromium(): Promise<string> {
  if (!existsSync(ready)) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'unpacking-'));
    await unpackIn(folder);
    renameSync(folder, ready);
  }
  return join(ready, 'chromium');
}
