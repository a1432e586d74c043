// SPDX-License-Identifier: Apache-2.0
// Whatever changes what a patient is advised has a ★ entry in the changelog. What changed is proved, not remembered.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import type { Condition, Guideline, Rule } from '../src/model/index.ts';
import { lastReleased, starred, unnamed } from '../src/surfaces/cli/changelog.ts';
import { diff, differences } from '../src/surfaces/cli/diff.ts';
import { readEdition, recordedShape } from '../src/surfaces/cli/edition.ts';

const changelog = readFileSync('CHANGELOG.md', 'utf8');
const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline }: { guideline: Guideline } = loaded;
const released = lastReleased(changelog);

it('every change in advice since the last release is named by a ★ entry', async () => {
  if (released === undefined) {
    // Nothing was advised before the first release, so all of it is new, and that is what the entry has to say.
    expect(starred(changelog).some((entry) => /first guideline, for everybody/.test(entry))).toBe(true);
    return;
  }
  const file = `guideline/released/${released}.json`;
  expect(existsSync(file) ? file : `${file} is missing: run npm run record-edition at the release`).toBe(file);
  expect(unnamed(changelog, guideline, await differences(readEdition(file), guideline))).toEqual([]);
});

const withRules = (change: (rules: readonly Rule[]) => readonly Rule[]): Guideline => ({
  ...guideline,
  rules: change(guideline.rules),
});
const liberal: Condition = { op: 'compare', fact: 'egfr', by: '<', value: 20 };
const changed = withRules((rules) =>
  rules.map((rule) => (rule.id.endsWith('methotrexate-kidneys') ? { ...rule, when: liberal } : rule)),
);
const since = (entry: string) =>
  `# Changelog\n\n## Unreleased\n${entry}\n\n## 0.1.0, guideline 2026.1\n- ★ The first guideline, for everybody.\n`;

describe('a kidney limit for methotrexate that is lowered', () => {
  it('is found, in every treatment that has methotrexate in it, and without an entry it is refused', async () => {
    const found = await differences(guideline, changed);
    const open = unnamed(since('- Faster.'), guideline, found);
    expect(open.map((difference) => difference.about === 'status' && difference.intervention).sort()).toEqual([
      'glucocorticoid-with-methotrexate',
      'methotrexate',
      'methotrexate-with-azathioprine',
    ]);
    expect(unnamed(since('- ★ Azathioprine has a lower limit.'), guideline, found)).toHaveLength(3);
    expect(unnamed(since('- ★ glucocorticoid-with-methotrexate has a lower limit.'), guideline, found)).toHaveLength(2);
    expect(unnamed(since('- Methotrexate has a lower limit.'), guideline, found)).toHaveLength(3);
    expect(
      unnamed(
        since(
          '- ★ Methotrexate,\n  glucocorticoid-with-methotrexate and methotrexate-with-azathioprine have a lower limit.',
        ),
        guideline,
        found,
      ),
    ).toEqual([]);
  });
  it('is refused by the command until the changelog says it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heliotrope-'));
    const [old, log] = [join(folder, 'old.json'), join(folder, 'log.md')];
    writeFileSync(old, JSON.stringify({ shape: recordedShape, guideline: changed }));
    writeFileSync(log, since('- Faster.'));
    const run = () => diff([old, 'guideline', '--changelog', log, '--json']);
    expect(await run()).toBe(1);
    writeFileSync(
      log,
      since('- ★ Methotrexate, glucocorticoid-with-methotrexate, methotrexate-with-azathioprine: a higher limit.'),
    );
    expect(await run()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

it('the last release is the first heading that is not "Unreleased"', () => {
  expect(lastReleased(since(''))).toBe('2026.1');
  expect(lastReleased('## Unreleased: software 0.1.0, guideline 2026.1\n- x\n')).toBeUndefined();
});
