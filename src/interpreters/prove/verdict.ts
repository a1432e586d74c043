// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient } from '../../model/index.ts';
import { readFound, shortest } from './found.ts';
import type { Found, Kind, Property, Replay } from './property.ts';
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

/** Kinds whose finding says something only as a whole: a patient who learns more, or one who has been asked already. */
const kept: readonly Kind[] = ['more-facts-never-overturn', 'interview-may-stop'];

/** A single patient is cut down to what matters. One who must know more later is left as found. */
function shortened(property: Property, replay: Replay, found: Found): Found {
  if (property.complete || kept.includes(property.kind)) return found;
  const shows = (fewer: Patient): boolean => property.shows(replay, { patient: fewer, completion: fewer });
  const patient = shortest(found.patient, shows);
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
  const otherwise = property.otherwise === 'refuted' ? 'refuted' : 'finding';
  if (model === undefined) return { property, replayed: true, outcome: wants === 'somebody' ? otherwise : 'proved' };
  const found = readFound(guideline, property.asserted, model);
  const replayed = property.shows(replay, found);
  if (wants === 'somebody') return { property, replayed, outcome: 'proved' };
  return { property, replayed, outcome: otherwise, found: replayed ? shortened(property, replay, found) : found };
}
