// SPDX-License-Identifier: Apache-2.0
// What the infusion page works out: one published scheme, the weight, and what makes it slower. Pure.
import { measures } from '../../measures/index.ts';
import {
  ivigCycle,
  rituximabCourse,
  type Infusion,
  type InfusionDay,
  type RituximabScheme,
} from '../../plan/infusion.ts';
import type { Line } from '../../plan/item.ts';

export const schemes = {
  ivig: 'Immunoglobulin: octagam 10 %, 2 g/kg every 4 weeks',
  '1000-mg-twice': 'Rituximab: 1000 mg twice, 14 days apart',
  '375-mg-per-m2-weekly-four': 'Rituximab: 375 mg/m² weekly, four times',
} as const;
export type Scheme = keyof typeof schemes;
/** What was said. Weight in kg, height in cm, days from 2 to 5; what was not said is undefined, and the slower rate is taken. */
export type Wanted = {
  scheme: Scheme;
  weightKg: number | undefined;
  heightCm: number | undefined;
  days: 2 | 3 | 4 | 5;
  atRisk: boolean | undefined;
  firstEver: boolean | undefined;
};
export type Worked = { ok: true; infusion: Infusion; ceilings: readonly Line[] } | { ok: false; problem: string };
export const isScheme = (name: string): name is Scheme => Object.hasOwn(schemes, name);

/** Days of a course are counted from the first one: no calendar is needed to check the arithmetic. */
const first = '2000-01-01';
/** Day 1 is the day of the first drip. */
export const dayNumber = ({ on }: InfusionDay): number => 1 + (Date.parse(on) - Date.parse(first)) / 86_400_000;

const ceilingOf = (weightKg: number, days: Wanted['days'], atRisk: boolean): readonly Line[] => {
  const found = ivigCycle({ weightKg, days, from: first, atRisk });
  return found.ok ? found.infusion.arithmetic.slice(-1) : [];
};

function immunoglobulin({ weightKg, days, atRisk }: Wanted): Worked {
  if (weightKg === undefined) return { ok: false, problem: 'Type the weight in kg, from 20 to 250.' };
  const found = ivigCycle({ weightKg, days, from: first, atRisk: atRisk ?? true });
  return found.ok
    ? { ...found, ceilings: [...ceilingOf(weightKg, days, false), ...ceilingOf(weightKg, days, true)] }
    : found;
}

/** Body surface by the published formula, two decimals, with the line that shows it. */
function surfaceOf({ weightKg, heightCm }: Wanted): { surface: number; line: Line } | { problem: string } {
  const measure = measures.find(({ id }) => id === 'bsa_mosteller');
  const outcome = measure?.score({ weightKg: weightKg ?? null, heightCm: heightCm ?? null });
  if (outcome?.ok !== true)
    return { problem: outcome?.problems[0]?.message ?? 'This scheme needs the weight in kg and the height in cm.' };
  const surface = Math.round(Number(outcome.result['bsa']) * 100) / 100;
  const text = `√(${heightCm} cm × ${weightKg} kg ÷ 3600) = ${surface} m² of body surface. ${measure?.citation ?? ''}`;
  return { surface, line: { text, basis: {} } };
}

function rituximab(scheme: RituximabScheme, wanted: Wanted): Worked {
  const firstEver = wanted.firstEver ?? true;
  if (scheme === '1000-mg-twice') {
    const found = rituximabCourse(scheme, { from: first, firstEver });
    return found.ok ? { ...found, ceilings: [] } : found;
  }
  const body = surfaceOf(wanted);
  if ('problem' in body) return { ok: false, problem: body.problem };
  const found = rituximabCourse(scheme, { from: first, firstEver, surface: body.surface });
  return found.ok
    ? { ok: true, infusion: { ...found.infusion, arithmetic: [body.line, ...found.infusion.arithmetic] }, ceilings: [] }
    : found;
}

/** The arithmetic of one course, or what is missing or out of range, in words. */
export const workOut = (wanted: Wanted): Worked =>
  wanted.scheme === 'ivig' ? immunoglobulin(wanted) : rituximab(wanted.scheme, wanted);

/** What stands on the page before anything is typed, and without scripts. */
export const example: Wanted = {
  scheme: 'ivig',
  weightKg: 70,
  heightCm: undefined,
  days: 5,
  atRisk: undefined,
  firstEver: undefined,
};

/** Every source that any course can cite, each once, in a fixed order: the page numbers them, and the form uses the numbers. */
export function sourcesOfAll(): readonly string[] {
  const all = (Object.keys(schemes) as Scheme[]).flatMap((scheme) => {
    const worked = workOut({ ...example, scheme, heightCm: 172 });
    return worked.ok ? [...worked.infusion.arithmetic, ...worked.ceilings, ...worked.infusion.cautions] : [];
  });
  return [...new Set(all.flatMap(({ basis }) => basis.sources ?? []))];
}
