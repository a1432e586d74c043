// SPDX-License-Identifier: Apache-2.0
import { addDays, addMonths, dayInWords, daysBetween, isDay, type Day } from '../record/index.ts';
import type { Basis, Line } from './item.ts';

/** A daily dose from a day on, in mg of prednisone. */
export type TaperStep = { from: Day; mgPerDay: number };
export type TaperDay = { on: Day; mg: number; tablets: readonly { mg: number; count: number }[] };
export type TaperProblem = { severity: 'error' | 'warning'; message: string; basis: Basis };

const adrenal: Basis = { sources: ['ese-gcai-2024'] };
/** After more than 3 weeks above 4 mg a day (the safer end of 3 to 4 weeks and 4 to 6 mg) the body may not make its own steroid. */
const prolonged = { days: 21, mg: 4 };
/** The largest step of the published schemes: half of the dose. */
const largestFall = 0.5;

const inOrder = (steps: readonly TaperStep[]): readonly TaperStep[] =>
  [...steps].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** What is wrong with, or notable about, a plan for coming down. `takenDays`: days on steroids before its first step. */
export function checkTaper(steps: readonly TaperStep[], takenDays: number): readonly TaperProblem[] {
  const bad = steps.find(({ from, mgPerDay }) => !isDay(from) || !(mgPerDay >= 0 && mgPerDay <= 2000));
  if (bad)
    return [
      {
        severity: 'error',
        message: `The step "${bad.from}, ${bad.mgPerDay} mg" has no real day or no dose from 0 to 2000 mg.`,
        basis: {},
      },
    ];
  const sorted = inOrder(steps);
  const problems: TaperProblem[] = [];
  if (sorted.some(({ from }, i) => from !== steps[i]?.from))
    problems.push({
      severity: 'warning',
      message: 'The steps are not in the order of their days; they are read by day.',
      basis: {},
    });
  for (const [i, { from, mgPerDay }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (!before) continue;
    if (before.from === from)
      problems.push({ severity: 'error', message: `Two steps begin on ${dayInWords(from)}. Keep one.`, basis: {} });
    if (mgPerDay > before.mgPerDay)
      problems.push({
        severity: 'warning',
        message: `On ${dayInWords(from)} the dose goes up, from ${before.mgPerDay} to ${mgPerDay} mg. Is that meant?`,
        basis: {},
      });
    const days = takenDays + daysBetween(sorted[0]?.from ?? from, from);
    if (mgPerDay === 0 && before.mgPerDay > prolonged.mg && days > prolonged.days)
      problems.push({
        severity: 'error',
        message: `On ${dayInWords(from)} the dose goes from ${before.mgPerDay} mg to none after ${days} days. After long use steroids are never stopped at once: ask the team for steps in between.`,
        basis: adrenal,
      });
    else if (mgPerDay < before.mgPerDay * (1 - largestFall) && mgPerDay > 0)
      problems.push({
        severity: 'warning',
        message: `On ${dayInWords(from)} the dose falls from ${before.mgPerDay} to ${mgPerDay} mg, more than half. No published scheme takes so large a step. Ask whether it is meant.`,
        basis: { sources: ['gkjr-jdm-2018', 'etg-iim', 'hhe-2018-iim'] },
      });
  }
  return problems;
}

/** What anyone on a long course has to know, whatever the steps are. */
export const taperNotes: readonly Line[] = [
  {
    text: 'Never stop at once. Being sick or having an operation may need more, not less: ask for sick-day rules.',
    basis: adrenal,
  },
  {
    text: 'If you feel very ill, faint or keep vomiting, get emergency help and say that you take steroids.',
    basis: { sources: ['ese-es-gcai-2024'] },
  },
  { text: 'Carry the steroid card.', basis: { sources: ['steroid-card-uk'] } },
  {
    text: 'If the symptoms come back, or you feel very weak, call the team before the next step down.',
    basis: adrenal,
  },
];

/** A dose in the fewest tablets of the strengths at hand; what they cannot make up is undefined. Strengths in mg. */
export function tabletsFor(mg: number, strengths: readonly number[]): TaperDay['tablets'] | undefined {
  let left = Math.round(mg * 1000);
  const used = [...strengths]
    .sort((a, b) => b - a)
    .flatMap((strength) => {
      const count = Math.floor(left / Math.round(strength * 1000));
      left -= count * Math.round(strength * 1000);
      return count > 0 ? [{ mg: strength, count }] : [];
    });
  return left === 0 ? used : undefined;
}

/** The plan day by day, from the first step to a last day. Doses that the tablets cannot make up have no tablets listed. */
export function layOutTaper(
  steps: readonly TaperStep[],
  until: Day,
  strengths: readonly number[] = [5, 1],
): readonly TaperDay[] {
  const sorted = inOrder(steps);
  const days: TaperDay[] = [];
  for (const [i, { from, mgPerDay }] of sorted.entries()) {
    const next = sorted[i + 1]?.from ?? addDays(until, 1);
    const tablets = tabletsFor(mgPerDay, strengths) ?? [];
    for (let k = 0; k < daysBetween(from, next) && addDays(from, k) <= until; k++)
      days.push({ on: addDays(from, k), mg: mgPerDay, tablets });
  }
  return days;
}

/** A scheme as published, to compare a plan with: never a plan by itself. Doses of the steps are in mg, in mg/kg, or a part of the first. */
export type TaperScheme = {
  id: string;
  label: string;
  population: 'adult' | 'juvenile';
  basis: Basis;
  steps: (start: { mgPerDay: number; weightKg?: number; from: Day }) => readonly TaperStep[] | undefined;
};

/** Goes down by so much every so many days until a dose. */
function stepsDown(from: Day, mgPerDay: number, to: number, by: number, everyDays: number): readonly TaperStep[] {
  const steps: TaperStep[] = [];
  for (let mg = mgPerDay - by, day = from; mg >= to; mg -= by, day = addDays(day, everyDays))
    steps.push({ from: day, mgPerDay: mg });
  return steps;
}
const after = (steps: readonly TaperStep[], otherwise: Day, days: number): Day =>
  addDays(steps.at(-1)?.from ?? otherwise, steps.length ? days : 0);

export const taperSchemes: readonly TaperScheme[] = [
  {
    id: 'australian-6-weeks',
    label: 'Full dose for 6 weeks, then 5 mg less every 2 weeks down to 25 mg; then as the team decides',
    population: 'adult',
    basis: { sources: ['etg-iim'] },
    steps: ({ mgPerDay, from }) => [{ from, mgPerDay }, ...stepsDown(addDays(from, 42), mgPerDay, 25, 5, 14)],
  },
  {
    id: 'review-2018',
    label:
      'After 4 weeks, 10 mg less every 4 weeks to 20 mg, 5 mg less every 4 weeks to 10 mg, then 2.5 mg less every 4 weeks',
    population: 'adult',
    basis: { sources: ['hhe-2018-iim'] },
    steps: ({ mgPerDay, from }) => {
      const fast = stepsDown(addDays(from, 28), mgPerDay, 20, 10, 28);
      const [mg, day] = [fast.at(-1)?.mgPerDay ?? mgPerDay, after(fast, addDays(from, 28), 28)];
      const middle = stepsDown(day, mg, 10, 5, 28);
      const slow = stepsDown(after(middle, day, 28), middle.at(-1)?.mgPerDay ?? mg, 0, 2.5, 28);
      return [{ from, mgPerDay }, ...fast, ...middle, ...slow];
    },
  },
  {
    id: 'german-austrian-children',
    label:
      'Children whose targets are met: full dose for a month, a half at 2 months, a quarter at 4, an eighth at 6, none at 12',
    population: 'juvenile',
    basis: { sources: ['gkjr-jdm-2018'] },
    steps: ({ mgPerDay, from }) =>
      (
        [
          [0, 1],
          [2, 0.5],
          [4, 0.25],
          [6, 0.125],
          [12, 0],
        ] as const
      ).map(([month, part]) => ({ from: addMonths(from, month), mgPerDay: mgPerDay * part })),
  },
  {
    id: 'printo-children',
    label:
      'Children: 2 mg/kg, 1 mg/kg by 2 months if the disease is half as active, 0.2 by 6, none by 24; the source names no steps in between',
    population: 'juvenile',
    basis: { sources: ['printo-gc-2019'] },
    steps: ({ weightKg, from }) =>
      weightKg === undefined
        ? undefined
        : (
            [
              [0, 2],
              [2, 1],
              [6, 0.2],
              [24, 0],
            ] as const
          ).map(([month, perKg]) => ({
            from: addMonths(from, month),
            mgPerDay: Math.round(perKg * weightKg * 10) / 10,
          })),
  },
];
