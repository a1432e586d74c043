// SPDX-License-Identifier: Apache-2.0
import type { Page, Section } from '../site.ts';
import { Mark } from './mark.tsx';
import { written } from './written.ts';

/** Files whose names the build gives: the stylesheet, the script every page has, this page's island, and the guideline. */
export type Assets = {
  styles: readonly string[];
  scripts: readonly string[];
  preload: readonly string[];
  /** The face that every page is set in: fetched with the stylesheet, so that no line breaks anew when it comes. */
  font: string;
  guideline: string;
};
export type Edition = { version: string; disclaimer: string; built: string };

const menu: readonly (readonly [Section, string, string])[] = [
  ['path', '/path/', 'Your path'],
  ['treatments', '/treatments/', 'Treatments'],
  ['exercise', '/exercise/', 'Exercise'],
  ['track', '/track/', 'Track'],
  ['library', '/library/', 'Library'],
  ['ask', '/ask/', 'Ask'],
];
const footer = [
  ['/about/', 'How this is checked'],
  ['/privacy/', 'Privacy'],
  ['/changes/', 'What changed'],
  ['/evidence/', 'The trials'],
  ['/for-clinicians/', 'For clinicians'],
  ['/urgent/', 'Urgent signs'],
  ['/library/glossary/', 'Words explained'],
] as const;

const Header = ({ section }: { section: Section | undefined }) => (
  <header class="top">
    <div class="wrap">
      <a class="brand" href="/">
        <Mark />
      </a>
      <button class="button-quiet menu" type="button" popovertarget="nav">
        Menu
      </button>
      <nav class="nav" id="nav" popover="auto" aria-label="Main">
        <button class="button-quiet shut" type="button" popovertarget="nav" popovertargetaction="hide">
          Close
        </button>
        <ul>
          {menu.map(([id, href, words]) => (
            <li>
              <a href={href} aria-current={id === section ? 'page' : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
);

const Footer = ({ edition }: { edition: Edition }) => (
  <footer class="foot">
    <div class="wrap">
      <div class="flow">
        <p>{edition.disclaimer}</p>
        <p class="soft">What you enter stays on this device. If you feel very unwell, call your emergency number.</p>
        <p class="soft">
          Guideline {edition.version}, a draft for clinical review. Pages made on{' '}
          <time data-made={edition.built}>{written(edition.built)}</time>.
        </p>
      </div>
      <ul>
        {footer.map(([href, words]) => (
          <li>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
);

/** A whole document. Works by keyboard: skip link, landmarks, one h1, menu by popover, every link 44 px high. */
export const Document = ({ page, assets, edition }: { page: Page; assets: Assets; edition: Edition }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{page.path === '/' ? page.title : `${page.title} | Heliotrope`}</title>
      <meta name="description" content={page.description} />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.preload.map((href) => (
        <link rel="modulepreload" href={href} />
      ))}
      {assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the main content
      </a>
      <Header section={page.section} />
      <main class="wrap" id="main" data-guideline={page.island ? assets.guideline : undefined}>
        {page.body}
      </main>
      <Footer edition={edition} />
    </body>
  </html>
);
