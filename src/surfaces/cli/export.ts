// SPDX-License-Identifier: Apache-2.0
import { countStatement, dialects } from '../../interpreters/count/index.ts';
import { cqlLibrary, defaultBase, elmLibrary, planDefinition } from '../../interpreters/export/index.ts';
import type { Guideline } from '../../model/index.ts';
import { loadCompiled, print, readArguments, Refusal, textOf } from './load.ts';

export const help = `heliotrope export <cql|elm|plandefinition|sql|guideline> [--dialect duckdb|spark|trino] [--base URL] [--guideline DIR]
  The guideline in a language that other systems run. In CQL and ELM each fact is a parameter, null when unknown.
  --dialect is for sql; --base is the address under which you publish the plandefinition.
  Example: npx heliotrope export cql > heliotrope.cql`;

type Given = { dialect: string; base: string };
const json = (value: unknown): string => JSON.stringify(value, null, 2);

function sql(guideline: Guideline, given: string): string {
  const dialect = dialects.find((one) => one === given);
  if (!dialect) throw new Refusal(`SQL is written for ${dialects.join(', ')}; not "${given}".\n\n${help}`);
  return `${countStatement(guideline, { dialect })};`;
}

function plan(guideline: Guideline, base: string): string {
  if (!/^https?:\/\/\S+$/.test(base))
    throw new Refusal(`--base is a web address, such as ${defaultBase}; not "${base}".`);
  return json(planDefinition(guideline, base.replace(/\/+$/, '')));
}

const formats: Readonly<Record<string, (guideline: Guideline, given: Given) => string>> = {
  cql: (guideline) => cqlLibrary(guideline),
  elm: (guideline) => json(elmLibrary(guideline)),
  plandefinition: (guideline, { base }) => plan(guideline, base),
  sql: (guideline, { dialect }) => sql(guideline, dialect),
  guideline: (guideline) => json(guideline),
};

/** `heliotrope export`: exit 0, 2 for misuse. */
export async function exportGuideline(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { guideline: text, dialect: text, base: text }, help);
  const [format = ''] = positionals;
  const write = positionals.length === 1 && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) throw new Refusal(`Name one of ${Object.keys(formats).join(', ')}.\n\n${help}`);
  const { guideline } = await loadCompiled(textOf(values['guideline']));
  print(
    write(guideline, { dialect: textOf(values['dialect']) ?? 'duckdb', base: textOf(values['base']) ?? defaultBase }),
  );
  return 0;
}
