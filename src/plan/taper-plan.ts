// SPDX-License-Identifier: Apache-2.0
import { compileDecision } from '../interpreters/answer/index.ts';
import { convertUnit } from '../measures/index.ts';
import { eligibility, type Guideline, type InterventionId } from '../model/index.ts';
import { daysBetween, perDay, type Day, type Derived, type Entry } from '../record/index.ts';
import type { Line, PlanItem } from './item.ts';
import { checkTaper, layOutTaper, taperNotes, type TaperDay, type TaperProblem, type TaperStep } from './taper.ts';

type TaperEntry = Extract<Entry, { kind: 'taper' }>;
/** The doctor's plan for coming down, checked and laid out; `calledFor` is what its doses call for by the guideline. */
export type TaperPlan = {
  intervention: InterventionId;
  steps: readonly TaperStep[];
  days: readonly TaperDay[];
  problems: readonly TaperProblem[];
  notes: readonly Line[];
  calledFor: readonly { intervention: InterventionId; certain: boolean }[];
};

const protections = [
  'pjp-prophylaxis',
  'calcium-and-vitamin-d',
  'oral-bisphosphonate',
  'fracture-risk-assessment',
  'steroid-emergency-plan',
  'eye-check',
] as const;
/** What the guideline offers at the highest dose that lies ahead. */
function calledFor(guideline: Guideline, derived: Derived, highest: number): TaperPlan['calledFor'] {
  const patient = { ...derived.patient, 'taking-prednisone': true, 'prednisone-mg-per-day': highest };
  return protections
    .filter((id) => Object.hasOwn(guideline.interventions, id))
    .map((id) => ({ id, truth: compileDecision(guideline, eligibility(guideline, id))(patient) }))
    .filter(({ truth }) => truth !== 'false')
    .map(({ id, truth }) => ({ intervention: id, certain: truth === 'true' }));
}

/** The last plan for coming down that the record holds, checked and laid out from the day of `derived`. */
export function taperPlan(
  guideline: Guideline,
  derived: Derived,
  until: Day,
  tablets: readonly number[] | undefined,
): { plan: TaperPlan; entry: TaperEntry } | undefined {
  const entry = derived.entries.findLast((one): one is TaperEntry => one.kind === 'taper');
  if (!entry) return undefined;
  const steps = entry.steps.map(({ from, dose, frequency }): TaperStep => ({
    from,
    mgPerDay: (convertUnit(dose.value, dose.unit, 'mg') ?? Number.NaN) * (frequency ? perDay(frequency) : 1),
  }));
  const firstDay = steps.map(({ from }) => from).sort()[0] ?? derived.asOf;
  const { since } = derived.glucocorticoid;
  const problems = checkTaper(steps, since === undefined || since >= firstDay ? 0 : daysBetween(since, firstDay));
  const readable = !problems.some(({ severity, message }) => severity === 'error' && message.startsWith('The step'));
  const days = readable ? layOutTaper(steps, until, tablets).filter(({ on }) => on >= derived.asOf) : [];
  const highest = Math.max(0, ...days.map(({ mg }) => mg));
  return {
    entry,
    plan: {
      intervention: entry.intervention,
      steps,
      days,
      problems,
      notes: taperNotes,
      calledFor: highest > 0 ? calledFor(guideline, derived, highest) : [],
    },
  };
}

const tabletWords = ({ mg, tablets }: TaperDay): string =>
  tablets.length
    ? ` (${tablets.map((one) => `${one.count} of ${one.mg} mg`).join(' and ')})`
    : mg > 0
      ? ' (these tablets cannot make it up: ask the pharmacist)'
      : '';
/** Each step that lies ahead, as an item of the plan. */
export function taperItems(
  { plan, entry }: { plan: TaperPlan; entry: TaperEntry },
  asOf: Day,
  until: Day,
): readonly PlanItem[] {
  return plan.steps.flatMap(({ from, mgPerDay }, i): readonly PlanItem[] => {
    const day = plan.days.find(({ on }) => on === from);
    if (from < asOf || from > until || !day) return [];
    return [
      {
        id: `taper-${entry.id}-${i + 1}`,
        kind: 'taper',
        on: from,
        title: `Steroid, from today: ${mgPerDay} mg a day`,
        lines: [
          {
            text: `From your doctor's plan of ${entry.on}: ${mgPerDay} mg a day${tabletWords(day)}.`,
            basis: { practice: 'your doctor’s plan' },
          },
          ...plan.notes,
          ...plan.problems.map(({ message, basis }): Line => ({ text: message, basis })),
        ],
      },
    ];
  });
}
