// SPDX-License-Identifier: Apache-2.0
// From what the authors wrote to the model: names resolved, shorthand expanded, combinations given what rules out a member.
import type {
  About,
  Condition,
  Contradiction,
  Definition,
  Fact,
  Guideline,
  Index,
  Intervention,
  Invariant,
  Rule,
  Source,
  Stage,
  Urgency,
} from '../model/index.ts';
import type { Authored } from './authored.ts';
import type { Item, Report } from './collect.ts';
import { lower, lowerRule, type Scope } from './lower.ts';
import type { Positioned } from './read.ts';
import { takenUrgencies } from './taken.ts';
import type * as schema from './schema.ts';

const values = <T extends { id: string }>(indexed: Record<string, Item<T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(indexed).map(([id, { value }]) => [id, value]));
const mapValues = <T, U>(from: Record<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));

function toFact({
  'obtained-by': obtainedBy,
  'fresh-for': freshFor,
  coding,
  group,
  choice,
  lasting,
  kept,
  ...it
}: schema.Fact): Fact {
  return {
    ...it,
    obtainedBy,
    coding: coding ?? [],
    ...(freshFor ? { freshFor } : {}),
    ...(group ? { group } : {}),
    ...(choice ? { choice } : {}),
    ...(lasting ? { lasting } : {}),
    ...(kept ? { kept } : {}),
  };
}

function toAbout({ effects, living, stopping, ...rest }: schema.About): About {
  return {
    ...rest,
    ...(living ? { living } : {}),
    ...(stopping ? { stopping } : {}),
    effects: effects.map(({ often, act, ...effect }) => ({
      ...effect,
      ...(often ? { often } : {}),
      ...(act ? { act } : {}),
    })),
  };
}

function toIntervention({ coding, current, about, ...it }: schema.Intervention): Intervention {
  const { id, kind, label, summary, reviewed } = it;
  return {
    id,
    kind,
    label,
    summary,
    reviewed,
    coding: coding ?? [],
    ...(current ? { currentFact: current } : {}),
    ...(about ? { about: toAbout(about) } : {}),
  };
}

function toInvariant(
  when: Condition,
  { id, statement, because, never, always, 'at-least': atLeast }: schema.Invariant,
): Invariant {
  const shared = { id, statement, because, when };
  if (never !== undefined) return { ...shared, never };
  return always !== undefined ? { ...shared, always } : { ...shared, atLeast: atLeast ?? 'soon' };
}

function toUrgency(when: Condition, { 'yields-to': yieldsTo, ...rest }: schema.Urgency): Urgency {
  return { ...rest, when, ...(yieldsTo ? { yieldsTo } : {}) };
}

function toStage(when: Condition, { 'leads-to': leadsTo, ...rest }: schema.Stage): Stage {
  return { ...rest, when, leadsTo };
}

/** Lowers what has a `when`, reporting inside the file it stands in. */
function lowering(report: Report, facts: Index<Fact>, definitions: ReadonlySet<string>) {
  const scope = (file: Positioned): Scope => ({
    facts,
    definitions,
    report: (path, ...rest) => report(file, path, ...rest),
  });
  return {
    when: <T extends { when: schema.Written }>({ value, file, path }: Item<T>): Condition =>
      lower(scope(file), [...path, 'when'], value.when),
    rules: ({ value, file, path }: Item<schema.Intervention>): readonly Rule[] =>
      value.rules.map((rule, i) => lowerRule(scope(file), [...path, 'rules', i], value.id, rule)),
  };
}

function toContradiction(
  when: (item: Item<Extract<schema.Contradiction, { when: unknown }>>) => Condition,
  { value, file, path }: Item<schema.Contradiction>,
): Contradiction {
  const { id, message } = value;
  if ('when' in value) return { id, message, when: when({ value, file, path }) };
  return { id, message, fact: value.fact, atMost: value['at-most'] };
}

/** A combination is ruled out by whatever rules out one of its members: their contraindications, advice against and checks
 *  hold for it too, under an id that names where each came from. */
function withCombinations(interventions: Index<Item<schema.Intervention>>, rules: readonly Rule[]): readonly Rule[] {
  const inherited = Object.values(interventions).flatMap(({ value: { id, combines = [] } }) =>
    rules
      .filter(
        (rule) => combines.includes(rule.intervention) && !(rule.kind === 'recommendation' && rule.direction === 'for'),
      )
      .map((rule): Rule => ({ ...rule, id: `${id}--${rule.id}`, intervention: id })),
  );
  return [...rules, ...inherited];
}

function toSource({ DOI, PMID, ...rest }: schema.Source): Source {
  return { ...rest, ...(DOI ? { DOI } : {}), ...(PMID ? { PMID } : {}) };
}

/** The guideline as its items say it. It is to be trusted only when nothing was reported. */
export function link(report: Report, authored: Authored): Omit<Guideline, 'frequencies'> {
  const facts = mapValues(values(authored.facts), toFact);
  const to = lowering(report, facts, new Set(Object.keys(authored.definitions)));
  const definition = (item: Item<schema.Definition>): Definition => {
    const { excludes, ...rest } = item.value;
    return { ...rest, when: to.when(item), ...(excludes ? { excludes } : {}) };
  };
  const interventions = mapValues(values(authored.interventions), toIntervention);
  const rules = withCombinations(authored.interventions, Object.values(authored.interventions).flatMap(to.rules));
  const { version = '', title = '', disclaimer = '' } = authored.heading?.value ?? {};
  return {
    version,
    title,
    disclaimer,
    facts,
    groups: values(authored.groups),
    definitions: mapValues(authored.definitions, definition),
    interventions,
    rules,
    claims: values(authored.claims),
    sources: mapValues(values(authored.sources), toSource),
    urgencies: [
      ...Object.values(authored.urgencies).map((item) => toUrgency(to.when(item), item.value)),
      ...(authored.taken ? takenUrgencies(authored.taken.value, interventions, rules) : []),
    ],
    invariants: Object.values(authored.invariants).map((item) => toInvariant(to.when(item), item.value)),
    stages: Object.values(authored.stages).map((item) => toStage(to.when(item), item.value)),
    contradictions: Object.values(authored.contradictions).map((item) => toContradiction(to.when, item)),
    scope: Object.values(authored.scope).map((item) => ({ ...item.value, when: to.when(item) })),
    combinations: Object.values(values(authored.combinations)),
    wishes: authored.wishes.map(({ value }) => value),
  };
}
