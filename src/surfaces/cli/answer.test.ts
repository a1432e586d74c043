// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** About three screens of 50 lines. */
const threeScreens = 150;
const run = (...args: readonly string[]) => {
  const { stdout, status } = spawnSync('node', ['bin/heliotrope.js', ...args], { encoding: 'utf8' });
  return { status, out: stdout };
};
const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));

describe('the answer for each example', () => {
  it.each(examples)('%s fits on three screens, and nothing that is not called for has a reason', (name) => {
    const { out, status } = run('answer', `examples/${name}`);
    expect(status).toBe(0);
    expect(out.split('\n').length).toBeLessThan(threeScreens);
    expect(out).toContain('Heliotrope informs a decision');
  });
});

it('names at most five of the questions that come first, and says how many there are', () => {
  const { out } = run('answer', 'examples/newly-diagnosed.yaml');
  const line = /Danger signs are asked first[^.]*\.([^.]*)\./.exec(out.replace(/\s+/g, ' '))?.[1] ?? '';
  expect(line).toMatch(/\d+ questions, such as/);
  expect(line.split(';')).toHaveLength(5);
});

it('what is taken and no longer called for says what would call for it, and not the claim of a rule that does not hold', () => {
  const { out } = run('answer', 'examples/on-ivig.yaml');
  expect(out).toContain('Nothing known now calls for it.');
});

it('explain takes a name as answer prints it', () => {
  const byName = run('explain', 'examples/stepping-up.yaml', 'plasma exchange');
  expect(byName.status).toBe(0);
  expect(byName.out).toBe(run('explain', 'examples/stepping-up.yaml', 'plasma-exchange').out);
});
