// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, RuleId } from '../../model/index.ts';
import { quoted, sqlMeaning, text, toSql, type Dialect } from './sql.ts';
import { partNames, statusCases, statusConditions } from './status.ts';

/** Columns have a prefix, because a fact, an intervention and a red flag may have the same id. */
export const statusColumn = (intervention: InterventionId): string => `status:${intervention}`;
export const urgencyColumn = (rule: RuleId): string => `urgency:${rule}`;
const partColumn = (part: string, intervention: InterventionId): string => `${part}:${intervention}`;

/** The truths a status rests on, each computed once: the CASE over them names them several times. */
function truthColumns(guideline: Guideline, dialect: Dialect): readonly string[] {
  const as = (condition: Parameters<typeof toSql>[1], name: string) =>
    `${toSql(guideline, condition, dialect)} AS ${quoted(dialect, name)}`;
  const parts = Object.keys(guideline.interventions).flatMap((id) => {
    const conditions = statusConditions(guideline, id);
    return partNames.map((part) => as(conditions[part], partColumn(part, id)));
  });
  return [...parts, ...guideline.urgencies.map(({ id, when }) => as(when, urgencyColumn(id)))];
}

/** Law 4 as one CASE: its WHENs are tried in order, and an unknown WHEN is passed over. */
function statusOf(intervention: InterventionId, dialect: Dialect): string {
  const part = (name: string) => quoted(dialect, partColumn(name, intervention));
  const cases = statusCases(sqlMeaning(dialect), (truth) => `(${truth} IS NULL)`, {
    contraindicated: part('contraindicated'),
    indicated: part('indicated'),
    advisedAgainst: part('advisedAgainst'),
    strong: part('strong'),
  });
  const whens = cases.map(({ when, then }) => `WHEN ${when} THEN ${text(dialect, then)}`).join(' ');
  return `CASE ${whens} ELSE ${text(dialect, 'suggested')} END AS ${quoted(dialect, statusColumn(intervention))}`;
}

/** One statement that gives, for every row of `cohort`, the status of every intervention and the truth of every red flag.
 *  `cohort` has a column per fact (NULL is unknown) and the columns to keep. Says the same as ANSWER (law 7). */
export function countStatement(
  guideline: Guideline,
  dialect: Dialect = 'duckdb',
  keep: readonly string[] = ['id'],
): string {
  const kept = keep.map((name) => quoted(dialect, name));
  const statuses = Object.keys(guideline.interventions).map((id) => statusOf(id, dialect));
  const flags = guideline.urgencies.map(({ id }) => quoted(dialect, urgencyColumn(id)));
  return (
    `WITH truths AS (\n  SELECT ${[...kept, ...truthColumns(guideline, dialect)].join(',\n    ')}\n  FROM cohort\n)\n`
    + `SELECT ${[...kept, ...statuses, ...flags].join(',\n  ')}\nFROM truths`
  );
}
