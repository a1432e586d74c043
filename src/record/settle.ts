// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../model/index.ts';
import { freshUntil, monthsBetween, weeksBetween, yearsBetween } from './days.ts';
import type { Report } from './problem.ts';
import type { Day } from './record.ts';
import { factOf, misfit, type FactValue, type Statement } from './statement.ts';

/** What settled a fact, and its value on the day that was asked for. */
export type Provenance = Omit<Statement, 'fact' | 'counts' | 'lasts'>;
export type Settled = {
  patient: Record<string, FactValue>;
  provenance: Record<string, Provenance>;
  stale: Record<string, Provenance>;
};

/** Facts where one "yes" stands, whoever says no later: a mistake here can kill. */
const yesStands = new Set(['methotrexate-taken-daily', 'stopped-glucocorticoid-abruptly']);
const rank = { derived: 2, said: 1, typed: 0 } as const;
/** The later day first; on one day what was worked out from events before what was said, and that before what was typed. */
const newestFirst = (a: Statement, b: Statement): number =>
  a.on === b.on ? rank[b.from] - rank[a.from] : a.on < b.on ? 1 : -1;

const since = { years: yearsBetween, months: monthsBetween, weeks: weeksBetween } as const;
/** A number that counts time, on another day than the one it was said on; within the fact's range. */
function onDay({ counts, value, on }: Statement, asOf: Day, max: number): FactValue {
  return counts === undefined || typeof value !== 'number'
    ? value
    : Math.min(max, Math.max(0, value + since[counts](on, asOf)));
}

const said = (value: FactValue): string => (value === true ? 'yes' : value === false ? 'no' : String(value));
const origin = { derived: 'worked out from the record', said: 'said', typed: 'typed in the facts' } as const;

/** Says when two sources disagree about one day, or when somebody says otherwise than what the record holds to be so still. An older
 *  statement that a newer one replaced is no disagreement: things change. */
function reportConflict(first: Statement, others: readonly Statement[], asOf: Day, max: number, report: Report): void {
  const value = onDay(first, asOf, max);
  const other = others.find(
    (one) =>
      one.from !== first.from
      && onDay(one, asOf, max) !== value
      && (one.on === first.on || (first.from !== 'derived' && one.lasts === true)),
  );
  if (!other) return;
  report(
    'conflict',
    'warning',
    `"${first.fact}" is ${said(value)} as ${origin[first.from]} on ${first.on}, and ${said(onDay(other, asOf, max))} as ${origin[other.from]} on ${other.on}. ${said(value)} is used. Correct the one that is wrong.`,
    ...first.entries,
    ...other.entries,
  );
}

/** On one day two people said different things of the same fact: neither counts. */
const contradicts = (first: Statement, others: readonly Statement[]): Statement | undefined =>
  others.find(
    ({ on, from, value }) => on === first.on && from === first.from && from !== 'derived' && value !== first.value,
  );

/** One value for each fact: what was said last stands, old values of facts that go stale are unknown, and every disagreement is reported. */
export function settle(guideline: Guideline, statements: readonly Statement[], asOf: Day, report: Report): Settled {
  const byFact = new Map<string, Statement[]>();
  for (const one of statements) {
    const list = byFact.get(one.fact);
    if (list) list.push(one);
    else byFact.set(one.fact, [one]);
  }
  const settled: Settled = { patient: {}, provenance: {}, stale: {} };
  for (const [id, list] of byFact) {
    const fact = factOf(guideline, id);
    if (!fact) continue;
    const [newest, ...rest] = list.sort(newestFirst);
    const yes = yesStands.has(id) ? list.find(({ value }) => value === true) : undefined;
    const first = yes ?? newest;
    if (!first) continue;
    const max = fact.value.type === 'quantity' ? fact.value.max : 0;
    const split = yes ? undefined : contradicts(first, rest);
    if (split)
      report(
        'conflict',
        'warning',
        `On ${first.on} "${id}" is both ${said(first.value)} and ${said(split.value)}. It counts as unknown until one is corrected.`,
        ...first.entries,
        ...split.entries,
      );
    if (split) continue;
    reportConflict(
      first,
      list.filter((one) => one !== first),
      asOf,
      max,
      report,
    );
    const { on, from, how, entries } = first;
    const value = onDay(first, asOf, max);
    const known = { value, on, from, how, entries };
    if (first.lasts !== true && fact.freshFor !== undefined && freshUntil(first.on, fact.freshFor) < asOf)
      settled.stale[id] = known;
    else if (misfit(fact, value) === undefined) {
      settled.patient[id] = value;
      settled.provenance[id] = known;
    }
  }
  return settled;
}
