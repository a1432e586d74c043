// SPDX-License-Identifier: Apache-2.0
import { review } from './review.ts';
import { load, print, readArguments } from './load.ts';

export const help = `heliotrope check [dir] [--notes] [--json]
  Is the guideline well-formed, sourced, consistent, tested and readable? --notes lists every note.
  Example: npx heliotrope check`;

/** `heliotrope check`: exit 0 when nothing is wrong, 1 when something is. */
export function check(args: readonly string[]): number {
  const { values, positionals } = readArguments(args, { notes: { type: 'boolean' } }, help);
  const { findings, counts } = review(load(positionals[0]));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (values['json']) {
    print(JSON.stringify({ shape: 'heliotrope-check/1', findings, counts }, null, 2));
    return errors.length ? 1 : 0;
  }
  for (const { code, message } of values['notes'] ? findings : errors) print(`${code}: ${message}`);
  const notes = findings.filter(({ severity }) => severity === 'note').map(({ code }) => code);
  const tally = [...new Set(notes)].map((code) => `${notes.filter((one) => one === code).length} ${code}`);
  if (tally.length) print(`Notes: ${tally.join(', ')}${values['notes'] ? '' : ' (--notes lists them)'}`);
  print(
    `${errors.length ? `${errors.length} problems. ` : ''}${Object.entries(counts)
      .map(([what, many]) => `${many} ${what}`)
      .join(', ')}.`,
  );
  return errors.length ? 1 : 0;
}
