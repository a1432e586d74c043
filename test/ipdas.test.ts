// SPDX-License-Identifier: Apache-2.0
// The score as a decision aid cannot flatter: its sums are counted, and every page, heading and word it names stands in the source.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const said = readFileSync('docs/ipdas.md', 'utf8');
const scores = ['met', 'in part', 'not met', 'does not apply'] as const;
type Item = { part: string; item: string; score: string; where: string };
const items: readonly Item[] = said
  .split('\n## ')
  .flatMap((section) =>
    [...section.matchAll(/^\| (.+?) \| (.+?) \| (.*?) ?\|$/gm)]
      .filter(([, item]) => item !== 'item' && !item?.startsWith('---'))
      .map(([, item = '', score = '', where = '']) => ({ part: section.split(' (')[0] ?? '', item, score, where })),
  );
const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
const oneLine = (text: string): string => text.replaceAll(/\{' '\}|<\/?[a-z]+>/g, '').replaceAll(/\s+/g, ' ');
/** What a page can say, and what the papers that are pages say; pages are made from these. */
const words = oneLine(sourceOf('src/surfaces/web') + readFileSync('docs/intended-use.md', 'utf8'));
const count = (part: string, score: string): number =>
  items.filter((one) => one.part === part && one.score === score).length;

describe('the score against the decision aid standards', () => {
  it('has every item once: 6 to qualify, 10 to certify, 28 of quality', () => {
    const size = (part: string): number => items.filter((one) => one.part === part).length;
    expect([...new Set(items.map(({ part }) => part))]).toEqual(['To qualify', 'To certify', 'Quality']);
    expect([size('To qualify'), size('To certify'), size('Quality')]).toEqual([6, 10, 28]);
    expect(new Set(items.map(({ item }) => item.split(' ')[0])).size).toBe(44);
  });
  it('uses four words for a score', () =>
    expect(items.filter(({ score }) => !scores.some((one) => one === score))).toEqual([]));
  it('adds up', () => {
    const sum = oneLine(said);
    expect(sum).toContain(
      `To qualify: ${count('To qualify', 'met')} met, ${count('To qualify', 'in part')} in part of 6.`,
    );
    expect(sum).toContain(
      `To certify: ${count('To certify', 'met')} of the ${10 - count('To certify', 'does not apply')} that apply.`,
    );
    const [met, part, not, other] = scores.map((score) => count('Quality', score));
    expect(sum).toContain(
      `Quality: ${met} met, ${part} in part, ${not} not met of the ${28 - (other ?? 0)} that apply; ${other} do not apply.`,
    );
  });
  it.each(items.filter(({ score }) => score === 'met' || score === 'in part'))(
    '$item: what is named stands where it is said to stand',
    ({ where }) => {
      const quoted = [...where.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
      const tests = /test "/.test(where) ? readFileSync('src/surfaces/web/answering/compare.test.ts', 'utf8') : '';
      const counted = /^\d+ of \d+ people/; // figures that the trials give, held by the journey of the comparison
      expect(quoted.filter((text) => !counted.test(text) && !words.includes(text) && !tests.includes(text))).toEqual(
        [],
      );
      expect(quoted.length + [...where.matchAll(/`\//g)].length).toBeGreaterThan(0);
    },
  );
  it.each([...new Set([...said.matchAll(/`(\/[^`]*)`/g)].map(([, path = '']) => path))])(
    'the page %s exists in the built site',
    (path) => expect(existsSync(`dist/web${path}index.html`)).toBe(true),
  );
});
