// SPDX-License-Identifier: Apache-2.0
// The built site in the Chromium that comes from the npm registry, served from this machine alone.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { extname, join, normalize } from 'node:path';
import { chromium as launcher, type Browser } from 'playwright-core';
import { chromium } from './chromium.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
/** The policy the product's server sends; a page that needs more than this is wrong. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function fileFor(url: string): string {
  const path = normalize(decodeURIComponent(new URL(url, 'http://site').pathname));
  const file = join('dist/web', path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : 'dist/web/404.html';
}

/** Text is sent compressed, as the product's server sends it. */
const squeezed = (file: string): boolean => !/\.(woff2|png)$/.test(file);
const packing = new Map<string, Buffer>();
function packed(file: string): Buffer {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const found = packing.get(key) ?? gzipSync(readFileSync(file));
  packing.set(key, found);
  return found;
}

/** Serves dist/web on a free port; gives its address and a way to stop. */
export async function serve(): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const file = fileFor(request.url ?? '/');
    response.writeHead(file.endsWith('404.html') ? 404 : 200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
      ...(squeezed(file) ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(squeezed(file) ? packed(file) : readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const openBrowser = async (): Promise<Browser> =>
  launcher.launch({ executablePath: await chromium(), args: ['--no-sandbox', '--headless=shell'] });
