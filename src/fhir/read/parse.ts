// SPDX-License-Identifier: Apache-2.0
// A text that should be FHIR JSON: parsed, or refused with the place.

import { namedTwice } from './twice.ts';

/** Parsed; or one sentence on what is wrong, with the line and column where that is known. */
export type Parsed = { ok: true; value: unknown } | { ok: false; problem: string; line?: number; column?: number };

/** FHIR nests some twenty levels; this leaves room for long questionnaires. */
const deepest = 100;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text looks like FHIR: an object that names a "resourceType". Cheap, and no promise that it can be read. */
export const looksLikeFhir = (text: string): boolean => /^\uFEFF?\s*\{/.test(text) && text.includes('"resourceType"');

/** A problem at a place in the text, counted in characters. */
function wrongAt(text: string, at: number, problem: string): Parsed {
  const before = text.slice(0, at).split('\n');
  return { ok: false, problem, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function malformed(text: string, error: unknown): Parsed {
  const said = error instanceof Error ? error.message : '';
  const at = Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
  return wrongAt(text, at, 'This is not well-formed JSON from here on. Is the file whole?');
}

/** What is dangerous in a value: nesting without end, or names that reach into the program. Walks without recursion. */
function danger(value: unknown): string | undefined {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: here, path, depth } = next;
    if (typeof here !== 'object' || here === null) continue;
    if (depth > deepest)
      return `At ${path.slice(0, 80)}… it is nested more than ${deepest} levels deep. FHIR never is.`;
    for (const [name, inner] of Object.entries(here)) {
      if (forbidden.has(name)) return `At ${path || 'the top'} there is a name "${name}", which cannot be used here.`;
      waiting.push({
        value: inner,
        path: Array.isArray(here) ? `${path}[${name}]` : path ? `${path}.${name}` : name,
        depth: depth + 1,
      });
    }
  }
  return undefined;
}

/** Parses a text as FHIR JSON. Never throws. */
export function parseFhir(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return malformed(text, error);
  }
  const twice = namedTwice(text);
  if (twice !== undefined) return wrongAt(text, twice, 'This name is written twice. Keep one of the two.');
  const problem = danger(value);
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}
