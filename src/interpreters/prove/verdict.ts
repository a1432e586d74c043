// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../model/index.ts';
import { readFound, shortest } from './found.ts';
import type { Found, Property, Replay } from './prove.ts';
import { problem } from './smt.ts';
import type { Solver } from './solver.ts';

/** What became of a property: it holds, it does not, or it is something to be told. */
export type Verdict = {
  property: Property;
  outcome: 'proved' | 'refuted' | 'finding';
  /** Who was found, when that is against the property or worth telling. */
  found?: Found;
  /** Whether ANSWER sees the same in whoever was found. False means that the encoding is wrong, not the guideline. */
  replayed: boolean;
};

/** A single patient is cut down to what matters. A completed one is left as found. */
function shortened(property: Property, replay: Replay, found: Found): Found {
  if (property.complete || property.kind === 'more-facts-never-overturn') return found;
  const patient = shortest(found.patient, (fewer) => property.shows(replay, { patient: fewer, completion: fewer }));
  return { patient, completion: patient };
}

/** Decides one property and replays whoever was found through ANSWER. */
export async function decideProperty(
  guideline: Guideline,
  solver: Solver,
  replay: Replay,
  property: Property,
): Promise<Verdict> {
  const model = await solver.solve(problem(guideline, property.asserted, property.complete));
  const { wants } = property;
  if (model === undefined) return { property, replayed: true, outcome: wants === 'somebody' ? 'refuted' : 'proved' };
  const found = readFound(guideline, property.asserted, model);
  const replayed = property.shows(replay, found);
  if (wants === 'somebody') return { property, replayed, outcome: 'proved' };
  return {
    property,
    replayed,
    outcome: wants === 'nobody' ? 'refuted' : 'finding',
    found: replayed ? shortened(property, replay, found) : found,
  };
}
