// SPDX-License-Identifier: Apache-2.0
import { compileDecision } from '../interpreters/answer/index.ts';
import { convertUnit } from '../measures/index.ts';
import { eligibility, type Guideline, type InterventionId } from '../model/index.ts';
import { dayInWords, daysBetween, perDay, type Day, type Derived, type Entry } from '../record/index.ts';
import type { Line, PlanItem } from './item.ts';
import {
  checkTaper,
  layOutTaper,
  taperNotes,
  type TaperDay,
  type TaperProblem,
  type TaperScheme,
  type TaperStep,
} from './taper.ts';

type TaperEntry = Extract<Entry, { kind: 'taper' }>;
/** A plan for coming down, checked and laid out; `calledFor` is what its doses call for by the guideline. */
export type TaperPlan = {
  /** The doctor's plan as it was recorded, or a published scheme, which nobody has decided on for this person. */
  from: { entry: string; on: Day } | { scheme: string; label: string; basis: Line['basis'] };
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

type Source = Pick<TaperPlan, 'from' | 'intervention' | 'steps'>;

/** The last plan for coming down that the record holds. */
function doctorsPlan({ entries }: Derived): Source | undefined {
  const entry = entries.findLast((one): one is TaperEntry => one.kind === 'taper');
  return (
    entry && {
      from: { entry: entry.id, on: entry.on },
      intervention: entry.intervention,
      steps: entry.steps.map(({ from, dose, frequency }): TaperStep => ({
        from,
        mgPerDay: (convertUnit(dose.value, dose.unit, 'mg') ?? Number.NaN) * (frequency ? perDay(frequency) : 1),
      })),
    }
  );
}

/** A published scheme from the day of `derived` on, at the dose taken then; why it cannot be laid out, when it cannot. */
export function publishedPlan(scheme: TaperScheme, { patient, asOf }: Derived): Source | { problem: string } {
  const [mgPerDay, weightKg, age] = [patient['prednisone-mg-per-day'], patient['body-weight'], patient['age']];
  if (typeof age !== 'number' || (scheme.population === 'adult') !== age >= 18)
    return {
      problem: `The scheme "${scheme.id}" is for ${scheme.population === 'adult' ? 'adults' : 'children'}; ${typeof age === 'number' ? `this person is ${age}` : 'the age is not known'}.`,
    };
  if (typeof mgPerDay !== 'number' || mgPerDay <= 0)
    return { problem: 'A scheme starts from the dose that is taken now, and that dose is not known.' };
  const steps = scheme.steps({ mgPerDay, from: asOf, ...(typeof weightKg === 'number' ? { weightKg } : {}) });
  if (!steps)
    return {
      problem: `The scheme "${scheme.id}" does not fit a dose of ${mgPerDay} mg a day, or needs the body weight.`,
    };
  const { id, label, basis } = scheme;
  return { from: { scheme: id, label, basis }, intervention: 'prednisone', steps };
}

/** A plan for coming down, checked and laid out from the day of `derived`: the scheme that was asked for, or else the last plan that
 *  the record holds. */
export function taperPlan(
  guideline: Guideline,
  derived: Derived,
  until: Day,
  tablets: readonly number[] | undefined,
  scheme?: TaperScheme,
): TaperPlan | { problem: string } | undefined {
  const source = scheme ? publishedPlan(scheme, derived) : doctorsPlan(derived);
  if (!source || 'problem' in source) return source;
  const { steps } = source;
  const firstDay = steps.map(({ from }) => from).sort()[0] ?? derived.asOf;
  const { since } = derived.glucocorticoid;
  const problems = checkTaper(steps, since === undefined || since >= firstDay ? 0 : daysBetween(since, firstDay));
  const readable = !problems.some(({ severity, message }) => severity === 'error' && message.startsWith('The step'));
  const days = readable ? layOutTaper(steps, until, tablets).filter(({ on }) => on >= derived.asOf) : [];
  const highest = Math.max(0, ...days.map(({ mg }) => mg));
  return {
    ...source,
    days,
    problems,
    notes: taperNotes,
    calledFor: highest > 0 ? calledFor(guideline, derived, highest) : [],
  };
}

const tabletWords = ({ mg, tablets }: TaperDay): string =>
  tablets.length
    ? ` (${tablets.map((one) => `${one.count} of ${one.mg} mg`).join(' and ')})`
    : mg > 0
      ? ' (these tablets cannot make it up: ask the pharmacist)'
      : '';
/** Each step that lies ahead, as an item of the plan. */
export function taperItems(plan: TaperPlan, asOf: Day, until: Day): readonly PlanItem[] {
  const { from: origin } = plan;
  const published = 'scheme' in origin;
  const whose = published
    ? `A published scheme, not your doctor's plan (${origin.label})`
    : `From your doctor's plan of ${dayInWords(origin.on)}`;
  return plan.steps.flatMap(({ from, mgPerDay }, i): readonly PlanItem[] => {
    const day = plan.days.find(({ on }) => on === from);
    if (from < asOf || from > until || !day) return [];
    return [
      {
        id: `taper-${published ? origin.scheme : origin.entry}-${i + 1}`,
        kind: 'taper',
        on: from,
        title: published
          ? `A published scheme would go to ${mgPerDay} mg a day`
          : `Steroid, from today: ${mgPerDay} mg a day`,
        lines: [
          {
            text: `${whose}: ${mgPerDay} mg a day${tabletWords(day)}.`,
            basis: published ? origin.basis : { practice: 'your doctor’s plan' },
          },
          ...plan.notes,
          ...plan.problems.map(({ message, basis }): Line => ({ text: message, basis })),
        ],
      },
    ];
  });
}
