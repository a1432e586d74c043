// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../authoring/trials.ts';
import type { Loaded } from '../../../authoring/load.ts';
import { recomputed } from '../../../evidence/index.ts';
import { findings, type Finding } from './finding.ts';

/** Rules whose every claim is recalled: whoever relies on one must know that nobody here saw the text. */
export function unverified({ guideline }: Loaded): readonly Finding[] {
  return guideline.rules
    .filter(({ because }) => because.every((id) => guideline.claims[id]?.verified === 'recalled'))
    .map(({ id, kind }) => ({
      severity: 'note',
      code: 'unverified',
      message: `The ${kind} "${id}" rests only on claims whose source was not read.`,
    }));
}

/** Longer ago than this, a review is stale: guidelines and labels of this disease change about yearly. */
const staleAfterMonths = 18;
/** Whole calendar months from one day to another, days left out. */
function monthsBetween(from: string, to: string): number {
  const [[year = 0, month = 0], [otherYear = 0, otherMonth = 0]] = [
    from.split('-').map(Number),
    to.split('-').map(Number),
  ];
  return (otherYear - year) * 12 + otherMonth - month;
}

/** An intervention whose file nobody has reviewed lately. `today` is a calendar day. */
export function staleReviews({ guideline }: Loaded, today: string): readonly Finding[] {
  const stale = Object.values(guideline.interventions).filter(
    ({ reviewed }) => monthsBetween(reviewed, today) > staleAfterMonths,
  );
  return findings(
    'note',
    'stale-review',
    stale.map(
      ({ id, reviewed }) => `"${id}" was last reviewed on ${reviewed}, more than ${staleAfterMonths} months ago.`,
    ),
  );
}

/** A trial whose source is not in the bibliography. */
export function uncitedTrials({ guideline }: Loaded, trials: readonly Trial[]): readonly Finding[] {
  const uncited = trials.filter(({ source }) => !Object.hasOwn(guideline.sources, source));
  return findings(
    'error',
    'unknown-source',
    uncited.map(
      ({ id, source }) => `The trial "${id}" rests on "${source}", which evidence/sources.yaml does not list.`,
    ),
  );
}

/** A printed percentage or difference that its own counts do not give. */
export function wrongNumbers(trials: readonly Trial[]): readonly Finding[] {
  return findings(
    'error',
    'number-differs',
    trials.flatMap((trial) =>
      trial.outcomes.flatMap((outcome) =>
        recomputed(outcome)
          .filter(({ agrees }) => !agrees)
          .map(
            ({ what, printed, found }) =>
              `${trial.id}, ${outcome.id}: ${what} is printed as ${printed}; its counts give ${found.toFixed(2)}.`,
          ),
      ),
    ),
  );
}
