// SPDX-License-Identifier: Apache-2.0
// What is due, as leaves of a calendar: what, when, why, and where each line is written.
import type { Guideline } from '../../../../model/index.ts';
import type { Basis, Plan, PlanItem } from '../../../../plan/index.ts';
import type { Derived } from '../../../../record/index.ts';

export type Source = { title: string; url: string };
export type DueLine = { text: string; sources: readonly Source[]; practice?: string };
export type Due = {
  id: string;
  kind: PlanItem['kind'];
  on: string;
  title: string;
  under: string;
  lines: readonly DueLine[];
  overdueDays?: number;
};
/** Something without a date: it is listed, not hidden. */
export type Undated = { title: string; under: string };

/** The works behind a line. */
export function sourcesOf(guideline: Guideline, { claims = [], sources = [] }: Basis): readonly Source[] {
  const cited = claims.flatMap((id) => guideline.claims[id]?.cites.map(({ source }) => source) ?? []);
  return [...new Set([...cited, ...sources])].flatMap((id) => {
    const work = guideline.sources[id];
    return work ? [{ title: work.title, url: work.URL }] : [];
  });
}
export const lineView = (guideline: Guideline, { text, basis }: { text: string; basis: Basis }): DueLine => ({
  text,
  sources: sourcesOf(guideline, basis),
  ...(basis.practice === undefined ? {} : { practice: basis.practice }),
});

/** "Blood tests: count, liver" is a heading and what stands under it. */
function headed(title: string): { title: string; under: string } {
  const at = title.indexOf(': ');
  return at < 0 || at > 30 ? { title, under: '' } : { title: title.slice(0, at), under: title.slice(at + 2) };
}

const dueOf =
  (guideline: Guideline) =>
  ({ id, kind, on, title, lines, overdueDays }: PlanItem): Due => ({
    id,
    kind,
    on,
    ...headed(title),
    lines: lines.map((line) => lineView(guideline, line)),
    ...(overdueDays === undefined ? {} : { overdueDays }),
  });

/** The plan without its exercise, which has a page of its own. */
export const dueList = (guideline: Guideline, { items }: Plan): readonly Due[] =>
  items.filter(({ kind }) => kind !== 'exercise').map(dueOf(guideline));

/** What may be due or cannot be dated, because something is not known. */
export function undatedList(guideline: Guideline, { monitoring, notes }: Plan, derived: Derived): readonly Undated[] {
  const name = (id: string): string => guideline.interventions[id]?.label ?? id;
  const may = [...new Set(monitoring.mayApply.map(({ intervention }) => intervention))];
  return [
    ...monitoring.startUnknown
      .filter((id) => derived.patient[guideline.interventions[id]?.currentFact ?? ''] === true)
      .map((id) => ({
        title: `When did ${name(id)} begin?`,
        under: 'Its tests are counted from today until you add the day it began.',
      })),
    ...may.map((id) => ({
      title: `More tests may be due for ${name(id)}`,
      under: 'Something about you is not known yet. Ask at the visit, or answer more questions.',
    })),
    ...notes.map(({ text }) => ({ title: 'Not worked out', under: text })),
  ];
}
