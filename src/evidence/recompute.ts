// SPDX-License-Identifier: Apache-2.0
import { percent, waldDifference, type Counted } from './effect.ts';

/** The people of one arm or group with an outcome, and the percentage that was printed of them. */
type Printed = Counted & {
  arm?: string | undefined;
  group?: string | undefined;
  percent?: number | undefined;
  /** The source cut the figure off instead of rounding it. */
  rounded?: 'down' | undefined;
};
/** What of an outcome can be computed again from its counts. */
export type Outcome = {
  counts?: readonly Printed[] | undefined;
  difference?:
    { treated: string; control: string; points: number; ci95?: readonly [number, number] | undefined } | undefined;
};
/** A figure as it was printed and as its counts give it; they agree within half a unit of the last digit printed. */
export type Recomputed = { what: string; printed: number; found: number; agrees: boolean };

const unit = (printed: number): number => 10 ** -(String(printed).split('.')[1]?.length ?? 0);
const tiny = 1e-9;

function figure(what: string, printed: number, found: number, rounded?: 'down'): Recomputed {
  const off = found - printed;
  const agrees = rounded === 'down' ? off >= -tiny && off < unit(printed) : Math.abs(off) <= unit(printed) / 2 + tiny;
  return { what, printed, found, agrees };
}

function percentages(counts: readonly Printed[]): readonly Recomputed[] {
  return counts.flatMap(({ arm, group, percent: printed, rounded, ...counted }) =>
    printed === undefined
      ? []
      : [figure(`the percentage of ${arm ?? group ?? 'all'}`, printed, percent(counted), rounded)],
  );
}

/** The difference of two arms in percentage points, with Wald's interval, as trials print it. */
function differences(
  counts: readonly Printed[],
  { treated, control, points, ci95 }: NonNullable<Outcome['difference']>,
) {
  const [a, b] = [treated, control].map((arm) => counts.find((one) => one.arm === arm));
  if (!a || !b)
    return [{ what: 'the difference without a count of both arms', printed: points, found: NaN, agrees: false }];
  const { value, low, high } = waldDifference(a, b);
  return [
    figure('the difference', points, value * 100),
    ...(ci95 ? [figure('its lower limit', ci95[0], low * 100), figure('its upper limit', ci95[1], high * 100)] : []),
  ];
}

/** Every printed figure of an outcome that its counts can give again. Nothing, where nothing was counted or printed. */
export function recomputed({ counts = [], difference }: Outcome): readonly Recomputed[] {
  return [...percentages(counts), ...(difference ? differences(counts, difference) : [])];
}
