// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { didYouMean } from './diagnostic.ts';
import type { Path, Positioned } from './read.ts';

/** An authored item with the file and the path it stands at, so that later checks can point at it. */
export type Item<T> = { value: T; file: Positioned; path: Path };
export type Report = (file: Positioned, path: Path, code: string, message: string, help?: string) => void;

/** Gathers diagnostics in one list; the order of files and of lines is kept. */
export function reporter(): { diagnostics: Diagnostic[]; report: Report } {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (file, path, code, message, help) =>
      diagnostics.push({ code, severity: 'error', message, at: file.at(path), ...(help ? { help } : {}) }),
  };
}

type Issue = z.core.$ZodIssue;
/** What a schema's issue means to an author, without the schema's own words. */
function say(issue: Issue, known: readonly string[]): { code: string; message: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-name',
        message: issue.keys.map((key) => `"${key}" is not a field here.${didYouMean(key, known)}`).join(' '),
      };
    case 'invalid_value':
      return { code: 'wrong-type', message: `This takes one of ${issue.values.map(String).join(', ')}.` };
    case 'invalid_type':
      return {
        code: issue.input === undefined ? 'missing-field' : 'wrong-type',
        message: `"${String(issue.path.at(-1) ?? 'this')}" ${issue.input === undefined ? `is missing. It takes a ${issue.expected}.` : `takes a ${issue.expected}.`}`,
      };
    default:
      return { code: 'wrong-type', message: issue.message };
  }
}

/** The items of one file that fit the schema: a list of them, or one. What does not fit is reported and left out. */
export function items<T>(report: Report, schema: z.ZodType<T>, file: Positioned): readonly Item<T>[] {
  if (file.value === undefined) return [];
  const all: readonly unknown[] = Array.isArray(file.value) ? file.value : [file.value];
  return all.flatMap((item, i) => {
    const path = Array.isArray(file.value) ? [i] : [];
    const parsed = schema.safeParse(item, { reportInput: true });
    if (parsed.success) return [{ value: parsed.data, file, path }];
    for (const issue of parsed.error.issues) {
      const { code, message } = say(issue, []);
      const at = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      report(file, [...path, ...at], code, message);
    }
    return [];
  });
}

/** Items by id, in the order they are written; an id used twice is reported at its second place. */
export function index<T extends { id: string }>(report: Report, list: readonly Item<T>[]): Record<string, Item<T>> {
  const found: Record<string, Item<T>> = {};
  for (const item of list) {
    const { id } = item.value;
    if (Object.hasOwn(found, id))
      report(
        item.file,
        [...item.path, 'id'],
        'duplicate-id',
        `"${id}" is already used in ${found[id]?.file.file ?? 'another file'}. Ids are unique.`,
      );
    else found[id] = item;
  }
  return found;
}
