// SPDX-License-Identifier: Apache-2.0
// A body that came over the network, as JSON: whole and harmless, or refused with one sentence.

/** FHIR nests some twenty levels and a record fewer; this leaves room. */
export const deepest = 100;

export type Body = { ok: true; value: unknown } | { ok: false; problem: string };

const refuse = (problem: string): Body => ({ ok: false, problem });

/** Names that reach into the program when an object is copied. */
const isForbidden = (name: string): boolean => name === '__proto__' || name === 'constructor' || name === 'prototype';

/** What is dangerous inside a value; the depth is limited, so that walking it cannot overflow the stack. */
function danger(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepest) return `It is nested more than ${deepest} levels deep.`;
  for (const [name, inner] of Object.entries(value)) {
    if (isForbidden(name)) return `A name such as "${name}" cannot be used here.`;
    const found = danger(inner, depth + 1);
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
  const problem = danger(value, 0);
  return problem === undefined ? { ok: true, value } : refuse(`${problem} Send one plain JSON object.`);
}
