// SPDX-License-Identifier: Apache-2.0
// How offers relate: whoever is offered one treatment is offered another, or nobody is offered both. ANSWER refutes most pairs with
// patients it knows; the solver proves the rest, or finds a patient who refutes several more.
import type { Guideline, InterventionId, Patient } from '../../model/index.ts';
import { readFound } from './found.ts';
import { isOffered, type Replay } from './property.ts';
import { and, not, problem } from './smt.ts';
import type { Solver } from './solver.ts';
import { decideStatus, isRecommended, offered, rulesOf, statusesOf } from './status.ts';

type Pair = readonly [InterventionId, InterventionId];
/** What was proved of the offers to people of whom everything is known. `implies`: the first only where the second. */
export type Relations = { implies: readonly Pair[]; equivalent: readonly Pair[]; disjoint: readonly Pair[] };
/** What somebody is offered, and what they certainly are not. */
type Seen = { yes: ReadonlySet<InterventionId>; no: ReadonlySet<InterventionId> };
type Claim = { pair: Pair; asserted: string; refutedBy: (seen: Seen) => boolean };

const look = (replay: Replay, patient: Patient): Seen => {
  const { options } = replay(patient);
  const ids = (wanted: (option: (typeof options)[number]) => boolean) =>
    new Set(options.filter(wanted).map(({ intervention }) => intervention));
  return {
    yes: ids(({ status }) => isOffered(status)),
    no: ids(({ status }) => !isOffered(status) && status !== 'undetermined'),
  };
};

/** The claims that hold: of every patient seen, and of every possible one. */
async function proved(
  guideline: Guideline,
  solver: Solver,
  replay: Replay,
  seen: Seen[],
  claims: readonly Claim[],
): Promise<readonly Pair[]> {
  const holding: Pair[] = [];
  for (const { pair, asserted, refutedBy } of claims) {
    if (seen.some(refutedBy)) continue;
    const model = await solver.solve(problem(guideline, asserted, true));
    if (model === undefined) holding.push(pair);
    else {
      const found = look(replay, readFound(guideline, asserted, model).patient);
      if (!refutedBy(found)) throw new Error(`The solver and ANSWER disagree about ${pair.join(' and ')}.`);
      seen.push(found);
    }
  }
  return holding;
}

/** Which offers imply, equal or exclude each other, among treatments that can be offered to somebody. `known` are patients to refute
 *  pairs with before a solver is asked; each of the two solvers takes one kind of claim. */
export async function relationsOf(
  guideline: Guideline,
  [first, second]: readonly [Solver, Solver],
  replay: Replay,
  known: readonly Patient[],
): Promise<Relations> {
  const ids = Object.keys(guideline.interventions).filter((id) => rulesOf(guideline, id).some(isRecommended('for')));
  const offer = new Map(ids.map((id) => [id, offered(statusesOf(guideline, id, decideStatus))]));
  const of = (id: InterventionId): string => offer.get(id) ?? 'false';
  const seen = known.map((patient) => look(replay, patient));
  const within = ids.flatMap((a) =>
    ids.flatMap((b): readonly Claim[] =>
      a === b
        ? []
        : [{ pair: [a, b], asserted: and([of(a), not(of(b))]), refutedBy: ({ yes, no }) => yes.has(a) && no.has(b) }],
    ),
  );
  const apart = ids.flatMap((a, i) =>
    ids
      .slice(i + 1)
      .map((b): Claim => ({
        pair: [a, b],
        asserted: and([of(a), of(b)]),
        refutedBy: ({ yes }) => yes.has(a) && yes.has(b),
      })),
  );
  const [implied, disjoint] = await Promise.all([
    proved(guideline, first, replay, seen, within),
    proved(guideline, second, replay, seen, apart),
  ]);
  const both = ([a, b]: Pair): boolean => implied.some(([c, d]) => c === b && d === a);
  return {
    implies: implied.filter((pair) => !both(pair)),
    equivalent: implied.filter((pair) => both(pair) && pair[0] < pair[1]),
    disjoint,
  };
}
