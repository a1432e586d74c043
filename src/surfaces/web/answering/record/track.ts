// SPDX-License-Identifier: Apache-2.0
// Everything the track page shows of one record.
import { planFor } from '../../../../plan/plan.ts';
import { improvementOf, type Improvement, type RecordProblem } from '../../../../record/index.ts';
import type { Flag, Prepared } from '../interview.ts';
import { chartsOf, takenOf, type Chart, type Taken } from './charts.ts';
import { dueList, undatedList, type Due, type Undated } from './due.ts';
import { recordFlags } from './flags.ts';
import { deriveTold, type Told } from './told.ts';

export type Medicine = { id: string; label: string; kind: 'medicine' | 'infusion' };
export type TrackView = {
  flags: readonly Flag[];
  problems: readonly RecordProblem[];
  charts: readonly Chart[];
  taken: readonly Taken[];
  due: readonly Due[];
  undated: readonly Undated[];
  improvement: Improvement | undefined;
  /** What can be taken, for the form, and the names of facts that entries hold. */
  medicines: readonly Medicine[];
  names: { readonly [id: string]: string };
  words: readonly string[];
};

const responseWords = {
  worse: 'it is worse than at the start of this treatment',
  none: 'it has not improved yet by the score',
  minimal: 'it has improved a little',
  moderate: 'it has improved moderately',
  major: 'it has improved a great deal',
} as const;
/** What the numbers say, in a sentence or two: facts, no cheer. */
function summary(charts: readonly Chart[], improvement: Improvement | undefined): readonly string[] {
  const stands = charts.find(({ key }) => key.startsWith('strength sts30'))?.points ?? [];
  const [before, last] = stands.slice(-2);
  return [
    ...(improvement?.response ? [`Against the start, ${responseWords[improvement.response]}.`] : []),
    ...(before && last && before.value !== last.value
      ? [`You stood up ${last.value} times in 30 seconds, ${before.value} the time before.`]
      : []),
  ];
}

/** What is known, what is due, and how it went, from a record. */
export function trackView(prepared: Prepared, told: Told): TrackView {
  const { guideline } = prepared;
  const derived = deriveTold(guideline, told);
  const plan = planFor(guideline, undefined, derived);
  const charts = chartsOf(guideline, derived);
  const improvement = improvementOf(derived);
  const taken = Object.values(guideline.interventions).filter(({ currentFact }) => currentFact !== undefined);
  return {
    flags: recordFlags(prepared, derived),
    problems: derived.problems,
    charts,
    taken: takenOf(guideline, derived),
    due: dueList(guideline, plan),
    undated: undatedList(guideline, plan, derived),
    improvement,
    medicines: taken
      .map(({ id, label, kind }): Medicine => ({ id, label, kind: kind === 'infusion' ? 'infusion' : 'medicine' }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
    names: Object.fromEntries([
      ...Object.values(guideline.interventions).map(({ id, label }) => [id, label] as const),
      ...derived.entries.flatMap((entry) =>
        entry.kind === 'fact' ? [[entry.fact, guideline.facts[entry.fact]?.label ?? entry.fact] as const] : [],
      ),
    ]),
    words: summary(charts, improvement),
  };
}
