// SPDX-License-Identifier: Apache-2.0
// A body that came over the network, as JSON: whole and harmless, or refused with one sentence.

import type { Context } from 'hono';

/** FHIR nests some twenty levels and a record fewer; this leaves room. */
export const deepest = 100;

export type Body = { ok: true; value: unknown } | { ok: false; problem: string };

const refuse = (problem: string): Body => ({ ok: false, problem });

/** Names that reach into the program when an object is copied. */
const isForbidden = (name: string): boolean => name === '__proto__' || name === 'constructor' || name === 'prototype';

/** What is dangerous inside a value; the depth is limited, so that walking it cannot overflow the stack. Written as loops: it
 *  runs over every value of every request. What JSON.parse made has no names but its own. */
function danger(value: object, depth: number): string | undefined {
  if (depth > deepest) return `It is nested more than ${deepest} levels deep.`;
  if (Array.isArray(value)) {
    for (const inner of value) {
      const found = typeof inner === 'object' && inner !== null ? danger(inner, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (isForbidden(name)) return `A name such as "${name}" cannot be used here.`;
  }
  for (const inner of Object.values(value)) {
    const found = typeof inner === 'object' && inner !== null ? danger(inner, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Parses a text as JSON. Never throws. What it refuses is said without repeating any of it. */
export function readBody(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('The body is not JSON that can be read. Send one JSON object, in UTF-8.');
  }
  const problem = typeof value === 'object' && value !== null ? danger(value, 0) : undefined;
  return problem === undefined ? { ok: true, value } : refuse(`${problem} Send one plain JSON object.`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body of a request, as JSON; or why it cannot be read: cut off, not UTF-8, not JSON, or harmful. Never throws. */
export async function bodyOf(context: Context): Promise<Body> {
  const bytes = await context.req.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return refuse('The body did not come whole. Send it again.');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('The body is not UTF-8: a letter in it would be guessed at. Send one JSON object, in UTF-8.');
  }
  return readBody(text);
}
