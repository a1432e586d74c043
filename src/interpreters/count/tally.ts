// SPDX-License-Identifier: Apache-2.0
// What is counted over decided people: one cell per status, reason, red flag, prerequisite and test; and the sums back as counts.
import {
  interpret,
  levels,
  statuses,
  type Condition,
  type Guideline,
  type InterventionId,
  type Level,
  type RuleId,
  type Status,
  type Truth,
} from '../../model/index.ts';
import { bitLogic, fill, size, type BitLogic, type Mask, type Truths } from './bits.ts';
import { monitoringRules, overdue, withMonitoring } from './monitoring.ts';
import { reasonsOf } from './reasons.ts';
import { statusCases, statusConditions } from './status.ts';
import type { People } from './vectors.ts';

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
type Cell = { kind: string; key: string; value: string; people: Mask };

/** Who has each status of an intervention: the cases of law 4 in their order, each among those whom none before it decided. */
export function statusPeople(
  guideline: Guideline,
  intervention: InterventionId,
  logic: BitLogic,
): Readonly<Record<Status, Mask>> {
  const conditions = statusConditions(guideline, intervention);
  const truths = (when: Condition): Truths => interpret(guideline, when, logic.meaning);
  const { unknown, without, everybody } = logic;
  const isUnknown = (of: Truths): Truths => ({ yes: unknown(of), no: without(everybody, [unknown(of)]) });
  const parts = {
    contraindicated: truths(conditions.contraindicated),
    indicated: truths(conditions.indicated),
    advisedAgainst: truths(conditions.advisedAgainst),
    strong: truths(conditions.strong),
  };
  const cases = statusCases(logic.meaning, isUnknown, parts);
  const before = (status: Status): readonly Mask[] => {
    const place = cases.findIndex(({ then }) => then === status);
    return cases.slice(0, place < 0 ? cases.length : place).map(({ when }) => when.yes);
  };
  const those = (status: Status): Mask => {
    const when = cases.find(({ then }) => then === status)?.when.yes ?? everybody;
    return without(when, before(status));
  };
  return {
    recommended: those('recommended'),
    suggested: those('suggested'),
    undetermined: those('undetermined'),
    'advised-against': those('advised-against'),
    'not-indicated': those('not-indicated'),
    contraindicated: those('contraindicated'),
  };
}

/** Everything that is counted of one intervention: its statuses, the reasons for them, and what is to be done before it. */
function cellsOf(guideline: Guideline, key: InterventionId, logic: BitLogic): readonly Cell[] {
  const those = statusPeople(guideline, key, logic);
  const fits = logic.or([those.recommended, those.suggested, those.undetermined]);
  const rules = new Map(
    guideline.rules
      .filter(({ intervention }) => intervention === key)
      .map(({ id, when, kind }) => [id, { kind, truths: interpret(guideline, when, logic.meaning) }]),
  );
  const held = (rule: RuleId, truth: 'true' | 'unknown'): readonly Mask[] => {
    const truths = rules.get(rule)?.truths;
    return truths ? [truth === 'true' ? truths.yes : logic.unknown(truths)] : [];
  };
  const prerequisites = [...rules].filter(([, { kind }]) => kind === 'prerequisite').map(([id]) => id);
  return [
    ...statuses.map((value) => ({ kind: 'status', key, value, people: those[value] })),
    ...reasonsOf(guideline, key).flatMap(
      ({ rule, truth, of }) =>
      of.map((status) => ({ kind: `reason:${key}`, key: rule, value: `${status} ${truth}`, people: logic.and([those[status], ...held(rule, truth)]) })), // prettier-ignore
    ),
    ...prerequisites.flatMap(
      (rule) =>
      (['true', 'unknown'] as const).map((value) => ({ kind: 'prerequisite', key: rule, value, people: logic.and([fits, ...held(rule, value)]) })), // prettier-ignore
    ),
  ];
}

function cells(guideline: Guideline, logic: BitLogic): readonly Cell[] {
  const vocabulary = withMonitoring(guideline);
  const truthCells = (kind: string, key: string, when: Condition): readonly Cell[] => {
    const truths = interpret(vocabulary, when, logic.meaning);
    return [
      { kind, key, value: 'true', people: truths.yes },
      { kind, key, value: 'unknown', people: logic.unknown(truths) },
    ];
  };
  return [
    ...Object.keys(guideline.interventions).flatMap((id) => cellsOf(guideline, id, logic)),
    ...guideline.urgencies.flatMap(({ id, when }) => truthCells('urgency', id, when)),
    ...monitoringRules(guideline).flatMap((rule) => truthCells('overdue', rule.id, overdue(rule))),
  ];
}

/** Counts people as they are read. `columns` is what to read of each, as SQL over a cohort; `sums` adds some people to sums so
 *  far, everybody first and then a sum a cell; `tally` says what the sums are. */
export type Counting = {
  columns: readonly string[];
  /** The sums of nobody. */
  none: readonly number[];
  sums: (some: People, before: readonly number[]) => readonly number[];
  tally: (sums: readonly number[]) => Tally;
};
export function prepareCounting(guideline: Guideline): Counting {
  const logic = bitLogic();
  const counted = cells(guideline, logic);
  const wanted = [logic.everybody, ...counted.map(({ people }) => people)];
  const { columns, run } = logic.program(wanted);
  return {
    // Somebody is counted even if nothing is asked of them.
    columns: columns.length ? columns.map(({ sql }) => sql) : ['TRUE'],
    none: wanted.map(() => 0),
    sums: ({ people, column }, before) => {
      columns.forEach((each, place) => {
        const { values, known } = column(place);
        fill(each, people, values, known);
      });
      run(people);
      return wanted.map((mask, i) => (before[i] ?? 0) + size(mask));
    },
    tally: (sums) => tally(guideline, counted, sums),
  };
}

/** Looks up the sums, in the order of the cells. */
function tally(guideline: Guideline, counted: readonly Cell[], sums: readonly number[]): Tally {
  const found = new Map(counted.map(({ kind, key, value }, i) => [`${kind}|${key}|${value}`, sums[i + 1] ?? 0]));
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
