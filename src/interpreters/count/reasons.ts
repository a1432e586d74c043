// SPDX-License-Identifier: Apache-2.0
// Which rules made a status what it is, as in ANSWER's `decidedBy`; here as columns, so that a cohort can be counted by reason.
import type { Guideline, InterventionId, Rule, RuleId, Status } from '../../model/index.ts';

/** A rule decides a status when its truth is this one and the status is one of these. */
export type Decides = { rule: RuleId; truth: 'true' | 'unknown'; of: readonly Status[] };

/** What each rule of an intervention can decide. "Not indicated" has no reason of its own: none of its rules calls for it. */
export function reasonsOf({ rules }: Pick<Guideline, 'rules'>, intervention: InterventionId): readonly Decides[] {
  const decides = (rule: Rule): readonly Decides[] => {
    const held = (...of: readonly Status[]): Decides => ({ rule: rule.id, truth: 'true', of });
    const open: Decides = { rule: rule.id, truth: 'unknown', of: ['undetermined'] };
    if (rule.kind === 'contraindication') return [held('contraindicated'), open];
    if (rule.kind !== 'recommendation') return [];
    return rule.direction === 'for'
      ? [held('recommended', 'suggested', 'undetermined'), open]
      : [held('advised-against'), open];
  };
  return rules.filter((rule) => rule.intervention === intervention).flatMap(decides);
}
