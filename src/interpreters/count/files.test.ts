// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyGuideline } from '../../model/index.ts';
import { openCohort } from './engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'heliotrope-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const whole = async (file: string, bulk = false): Promise<string> => {
  const convert = async function* () {};
  const opened = openCohort(emptyGuideline, [file], bulk ? { bulk: convert } : {});
  return opened.then(
    (cohort) => {
      cohort.close();
      return 'read';
    },
    (error: unknown) => (error instanceof Error ? error.message.replace(folder, '') : 'something else'),
  );
};

describe('a file that cannot be read is refused in words for people, with its line', () => {
  const latin = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xe9, 0x0a);
  it.each([
    ['not UTF-8, as CSV', () => whole(put('latin.csv', latin)), '/latin.csv:2: this line is not text in UTF-8.'],
    [
      'not UTF-8, as an export',
      () => whole(put('l.ndjson', latin), true),
      '/l.ndjson:2: this line is not text in UTF-8.',
    ],
    [
      'a line without end',
      () => whole(put('long.ndjson', '['.repeat(2_100_000))),
      /^\/long\.ndjson:1: this line is too long/,
    ],
    [
      'no Parquet',
      () => whole(put('no.parquet', 'hello')),
      '/no.parquet: it is not a Parquet file, or it is not whole.',
    ],
    ['another file as an export', () => whole(put('people.csv', 'id'), true), /^\/people\.csv: .*\.ndjson or \.jsonl/],
  ])('%s', async (_name, opened, says) => expect(await opened()).toMatch(says));
  it('a folder', async () => {
    mkdirSync(join(folder, 'people.ndjson'));
    expect(await whole(join(folder, 'people.ndjson'))).toBe('/people.ndjson: it cannot be opened. Is it a file, and not a folder?'); // prettier-ignore
  });
  it('a line of NDJSON that names something twice is no person, and is listed', async () => {
    const cohort = await openCohort(emptyGuideline, [put('twice.ndjson', '{"id":1,"id":2}\n{"id":3}\n')]);
    const { people, bad } = await cohort.counts();
    cohort.close();
    expect([people, bad.map(({ line, problem }) => [line, problem])]).toEqual([
      1,
      [[1, 'a name is written twice in this line']],
    ]);
  });
});
