// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Index, Library, Statement } from '../model/index.ts';
import type { Evidence } from './question.ts';

const picked = <T>(all: Index<T>, ids: Iterable<string>): Index<T> =>
  Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const found = all[id];
      return found === undefined ? [] : [[id, found] as const];
    }),
  );

/** What of the guideline answers to questions need, and no more: it travels to the browser. */
export function evidenceOf(guideline: Guideline, { alarms, passages }: Pick<Library, 'alarms' | 'passages'>): Evidence {
  const said: readonly Statement[] = [...alarms, ...passages].flatMap(({ says }) => says);
  const claims = picked(guideline.claims, [...said.flatMap(({ because }) => because), 'scope']);
  const sources = Object.values(claims).flatMap(({ cites }) => cites.map(({ source }) => source));
  const pages = passages.flatMap((one) => one.pages.map((href) => href.split('/')[2] ?? ''));
  const labels = Object.entries(picked(guideline.interventions, pages)).map(
    ([id, { label }]) => [id, { label }] as const,
  );
  return { claims, sources: picked(guideline.sources, sources), interventions: Object.fromEntries(labels) };
}
