// SPDX-License-Identifier: Apache-2.0
// Every pair of colours that meet on a page, in both themes, from the one file that names colours.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/surfaces/web/styles/tokens.css', 'utf8');
type Tokens = Readonly<Record<string, string>>;
const read = (block: string): Tokens =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\s*;/gi)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
const light = read(/:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '');
const themes = {
  light,
  dark: { ...light, ...read(/:root\[data-theme='dark'\]\s*\{([^}]*)\}/.exec(css)?.[1] ?? '') },
  'dark by system': { ...light, ...read(/:not\(\[data-theme='light'\]\)\s*\{([^}]*)\}/.exec(css)?.[1] ?? '') },
};

/** WCAG 2.2 relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? Array.from(hex.slice(1), (digit) => digit + digit).join('') : hex.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const ratio = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', ['paper', 'sheet', 'wash', 'violet-wash', 'urgent-wash', 'care-wash'], 7],
  ['ink-soft', ['paper', 'sheet', 'wash', 'violet-wash'], 7],
  ['violet', ['paper', 'sheet', 'wash'], 7],
  ['violet', ['violet-wash'], 4.5],
  ['violet-deep', ['paper', 'sheet', 'wash', 'violet-wash'], 7],
  ['go', ['paper', 'sheet', 'wash'], 7],
  ['care', ['paper', 'sheet', 'wash'], 7],
  ['no', ['paper', 'sheet', 'wash'], 7],
  ['urgent', ['paper', 'sheet', 'wash'], 7],
  ['urgent', ['urgent-wash'], 4.5],
  ['on-violet', ['violet', 'violet-deep'], 4.5],
  ['on-alarm', ['alarm'], 7],
  ['edge', ['paper', 'sheet'], 3],
  ['sun', ['paper', 'sheet'], 3],
  ['iris', ['paper', 'sheet'], 3],
];
const rows = Object.entries(themes).flatMap(([theme, tokens]) =>
  pairs.flatMap(([text, grounds, least]) => grounds.map((ground) => ({ theme, tokens, text, ground, least }))),
);

describe('colours that meet', () => {
  it.each(rows)('$theme: $text on $ground is at least $least to 1', ({ tokens, text, ground, least }) => {
    expect(ratio(tokens[text] ?? '#000', tokens[ground] ?? '#000')).toBeGreaterThanOrEqual(least);
  });
  it('one of the two focus rings shows on every ground', () => {
    for (const tokens of Object.values(themes))
      for (const ground of ['paper', 'sheet', 'wash', 'violet', 'alarm', 'violet-wash'])
        expect(
          Math.max(...['focus', 'focus-gap'].map((ring) => ratio(tokens[ring] ?? '#000', tokens[ground] ?? '#000'))),
        ).toBeGreaterThanOrEqual(3);
  });
  it('every theme names every colour', () => {
    const names = Object.keys(light);
    expect(names.length).toBeGreaterThan(20);
    for (const tokens of Object.values(themes)) expect(Object.keys(tokens)).toEqual(expect.arrayContaining(names));
  });
  it('no colour is written anywhere else', () => {
    const others = readdirSync('src/surfaces/web/styles').filter(
      (name) => name !== 'tokens.css' && name.endsWith('.css'),
    );
    const found = others.flatMap((name) =>
      [...readFileSync(`src/surfaces/web/styles/${name}`, 'utf8').matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)].map(
        (one) => `${name}: ${one[0]}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
