// SPDX-License-Identifier: Apache-2.0
// Where things stand in a chart: x in per cent of the width, y in pixels, so that type never scales. Pure.
import type { Chart, Point } from '../../answering/record/charts.ts';

const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`) / 86_400_000;
export type Axis = { from: string; to: string; x: (on: string) => number };
const [left, width] = [3, 91];

/** One line of time for every chart, from the first day to today. */
export function axisOf(from: string, to: string): Axis {
  const [start, span] = [dayOf(from), Math.max(1, dayOf(to) - dayOf(from))];
  return { from, to, x: (on) => left + (Math.min(Math.max(dayOf(on) - start, 0), span) / span) * width };
}

export type Tick = { x: number; words: string };
const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const words = (on: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${on}T00:00:00Z`).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });

/** Closer to the edge than this a word begins at its place instead of being centred on it, in per cent. */
export const pushedIn = 8;
/** What a word needs of the width of a phone, in per cent: at the left edge it begins where it stands, so it reaches further right. */
const needed = 14;
/** Firsts of months, at most seven; the first is left out when its word, pushed in from the edge, would run into the second; the year stands at January and at the first. Within two months, every second week. */
export function ticksOf({ from, to, x }: Axis): readonly Tick[] {
  const days = dayOf(to) - dayOf(from);
  if (days < 60)
    return Array.from({ length: Math.max(1, Math.floor(days / 14) + 1) }, (_, i) => {
      const on = day(dayOf(from) + i * 14);
      return { x: x(on), words: words(on, { day: 'numeric', month: 'short' }) };
    });
  const months: string[] = [];
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let i = 0; ; i += 1) {
    const on = new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 10);
    if (on > to) break;
    if (on >= from) months.push(on);
  }
  const every = Math.ceil(months.length / 7);
  const ticks = months
    .filter((_, i) => i % every === 0)
    .map((on) => ({
      x: x(on),
      words: words(on, on.endsWith('-01-01') || every > 3 ? { month: 'short', year: '2-digit' } : { month: 'short' }),
    }));
  const [first, second] = ticks;
  return first && second && first.x < pushedIn && second.x - first.x < needed ? ticks.slice(1) : ticks;
}

/** A step that people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
}
export type Scale = { y: (value: number) => number; ticks: readonly number[]; from: number; to: number };
/** The scale of a chart, `height` pixels high, with room above for the highest value's label. */
export function scaleOf({ points, from, to, goal }: Chart, height: number): Scale {
  const highest = Math.max(...points.map(({ value }) => value), goal?.value ?? 0, from + 1);
  const lowest = Math.min(...points.map(({ value }) => value));
  const bottom = goal !== undefined && lowest > goal.value * 0.6 ? Math.floor(goal.value * 0.6) : from;
  const step = niceStep(((to ?? highest) - bottom) / 3);
  const top = to ?? bottom + Math.ceil((highest - bottom) / step) * step;
  const y = (value: number): number => height - 2 - ((value - bottom) / (top - bottom)) * (height - 26);
  const count = Math.floor((top - bottom) / step + 1e-9);
  return { y, from: bottom, to: top, ticks: Array.from({ length: count + 1 }, (_, i) => bottom + i * step) };
}

/** Points whose value is written beside them: the last, the first, and those between that leave room; all stand in the table. */
export function labelled(points: readonly Point[], x: Axis['x'], room: number): ReadonlySet<Point> {
  const chosen: Point[] = [];
  const first = points[0];
  const inTurn = [points.at(-1), first, ...points.slice(1, -1).reverse()].filter((one) => one !== undefined);
  for (const point of inTurn)
    if (chosen.every((other) => Math.abs(x(other.on) - x(point.on)) >= room)) chosen.push(point);
  return new Set(chosen);
}
