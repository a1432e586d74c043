// SPDX-License-Identifier: Apache-2.0
// What is counted over decided people: one cell per status, reason, red flag, prerequisite and test; and the sums back as counts.
import {
  levels,
  statuses,
  type Guideline,
  type Level,
  type RuleId,
  type Status,
  type Truth,
} from '../../model/index.ts';
import { columns } from './count.ts';
import { monitoringRules } from './monitoring.ts';
import { reasonsOf, type Decides } from './reasons.ts';
import { quoted } from './sql.ts';

export type ByTruth = Readonly<Record<Truth, number>>;
/** How many people a rule decided a status for. A person may have several reasons, so these do not add up to the status. */
export type Reason = { rule: RuleId; truth: 'true' | 'unknown'; status: Status; people: number };
/** Counts of a cohort. Unknown is a bucket of its own everywhere, never shared out. */
export type Tally = {
  statuses: Readonly<Record<string, Readonly<Record<Status, number>>>>;
  /** By intervention; only reasons that somebody has, the commonest first. */
  reasons: Readonly<Record<string, readonly Reason[]>>;
  urgencies: Readonly<Record<RuleId, ByTruth & { level: Level }>>;
  prerequisites: Readonly<Record<RuleId, ByTruth>>;
  overdue: Readonly<Record<RuleId, ByTruth>>;
};
type Cell = { kind: string; key: string; value: string; sql: string };

const name = (column: string): string => quoted('duckdb', column);
/** A contraindication that holds always decides (law 4), so nothing need be compared. */
function reasonSql(intervention: string, { rule, truth }: Decides, status: Status): string {
  const held = name(columns.rule(rule));
  if (status === 'contraindicated') return held;
  return `${name(columns.is(status, intervention))} AND ${truth === 'true' ? held : `${held} IS NULL`}`;
}
const truthCells = (kind: string, key: string, column: string): readonly Cell[] => [
  { kind, key, value: 'true', sql: name(column) },
  { kind, key, value: 'unknown', sql: `${name(column)} IS NULL` },
];

function cells(guideline: Guideline): readonly Cell[] {
  const ids = Object.keys(guideline.interventions);
  const { rules, urgencies } = guideline;
  return [
    ...ids.flatMap((key) =>
      statuses.map((value) => ({ kind: 'status', key, value, sql: name(columns.is(value, key)) })),
    ),
    ...ids.flatMap((key) =>
      reasonsOf(guideline, key).flatMap((reason) =>
        reason.of.map((status) => ({
          kind: `reason:${key}`,
          key: reason.rule,
          value: `${status} ${reason.truth}`,
          sql: reasonSql(key, reason, status),
        })),
      ),
    ),
    ...urgencies.flatMap(({ id }) => truthCells('urgency', id, columns.urgency(id))),
    ...rules
      .filter(({ kind }) => kind === 'prerequisite')
      .flatMap(({ id }) => truthCells('prerequisite', id, columns.prerequisite(id))),
    ...monitoringRules(guideline).flatMap(({ id }) => truthCells('overdue', id, columns.overdue(id))),
  ];
}

/** The cells as one list of SQL aggregates over the statement of `count.ts`. count_if is several times faster than FILTER. */
export const tallySql = (guideline: Guideline): string =>
  ['count(*)', ...cells(guideline).map(({ sql }) => `count_if(${sql})`)].join(', ');

/** Looks up the sums that `tallySql` gave, in its order. */
export function tally(guideline: Guideline, sums: readonly number[]): Tally {
  const found = new Map(
    cells(guideline).map(({ kind, key, value }, i) => [`${kind}|${key}|${value}`, sums[i + 1] ?? 0]),
  );
  const at = (kind: string, key: string, value: string): number => found.get(`${kind}|${key}|${value}`) ?? 0;
  const truths = (kind: string, key: string): ByTruth => {
    const [yes, unknown] = [at(kind, key, 'true'), at(kind, key, 'unknown')];
    return { true: yes, false: (sums[0] ?? 0) - yes - unknown, unknown };
  };
  const byRule = (kind: string, rules: readonly { id: RuleId }[]) =>
    Object.fromEntries(rules.map(({ id }) => [id, truths(kind, id)]));
  const statusesOf = (key: string) => ({
    recommended: at('status', key, 'recommended'),
    suggested: at('status', key, 'suggested'),
    undetermined: at('status', key, 'undetermined'),
    'advised-against': at('status', key, 'advised-against'),
    'not-indicated': at('status', key, 'not-indicated'),
    contraindicated: at('status', key, 'contraindicated'),
  });
  const reasons = (key: string): readonly Reason[] =>
    reasonsOf(guideline, key)
      .flatMap(({ rule, truth, of }) =>
        of.map((status) => ({ rule, truth, status, people: at(`reason:${key}`, rule, `${status} ${truth}`) })),
      )
      .filter(({ people }) => people > 0)
      .sort((a, b) => b.people - a.people || (a.rule < b.rule ? -1 : 1));
  const ids = Object.keys(guideline.interventions);
  return {
    statuses: Object.fromEntries(ids.map((id) => [id, statusesOf(id)])),
    reasons: Object.fromEntries(ids.map((id) => [id, reasons(id)])),
    urgencies: Object.fromEntries(
      [...guideline.urgencies]
        .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
        .map(({ id, level }) => [id, { level, ...truths('urgency', id) }]),
    ),
    prerequisites: byRule('prerequisite', guideline.rules.filter(({ kind }) => kind === 'prerequisite')), // prettier-ignore
    overdue: byRule('overdue', monitoringRules(guideline)),
  };
}
