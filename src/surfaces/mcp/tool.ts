// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { didYouMean } from '../../authoring/index.ts';

/** What a tool says: text for reading, and the same as an object of the tool's output schema; or why it says nothing. */
export type Told = { ok: true; text: string; said: object } | { ok: false; text: string };
export type Tool = {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /** Never throws for what a client sends: anything that does not fit is refused by its place. */
  call: (given: unknown) => Told;
};

/** A refusal that names every wrong place. Nothing was worked out. */
export const refused = (problems: readonly string[]): Told => ({
  ok: false,
  text: ['Nothing was worked out:', ...problems.slice(0, 20).map((problem) => `- ${problem}`)].join('\n'),
});

function issueWords(issue: z.core.$ZodIssue, known: readonly string[]): readonly string[] {
  const at = issue.path.length ? `${issue.path.map(String).join('.')}: ` : '';
  if (issue.code !== 'unrecognized_keys') return [`${at}${issue.message}.`];
  return issue.keys.map(
    (key) => `${at}There is no argument "${key.slice(0, 100)}".${issue.path.length ? '' : didYouMean(key, known)}`,
  );
}

const dangerous = new Set(['__proto__', 'constructor', 'prototype']);
/** Deeper than any record is. */
const deepest = 40;

/** What no argument may hold: names that reach into the program, and nesting without end. Undefined when there is none of it. */
function hostile(given: unknown): string | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value: given, depth: 0 }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue;
    if (one.depth > deepest) return `The arguments are nested more than ${deepest} levels deep.`;
    for (const [key, value] of Object.entries(one.value)) {
      if (dangerous.has(key)) return `"${key}" is not a name that can be used here.`;
      waiting.push({ value, depth: one.depth + 1 });
    }
  }
  return undefined;
}

/** A tool from its schemas. The arguments are checked before `run` sees them. */
export function tool<I extends z.ZodObject>(
  spec: Omit<Tool, 'call' | 'input'> & { input: I; run: (args: z.output<I>) => Told },
): Tool {
  const { run, ...rest } = spec;
  const known = Object.keys(spec.input.shape);
  return {
    ...rest,
    call: (given) => {
      const wrong = hostile(given);
      if (wrong !== undefined) return refused([wrong]);
      const read = spec.input.safeParse(given ?? {});
      return read.success ? run(read.data) : refused(read.error.issues.flatMap((issue) => issueWords(issue, known)));
    },
  };
}
