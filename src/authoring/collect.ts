// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { clipped, didYouMean } from './diagnostic.ts';
import { itsName, type Path, type Positioned } from './read.ts';

/** An authored item with the file and the path it stands at, so that later checks can point at it. */
export type Item<T> = { value: T; file: Positioned; path: Path };
/** Says what is wrong at a place. `name` is the name that does not exist, where that is what is wrong. */
type Say = (file: Positioned, path: Path, code: string, message: string, help?: string, name?: string) => void;
/** `broken` holds the ids of items that are written but could not be read, so that nobody is told that they do not exist. */
export type Report = Say & { broken: Set<string> };

/** Gathers diagnostics in one list; the order of files and of lines is kept. */
export function reporter(): { diagnostics: Diagnostic[]; report: Report } {
  const diagnostics: Diagnostic[] = [];
  const broken = new Set<string>();
  const say: Say = (file, path, code, message, help, name) => {
    if (name !== undefined && broken.has(name)) return;
    diagnostics.push({ code, severity: 'error', message, at: file.at(path), ...(help ? { help } : {}) });
  };
  return { diagnostics, report: Object.assign(say, { broken }) };
}

type Issue = z.core.$ZodIssue;
/** Kinds of value in an author's words. */
const kinds: Readonly<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of at least one',
  object: 'fields with their values',
  record: 'names with their values',
};
/** What stands at a path: a field by its name, an item of a list by its number, counted from 1. */
function named(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This';
  return typeof last === 'number' ? `Item ${last + 1}` : `"${clipped(String(last))}"`;
}
function fits({ input, path }: Issue, allowed: string): { code: string; message: string } {
  return input === undefined
    ? { code: 'missing-field', message: `${named(path)} is missing. It takes ${allowed}.` }
    : { code: 'wrong-type', message: `${named(path)} takes ${allowed}.` };
}

/** What fits none of several: an entry of no known kind, or a value of none of some types. */
function noneOf(issue: z.core.$ZodIssueInvalidUnion): { code: string; message: string } {
  if ('options' in issue && Array.isArray(issue.options)) return fits(issue, `one of ${issue.options.join(', ')}`);
  const expected = issue.errors.flat().map((one) => (one.code === 'invalid_type' ? kinds[one.expected] : undefined));
  const known = [...new Set(expected.filter((kind) => kind !== undefined))];
  return known.length ? fits(issue, known.join(', or ')) : { code: 'wrong-type', message: issue.message };
}

/** Every field name in a schema, for "did you mean". */
function fieldsOf(schema: z.ZodType): readonly string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('properties' in part && typeof part.properties === 'object' && part.properties !== null)
      for (const name of Object.keys(part.properties)) names.add(name);
    for (const below of Object.values(part)) walk(below);
  };
  walk(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return [...names];
}

/** The least or most that may stand somewhere: of a list how many, of text that there is some, of a number the number. */
function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return issue.code === 'too_small' ? 'some text' : `at most ${issue.maximum} letters`;
  const [bound, words] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive ? 'at least' : 'more than']
      : [issue.maximum, issue.inclusive ? 'at most' : 'less than'];
  return issue.origin === 'array' ? `${words} ${bound} in its list` : `a number of ${words} ${bound}`;
}

/** What a schema's issue means to an author, without the schema's own words. */
function say(issue: Issue, known: readonly string[]): { code: string; message: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-name',
        message: issue.keys.map((key) => `"${clipped(key)}" is not a field here.${didYouMean(key, known)}`).join(' '),
      };
    case 'invalid_value':
      return fits(issue, `one of ${issue.values.map(String).join(', ')}`);
    case 'invalid_type':
      // A type with words of its own ("A date is written as 2026-11-23.") keeps them.
      return issue.input === undefined || issue.message.startsWith('Invalid input')
        ? fits(issue, kinds[issue.expected] ?? issue.expected)
        : { code: 'wrong-type', message: issue.message };
    case 'invalid_union':
      return noneOf(issue);
    case 'too_small':
    case 'too_big':
      // A limit with words of its own ("A score is a number from 0 to 10.") keeps them.
      return issue.message.startsWith('Too ')
        ? fits(issue, limit(issue))
        : { code: 'wrong-type', message: issue.message };
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
      const unrecognized = issue.code === 'unrecognized_keys';
      const { code, message } = say(issue, unrecognized ? fieldsOf(schema) : []);
      const at = unrecognized ? [...issue.path, issue.keys[0] ?? '', itsName] : issue.path;
      report(file, [...path, ...at], code, message);
    }
    if (typeof item === 'object' && item !== null && 'id' in item) report.broken.add(String(item.id));
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
