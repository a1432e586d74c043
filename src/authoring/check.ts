// SPDX-License-Identifier: Apache-2.0
import { levels } from '../model/index.ts';
import type { Authored } from './authored.ts';
import type { Item, Report } from './collect.ts';
import { checkCases } from './check-cases.ts';
import type { Loaded } from './load.ts';
import { namesIn, resolve } from './names.ts';
import { checkTaken } from './taken.ts';
import type * as schema from './schema.ts';

type Cited = { id: string; because: readonly string[] };

/** A definition that rests on itself has no meaning, and would never end. */
function checkCycles(report: Report, { guideline }: Loaded, definitions: Authored['definitions']): void {
  const settled = new Set<string>();
  const follow = (id: string, above: readonly string[]): void => {
    const item = definitions[id];
    if (!item || settled.has(id)) return;
    if (above.includes(id))
      return report(
        item.file,
        [...item.path, 'when'],
        'cycle',
        `"${id}" is defined by itself: ${[...above, id].join(' → ')}.`,
      );
    for (const name of namesIn(guideline.definitions[id]?.when ?? { op: 'any', parts: [] }))
      if (name in guideline.definitions) follow(name, [...above, id]);
    settled.add(id);
  };
  for (const id of Object.keys(definitions)) follow(id, []);
}

/** A stage names interventions and stages that exist. */
function checkStages(report: Report, { guideline }: Loaded, stages: Authored['stages']): void {
  for (const item of Object.values(stages)) {
    item.value.interventions.forEach((id, i) =>
      resolve(report, item, ['interventions', i], 'intervention', id, guideline.interventions),
    );
    item.value['leads-to'].forEach((id, i) => resolve(report, item, ['leads-to', i], 'stage', id, stages));
  }
}

/** A wish is a yes/no fact, and names interventions that exist. */
function checkWishes(report: Report, { guideline }: Loaded, wishes: Authored['wishes']): void {
  const yesOrNo = Object.fromEntries(
    Object.entries(guideline.facts).filter(([, { value }]) => value.type === 'boolean'),
  );
  for (const item of wishes) {
    resolve(report, item, ['fact'], 'yes/no fact', item.value.fact, yesOrNo);
    item.value.brings.forEach((id, i) =>
      resolve(report, item, ['brings', i], 'intervention', id, guideline.interventions),
    );
    item.value.because.forEach((id, i) => resolve(report, item, ['because', i], 'claim', id, guideline.claims));
  }
}

/** Where the page of an intervention rests on claims: each statement about it, with its path. */
function statementsAbout(about: schema.About): readonly [readonly PropertyKey[], readonly string[]][] {
  return [
    ...(['mechanism', 'taken', 'onset', 'living', 'stopping'] as const).map(
      (at) => [[at], about[at]?.because ?? []] as const,
    ),
    ...(['effects', 'doses'] as const).flatMap((at) => about[at].map((it, i) => [[at, i], it.because] as const)),
  ].map(([path, because]) => [path, because]);
}

/** The numbers that a contradiction compares are facts. */
function checkContradictions(report: Report, { facts, contradictions }: Authored): void {
  for (const item of Object.values(contradictions)) {
    if ('when' in item.value) continue;
    resolve(report, item, ['fact'], 'fact', item.value.fact, facts);
    resolve(report, item, ['at-most'], 'fact', item.value['at-most'], facts);
  }
}

/** A group has its question, and only yes/no facts are answered together. */
function checkGroups(report: Report, { facts, groups }: Authored): void {
  for (const item of Object.values(facts)) {
    const { group, value } = item.value;
    if (group === undefined) continue;
    resolve(report, item, ['group'], 'group', group, groups);
    if (value.type !== 'boolean')
      report(
        item.file,
        [...item.path, 'group'],
        'wrong-type',
        'Only yes/no facts can be answered together. Leave out "group", or make this fact a boolean.',
      );
  }
}

