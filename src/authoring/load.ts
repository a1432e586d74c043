// SPDX-License-Identifier: Apache-2.0
import { relative } from 'node:path';
import type {
  About,
  Claim,
  Condition,
  Definition,
  Fact,
  Guideline,
  Index,
  Intervention,
  Invariant,
  Rule,
  Source,
  Stage,
} from '../model/index.ts';
import { checkLinks } from './check.ts';
import { index, items, reporter, type Item, type Report } from './collect.ts';
import { show, type Diagnostic } from './diagnostic.ts';
import { lower, lowerRule, type Scope } from './lower.ts';
import { readFolder, type Positioned } from './read.ts';
import * as schema from './schema.ts';

/** A guideline as its files say it, with the cases and base patients that test it. */
export type Loaded = {
  guideline: Guideline;
  cases: readonly Item<schema.Case>[];
  patients: Index<Item<{ id: string; facts: Index<boolean | number | string> }>>;
};
export type Load = { diagnostics: readonly Diagnostic[]; loaded?: Loaded; shown: () => string };

/** Files whose path inside the guideline starts so. */
const under = (folder: string, files: readonly Positioned[], start: string): readonly Positioned[] =>
  files.filter(({ file }) => relative(folder, file).startsWith(start));

const values = <T extends { id: string }>(indexed: Record<string, Item<T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(indexed).map(([id, { value }]) => [id, value]));
const mapValues = <T, U>(from: Record<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));

function toFact({ 'obtained-by': obtainedBy, 'fresh-for': freshFor, coding, group, ...rest }: schema.Fact): Fact {
  return { ...rest, obtainedBy, coding: coding ?? [], ...(freshFor ? { freshFor } : {}), ...(group ? { group } : {}) };
}

function toAbout({ effects, ...rest }: schema.About): About {
  return {
    ...rest,
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

function build(report: Report, folder: string, files: readonly Positioned[]): Loaded | undefined {
  const all = <T>(start: string, of: Parameters<typeof items<T>>[1]) =>
    under(folder, files, start).flatMap((file) => items<T>(report, of, file));
  const heading = all('guideline.yaml', schema.heading)[0];
  const facts = mapValues(values(index(report, all('facts/', schema.fact))), toFact);
  const definitions = index(report, all('definitions/', schema.definition));
  const interventions = index(report, all('interventions/', schema.intervention));
  const urgencies = index(report, all('urgency.yaml', schema.urgency));
  const invariants = index(report, all('invariants.yaml', schema.invariant));
  const stages = index(report, all('pathway.yaml', schema.stage));
  const scope = index(report, all('scope.yaml', schema.scopeNote));
  const claims = index<Claim>(report, all('evidence/claims/', schema.claim));
  const to = lowering(report, facts, new Set(Object.keys(definitions)));
  const sources: Index<Source> = Object.fromEntries(
    Object.entries(values(index(report, all('evidence/sources.yaml', schema.source)))).map(
      ([id, { DOI, PMID, ...rest }]) => [id, { ...rest, ...(DOI ? { DOI } : {}), ...(PMID ? { PMID } : {}) }],
    ),
  );
  const lowered: Record<string, Definition> = mapValues(definitions, (item) => ({
    id: item.value.id,
    label: item.value.label,
    because: item.value.because,
    when: to.when(item),
  }));
  const guideline: Guideline = {
    version: heading?.value.version ?? '',
    title: heading?.value.title ?? '',
    disclaimer: heading?.value.disclaimer ?? '',
    facts,
    definitions: lowered,
    interventions: mapValues(values(interventions), toIntervention),
    rules: withCombinations(interventions, Object.values(interventions).flatMap(to.rules)),
    claims: values(claims),
    sources,
    urgencies: Object.values(urgencies).map((item) => ({ ...item.value, when: to.when(item) })),
    invariants: Object.values(invariants).map((item) => toInvariant(to.when(item), item.value)),
    stages: Object.values(stages).map((item) => toStage(to.when(item), item.value)),
    scope: Object.values(scope).map((item) => ({ ...item.value, when: to.when(item) })),
  };
  const loaded: Loaded = {
    guideline,
    patients: index(report, all('cases/patients.yaml', schema.basePatient)),
    cases: under(folder, files, 'cases/')
      .filter(({ file }) => !file.endsWith('patients.yaml'))
      .flatMap((file) => items(report, schema.guidelineCase, file)),
  };
  checkLinks(report, loaded, { interventions, urgencies, invariants, claims, definitions, stages, scope });
  return heading
    ? loaded
    : (report(
        files[0] ?? emptyFolder(folder),
        [],
        'missing-field',
        `"${folder}" has no guideline.yaml with its title and version. Is it the guideline's folder?`,
      ),
      undefined);
}

const emptyFolder = (folder: string): Positioned => ({
  file: folder,
  text: '',
  value: undefined,
  problems: [],
  at: () => ({ file: folder, line: 1, column: 1, length: 1 }),
});

/** Reads, checks and links the guideline in a folder. `loaded` is there only when nothing is wrong, so it can be trusted. */
export function loadGuideline(folder: string): Load {
  const files = readFolder(folder);
  const { diagnostics, report } = reporter();
  const loaded = build(report, folder, files);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  const textOf = (file: string) => files.find((one) => one.file === file)?.text ?? '';
  return {
    diagnostics: every,
    shown: () => every.map((problem) => show(problem, textOf(problem.at.file))).join('\n\n'),
    ...(loaded && every.length === 0 ? { loaded } : {}),
  };
}
