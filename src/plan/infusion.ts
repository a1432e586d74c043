// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '../record/index.ts';
import type { Basis, Line } from './item.ts';

/** One step of a drip: a rate, from a minute after the start, for so many minutes, giving so many mL. */
export type RateStep = { fromMinute: number; minutes: number; mLPerHour: number; mL: number; perKg?: string };
export type InfusionDay = {
  on: Day;
  amount: number;
  unit: 'g' | 'mg';
  mL?: number;
  minutes: number;
  steps: readonly RateStep[];
};
/** One course of drips, with its arithmetic line by line for a clinician to check. */
export type Infusion = {
  intervention: string;
  scheme: string;
  days: readonly InfusionDay[];
  arithmetic: readonly Line[];
  cautions: readonly Line[];
};

const label: Basis = { sources: ['octagam-us-label', 'octagamusa-dm-dosing'] };
const stepBasis: Basis = { sources: ['octagam-eu-dm-dosing'] };
const ladderBasis: Basis = {
  sources: ['octagam10-label-citp', 'octagam-us-label'],
  practice:
    'an example of gradual steps; for dermatomyositis the label fixes only the first rate, the 30 minutes and the ceiling',
};
const riskBasis: Basis = { sources: ['octagamusa-dm-dosing', 'octagam-eu-dm-dosing', 'empr-octagam10'] };

const gramsPerKg = 2;
const gramsPerMl = 0.1;
const stepMinutes = 30;
/** Rates in mL per kg and minute. The ceilings are hard: thrombosis. */
const rates = { usual: [0.01, 0.02, 0.04], atRisk: [0.01, 0.02, 0.03] } as const;
const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Minutes rounded up; what binary fractions add to a whole minute is no minute. */
const wholeMinutes = (minutes: number): number => Math.ceil(round(minutes, 6));

/** Whole tenths of a gram over days, as even as they go: the earlier days take what is left over, and nothing is lost. */
export function splitGrams(grams: number, days: number): readonly number[] {
  const tenths = Math.round(grams * 10);
  const [each, rest] = [Math.floor(tenths / days), tenths % days];
  return Array.from({ length: days }, (_, i) => (each + (i < rest ? 1 : 0)) / 10);
}

/** The steps of a drip of so many mL: each rate for its minutes, the last until it is through. Rates in mL a minute. */
export function rateSteps(
  mL: number,
  mLPerMinute: readonly number[],
  minutes: number = stepMinutes,
): readonly RateStep[] {
  const steps: RateStep[] = [];
  let [left, from] = [mL, 0];
  for (const [i, rate] of mLPerMinute.entries()) {
    if (left <= 1e-9) break;
    const full = i === mLPerMinute.length - 1 ? left : Math.min(left, rate * minutes);
    const lasts = full / rate;
    steps.push({
      fromMinute: wholeMinutes(from),
      minutes: wholeMinutes(lasts),
      mLPerHour: round(rate * 60),
      mL: round(full, 2),
    });
    [left, from] = [left - full, from + lasts];
  }
  return steps;
}

export type IvigInput = { weightKg: number; days: 2 | 3 | 4 | 5; from: Day; atRisk: boolean };
export type Refused = { ok: false; problem: string };

const lines = (
  weightKg: number,
  grams: number,
  perDay: readonly number[],
  atRisk: boolean,
  ceiling: number,
): readonly Line[] => [
  { text: `${weightKg} kg × ${gramsPerKg} g/kg = ${grams} g in all, every 4 weeks.`, basis: label },
  {
    text: `${grams} g over ${perDay.length} days in a row: ${perDay.join(' + ')} = ${round(perDay.reduce((a, b) => a + b, 0))} g.`,
    basis: label,
  },
  {
    text: `10 % means ${gramsPerMl} g in each mL: ${grams} g ÷ ${gramsPerMl} g/mL = ${round(grams / gramsPerMl)} mL in all.`,
    basis: label,
  },
  {
    text: `First rate: ${weightKg} kg × 0.01 mL/kg/min × 60 = ${round(weightKg * 0.01 * 60)} mL an hour for ${stepMinutes} minutes.`,
    basis: stepBasis,
  },
  {
    text: `Then steps of ${stepMinutes} minutes, if the one before was well borne: ${(atRisk ? rates.atRisk : rates.usual).slice(1).join(', then ')} mL/kg/min.`,
    basis: ladderBasis,
  },
  {
    text: `Never faster than ${ceiling} mL/kg/min: ${weightKg} kg × ${ceiling} × 60 = ${round(weightKg * ceiling * 60)} mL an hour${atRisk ? '. This is the ceiling for people at risk of clots or kidney trouble, and the slowest practicable rate is better' : ', the ceiling for dermatomyositis'}.`,
    basis: atRisk ? riskBasis : label,
  },
];

/** One cycle of octagam 10 % in adult dermatomyositis: 2 g/kg over 2 to 5 days in a row, rate steps with times. Weight from 20 to 250 kg;
 *  otherwise, and for another product, nothing is worked out. For a clinician to verify. */
