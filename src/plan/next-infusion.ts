// SPDX-License-Identifier: Apache-2.0
import type { InterventionId } from '../model/index.ts';
import { addDays, daysBetween, type Day, type Derived } from '../record/index.ts';
import { ivigCycle, type Infusion } from './infusion.ts';
import type { Line, PlanItem } from './item.ts';

/** The days on which an infusion was given. */
export const infusionsOf = ({ entries }: Pick<Derived, 'entries'>, id: InterventionId): readonly Day[] =>
  entries.filter((entry) => entry.kind === 'infusion' && entry.intervention === id).map(({ on }) => on);

/** The cycles of drips: days at most a week apart belong to one. */
function cyclesOf(days: readonly Day[]): readonly (readonly Day[])[] {
  const cycles: Day[][] = [];
  for (const day of new Set(days)) {
    const open = cycles.at(-1);
    const last = open?.at(-1);
    if (open && last !== undefined && daysBetween(last, day) <= 7) open.push(day);
    else cycles.push([day]);
  }
  return cycles;
}

const riskFacts = [
  'past-blood-clot',
  'cardiovascular-disease-or-high-risk',
  'diabetes',
  'also-takes-oestrogen',
  'acute-kidney-risk',
] as const;
/** At risk of clots or kidney trouble, or not known not to be: the slower ceiling is used. Label: age over 65, past clots, heart disease, oestrogens, weak kidneys, diabetes. */
function atRisk({ patient }: Pick<Derived, 'patient'>): boolean {
  const [age, egfr] = [patient['age'], patient['egfr']];
  return (
    riskFacts.some((fact) => patient[fact] !== false)
    || typeof age !== 'number'
    || age > 65
    || typeof egfr !== 'number'
    || egfr < 60
  );
}

const cycleDays = (days: number): 2 | 3 | 4 | 5 => (days <= 2 ? 2 : days === 3 ? 3 : days === 4 ? 4 : 5);
const cycleWeeks = 4;

/** The next course of drips; `late` is how many days ago it was due, and it then begins today. */
export type NextInfusion = { infusions: readonly Infusion[]; notes: readonly Line[]; cycle: number; late: number };
/** The next cycle of immunoglobulin, over as many days as the last; none when it is not taken, was never given, or the weight is unknown. */
export function nextIvig(derived: Pick<Derived, 'entries' | 'patient' | 'asOf'>): NextInfusion {
  const cycles = cyclesOf(infusionsOf(derived, 'ivig'));
  const [last, weight] = [cycles.at(-1), derived.patient['body-weight']];
  const first = last?.[0];
  if (derived.patient['taking-ivig'] !== true || !last || first === undefined)
    return { infusions: [], notes: [], cycle: 0, late: 0 };
  if (typeof weight !== 'number')
    return {
      infusions: [],
      cycle: 0,
      late: 0,
      notes: [
        { text: 'The next drip of immunoglobulin cannot be worked out: the body weight is not known.', basis: {} },
      ],
    };
  const due = addDays(first, cycleWeeks * 7);
  const late = Math.max(0, daysBetween(due, derived.asOf));
  const found = ivigCycle({
    weightKg: weight,
    days: cycleDays(last.length),
    from: late > 0 ? derived.asOf : due,
    atRisk: atRisk(derived),
  });
  return found.ok
    ? { infusions: [found.infusion], notes: [], cycle: cycles.length + 1, late }
    : { infusions: [], cycle: 0, late: 0, notes: [{ text: found.problem, basis: {} }] };
}

/** The days of a course of drips as items of the plan. */
export const infusionItems = (infusion: Infusion, cycle: number, late: number): readonly PlanItem[] =>
  infusion.days.map((day, i) => ({
    id: `infusion-${infusion.intervention}-${cycle}-${i + 1}`,
    kind: 'infusion',
    on: day.on,
    at: '09:00',
    minutes: day.minutes,
    title: `Drip ${i + 1} of ${infusion.days.length}: ${infusion.scheme}`,
    lines: [
      {
        text: `${day.amount} ${day.unit}${day.mL === undefined ? '' : `, ${day.mL} mL`} over about ${day.minutes} minutes. The hour is only a placeholder.`,
        basis: { practice: 'for the team to verify' },
      },
      ...infusion.arithmetic,
      ...infusion.cautions,
    ],
    ...(late > 0 ? { overdueDays: late } : {}),
  }));
