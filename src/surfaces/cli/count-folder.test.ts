// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderName } from './count-folder.ts';

const inside = mkdtempSync(join(tmpdir(), 'count-folder-test-'));
afterAll(() => rmSync(inside, { recursive: true }));
const left = (name: string): string => {
  mkdirSync(join(inside, name));
  writeFileSync(join(inside, name, 'cohort.duckdb'), 'facts of people');
  return join(inside, name);
};

it('what a count left behind that was killed goes when the next one starts, and nothing else does', () => {
  const { pid: ended } = spawnSync(process.execPath, ['--eval', '']);
  const gone = left(`heliotrope-count-${ended}-abc`);
  const kept = [left(`heliotrope-count-${process.pid}-abc`), left('heliotrope-other-1'), left(`count-${ended}-abc`)];
  expect(folderName(inside)).toBe(join(inside, `heliotrope-count-${process.pid}-`));
  expect(existsSync(gone)).toBe(false);
  expect(kept.map(existsSync)).toEqual([true, true, true]);
});
