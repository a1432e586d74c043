// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readText } from './read.ts';

afterEach(() => vi.restoreAllMocks());
const problemsOf = (text: string) =>
  readText('patient.yaml', text).problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`);

describe('a list or a group in the place of a name is refused at its place, and only there', () => {
  it.each([
    ['a list', '? [a, b]\n: 1\nage: 40\n', 'malformed 1:3'],
    ['a list in braces', '{[a]: 1}\n', 'malformed 1:2'],
    ['a group', 'facts:\n  ? {age: 3}\n  : 1\n', 'malformed 2:5'],
    ['a long list', `? [${'word, '.repeat(50)}end]\n: 1\n`, 'malformed 1:3'],
  ])('%s', (_what, text, problem) => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(problemsOf(text)).toEqual([problem]);
    expect(readText('patient.yaml', text).value).toBeUndefined();
    expect(warned).not.toHaveBeenCalled();
  });
});

it('a second document in one file is refused, not passed over', () =>
  expect(problemsOf('age: 40\n---\nage: 50\n')).toEqual(['malformed 2:1']));
