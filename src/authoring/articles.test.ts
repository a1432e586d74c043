// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticles } from './articles.ts';
import { reporter } from './collect.ts';
import { gradeOf, hardest } from './reading.ts';
import { statementsIn } from './statements.ts';
import { loadGuideline, loadLibrary } from './index.ts';

const claims = new Set(['sun-sets-it-off', 'it-is-rare']);
const front = `---
title: Sun
summary: Why light matters.
reviewed: 2026-11-24
topics: [sun]
takeaways:
  - Stay in the shade. [^sun-sets-it-off]
  - Wear a hat. [^sun-sets-it-off]
  - It is rare. [^it-is-rare]
related: [sun, sun]
changed:
  - { on: 2026-11-24, what: First version. }
---
`;
const good = `${front}
## Why light matters

Light can set off the rash. [^sun-sets-it-off] It is rare. [^it-is-rare]

- Wear a hat. [^sun-sets-it-off]
`;
/** Reads one article written as sun.md; gives each problem as "line code". */
function problemsOf(text: string): readonly string[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'articles-')), 'articles');
  mkdirSync(folder);
  writeFileSync(join(folder, 'sun.md'), text);
  const { diagnostics, report } = reporter();
  const { files } = readArticles(report, folder, claims);
  return [...files.flatMap(({ problems }) => problems), ...diagnostics].map(({ code, at }) => `${at.line} ${code}`);
}

describe('an article is refused with a located problem', () => {
  it('and a good one is not', () => expect(problemsOf(good)).toEqual([]));
  it.each([
    ['a statement without a source', good.replace(' [^it-is-rare]\n\n- ', '\n\n- '), '17 uncited'],
    ['a claim that does not exist', good.replace('[^sun-sets-it-off] It', '[^moon-sets-it-off] It'), '17 unknown-name'],
    ['a takeaway without a source', good.replace('shade. [^sun-sets-it-off]', 'shade.'), '7 uncited'],
    ['bold words', good.replace('the rash', 'the **rash**'), '17 unsupported-markup'],
    ['a table', `${good}\n| a | b |\n| - | - |\n| 1 | 2 |\n`, '21 unsupported-markup'],
    ['a deeper heading', good.replace('## Why', '### Why'), '15 unsupported-markup'],
    ['a script', `${good}\n<script>alert(1)</script>\n`, '21 unsupported-markup'],
    ['an unknown field', good.replace('topics:', 'topic:'), '5 unknown-name'],
    ['a date that is not one', good.replace('reviewed: 2026-11-24', 'reviewed: yesterday'), '4 wrong-type'],
    ['a related article that does not exist', good.replace('[sun, sun]', '[sun, moon]'), '10 unknown-name'],
    [
      'long words in long sentences',
      good.replace(
        'Light can set off the rash.',
        'Ultraviolet radiation predominantly precipitates photosensitive dermatological manifestations in individuals with characteristic autoantibody-mediated inflammatory dermatomyopathies, notwithstanding appropriate immunosuppressive pharmacotherapy.',
      ),
      '2 hard-to-read',
    ],
  ])('%s', (_name, text, problem) => expect(problemsOf(text)).toContain(problem));
});

describe('a text is split at its citations', () => {
  it.each([
    [
      'One. [^a] Two. [^b] [^c]',
      [
        ['One.', ['a']],
        ['Two.', ['b', 'c']],
      ],
    ],
    ['No source', [['No source', []]]],
    ['', []],
  ])('%j', (text, expected) =>
    expect(statementsIn(text).map(({ text: words, because }) => [words, because])).toEqual(expected),
  );
});

describe('the articles that come with the guideline', () => {
  const { loaded, shown } = loadGuideline('guideline');
  if (!loaded) throw new Error(shown());
  const { library, diagnostics } = loadLibrary('guideline', loaded.guideline);
  it('have nothing wrong in them', () => expect(diagnostics).toEqual([]));
  it('are at least twenty-two', () => expect(library.articles.length).toBeGreaterThanOrEqual(22));
  it.each(library.articles.map((one) => [one.id, one] as const))(
    '%s is easy to read, and every statement has a source',
    (_id, article) => {
      const body = article.sections.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items.flat()));
      const grade = gradeOf(body.map(({ text }) => text).join(' '));
      expect(grade).toBeGreaterThan(0);
      expect(grade).toBeLessThanOrEqual(hardest.article);
      expect(gradeOf(article.takeaways.map(({ text }) => text).join(' '))).toBeLessThanOrEqual(hardest.takeaways);
      const said = [...article.takeaways, ...body].filter(({ text }) => !/[?:]$/.test(text));
      expect(said.filter(({ because }) => because.length === 0)).toEqual([]);
      expect(said.length).toBeGreaterThan(5);
    },
  );
  it('and every page that an answer names exists', () => {
    const pages = library.passages.flatMap((one) => one.pages).map((href) => href.split('/'));
    const missing = pages.filter(
      ([, kind, id = '']) =>
        (kind === 'library' && !library.articles.some((one) => one.id === id))
        || (kind === 'treatments' && id !== '' && !loaded.guideline.interventions[id]),
    );
    expect(missing).toEqual([]);
  });
});
