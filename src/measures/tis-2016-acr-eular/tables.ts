// SPDX-License-Identifier: Apache-2.0
// The published tables: bands are open below and closed above, so exactly 5 % is still the first band.
export type ComponentId = 'phga' | 'ptga' | 'strength' | 'function' | 'enzyme' | 'qol' | 'extramuscular';
export type Population = 'adult' | 'juvenile';
const standard = [5, 15, 25, 40];
const points: Readonly<Record<string, { edges: readonly number[]; points: readonly number[] }>> = {
  phga: { edges: standard, points: [0, 7.5, 15, 17.5, 20] },
  ptga: { edges: standard, points: [0, 2.5, 5, 7.5, 10] },
  strength: { edges: [2, 10, 20, 30], points: [0, 10, 20, 27.5, 32.5] },
  function: { edges: standard, points: [0, 5, 7.5, 7.5, 10] },
  enzyme: { edges: standard, points: [0, 2.5, 5, 7.5, 7.5] },
  qol: { edges: standard, points: [0, 2.5, 5, 7.5, 7.5] },
  extramuscular: { edges: standard, points: [0, 7.5, 12.5, 15, 20] },
};
const thresholds = { adult: [20, 40, 60], juvenile: [30, 45, 70] } as const;
const names = ['none', 'minimal', 'moderate', 'major'] as const;

/** Points of one component for its percent improvement; worsening scores nothing. */
export function bandPoints(id: string, percent: number): number {
  const band = points[id];
  return band?.points[band.edges.filter((edge) => percent > edge).length] ?? 0;
}
/** The most points a component can give. */
export const maxima = (id: string): number => points[id]?.points.at(-1) ?? 0;
/** No, minimal, moderate or major improvement for a sum of points. */
export const categoryOf = (population: Population, sum: number): (typeof names)[number] =>
  names[thresholds[population].filter((edge) => sum >= edge).length] ?? 'none';
