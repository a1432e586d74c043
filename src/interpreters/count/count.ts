// SPDX-License-Identifier: Apache-2.0
import { type Condition, type Guideline, type InterventionId, type RuleId } from '../../model/index.ts';
import { monitoringRules, overdue, withMonitoring } from './monitoring.ts';
import { reasonsOf, type Decides } from './reasons.ts';
import { share } from './shared.ts';
import { quoted, sqlMeaning, text, type Dialect } from './sql.ts';
import { partNames, statusCases, statusConditions } from './status.ts';

/** Columns have a prefix, because a fact, an intervention and a red flag may have the same id. */
export const columns = {
  status: (intervention: InterventionId): string => `status:${intervention}`,
  /** The rules that decided the status, a space between; a rule whose truth is not known has a question mark. */
  because: (intervention: InterventionId): string => `because:${intervention}`,
  urgency: (rule: RuleId): string => `urgency:${rule}`,
  /** What must be done before a treatment that fits, or may fit, this person. */
  prerequisite: (rule: RuleId): string => `prerequisite:${rule}`,
  overdue: (rule: RuleId): string => `overdue:${rule}`,
  rule: (rule: RuleId): string => `rule:${rule}`,
} as const;
const partColumn = (part: string, intervention: InterventionId): string => `${part}:${intervention}`;
/** Treatments with these statuses fit or may fit. */
const open = ['recommended', 'suggested', 'undetermined'] as const;

const decides = ({ kind }: Guideline['rules'][number]): boolean =>
  kind === 'recommendation' || kind === 'contraindication';

/** Every condition a count needs, under the column it fills. */
function conditions(guideline: Guideline): ReadonlyMap<string, Condition> {
  const prerequisites = guideline.rules.filter(({ kind }) => kind === 'prerequisite');
  return new Map<string, Condition>([
    ...guideline.rules.filter(decides).map(({ id, when }) => [columns.rule(id), when] as const),
    ...Object.keys(guideline.interventions).flatMap((id) => {
      const parts = statusConditions(guideline, id);
      return partNames.map((part) => [partColumn(part, id), parts[part]] as const);
    }),
    ...guideline.urgencies.map(({ id, when }) => [columns.urgency(id), when] as const),
    ...prerequisites.map(({ id, when }) => [columns.prerequisite(id), when] as const),
    ...monitoringRules(guideline).map((rule) => [columns.overdue(rule.id), overdue(rule)] as const),
  ]);
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
  return `CASE ${whens} ELSE ${text(dialect, 'suggested')} END AS ${quoted(dialect, columns.status(intervention))}`;
}

/** Whether a rule decided the status of its intervention, as a condition over the columns of this statement. */
export function decidedSql(intervention: InterventionId, { rule, truth, of }: Decides, dialect: Dialect): string {
  const status = quoted(dialect, columns.status(intervention));
  const held = quoted(dialect, columns.rule(rule));
  return `${status} IN (${of.map((one) => text(dialect, one)).join(', ')}) AND ${truth === 'true' ? held : `${held} IS NULL`}`;
}

function becauseOf(guideline: Guideline, intervention: InterventionId, dialect: Dialect): string {
  const cases = reasonsOf(guideline, intervention).map(
    (reason) =>
      `CASE WHEN ${decidedSql(intervention, reason, dialect)} THEN ${text(dialect, reason.rule + (reason.truth === 'true' ? '' : '?'))} END`,
  );
  const written = cases.length ? `concat_ws(${[text(dialect, ' '), ...cases].join(', ')})` : text(dialect, '');
  return `${written} AS ${quoted(dialect, columns.because(intervention))}`;
}

/** A prerequisite counts where its treatment fits or may fit; for anybody else it is not one. */
function prerequisites(guideline: Guideline, dialect: Dialect): readonly string[] {
  return guideline.rules.flatMap(({ kind, id, intervention }) => {
    if (kind !== 'prerequisite') return [];
    const name = quoted(dialect, columns.prerequisite(id));
    const fits = `${quoted(dialect, columns.status(intervention))} IN (${open.map((one) => text(dialect, one)).join(', ')})`;
    return [`CASE WHEN ${fits} THEN ${name} ELSE FALSE END AS ${name}`];
  });
}

/** One SELECT per stage, each over the one before. */
type Stage = { name: string; select: readonly string[] };
function written(stages: readonly Stage[], from: string): string {
  const ctes = stages.slice(0, -1).map(({ name, select }, i) => {
    const source = i === 0 ? from : (stages[i - 1]?.name ?? from);
    return `${name} AS (\n  SELECT ${select.join(',\n    ')}\n  FROM ${source}\n)`;
  });
  const last = stages.at(-1);
  return `WITH ${ctes.join(', ')}\nSELECT ${last?.select.join(',\n  ') ?? '*'}\nFROM ${stages.at(-2)?.name ?? from}`;
}

export type CountOptions = { dialect?: Dialect; keep?: readonly string[]; cohort?: string; reasons?: boolean };

/** One statement that gives, for every row of `cohort`: the status of every intervention with the rules that decided it,
 *  the truth of every red flag, the prerequisites still to meet and the tests overdue. `cohort` has a column per fact and per
 *  time of monitoring (NULL is unknown) and the columns to `keep`. With `reasons`, also the truth of each rule that can decide.
 *  Says the same as ANSWER (law 7). */
export function countStatement(guideline: Guideline, options: CountOptions = {}): string {
  const { dialect = 'duckdb', keep = ['id'], cohort = 'cohort', reasons = false } = options;
  const { terms, stages } = share(withMonitoring(guideline), conditions(guideline), dialect);
  const name = (column: string) => quoted(dialect, column);
  const ids = Object.keys(guideline.interventions);
  const kept = keep.map(name);
  return written(
    [
      ...stages.map((added, i) => ({
        name: `shared_${i + 1}`,
        select: ['*', ...added.map((column) => `${column.sql} AS ${name(column.name)}`)],
      })),
      { name: 'truths', select: [...kept, ...[...terms].map(([column, sql]) => `${sql} AS ${name(column)}`)] },
      { name: 'decided', select: ['*', ...ids.map((id) => statusOf(id, dialect))] },
      {
        name: 'counted',
        select: [
          ...kept,
          ...ids.flatMap((id) => [name(columns.status(id)), becauseOf(guideline, id, dialect)]),
          ...guideline.urgencies.map(({ id }) => name(columns.urgency(id))),
          ...prerequisites(guideline, dialect),
          ...monitoringRules(guideline).map(({ id }) => name(columns.overdue(id))),
          ...(reasons ? guideline.rules.filter(decides).map(({ id }) => name(columns.rule(id))) : []),
        ],
      },
    ],
    cohort,
  );
}
