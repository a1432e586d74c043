// SPDX-License-Identifier: Apache-2.0
// What a cohort table may say about monitoring, beside facts: how long somebody has been on a treatment, and since each test.
import type { Comparison, Condition, Fact, Guideline, InterventionId, Rule, RuleId } from '../../model/index.ts';

export type Monitoring = Extract<Rule, { kind: 'monitoring' }>;
/** Weeks since the test of a monitoring rule was last done; empty when it is not known, or was never done. */
export const sinceColumn = (rule: RuleId): string => `weeks-since:${rule}`;
/** Weeks on the treatment now. */
export const onColumn = (intervention: InterventionId): string => `weeks-on:${intervention}`;

export const monitoringRules = ({ rules }: Pick<Guideline, 'rules'>): readonly Monitoring[] =>
  rules.filter((rule): rule is Monitoring => rule.kind === 'monitoring');

const weeks = (id: string, label: string): Fact => ({
  id,
  label,
  question: '',
  why: '',
  coding: [],
  value: { type: 'quantity', unit: 'wk', min: 0, max: 5200 },
  obtainedBy: 'history',
});

/** The guideline with these columns as facts, so that "overdue" is a condition like any other. */
export function withMonitoring<G extends Pick<Guideline, 'facts' | 'rules'>>(guideline: G): G {
  const added = monitoringRules(guideline).flatMap((rule) => [
    weeks(onColumn(rule.intervention), 'Weeks on this treatment'),
    weeks(sinceColumn(rule.id), `Weeks since: ${rule.test}`),
  ]);
  return { ...guideline, facts: { ...guideline.facts, ...Object.fromEntries(added.map((fact) => [fact.id, fact])) } };
}

const all = (parts: readonly Condition[]): Condition => ({ op: 'all', parts });
const weeksAre = (fact: string, by: Comparison, value: number): Condition => ({ op: 'compare', fact, by, value });

/** A test is overdue when its rule holds and, in some step of its schedule, more weeks have passed than the step allows.
 *  A step lasts until its last week; unknown times leave it unknown. A test that is due only at the start is never overdue. */
export function overdue(rule: Monitoring): Condition {
  const on = onColumn(rule.intervention);
  const steps = rule.schedule.steps.map(({ everyWeeks, untilWeek }, i): Condition => {
    const from = rule.schedule.steps[i - 1]?.untilWeek;
    return all([
      weeksAre(sinceColumn(rule.id), '>', everyWeeks),
      ...(from === undefined ? [] : [weeksAre(on, '>=', from)]),
      ...(untilWeek === undefined ? [] : [weeksAre(on, '<', untilWeek)]),
    ]);
  });
  return all([rule.when, { op: 'any', parts: steps }]);
}
