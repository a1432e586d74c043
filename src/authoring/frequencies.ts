// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fact, Frequency, Guideline, Spread } from '../model/index.ts';
import { index, items, reporter, type Item, type Report } from './collect.ts';
import { didYouMean, showAll, type Diagnostic } from './diagnostic.ts';
import { readFile, type Positioned } from './read.ts';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const spread = {
  probabilities: z.record(z.string(), share).optional(),
  quantiles: z
    .array(z.tuple([share, z.number()]))
    .min(2)
    .optional(),
};
const known = z.record(z.string(), z.union([z.boolean(), z.string()]));
/** The authored form of one entry of evidence/frequencies.yaml. */
const entry = z.strictObject({
  fact: text,
  population: text,
  ...spread,
  'at-most': text.optional(),
  given: z.array(z.strictObject({ when: known, ...spread })).optional(),
  verified: z.enum(['read', 'derived', 'mixed', 'recalled', 'assumed']),
  cites: z.array(z.strictObject({ source: text, at: text })).optional(),
  note: text.optional(),
});
/** What an entry may name. */
type Vocabulary = Pick<Guideline, 'facts' | 'sources'>;
type Entry = z.infer<typeof entry>;
type WrittenSpread = Pick<Entry, 'probabilities' | 'quantiles'>;

const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** What is wrong with a spread over the values of its fact; undefined when nothing is. */
function wrongSpread({ value }: Fact, { probabilities, quantiles }: WrittenSpread): string | undefined {
  if ((probabilities === undefined) === (quantiles === undefined))
    return 'Say either probabilities or quantiles, and one of them.';
  if (value.type === 'quantity') {
    if (!quantiles) return 'A number takes quantiles.';
    const rises = quantiles.every(([at, here], i) => {
      const [before, below] = quantiles[i - 1] ?? [0, value.min];
      return at >= before && here >= below && here <= value.max;
    });
    return rises && quantiles[0]?.[0] === 0 && quantiles.at(-1)?.[0] === 1
      ? undefined
      : `Quantiles rise from share 0 to share 1, from ${value.min} to ${value.max} at most.`;
  }
  if (!probabilities) return 'Yes/no facts and options take probabilities.';
  const allowed = value.type === 'boolean' ? ['true', 'false'] : value.options.map(({ code }) => code);
  const other = Object.keys(probabilities).find((code) => !allowed.includes(code));
  if (other !== undefined) return `"${other}" is not a value of this fact.${didYouMean(other, allowed)}`;
  const sum = Object.values(probabilities).reduce((total, each) => total + each, 0);
  return value.type === 'boolean' || close(sum, 1) ? undefined : `These shares add up to ${sum}, not to 1.`;
}

/** A checked spread as the model has it: the share of no is what the share of yes leaves. */
function toSpread({ value }: Fact, { probabilities = {}, quantiles }: WrittenSpread): Spread {
  if (quantiles) return { quantiles };
  const yes = probabilities['true'] ?? 0;
  return { probabilities: value.type === 'boolean' ? { true: yes, false: 1 - yes } : probabilities };
}

/** Reports whatever in one entry does not fit the guideline. */
function check(
  report: Report,
  guideline: Vocabulary,
  before: ReadonlySet<string>,
  { value, file, path }: Item<Entry>,
): void {
  const wrong = (at: readonly PropertyKey[], code: string, message: string) =>
    report(file, [...path, ...at], code, message);
  const fact = guideline.facts[value.fact];
  if (!fact)
    return wrong(
      ['fact'],
      'unknown-name',
      `There is no fact called "${value.fact}".${didYouMean(value.fact, Object.keys(guideline.facts))}`,
    );
  const problem = wrongSpread(fact, value);
  if (problem) wrong(['fact'], 'wrong-type', problem);
  (value.given ?? []).forEach((one, i) => {
    const inside = wrongSpread(fact, one);
    if (inside) wrong(['given', i], 'wrong-type', inside);
    for (const name of Object.keys(one.when))
      if (!before.has(name))
        wrong(['given', i, 'when'], 'unknown-name', `"${name}" must be a fact whose entry stands above.`);
  });
  if (value['at-most'] !== undefined && !before.has(value['at-most']))
    wrong(['at-most'], 'unknown-name', `"${value['at-most']}" must be a fact whose entry stands above.`);
  if (value.verified === 'assumed' && value.cites)
    wrong(['verified'], 'wrong-type', 'What is assumed has no source to cite.');
  if (value.verified !== 'assumed' && value.verified !== 'recalled' && !value.cites)
    wrong(['verified'], 'missing-field', 'A frequency that was read or derived cites its source.');
  for (const { source } of value.cites ?? [])
    if (!Object.hasOwn(guideline.sources, source))
      wrong(['cites'], 'unknown-name', `There is no source called "${source}".`);
}

function toFrequency(guideline: Vocabulary, { given = [], cites = [], ...value }: Entry): readonly Frequency[] {
  const fact = guideline.facts[value.fact];
  if (!fact) return [];
  return [
    {
      fact: value.fact,
      population: value.population,
      spread: toSpread(fact, value),
      given: given.map((one) => ({ when: one.when, spread: toSpread(fact, one) })),
      verified: value.verified,
      cites,
      ...(value['at-most'] === undefined ? {} : { atMost: value['at-most'] }),
      ...(value.note === undefined ? {} : { note: value.note }),
    },
  ];
}

/** How often facts have each value, from a file of a guideline and checked against it; what does not fit is reported. */
export function readFrequencies(report: Report, file: Positioned, guideline: Vocabulary): readonly Frequency[] {
  const found = items(report, entry, file);
  index(
    report,
    found.map((item) => ({ ...item, value: { id: item.value.fact } })),
  );
  const before = new Set<string>();
  for (const item of found) {
    check(report, guideline, before, item);
    before.add(item.value.fact);
  }
  return found.flatMap(({ value }) => toFrequency(guideline, value));
}

/** As `readFrequencies`, for a guideline's folder. Without that file there are none. `frequencies` is there to be trusted
 *  only when `diagnostics` is empty. */
export function loadFrequencies(
  folder: string,
  guideline: Vocabulary,
): { frequencies: readonly Frequency[]; diagnostics: readonly Diagnostic[]; shown: () => string } {
  const path = join(folder, 'evidence', 'frequencies.yaml');
  if (!existsSync(path)) return { frequencies: [], diagnostics: [], shown: () => '' };
  const { diagnostics, report } = reporter();
  const file = readFile(path);
  const frequencies = readFrequencies(report, file, guideline);
  const every = [...file.problems, ...diagnostics];
  return { frequencies, diagnostics: every, shown: () => showAll(every, [file]) };
}
