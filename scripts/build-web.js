// SPDX-License-Identifier: Apache-2.0
// Part of the build: bundles the islands, then writes every page of the site as a file that reads without a script.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Marked } from 'marked';
import { build } from 'vite';
import { gradesOf } from '../dist/authoring/articles.js';
import { loadDisagreements } from '../dist/authoring/disagreements.js';
import { loadHazards } from '../dist/authoring/hazards.js';
import { loadTrials } from '../dist/authoring/trials.js';

const out = 'dist/web';
const json = (file, absent) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : absent);
const put = (path, text) => {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** Files that the papers in docs/ link to and that are pages of the site. */
const pageOfFile = {
  'hazards.yaml': '/about/hazards/',
  'intended-use.md': '/about/intended-use/',
  'ipdas.md': '/about/ipdas/',
  '../CHANGELOG.md': '/changes/',
};
/** The manuals in docs/ as markup. What they link to beside themselves and is no page is named and not linked. */
function manuals() {
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const to = pageOfFile[href] ?? href;
        return /^(https?:|#|\/)/.test(to) ? `<a href="${to}" rel="noreferrer">${words}</a>` : words;
      },
    },
  });
  return Object.fromEntries(
    readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name.slice(0, -3), marked.parse(readFileSync(`docs/${name}`, 'utf8'))]),
  );
}

/** The hazard log; one that cannot be read whole stops the build, as a page with half of it would mislead. */
function hazardLog() {
  const { hazards, diagnostics, shown } = loadHazards('docs');
  if (diagnostics.length) throw new Error(shown());
  return hazards;
}

await build({ configFile: 'vite.config.js' });
await build({
  configFile: 'vite.config.js',
  build: {
    ssr: 'src/surfaces/web/pages/index.tsx',
    outDir: 'dist/pages',
    manifest: false,
    rollupOptions: { input: 'src/surfaces/web/pages/index.tsx' },
  },
  ssr: { noExternal: true },
});
const { pagesOf, documentOf, evidenceOf, carriedOn, helped, formsOf, disagreementsFor } =
  await import('../dist/pages/index.js');

const { guideline, exercise } = json('dist/guideline.json');
const said = JSON.stringify(guideline);
const data = `/data/guideline.${createHash('sha256').update(said).digest('hex').slice(0, 12)}.json`;
put(data, said);
put('/data/exercise.json', JSON.stringify(exercise));
const { fingerprint: _compiledFrom, ...library } = json('dist/library.json');
put('/data/library.json', JSON.stringify({ library, evidence: evidenceOf(guideline, library) }));
const content = {
  guideline,
  exercise,
  trials: loadTrials('guideline/evidence/trials').trials,
  disagreements: loadDisagreements('guideline/evidence', guideline).disagreements,
  library,
  hazards: hazardLog(),
  grades: library.articles.map(gradesOf),
  changes: readFileSync('CHANGELOG.md', 'utf8'),
  documents: manuals(),
  ...(existsSync('dist/proofs.json') ? { proofs: json('dist/proofs.json') } : {}),
};

put('/data/disagreements.json', JSON.stringify(disagreementsFor(content)));
put('/data/helped.json', JSON.stringify({ treatments: helped(content), carriedOn: carriedOn(content.trials) }));

const vectors = readdirSync('src/measures')
  .map((name) => [name.replaceAll('-', '_'), `src/measures/${name}/vectors.json`])
  .filter(([, file]) => existsSync(file))
  .map(([id, file]) => [id, json(file).vectors]);
put('/data/measures.json', JSON.stringify(formsOf(Object.fromEntries(vectors))));

const manifest = json(join(out, 'manifest.json'));
const entry = (name) => Object.values(manifest).find((one) => one.isEntry && one.name === name);
const site = entry('site');
const font = (site.assets ?? []).find((file) => /-latin-wght-normal-[^/]+\.woff2$/.test(file));
if (!font)
  throw new Error('The Latin face of the font is not among the files of the site: every page would be set twice.');
/** What an entry imports, and what that imports: fetched with it, not one after the other. */
const importsOf = (one) =>
  (one?.imports ?? []).flatMap((key) => [`/${manifest[key].file}`, ...importsOf(manifest[key])]);
const edition = {
  version: guideline.version,
  disclaimer: guideline.disclaimer,
  built: new Date().toISOString().slice(0, 10),
};
const pages = pagesOf(content);
for (const page of pages) {
  const island = page.island === undefined ? undefined : entry(page.island);
  if (page.island !== undefined && !island)
    throw new Error(`The page ${page.path} names an island "${page.island}" that does not exist.`);
  const assets = {
    styles: (site.css ?? []).map((file) => `/${file}`),
    scripts: [site, ...(island ? [island] : [])].map(({ file }) => `/${file}`),
    font: `/${font}`,
    preload: [...new Set(importsOf(island))],
    guideline: data,
  };
  put(page.path.endsWith('/') ? `${page.path}index.html` : page.path, documentOf(page, assets, edition));
}

put('/mark.svg', readFileSync('src/surfaces/web/mark.svg', 'utf8'));
put(
  '/manifest.webmanifest',
  JSON.stringify({
    name: 'Heliotrope',
    short_name: 'Heliotrope',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf7f0',
    theme_color: '#5a3589',
    icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
  }),
);
rmSync(join(out, 'manifest.json'));
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile())
  .map((one) => join(one.parentPath, one.name).slice(out.length))
  // The launch page needs a connection, and the policy that the server sends with it: it is never kept for later.
  .filter((name) => name !== '/worker.js' && name !== '/404.html' && name !== '/launch/index.html')
  .sort();
const edited = createHash('sha256')
  .update(
    files
      .map(
        (name) =>
          `${name}:${createHash('sha256')
            .update(readFileSync(join(out, name)))
            .digest('hex')}`,
      )
      .join('\n'),
  )
  .digest('hex')
  .slice(0, 12);
const addresses = files.map((name) => name.replace(/index\.html$/, ''));
const worker = readFileSync('src/surfaces/web/worker.js', 'utf8')
  .replace(/'EDITION'/, JSON.stringify(edited))
  .replace(/'FILES'/, JSON.stringify(addresses));
if (!worker.includes(edited) || !worker.includes('/treatments/'))
  throw new Error('worker.js did not take its edition and its files: nothing would work offline.');
put('/worker.js', worker);
process.stdout.write(`${pages.length} pages written\n`);
