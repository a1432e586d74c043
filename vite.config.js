// SPDX-License-Identifier: Apache-2.0
// The web's islands and stylesheet; scripts/build-web.js runs this, and then writes every page.
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

const folder = 'src/surfaces/web/islands';
const input = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /^[a-z-]+\.tsx?$/.test(name))
    .map((name) => [name.replace(/\.tsx?$/, ''), `${folder}/${name}`]),
);

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/web',
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input },
  },
});
