// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { isCounted } from '../evidence/index.ts';
import { index, items, reporter, type Item, type Report } from './collect.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import { readFolder } from './read.ts';
import type { Readings } from './readings.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "proderm".');
const text = z.string().min(1);
const people = z.number().int().positive();
const verified = z.enum(['read', 'recalled']);
const interval = z.tuple([z.number(), z.number()]);

const arm = z.strictObject({ id, label: text, n: people.optional() });
/** People of one arm, or of a group that is not an arm (both arms together, or after a switch). */
const group = z
  .strictObject({
    arm: id.optional(),
    group: text.optional(),
    events: z.number().int().nonnegative(),
    of: people,
    percent: z.number().optional(),
    /** The source cut the percentage off instead of rounding it. */
    rounded: z.literal('down').optional(),
  })
  .refine((it) => (it.arm === undefined) !== (it.group === undefined), 'Say either arm or group.')
  .refine(isCounted, 'There cannot be more people with the outcome than people.');
/** A figure of one arm or group that is not a count of people: a mean with its printed interval, a median, a rate. */
const measured = z
  .strictObject({
    arm: id.optional(),
    group: text.optional(),
    figure: z.enum(['mean', 'mean change', 'median', 'percent', 'rate', 'score']),
    value: z.number(),
    ci95: interval.optional(),
  })
  .refine((it) => (it.arm === undefined) !== (it.group === undefined), 'Say either arm or group.')
  .refine(
    ({ value, ci95 }) => ci95 === undefined || (ci95[0] <= value && value <= ci95[1]),
    'The figure lies inside its interval.',
  );
const difference = z.strictObject({ treated: id, control: id, points: z.number(), ci95: interval.optional() });
const outcome = z
  .strictObject({
    id,
    label: text,
    kind: z.enum(['primary', 'secondary', 'safety']),
    week: z.number().nonnegative().optional(),
    verified,
    /** Whether the counts are printed, or were worked back from printed percentages. */
    basis: z.enum(['printed', 'derived']).optional(),
    counts: z.array(group).optional(),
    difference: difference.optional(),
    /** Figures as printed; the unit stands in the label. */
    measured: z.array(measured).min(1).optional(),
    /** Where the figures stand, when that is not the source of the trial. */
    cites: z
      .array(z.strictObject({ source: text, at: text }))
      .min(1)
      .optional(),
    notes: z.array(text).optional(),
  })
  .refine(
    (it) =>
      it.verified === 'read' || (it.counts === undefined && it.difference === undefined && it.measured === undefined),
    'A recalled outcome has no figures: nothing may be computed from it.',
  );
const effect = z
  .strictObject({
    measure: text,
    value: z.number().optional(),
    ci95: interval.optional(),
    p: text.optional(),
    statement: text.optional(),
    verified,
  })
  .refine(
    (it) => it.verified === 'read' || (it.value === undefined && it.ci95 === undefined),
    'A recalled effect has no figures.',
  );
export const trial = z.strictObject({
  id,
  source: text,
  label: text,
  /** The trial for everybody, in plain words: what was tried in whom, and what came out, or that nothing is known yet. */
  plain: z.strictObject({ tried: text, found: text }).optional(),
  verified,
  registry: text.optional(),
  design: text.optional(),
  population: text.optional(),
  randomised: people.optional(),
  arms: z.array(arm).min(1),
  outcomes: z.array(outcome),
  effects: z.array(effect),
  notes: z.array(text),
});
export type Trial = z.infer<typeof trial>;

/** Every arm that an outcome names is an arm of its trial and holds the people counted, and no id stands twice. */
function checkNames(report: Report, { value, file, path }: Item<Trial>): void {
  const arms = new Map(value.arms.map((it) => [it.id, it.n])),
    outcomes = new Set(value.outcomes.map((it) => it.id));
  if (arms.size < value.arms.length)
    report(file, [...path, 'arms'], 'duplicate-id', 'Two arms have the same id. Ids are unique within a trial.');
  if (outcomes.size < value.outcomes.length)
    report(
      file,
      [...path, 'outcomes'],
      'duplicate-id',
      'Two outcomes have the same id. Ids are unique within a trial.',
    );
  value.outcomes.forEach(({ counts = [], measured: figures = [], difference: between }, i) => {
    const named = [
      ...counts.map((it, k) => [it.arm, ['counts', k, 'arm']] as const),
      ...figures.map((it, k) => [it.arm, ['measured', k, 'arm']] as const),
      [between?.treated, ['difference', 'treated']] as const,
      [between?.control, ['difference', 'control']] as const,
    ];
    for (const [name, at] of named)
      if (name !== undefined && !arms.has(name))
        report(file, [...path, 'outcomes', i, ...at], 'unknown-name', `"${name}" is not an arm of this trial.`);
    counts.forEach(({ arm: name = '', of }, k) => {
      if (of > (arms.get(name) ?? Infinity))
        report(
          file,
          [...path, 'outcomes', i, 'counts', k, 'of'],
          'too-many',
          `The arm "${name}" has fewer people than ${of}. Say group when it is not the arm as randomised.`,
        );
    });
  });
}

/** Reads the trials of a folder. What does not fit is reported and left out. */
export function loadTrials(
  folder: string,
  readings?: Readings,
): { trials: readonly Trial[]; diagnostics: readonly Diagnostic[]; shown: () => string } {
  const { diagnostics, report } = reporter();
  const files = readFolder(folder, readings);
  const found = files.flatMap((file) => items(report, trial, file));
  for (const item of found) checkNames(report, item);
  const trials = Object.values(index(report, found)).map(({ value }) => value);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  return { trials, diagnostics: every, shown: () => showAll(every, files) };
}
