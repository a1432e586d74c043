// SPDX-License-Identifier: Apache-2.0
// What the worker makes of the record, made again whenever the record changes.
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../answering/client.ts';
import type { ExerciseView } from '../../answering/record/exercise.ts';
import type { PlanView } from '../../answering/record/planning.ts';
import type { Told } from '../../answering/record/told.ts';
import type { TrackView } from '../../answering/record/track.ts';
import type { VisitView } from '../../answering/record/visit.ts';
import { today, type Keeping } from '../../navigator.ts';

type Views = { track: TrackView; plan: PlanView; exercise: ExerciseView; visit: VisitView };
const acts: { readonly [Name in keyof Views]: (told: Told, extra: string) => Promise<Views[Name]> } = {
  track: (told) => ask('track', told),
  plan: (told, weeks) => ask('plan', told, Number(weeks) || 12),
  exercise: (told, phase) =>
    ask('exercise', told, phase === 'improving' || phase === 'stable' || phase === 'strong' ? phase : undefined),
  visit: (told, since) => ask('visit', told, since),
};

export const toldBy = ({ kept, open }: Keeping): Told => ({ entries: kept.entries, open: [...open], today: today() });

/** A view of the record, and why there is none. The view before stays until the next is there. */
export function useView<Name extends keyof Views>(
  name: Name,
  keeping: Keeping,
  extra = '',
): { view: Views[Name] | undefined; failed: string | undefined } {
  const [view, setView] = useState<Views[Name]>();
  const [failed, setFailed] = useState<string>();
  const told = toldBy(keeping);
  useEffect(() => {
    let current = true;
    acts[name](told, extra).then(
      (found) => {
        if (!current) return;
        setView(() => found);
        setFailed(undefined);
      },
      (error: unknown) => {
        if (current) setFailed(error instanceof Error ? error.message : 'This page could not be worked out.');
      },
    );
    return () => {
      current = false;
    };
  }, [told.entries, told.open.join(' '), told.today, extra]);
  return { view, failed };
}