export function ivigCycle({ weightKg, days, from, atRisk }: IvigInput): { ok: true; infusion: Infusion } | Refused {
  if (!(weightKg >= 20 && weightKg <= 250))
    return { ok: false, problem: `A weight of ${weightKg} kg is outside 20 to 250 kg. Nothing is worked out.` };
  const grams = round(weightKg * gramsPerKg);
  const perDay = splitGrams(grams, days);
  const ladder = atRisk ? rates.atRisk : rates.usual;
  const infusionDays = perDay.map((amount, i): InfusionDay => {
    const mL = round(amount / gramsPerMl);
    const steps = rateSteps(
      mL,
      ladder.map((rate) => rate * weightKg),
    );
    return { on: addDays(from, i), amount, unit: 'g', mL, minutes: lastMinute(steps), steps };
  });
  return {
    ok: true,
    infusion: {
      intervention: 'ivig',
      scheme: 'octagam 10 %, 2 g/kg every 4 weeks',
      days: infusionDays,
      arithmetic: lines(weightKg, grams, perDay, atRisk, ladder[2]),
      cautions: ivigCautions,
    },
  };
}
const lastMinute = (steps: readonly RateStep[]): number =>
  steps.reduce((end, { fromMinute, minutes }) => Math.max(end, fromMinute + minutes), 0);

const ivigCautions: readonly Line[] = [
  { text: 'Drink enough before and after each drip.', basis: { sources: ['octagamusa-isi'] } },
  {
    text: 'Chest pain, breathlessness, a swollen limb or signs of a stroke: the drip is stopped and emergency help is called.',
    basis: { sources: ['octagamusa-isi'] },
  },
  {
    text: 'Some glucose meters read falsely high after this product (it contains maltose). Use a meter that is specific for glucose.',
    basis: { sources: ['diplomat-octagam10'] },
  },
  {
    text: 'A live vaccine has to wait for months after it (11 months after 2 g/kg for measles and chickenpox vaccines).',
    basis: { sources: ['acip-ig-vaccine-intervals'] },
  },
  {
    text: 'For a very high or very low weight the European text doses by standard body weight: the team decides.',
    basis: { sources: ['octagam-eu-dm-dosing'] },
  },
];

export const rituximabSchemes = ['1000-mg-twice', '375-mg-per-m2-weekly-four'] as const;
export type RituximabScheme = (typeof rituximabSchemes)[number];
const rituximabRate: Basis = { sources: ['rituximab-vortuxi'] };

/** Steps of a rituximab drip in mg an hour: 50 rising by 50 every 30 minutes at the first, 100 rising by 100 at a later one, to 400. */
function rituximabDay(on: Day, mg: number, first: boolean): InfusionDay {
  const step = first ? 50 : 100;
  const ladder = Array.from({ length: 400 / step }, (_, i) => ((i + 1) * step) / 60);
  const steps = rateSteps(mg, ladder).map((one) => ({ ...one, perKg: `${one.mLPerHour} mg/h` }));
  return { on, amount: mg, unit: 'mg', minutes: lastMinute(steps), steps };
}

/** A course of rituximab by a published scheme: 1000 mg twice, 14 days apart (borrowed from rheumatoid arthritis), or 375 mg/m² four
 *  times, a week apart (series; needs the body surface, 0.5 to 3 m²). The steps are in mg an hour: the volume depends on the bag. */
export function rituximabCourse(
  scheme: RituximabScheme,
  { from, surface, firstEver }: { from: Day; surface?: number; firstEver: boolean },
): { ok: true; infusion: Infusion } | Refused {
  const bySurface = scheme === '375-mg-per-m2-weekly-four';
  if (bySurface && !(surface !== undefined && surface >= 0.5 && surface <= 3))
    return {
      ok: false,
      problem:
        'This scheme needs the body surface, from 0.5 to 3 m². "heliotrope measure bsa" works it out from height and weight.',
    };
  const mg = bySurface ? round(375 * (surface ?? 0), 0) : 1000;
  const [times, apart] = bySurface ? [4, 7] : [2, 14];
  const basis: Basis = { sources: [bySurface ? 'droracle-rituximab-myositis' : 'rituxan-ra-hcp'] };
  const days = Array.from({ length: times }, (_, i) =>
    rituximabDay(addDays(from, i * apart), mg, firstEver && i === 0),
  );
  return {
    ok: true,
    infusion: {
      intervention: 'rituximab',
      scheme: bySurface ? '375 mg/m² weekly, four times' : '1000 mg twice, two weeks apart',
      days,
      arithmetic: [
        ...(bySurface ? [{ text: `${surface} m² × 375 mg/m² = ${mg} mg a drip.`, basis }] : []),
        { text: `${mg} mg × ${times} drips, ${apart} days apart = ${mg * times} mg in all.`, basis },
        {
          text: `First drip: 50 mg an hour, 50 more every 30 minutes, at most 400. A later one that was well borne before: 100, and 100 more, at most 400.`,
          basis: rituximabRate,
        },
      ],
      cautions: [
        {
          text: 'Methylprednisolone 100 mg by drip is done 30 minutes before, with something for fever and an antihistamine.',
          basis: { sources: ['rituxan-ra-hcp'] },
        },
        {
          text: 'Hepatitis B tests have to be known before the first drip.',
          basis: { sources: ['rituximab-fda-2013'] },
        },
        { text: 'No live vaccines. Other vaccines are best done before.', basis: { sources: ['rtx-rituxan-hcp'] } },
      ],
    },
  };
}
