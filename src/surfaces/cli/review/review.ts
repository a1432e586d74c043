// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../authoring/trials.ts';
import type { Loaded } from '../../../authoring/load.ts';
import { impossiblePatients, runCases, vignettesOf } from './cases.ts';
import { contradictions, everybody, neverHolds, untestedRules, unusedFacts } from './coverage.ts';
import type { Finding } from './finding.ts';
import { staleReviews, uncitedTrials, unverified, wrongNumbers } from './trust.ts';
import { hardToRead } from './words.ts';

export type Review = { findings: readonly Finding[]; counts: Readonly<Record<string, number>> };

function counts({ guideline, cases }: Loaded, trials: readonly Trial[]): Review['counts'] {
  const claims = Object.values(guideline.claims);
  const size = (index: object) => Object.keys(index).length;
  return {
    facts: size(guideline.facts),
    definitions: size(guideline.definitions),
    interventions: size(guideline.interventions),
    rules: guideline.rules.length,
    urgencies: guideline.urgencies.length,
    stages: guideline.stages.length,
    'scope notes': guideline.scope.length,
    combinations: guideline.combinations.length,
    invariants: guideline.invariants.length,
    claims: claims.length,
    'claims read': claims.filter(({ verified }) => verified === 'read').length,
    'claims recalled': claims.filter(({ verified }) => verified === 'recalled').length,
    sources: size(guideline.sources),
    trials: trials.length,
    cases: cases.length,
    'asserted outcomes': cases.reduce(
      (sum, { value }) =>
        sum
        + size(value.expect ?? {})
        + [value.urgency, value['no-urgency'], value.stages, value.scope].reduce(
          (all, named) => all + (named ?? []).length,
          0,
        ),
      0,
    ),
  };
}

/** Reviews a well-formed guideline with its trials, as of a calendar day: cases, invariants, contradictions, recomputed numbers,
 *  what is untested, unused, unverified, stale or hard to read. A guideline without rules is an error: nothing was examined. */
export function review(loaded: Loaded, trials: readonly Trial[], today: string): Review {
  const vignettes = vignettesOf(loaded);
  const known = everybody(loaded, vignettes);
  const { differing, broken } = runCases(loaded, vignettes);
  const nothing: readonly Finding[] = loaded.guideline.rules.length
    ? []
    : [{ severity: 'error', code: 'nothing-examined', message: 'There is no rule to check.' }];
  return {
    findings: [
      ...nothing,
      ...differing,
      ...impossiblePatients(loaded, vignettes),
      ...broken,
      ...contradictions(loaded, known),
      ...uncitedTrials(loaded, trials),
      ...wrongNumbers(trials),
      ...untestedRules(loaded, vignettes),
      ...neverHolds(loaded, known),
      ...unverified(loaded),
      ...staleReviews(loaded, today),
      ...unusedFacts(loaded),
      ...hardToRead(loaded),
    ],
    counts: counts(loaded, trials),
  };
}
