// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Rule } from '../../model/index.ts';
import { invariantCanHold, invariantHolds } from './invariants.ts';
import {
  canFire,
  contraindicationWins,
  definitionsExclude,
  neverFails,
  neverOverturned,
  offeredToSome,
} from './laws.ts';
import { opposites } from './opposites.ts';
import type { Property } from './property.ts';
import { saysSomething } from './shadows.ts';
import { decideStatus, type DecideStatus } from './status.ts';

/** Written for its intervention, and not inherited by a combination: what is said twice there is meant. */
const isAuthored = ({ id }: Rule): boolean => !id.includes('--');

/** Everything that must be established about a guideline, the authors' own invariants first. */
export function properties(guideline: Guideline, decide: DecideStatus = decideStatus): readonly Property[] {
  return [
    ...guideline.invariants.flatMap((invariant) => [
      invariantHolds(guideline, invariant, decide),
      invariantCanHold(guideline, invariant),
    ]),
    ...Object.keys(guideline.interventions).flatMap((id) => [
      neverFails(guideline, id, decide),
      contraindicationWins(guideline, id, decide),
      neverOverturned(guideline, id, decide),
      ...offeredToSome(guideline, id, decide),
      ...opposites(guideline, id, decide),
    ]),
    ...definitionsExclude(guideline),
    ...[...guideline.rules, ...guideline.urgencies, ...guideline.stages, ...guideline.scope].map(({ id, when }) =>
      canFire(guideline, id, when),
    ),
    ...guideline.rules.filter(isAuthored).flatMap((rule) => saysSomething(guideline, rule, decide)),
  ];
}
