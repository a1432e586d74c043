// SPDX-License-Identifier: Apache-2.0
import {
  exercisePhases,
  readsOf,
  type ExerciseLibrary,
  type ExercisePhaseId,
  type FactId,
  type Guideline,
  type ScreeningRule,
} from '../model/index.ts';
import { daysBetween, type Derived, type Entry } from '../record/index.ts';
import { truthOf } from './decide.ts';
import type { Line } from './item.ts';

export type Logged = Extract<Entry, { kind: 'exercise' }>;
export const exerciseLog = ({ entries }: Derived): readonly Logged[] =>
  entries.filter((entry): entry is Logged => entry.kind === 'exercise');
/** Results of one strength or performance test, the earliest first. */
export const testResults = ({ entries }: Derived, test: string): readonly { on: string; value: number }[] =>
  entries.flatMap((entry) =>
    entry.kind === 'strength' && entry.test === test ? [{ on: entry.on, value: entry.value }] : [],
  );

/** The phase a person is in, with the reasons; what is screened for and holds; and what has to be known first. */
export type ExerciseFit = {
  phase: ExercisePhaseId;
  because: readonly Line[];
  screened: readonly ScreeningRule[];
  askFirst: readonly { rule: ScreeningRule; facts: readonly FactId[] }[];
};

const lineOf = (text: string, { sources, basis }: { sources: readonly string[]; basis: string }): Line => ({
  text,
  basis: basis === 'practice' ? { sources, practice: 'usual practice' } : { sources },
});
/** Weeks of treatment before more than the gentlest work: "2 to 4 weeks or more"; the safer end. */
const treatedWeeks = 4;
/** Stands in 30 seconds from which the third phase can begin. */
const standsForStable = 8;
/** A break so long means one phase lower. */
const breakDays = 21;

function reasonsForActive({ patient: facts }: Derived, stands: number | undefined): readonly string[] {
  const weeks = facts['weeks-on-current-regimen'];
  const settled = facts['treatment-phase'] === 'maintenance' || facts['treatment-phase'] === 'remission';
  return [
    ...(facts['muscle-weakness'] === 'severe' ? ['Weakness is severe.'] : []),
    ...(facts['bedbound'] === true ? ['You have to stay in bed.'] : []),
    ...(facts['rapidly-worsening-weakness'] === true ? ['Weakness is getting worse fast.'] : []),
    ...(facts['treatment-phase'] === 'new-untreated' ? ['Treatment has not begun.'] : []),
    ...(facts['treatment-phase'] === 'relapse' ? ['The disease has come back.'] : []),
    ...(facts['response'] === 'worse' ? ['It is worse than at the start of treatment.'] : []),
    ...(stands === 0 ? ['Standing up without arms was not possible.'] : []),
    ...(!settled && (typeof weeks !== 'number' || weeks < treatedWeeks)
      ? [`Treatment has run for less than ${treatedWeeks} weeks, or it is not known how long.`]
      : []),
  ];
}

function isStable({ patient: facts }: Derived, stands: number | undefined): boolean {
  const well =
    facts['response'] === 'moderate'
    || facts['response'] === 'major'
    || facts['treatment-phase'] === 'maintenance'
    || facts['treatment-phase'] === 'remission';
  const strongEnough = facts['muscle-weakness'] === 'none' || (stands !== undefined && stands >= standsForStable);
  return well && strongEnough && facts['overall-activity'] !== 'severe' && facts['overall-activity'] !== 'moderate';
}

const lower = (phase: ExercisePhaseId): ExercisePhaseId =>
  exercisePhases[Math.max(0, exercisePhases.indexOf(phase) - 1)] ?? 'active';

/** Phase from facts, strength tests and the log. The fourth phase is never chosen here: a therapist gives it as `chosen`. */
function phaseBy(
  library: ExerciseLibrary,
  derived: Derived,
  chosen: ExercisePhaseId | undefined,
): { phase: ExercisePhaseId; because: readonly Line[] } {
  const stands = testResults(derived, 'sts30').at(-1)?.value;
  const reasons = reasonsForActive(derived, stands);
  if (reasons.length) return { phase: 'active', because: reasons.map((text) => lineOf(text, library.phases.active)) };
  if (chosen) return { phase: chosen, because: [lineOf('Your therapist chose this phase.', library.phases[chosen])] };
  const phase = isStable(derived, stands) ? 'stable' : 'improving';
  const last = exerciseLog(derived).at(-1);
  const broken = last !== undefined && daysBetween(last.on, derived.asOf) >= breakDays;
  const rule = library.regressions.find(({ id }) => id === 'break');
  const why = lineOf(
    phase === 'stable'
      ? 'Treatment works, and you are strong enough for more.'
      : 'Treatment is under way, and strength is steady.',
    library.phases[phase],
  );
  return broken
    ? { phase: lower(phase), because: [why, lineOf(rule?.text ?? '', rule ?? library.phases[phase])] }
    : { phase, because: [why] };
}

/** Which phase fits, and what screening found. What may hold and is not known has to be asked first. */
export function exerciseFit(
  guideline: Guideline,
  library: ExerciseLibrary,
  derived: Derived,
  chosen?: ExercisePhaseId,
): ExerciseFit {
  const truths = library.screening.map((rule) => ({ rule, truth: truthOf(guideline, rule.when, derived.patient) }));
  const screened = truths.filter(({ truth }) => truth === 'true').map(({ rule }) => rule);
  const { phase, because } = phaseBy(library, derived, chosen);
  const capped = screened.find(({ effect }) => effect === 'no-hard-work');
  const tooHard = capped !== undefined && (phase === 'stable' || phase === 'strong');
  return {
    phase: tooHard ? 'improving' : phase,
    because: tooHard ? [...because, lineOf(capped.advice, capped)] : because,
    screened,
    askFirst: truths
      .filter(({ truth, rule }) => truth === 'unknown' && rule.effect !== 'advice')
      .map(({ rule }) => ({
        rule,
        facts: [...readsOf(guideline, rule.when).keys()].filter((id) => derived.patient[id] === undefined),
      })),
  };
}