/** What a recommendation says it yields to is a recommendation against the same intervention, its own or one it inherits. */
function checkYields(report: Report, { guideline }: Loaded, interventions: Authored['interventions']): void {
  for (const item of Object.values(interventions)) {
    const against = guideline.rules.filter(
      (rule) => rule.intervention === item.value.id && rule.kind === 'recommendation' && rule.direction === 'against',
    );
    const known = Object.fromEntries(against.map((rule) => [rule.id, rule]));
    item.value.rules.forEach((rule, i) => {
      const yieldsTo = rule.kind === 'recommendation' ? (rule['yields-to'] ?? []) : [];
      yieldsTo.forEach((id, j) =>
        resolve(report, item, ['rules', i, 'yields-to', j], `recommendation against ${item.value.id}`, id, known),
      );
    });
  }
}

/** An urgency yields to another that is at least as urgent, so that nothing is told later or more mildly for it. */
function checkUrgencyYields(report: Report, urgencies: Authored['urgencies']): void {
  for (const item of Object.values(urgencies)) {
    const { id, level, 'yields-to': yieldsTo = [] } = item.value;
    const known = Object.values(urgencies)
      .map(({ value }) => value)
      .filter((other) => other.id !== id && levels.indexOf(other.level) <= levels.indexOf(level));
    const others = Object.fromEntries(known.map((other) => [other.id, other]));
    yieldsTo.forEach((name, i) =>
      resolve(report, item, ['yields-to', i], `other urgency at least as urgent as "${id}"`, name, others),
    );
  }
}

/** Every name that is used exists: claims, sources, interventions, facts in cases; definitions do not go round in circles. */
export function checkLinks(report: Report, loaded: Loaded, authored: Authored): void {
  const { guideline } = loaded;
  const because = (item: Item<unknown>, path: readonly PropertyKey[], ids: readonly string[]) =>
    ids.forEach((id, i) => resolve(report, item, [...path, 'because', i], 'claim', id, guideline.claims));
  const ruleIds = new Set<string>();
  for (const item of Object.values(authored.interventions)) {
    if (item.value.current) resolve(report, item, ['current'], 'fact', item.value.current, guideline.facts);
    (item.value.combines ?? []).forEach((id, i) =>
      resolve(report, item, ['combines', i], 'intervention', id, guideline.interventions),
    );
    for (const [path, ids] of item.value.about ? statementsAbout(item.value.about) : [])
      because(item, ['about', ...path], ids);
    item.value.rules.forEach((rule, i) => {
      because(item, ['rules', i], rule.because);
      if (ruleIds.has(rule.id))
        report(
          item.file,
          [...item.path, 'rules', i, 'id'],
          'duplicate-id',
          `A rule called "${rule.id}" exists already. Ids are unique.`,
        );
      ruleIds.add(rule.id);
    });
  }
  const { urgencies, definitions, stages, scope, combinations } = authored;
  for (const item of [urgencies, definitions, stages, scope, combinations].flatMap((of) =>
    Object.values<Item<Cited>>(of),
  ))
    because(item, [], item.value.because);
  checkStages(report, loaded, stages);
  checkWishes(report, loaded, authored.wishes);
  checkTaken(report, authored.taken, guideline.rules);
  for (const item of Object.values(authored.invariants)) {
    because(item, [], item.value.because);
    const target = item.value.never ?? item.value.always;
    if (target)
      resolve(report, item, [item.value.never ? 'never' : 'always'], 'intervention', target, guideline.interventions);
  }
  for (const item of Object.values(authored.claims))
    item.value.cites.forEach(({ source }, i) =>
      resolve(report, item, ['cites', i, 'source'], 'source', source, guideline.sources),
    );
  checkGroups(report, authored);
  checkContradictions(report, authored);
  for (const item of Object.values(authored.definitions))
    (item.value.excludes ?? []).forEach((id, i) =>
      resolve(report, item, ['excludes', i], 'definition', id, guideline.definitions),
    );
  checkYields(report, loaded, authored.interventions);
  checkUrgencyYields(report, urgencies);
  checkCycles(report, loaded, authored.definitions);
  checkCases(report, loaded);
}
