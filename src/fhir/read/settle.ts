// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '../../model/index.ts';
import { freshUntil } from '../../record/index.ts';
import type { Conflict, Context, Finding, Found, Ignored } from '../finding.ts';

type FoundFinding = Extract<Finding, { kind: 'found' }>;
export type Settled = { facts: readonly FoundFinding[]; ignored: readonly Ignored[]; conflicts: readonly Conflict[] };

/** Whether the guideline allows this value for this fact. */
export function allowed({ value }: Fact, given: unknown): given is boolean | string | number {
  if (value.type === 'boolean') return typeof given === 'boolean';
  if (value.type === 'code') return value.options.some(({ code }) => code === given);
  return typeof given === 'number' && given >= value.min && given <= value.max;
}

const plain = ({ fact, value, on, from, said, how, note }: FoundFinding): Found => ({
  fact,
  value,
  from,
  said,
  how,
  ...(on === undefined ? {} : { on }),
  ...(note === undefined ? {} : { note }),
});

/** Why a finding cannot count on the day; absent when it can. */
function unusable(
  { guideline, asOf }: Context,
  { fact: id, value, on, within, said }: FoundFinding,
): { reason: string; tooOldFor?: string } | undefined {
  const fact = Object.hasOwn(guideline.facts, id) ? guideline.facts[id] : undefined;
  if (!fact) return { reason: `The guideline has no fact "${id}".` };
  if (!allowed(fact, value)) return { reason: `${said} is outside what ${fact.label} can be.` };
  if (on !== undefined && on > asOf) return { reason: `${said} is dated ${on}, after ${asOf}.` };
  const { freshFor } = fact;
  if (on === undefined)
    return within !== undefined || freshFor !== undefined
      ? { reason: `${said} has no date, and ${fact.label} counts only while it is fresh.`, tooOldFor: id }
      : undefined;
  const isOld = (limit: string | undefined): boolean => limit !== undefined && freshUntil(on, limit) < asOf;
  return isOld(within) || isOld(freshFor)
    ? { reason: `${said} of ${on} is too old to count as ${fact.label} now.`, tooOldFor: id }
    : undefined;
}

/** A diagnosis that is called active, with another value of a day that is not before it was last called so. */
function contradicted(all: readonly FoundFinding[]): readonly FoundFinding[] | undefined {
  const [going] = all.filter(({ ongoing }) => ongoing !== undefined);
  if (!going) return undefined;
  const since = going.ongoing?.since ?? '';
  const against = all.filter(({ value, on = '' }) => value !== going.value && on >= since);
  return against.length ? [going, ...against] : undefined;
}

/** The newest value of a fact; a value without a date counts only while nothing dated says otherwise. */
function choose(
  all: readonly FoundFinding[],
): { chosen: FoundFinding } | { conflict: readonly FoundFinding[] } | undefined {
  const [only] = all;
  if (only && all.length === 1) return { chosen: only };
  const dated = all.filter(({ on }) => on !== undefined);
  const newest = dated.reduce<string>((latest, { on = '' }) => (on > latest ? on : latest), '');
  const candidates = [...dated.filter(({ on }) => on === newest), ...all.filter(({ on }) => on === undefined)];
  const [first] = candidates;
  if (!first) return undefined;
  const against = contradicted(all);
  if (against) return { conflict: against };
  return candidates.some(({ value }) => value !== first.value) ? { conflict: candidates } : { chosen: first };
}

/** Of everything found, what holds on the day: the newest fresh value of each fact. Values of one day that differ are a
 *  conflict, and the fact stays unknown. */
export function settle(context: Context, findings: readonly FoundFinding[]): Settled {
  const left: Ignored[] = [];
  const byFact = new Map<string, FoundFinding[]>();
  for (const finding of findings) {
    const reason = unusable(context, finding);
    if (reason !== undefined) left.push({ resource: finding.from, ...reason });
    else if (byFact.get(finding.fact)?.push(finding) === undefined) byFact.set(finding.fact, [finding]);
  }
  const facts: FoundFinding[] = [];
  const conflicts: Conflict[] = [];
  for (const [fact, all] of byFact) {
    const choice = choose(all);
    if (choice === undefined) continue;
    if ('conflict' in choice) conflicts.push({ fact, values: choice.conflict.map(plain) });
    else {
      facts.push(choice.chosen);
      for (const other of all)
        if (other !== choice.chosen && other.value !== choice.chosen.value)
          left.push({
            resource: other.from,
            reason: `${other.said} of ${other.on ?? 'no date'}: there is a newer one.`,
          });
    }
  }
  return { facts, ignored: left, conflicts };
}
export { plain };
