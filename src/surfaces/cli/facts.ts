// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '../../model/index.ts';
import { loadCompiled, print, readArguments, textOf } from './load.ts';

export const help = `heliotrope facts [--json] [--guideline DIR]
  The vocabulary: every fact a patient file may state, its type, unit and range.
  Example: npx heliotrope facts`;

function kind({ value }: Fact): string {
  if (value.type === 'boolean') return 'true | false';
  return value.type === 'code'
    ? value.options.map(({ code }) => code).join(' | ')
    : `${value.min} to ${value.max} ${value.unit}`;
}

/** `heliotrope facts`: exit 0. */
export function facts(args: readonly string[]): number {
  const { values } = readArguments(args, { guideline: { type: 'string' } }, help);
  const { guideline } = loadCompiled(textOf(values['guideline']));
  const all = Object.values(guideline.facts);
  print(
    values['json']
      ? JSON.stringify({ shape: 'heliotrope-facts/1', facts: all }, null, 2)
      : all.map((fact) => `${fact.id}: ${kind(fact)}\n  ${fact.question}`).join('\n'),
  );
  return 0;
}
