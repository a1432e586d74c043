// SPDX-License-Identifier: Apache-2.0
import type { Chart } from '../../answering/record/charts.ts';

const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`);
/** The way of a number in a word's space; decoration, because the numbers stand beside it. */
export const Spark = ({ points }: { points: Chart['points'] }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(1, dayOf(last.on) - dayOf(first.on));
  const at = ({ on, value }: Chart['points'][number]): string =>
    `${4 + ((dayOf(on) - dayOf(first.on)) / span) * 112} ${high === low ? 15 : 26 - ((value - low) / (high - low)) * 21}`;
  return (
    <svg class="spark" viewBox="0 0 120 30" width="120" height="30" aria-hidden="true">
      <path d={points.map((point, i) => `${i ? 'L' : 'M'}${at(point)}`).join('')} />
      <circle cx={at(last).split(' ')[0]} cy={at(last).split(' ')[1]} r="3.5" />
    </svg>
  );
};
