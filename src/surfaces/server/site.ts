// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Handler } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

type File = { body: Buffer<ArrayBuffer>; type: string; hashed: boolean };

/** Every file of the built site, read once: a request can name only one of these, so no path can lead outside the folder. */
function filesOf(folder: string): ReadonlyMap<string, File> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  return new Map(
    names.map((name) => [
      name.slice(folder.replace(/\/$/, '').length).replace(/index\.html$/, ''),
      {
        body: Buffer.from(readFileSync(name)),
        type: types[extname(name)] ?? 'application/octet-stream',
        hashed: /\/(assets|data)\/.*[-.][\w-]{8,}\.\w+$/.test(name),
      },
    ]),
  );
}

/** Serves the built site from memory. Files with a hash in their name never change; all others are asked for again. */
export function site(folder: string): Handler {
  const files = filesOf(folder);
  return (context) => {
    const { path } = context.req;
    const file = files.get(path);
    if (file)
      return context.body(file.body, 200, {
        'content-type': file.type,
        'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    if (files.has(`${path}/`)) return context.redirect(`${path}/`, 301);
    return context.body(files.get('/404.html')?.body ?? 'There is no such page.', 404, {
      'content-type': types['.html'] ?? 'text/html',
    });
  };
}
