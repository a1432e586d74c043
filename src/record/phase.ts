// SPDX-License-Identifier: Apache-2.0
import { deterioration, isConfirmed } from '../measures/index.ts';
import type { CoreSets, Visit } from './core-set.ts';
import { weeksBetween } from './days.ts';
import type { Day, EntryId } from './record.ts';
import { compareVisits, startOf, type ResponseWord, type Review } from './response.ts';
import type { Regimen } from './regimen.ts';

/** Worsening after improvement, by ProDERM's criteria against the best visit: met on one visit, and confirmed by the next. */
export type Relapse = { on: Day; confirmed: boolean; since: Day; entries: readonly EntryId[] };

const good = (response: ResponseWord | undefined): boolean => response === 'moderate' || response === 'major';
/** A visit takes in what was measured within a week of it. */
const visitDays = 7;

/** The last relapse in a record, if there was one. Improvement is at least a moderate one of the total improvement score. */
export function relapseIn(
  sets: CoreSets,
  all: readonly Regimen[],
  population: 'adult' | 'juvenile',
): Relapse | undefined {
  let best: { visit: Visit; regimen: Regimen } | undefined;
  let since: Visit[] = [];
  let found: Relapse | undefined;
  for (const day of sets.days) {
    const regimen = all.findLast(({ from }) => from < day);
    if (!regimen) continue;
    if (best && best.regimen !== regimen && found?.confirmed) [best, since, found] = [undefined, [], undefined];
    const visit = sets.near(day, visitDays, visitDays);
    if (good(compareVisits(population, startOf(sets, regimen), visit).response)) {
      const worse = best !== undefined && deterioration(best.visit.values, visit.values).length > 0;
      if (!worse) {
        [best, since, found] = [{ visit, regimen }, [], undefined];
        continue;
      }
    }
    if (!best) continue;
    since = [...since, visit];
    const { values } = best.visit;
    const perVisit = since.map((later) => deterioration(values, later.values));
    const at = perVisit.findIndex((met) => met.length > 0);
    if (at < 0) continue;
    found = {
      on: since[at]?.on ?? day,
      since: best.visit.on,
      confirmed: isConfirmed(perVisit),
      entries: [...best.visit.entries, ...since.slice(at).flatMap(({ entries }) => entries)],
    };
  }
  return found;
}

export type Phase = 'induction' | 'inadequate-response' | 'refractory' | 'maintenance' | 'remission' | 'relapse';
/** When a response may be called too little, in weeks at full dose: none or worse after 12 (a child is stepped up by then, SHARE 2017;
 *  a steroid-sparing medicine has had its time), only minimal after 16 (the read-out of ProDERM). The weeks are our choice from these. */
const judgedAt = { none: 12, minimal: 16 };

/** Whether a response is too little, after so many weeks at full dose. */
export const isInadequate = (response: ResponseWord | undefined, weeks: number): boolean =>
  response === 'worse' || response === 'none'
    ? weeks >= judgedAt.none
    : response === 'minimal' && weeks >= judgedAt.minimal;

const steroids = ['prednisone', 'iv-methylprednisolone'];
/** Refractory: too little response to a steroid with at least one other medicine, and then to another regimen. */
const countsAsFailed = ({ members }: Regimen): boolean =>
  members.some((id) => steroids.includes(id)) && members.some((id) => !steroids.includes(id));

export type History = { regimen: Regimen; latest: Review | undefined };
/** Where in treatment a person is, from the regimens and how each went; undefined when the record cannot tell. */
export function phaseOf(
  history: readonly History[],
  relapse: Relapse | undefined,
  asOf: Day,
  off: boolean,
  monthsInactive: number | undefined,
): Phase | undefined {
  const now = history.at(-1);
  if (!now) return undefined;
  if (relapse?.confirmed && relapse.on >= now.regimen.from) return 'relapse';
  if (off) return monthsInactive !== undefined && monthsInactive >= 6 ? 'remission' : undefined;
  const weeksAt = (review: Review | undefined, { fullDoseSince }: Regimen): number =>
    review ? weeksBetween(fullDoseSince, review.on) : 0;
  const failed = ({ regimen, latest }: History): boolean => isInadequate(latest?.response, weeksAt(latest, regimen));
  if (failed(now))
    return history.slice(0, -1).some((before) => failed(before) && countsAsFailed(before.regimen))
      ? 'refractory'
      : 'inadequate-response';
  const weeks = weeksBetween(now.regimen.fullDoseSince, asOf);
  if (weeks < judgedAt.none) return 'induction';
  const response = now.latest?.response;
  return good(response) ? 'maintenance' : response === undefined ? undefined : 'induction';
}
