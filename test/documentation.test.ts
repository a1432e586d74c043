// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const examples = [...readme.matchAll(/^\$ npx heliotrope (.+)$/gm)].map((match) => match[1] ?? '');

describe('every example of the README runs as it stands', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(5));
  it.each(examples)('heliotrope %s', (line) => {
    // Through a shell, as the reader's: quotes are part of the example.
    const printed = execFileSync('sh', ['-c', `node bin/heliotrope.js ${line} 2>&1`], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(printed.length).toBeGreaterThan(20);
  });
});

it('the README has at most 120 lines', () => expect(readme.split('\n').length).toBeLessThanOrEqual(121));

it.each(['newly-diagnosed', 'stepping-up'])('the example %s that the README names exists', (name) =>
  expect(readdirSync('examples')).toContain(`${name}.yaml`),
);

describe('misuse is refused with exit code 2 and without a stack trace', () => {
  it.each([
    [['answer']],
    [['answer', 'no-such-file.yaml']],
    [['fly']],
    [['explain', 'examples/child.yaml', 'no-such-thing']],
    [['ask', 'examples/child.yaml', '--unknown', 'no-such-fact']],
    [['check', 'no-such-folder']],
    [['answer', 'examples/child.yaml', '--no-such-option']],
  ])('heliotrope %j', (args) => {
    const { status, stderr } = spawnSync('node', ['bin/heliotrope.js', ...args], { encoding: 'utf8' });
    expect({ status, traced: /\n\s+at .*:\d+:\d+/.test(stderr), said: stderr.length > 20 }).toEqual({
      status: 2,
      traced: false,
      said: true,
    });
  });
});

it('a patient whose fact is misspelt is refused whole, with the word that was meant', () => {
  const { status, stderr } = spawnSync('node', ['bin/heliotrope.js', 'answer', '-'], {
    encoding: 'utf8',
    input: 'facts:\n  pregnent: true\n',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean "pregnant"?');
});
