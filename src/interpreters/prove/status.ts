// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, Rule, Status } from '../../model/index.ts';
import { and, formula, not, or, type Copy, type Formula } from './smt.ts';

/** When each status is the one given; exactly one holds of any patient. */
export type Statuses = Readonly<Record<Status, string>>;
export type Groups = { contraindicated: Formula; indicated: Formula; advisedAgainst: Formula; strong: Formula };
/** How a status is decided. A parameter of the proofs, so that tests can plant a wrong one and see it refuted. */
export type DecideStatus = (groups: Groups) => Statuses;

/** Law 4 as formulas, in the order of ANSWER's `decide`: each status holds only where no earlier one did. */
export const decideStatus: DecideStatus = ({ contraindicated, indicated, advisedAgainst, strong }) => {
  const open = or([contraindicated, indicated, advisedAgainst].map(({ yes, no }) => not(or([yes, no]))));
  const order: readonly [string, string, string, string, string] = [
    contraindicated.yes,
    indicated.no,
    advisedAgainst.yes,
    open,
    strong.yes,
  ];
  const nth = (place: number): string => and([...order.slice(0, place).map(not), order[place] ?? 'true']);
  return {
    contraindicated: nth(0),
    'not-indicated': nth(1),
    'advised-against': nth(2),
    undetermined: nth(3),
    recommended: nth(4),
    suggested: nth(5),
  };
};

/** Any of some conditions, as one formula. */
export function anyOf(guideline: Guideline, rules: readonly Rule[], copy: Copy = 'patient'): Formula {
  return formula(guideline, { op: 'any', parts: rules.map(({ when }) => when) }, copy);
}

export const rulesOf = (guideline: Guideline, id: InterventionId): readonly Rule[] =>
  guideline.rules.filter(({ intervention }) => intervention === id);
export const isRecommended =
  (direction: 'for' | 'against', strength?: 'strong' | 'conditional') =>
  (rule: Rule): boolean =>
    rule.kind === 'recommendation'
    && rule.direction === direction
    && (strength === undefined || rule.strength === strength);
export const isContraindication = ({ kind }: Rule): boolean => kind === 'contraindication';

/** The statuses of one intervention for a patient or for its completion. */
export function statusesOf(
  guideline: Guideline,
  id: InterventionId,
  decide: DecideStatus,
  copy: Copy = 'patient',
): Statuses {
  const rules = rulesOf(guideline, id);
  const of = (wanted: (rule: Rule) => boolean): Formula => anyOf(guideline, rules.filter(wanted), copy);
  return decide({
    contraindicated: of(isContraindication),
    indicated: of(isRecommended('for')),
    advisedAgainst: of(isRecommended('against')),
    strong: of(isRecommended('for', 'strong')),
  });
}

export const offered = ({ recommended, suggested }: Statuses): string => or([recommended, suggested]);
