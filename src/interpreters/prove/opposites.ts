// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, Rule } from '../../model/index.ts';
import { holds, isOffered, statusIn, type Property } from './property.ts';
import { and, formula } from './smt.ts';
import { isRecommended, offered, rulesOf, statusesOf, type DecideStatus } from './status.ts';

type Recommendation = Rule & { kind: 'recommendation' };
const inDirection = (rules: readonly Rule[], direction: 'for' | 'against'): readonly Recommendation[] =>
  rules.flatMap((rule) => (rule.kind === 'recommendation' && isRecommended(direction)(rule) ? [rule] : []));

/** What must be shown of a recommendation for and one against that its author says can hold together. */
function marked(guideline: Guideline, pro: Rule, con: Rule, decide: DecideStatus): readonly Property[] {
  const both = [pro, con].map(({ when }) => formula(guideline, when).yes);
  const id = pro.intervention;
  const shared = { otherwise: 'refuted' as const };
  return [
    {
      ...shared,
      id: `against-wins--${pro.id}--${con.id}`,
      kind: 'against-wins',
      says: `Where ${pro.id} and ${con.id} both hold, ${id} is not offered.`,
      wants: 'nobody',
      complete: false,
      asserted: and([...both, offered(statusesOf(guideline, id, decide))]),
      shows: (replay, { patient }) =>
        [pro, con].every(({ when }) => holds(guideline, when, patient)) && isOffered(statusIn(replay(patient), id)),
    },
    {
      ...shared,
      id: `mark-is-needed--${pro.id}--${con.id}`,
      kind: 'mark-is-needed',
      says: `${pro.id} yields to ${con.id} for somebody; otherwise the mark says nothing.`,
      wants: 'somebody',
      complete: true,
      asserted: and(both),
      shows: (_replay, { patient }) => [pro, con].every(({ when }) => holds(guideline, when, patient)),
    },
  ];
}

/** What must be shown of a recommendation for and one against of which nobody said that they meet. */
function unmarked(guideline: Guideline, pro: Recommendation, con: Recommendation): readonly Property[] {
  const equal = pro.strength === con.strength;
  // A strong recommendation against needs no mark: nobody expects a weaker one to win.
  if (!equal && pro.strength === 'conditional') return [];
  return [
    {
      id: `${equal ? 'opposites' : 'unequal'}--${pro.id}--${con.id}`,
      kind: equal ? 'opposites-are-marked' : 'strong-yields-to-conditional',
      says: equal
        ? `${pro.id} and ${con.id} are equally strong and opposite, and never hold together without one marked to win.`
        : `The strong ${pro.id} never meets the conditional ${con.id}, which would win.`,
      wants: 'nobody',
      otherwise: equal
        ? 'refuted'
        : { finding: `The strong ${pro.id} and the conditional ${con.id} can hold together; advised-against wins.` },
      complete: true,
      asserted: and([pro, con].map(({ when }) => formula(guideline, when).yes)),
      shows: (_replay, { patient }) => [pro, con].every(({ when }) => holds(guideline, when, patient)),
    },
  ];
}

/** Every recommendation for an intervention against every recommendation against it. */
export function opposites(guideline: Guideline, id: InterventionId, decide: DecideStatus): readonly Property[] {
  const rules = rulesOf(guideline, id);
  return inDirection(rules, 'for').flatMap((pro) =>
    inDirection(rules, 'against').flatMap((con) =>
      pro.yieldsTo?.includes(con.id) ? marked(guideline, pro, con, decide) : unmarked(guideline, pro, con),
    ),
  );
}
