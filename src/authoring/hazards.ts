// SPDX-License-Identifier: Apache-2.0
// The hazard log: what could harm whom, what stands against it, and what remains. Risks are judged as ISO 14971 asks: how bad the
// harm would be, and how likely it is that it happens, before and after the controls.
import { z } from 'zod';
import { index, items, reporter } from './collect.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import { readFolder } from './read.ts';

/** From least to worst; the words are those that ISO/TR 24971 gives as an example. */
export const severities = ['negligible', 'minor', 'serious', 'critical', 'catastrophic'] as const;
/** From least to most. Nobody has counted: each is a judgement of the authors. */
export const likelihoods = ['improbable', 'remote', 'occasional', 'probable', 'frequent'] as const;
/** Parts of the log, in the order in which they are read. */
export const parts = ['guideline', 'person', 'urgent', 'medicines', 'scope', 'device', 'systems', 'reading'] as const;

const text = z.string().min(1);
const ids = z.array(text).min(1);
/** What stands against a hazard, in words and by its real name; `does` is what a reader of the log is told. */
export const control = z.union([
  z.strictObject({ does: text, invariants: ids }),
  z.strictObject({ does: text, rules: ids }),
  z.strictObject({ does: text, law: text }),
  z.strictObject({ does: text, check: text }),
  z.strictObject({ does: text, test: text, in: text }),
  z.strictObject({ does: text, says: text, in: text }),
]);
const risk = z.strictObject({ severity: z.enum(severities), likelihood: z.enum(likelihoods) });
export const hazard = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "wrong-unit".'),
  part: z.enum(parts),
  what: text,
  whom: text,
  how: text,
  before: risk,
  controls: z.array(control).min(1),
  after: risk,
  remains: text,
});
export type Control = z.infer<typeof control>;
export type Risk = z.infer<typeof risk>;
export type Hazard = z.infer<typeof hazard>;

export type RiskLevel = 'low' | 'medium' | 'high';
/** How much a risk weighs: the steps of severity and likelihood, from 0 to 4 each, added; 6 and more is high, 3 and more medium.
 *  The limits are ours, as ISO 14971 leaves them to whoever makes a thing. */
export function levelOf({ severity, likelihood }: Risk): RiskLevel {
  const steps = severities.indexOf(severity) + likelihoods.indexOf(likelihood);
  return steps >= 6 ? 'high' : steps >= 3 ? 'medium' : 'low';
}

/** Whether a control is only words to a reader. Words alone make no harm less likely in this log. */
export const isWords = (one: Control): boolean => 'says' in one;

/** Reads the hazard log in a folder; what does not fit is reported at its place and left out. */
export function loadHazards(folder: string): {
  hazards: readonly Hazard[];
  diagnostics: readonly Diagnostic[];
  shown: () => string;
} {
  const { diagnostics, report } = reporter();
  const files = readFolder(folder, undefined, (name) => name === 'hazards.yaml');
  const found = files.flatMap((file) => items(report, hazard, file));
  const hazards = Object.values(index(report, found)).map(({ value }) => value);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  return { hazards, diagnostics: every, shown: () => showAll(every, files) };
}
