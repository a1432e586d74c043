// SPDX-License-Identifier: Apache-2.0
import type { ByTruth, Counts, Reason } from '../../interpreters/count/index.ts';
import { statuses, type Guideline, type Status } from '../../model/index.ts';
import { colour, wrap } from './load.ts';

const short: Readonly<Record<Status, string>> = {
  recommended: 'recomm.',
  suggested: 'suggest.',
  undetermined: 'undeterm.',
  'advised-against': 'advised-ag.',
  'not-indicated': 'not-indic.',
  contraindicated: 'contraind.',
};
export const plural = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** One row per intervention; the columns are the statuses. */
function table(guideline: Guideline, counts: Counts): string {
  const rows = Object.entries(counts.statuses).map(([id, by]) => [
    guideline.interventions[id]?.label ?? id,
    ...statuses.map((status) => String(by[status])),
  ]);
  const all = [['', ...statuses.map((status) => short[status])], ...rows];
  return all
    .map(
      ([label = '', ...cells]) => `${label.slice(0, 34).padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`,
    )
    .join('\n');
}

const because = ({ rule, truth, people }: Reason): string =>
  `    ${String(people).padStart(9)}  ${rule}${truth === 'unknown' ? ' (not known)' : ''}`;

/** For one intervention, each status with the rules that decided it, the commonest first. */
function reasonsOf(guideline: Guideline, counts: Counts, id: string, most: number): string {
  const parts = statuses.flatMap((status) => {
    const people = counts.statuses[id]?.[status] ?? 0;
    const reasons = (counts.reasons[id] ?? []).filter((reason) => reason.status === status);
    if (people === 0) return [];
    const more =
      reasons.length > most ? [`               and ${reasons.length - most} more rules (--json has all)`] : [];
    const none = status === 'not-indicated' ? ['               no rule calls for it'] : [];
    return [`  ${status}: ${people}`, ...reasons.slice(0, most).map(because), ...more, ...none];
  });
  return [colour('title', guideline.interventions[id]?.label ?? id), ...parts].join('\n');
}

/** The reasons of one intervention, or of each. */
export function reasonsText(guideline: Guideline, counts: Counts, only: string | undefined): string {
  const ids = only === undefined ? Object.keys(counts.statuses) : [only];
  return ids.map((id) => reasonsOf(guideline, counts, id, only === undefined ? 3 : 20)).join('\n\n');
}

/** Rules that hold, or may hold, for somebody: the commonest first. */
function truths(title: string, by: Readonly<Record<string, ByTruth>>, most: number): readonly string[] {
  const some = Object.entries(by)
    .filter(([, { true: yes, unknown }]) => yes + unknown > 0)
    .sort(([, a], [, b]) => b.true - a.true || b.unknown - a.unknown);
  if (some.length === 0) return [];
  const lines = some
    .slice(0, most)
    .map(([rule, { true: yes, unknown }]) => `  ${rule}: ${yes} (and ${unknown} not known)`);
  const more = some.length > most ? [`  and ${some.length - most} more (--json has all)`] : [];
  return [`${colour('title', title)}\n${[...lines, ...more].join('\n')}`];
}

function badText({ bad, badLines }: Counts): readonly string[] {
  if (badLines === 0) return [];
  const shown = bad.slice(0, 20).map(({ file, line, problem }) => `  ${file}:${line}  ${problem}`);
  const more = badLines > shown.length ? [`  and ${badLines - shown.length} more (--bad lists every one)`] : [];
  return [
    `${colour('urgent', `${plural(badLines, 'row was', 'rows were')} not counted`)}\n${[...shown, ...more].join('\n')}`,
  ];
}

/** The counts of a cohort for a terminal. */
export function countsText(guideline: Guideline, counts: Counts): string {
  const flags = Object.entries(counts.urgencies)
    .filter(([, by]) => by.true > 0)
    .map(([id, by]) => `  ${by.level} ${id}: ${by.true} (and ${by.unknown} not known)`);
  const ignored = [...new Set(counts.ignored.map(({ column }) => column))];
  return [
    colour('title', plural(counts.people, 'person', 'people')),
    table(guideline, counts),
    'Undetermined is a bucket of its own: something that decides is not known. --reasons says which rules decided.',
    ...(flags.length ? [`${colour('urgent', 'Red flags raised')}\n${flags.join('\n')}`] : []),
    ...truths('Monitoring overdue', counts.overdue, 10),
    ...truths('To do before a treatment that fits or may fit', counts.prerequisites, 10),
    ...(ignored.length
      ? [wrap(`Not facts of the guideline, so not read: ${ignored.join(', ')}. "npx heliotrope facts" lists the facts.`)] // prettier-ignore
      : []),
    ...badText(counts),
    wrap(`${guideline.disclaimer} (Guideline ${guideline.version}.)`),
  ].join('\n\n');
}
