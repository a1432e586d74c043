// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Guideline } from '../model/index.ts';
import { index, items, reporter } from './collect.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import { readFolder } from './read.ts';
import type { Readings } from './readings.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "when-immunoglobulin".');
const text = z.string().min(1);
/** What one guideline, label or study says, and whether its text was seen. */
const position = z.strictObject({
  who: text,
  says: text,
  verified: z.enum(['read', 'recalled']),
  cites: z.array(id).min(1),
});
export const disagreement = z.strictObject({
  id,
  question: text,
  interventions: z.array(id),
  /** A disagreement has two sides at least. */
  positions: z.array(position).min(2),
  'over-time': text,
  /** What this guideline does about it. */
  here: text,
  reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the day as 2026-11-24.'),
});
export type Disagreement = z.infer<typeof disagreement>;

/** Reads where sources disagree. Every source and intervention that is named exists in the guideline; what does not fit is
 *  reported and left out. */
export function loadDisagreements(
  folder: string,
  { sources, interventions }: Pick<Guideline, 'sources' | 'interventions'>,
  readings?: Readings,
): { disagreements: readonly Disagreement[]; diagnostics: readonly Diagnostic[]; shown: () => string } {
  const { diagnostics, report } = reporter();
  const files = readFolder(folder, readings, (name) => name.endsWith('disagreements.yaml'));
  const found = files.flatMap((file) => items(report, disagreement, file));
  for (const { value, file, path } of found) {
    value.interventions.forEach((name, i) => {
      if (!Object.hasOwn(interventions, name))
        report(file, [...path, 'interventions', i], 'unknown-name', `There is no intervention called "${name}".`);
    });
    value.positions.forEach(({ cites }, i) =>
      cites.forEach((name, k) => {
        if (!Object.hasOwn(sources, name))
          report(file, [...path, 'positions', i, 'cites', k], 'unknown-name', `There is no source called "${name}".`);
      }),
    );
  }
  const disagreements = Object.values(index(report, found)).map(({ value }) => value);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  return { disagreements, diagnostics: every, shown: () => showAll(every, files) };
}
