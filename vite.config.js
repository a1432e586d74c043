// SPDX-License-Identifier: Apache-2.0
// The web's islands and stylesheet; scripts/build-web.js runs this, and then writes every page.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const folder = 'src/surfaces/web/islands';
const input = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /^[a-z-]+\.tsx?$/.test(name))
    .map((name) => [name.replace(/\.tsx?$/, ''), `${folder}/${name}`]),
);

/** In the browser the UCUM library is fetched only when a unit has to be converted: our own file takes its place. */
const unitsApart = {
  name: 'units-apart',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './ucum.ts' && importer?.includes('unit-conversions')
      ? resolve('src/surfaces/web/answering/units.ts')
      : null,
};

export default defineConfig({
  plugins: [unitsApart],
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [unitsApart] },
  build: {
    outDir: 'dist/web',
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input },
  },
});
