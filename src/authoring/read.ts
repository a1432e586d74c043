// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isAlias, isCollection, isMap, isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Diagnostic, Place } from './diagnostic.ts';
import { digestOf, type Readings } from './readings.ts';

/** Bigger content is refused unread: no guideline file and no patient comes near it. */
export const largestFile = 2 * 1024 * 1024;

/** One file, parsed, with the place of every value in it. */
export type Positioned = {
  file: string;
  text: string;
  value: unknown;
  problems: readonly Diagnostic[];
  at: (path: readonly PropertyKey[]) => Place;
};
export type Path = readonly PropertyKey[];

const start = (file: string): Place => ({ file, line: 1, column: 1, length: 1 });
const refused = (file: string, code: string, message: string): Positioned => ({
  file,
  text: '',
  value: undefined,
  at: () => start(file),
  problems: [{ code, severity: 'error', message, at: start(file) }],
});

function placeOf(file: string, lines: LineCounter, range: readonly number[] | null | undefined): Place {
  if (!range) return start(file);
  const { line, col } = lines.linePos(range[0] ?? 0);
  return {
    file,
    line: Math.max(1, line),
    column: Math.max(1, col),
    length: Math.max(1, (range[1] ?? 0) - (range[0] ?? 0)),
  };
}

/** As the last step of a path: the name itself is meant, not its value. */
export const itsName = Symbol('the name, not the value');

/** The node at a path, or its nearest ancestor that is written. */
function rangeAt(document: Document, path: Path): readonly number[] | null | undefined {
  let node: unknown = document.contents;
  let range = isNode(node) ? node.range : undefined;
  for (const step of path) {
    if (step === itsName) return range;
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (!pair) break;
      if (isNode(pair.key)) range = pair.key.range;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      if (isNode(node)) range = node.range;
    } else break;
  }
  return isNode(node) && !('items' in node) ? node.range : range;
}

const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** Anchors, tags and merges would let content mean something its reader cannot see; deep nesting hides it. */
function forbidden(
  document: Document,
  say: (range: readonly number[] | null | undefined, code: string, message: string) => void,
): void {
  visit(document, (_key, node, path) => {
    if (path.length > 120) {
      say(
        isNode(node) ? node.range : undefined,
        'too-deep',
        'This is nested more than 60 levels deep. Write it flatter.',
      );
      return visit.BREAK;
    }
    if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor))
      say(
        isNode(node) ? node.range : undefined,
        'no-anchors',
        'Anchors and aliases are not used here. Write the value out.',
      );
    if (isNode(node) && node.tag !== undefined)
      say(node.range, 'no-tags', 'Tags are not used here. Write a plain value.');
    if (isMap(node))
      for (const { key } of node.items) {
        const range = isNode(key) ? key.range : undefined;
        if (isCollection(key))
          say(range, 'malformed', 'A name is one word. Here a list or a group stands in its place.');
        else if (dangerousKeys.has(String(key)))
          say(range, 'unknown-name', `"${String(key)}" is not a name that can be used here.`);
      }
    return undefined;
  });
}

/** Opening brackets nested this deep are refused before parsing, which would overflow the stack. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') {
      if (++depth > 60) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return /^(?:\s*- ){61}/m.test(text) || /^ {400}/m.test(text) || /(?:- ){61}/.test(text);
}

/** What the parser found, in an author's words where they are ours to choose. */
function malformed({ code, message }: { code: string; message: string }, text: string): string {
  if (code === 'DUPLICATE_KEY') return 'This name is written twice. Keep one of the two.';
  if (code === 'MULTIPLE_DOCS') return 'A file holds one document. Leave out what stands after the line "---".';
  return `This is not well-formed ${/^\s*[[{]/.test(text) ? 'JSON' : 'YAML'}: ${message}`;
}

/** Reads YAML 1.2 (JSON is YAML) with positions. Never throws: everything wrong is in `problems`, and `value` is then undefined. */
export function readText(file: string, text: string): Positioned {
  if (text.trim() === '') return refused(file, 'empty-file', 'This file is empty. Write its content, or remove it.');
  if (text.includes('\u0000') || text.includes('\uFFFD'))
    return refused(file, 'not-text', 'This is not a text file. A YAML or JSON file in UTF-8 is needed.');
  if (tooDeep(text)) return refused(file, 'too-deep', 'This is nested more than 60 levels deep. Write it flatter.');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error', // what is wrong is said here, with its place; "silent" would also pass over a second document
  });
  const problems: Diagnostic[] = [...document.errors, ...document.warnings].map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'malformed',
    severity: 'error',
    message: malformed(error, text),
    at: placeOf(file, lines, error.pos),
  }));
  forbidden(document, (range, code, message) =>
    problems.push({ code, severity: 'error', message, at: placeOf(file, lines, range) }),
  );
  return {
    file,
    text,
    problems,
    value: problems.length ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown),
    at: (path) => placeOf(file, lines, rangeAt(document, path)),
  };
}

/** As `readText`, but a text that was read before is not parsed again; places are looked for only when something is wrong. */
function readOnce(file: string, text: string, readings: Readings): Positioned {
  const digest = digestOf(text);
  if (readings.has(digest)) {
    let parsed: Positioned | undefined;
    return {
      file,
      text,
      value: readings.get(digest),
      problems: [],
      at: (path) => (parsed ??= readText(file, text)).at(path),
    };
  }
  const read = readText(file, text);
  if (read.problems.length === 0) readings.set(digest, read.value);
  return read;
}

/** Reads one file; a missing, unreadable or oversized one becomes a problem. `readings` says what was read before, and is added to. */
export function readFile(path: string, shown: string = path, readings?: Readings): Positioned {
  try {
    const { size } = statSync(path);
    if (size > largestFile)
      return refused(
        shown,
        'too-large',
        `This file has ${Math.ceil(size / 1048576)} MB; at most ${largestFile / 1048576} MB are read. Is it the right file?`,
      );
    const text = readFileSync(path, 'utf8');
    return readings ? readOnce(shown, text, readings) : readText(shown, text);
  } catch {
    return refused(shown, 'unreadable', `"${shown}" cannot be read. Is the name right, and is it a file you may open?`);
  }
}

/** Every YAML file under a folder, in a stable order; or those whose path inside it is wanted. */
export function readFolder(
  folder: string,
  readings?: Readings,
  wanted: (name: string) => boolean = () => true,
): readonly Positioned[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && wanted(name))
      .sort()
      .map((name) => readFile(join(folder, name), relative('.', join(folder, name)) || name, readings));
  } catch {
    return [refused(folder, 'unreadable', `The guideline folder "${folder}" cannot be read. Is the name right?`)];
  }
}
