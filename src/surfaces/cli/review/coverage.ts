// SPDX-License-Identifier: Apache-2.0
import { factsOf } from '../../../authoring/combinations.ts';
import type { Loaded } from '../../../authoring/load.ts';
import { compileDecision } from '../../../interpreters/answer/index.ts';
import { prepareSample, seeded } from '../../../interpreters/count/sample.ts';
import { interpret, type Condition, type Patient, type Rule } from '../../../model/index.ts';
import type { Vignette } from './cases.ts';
import { findings, type Finding } from './finding.ts';

/** A fact that nothing reads is asked of nobody: it is either not needed, or a rule forgot it. */
export function unusedFacts({ guideline }: Loaded): readonly Finding[] {
  const conditions: readonly Condition[] = [
    guideline.rules,
    guideline.urgencies,
    guideline.invariants,
    guideline.stages,
    guideline.scope,
  ].flatMap((of) => of.map(({ when }) => when));
  const used = new Set([
    ...conditions.flatMap((when) => interpret(guideline, when, factsOf)),
    ...Object.values(guideline.interventions).flatMap(({ currentFact }) => currentFact ?? []),
    ...guideline.wishes.map(({ fact }) => fact),
  ]);
  return Object.values(guideline.facts)
    .filter(({ id }) => !used.has(id))
    .map(({ id, kept }) => ({
      severity: 'note',
      code: 'unused-fact',
      message: `No rule uses the fact "${id}". ${kept ? `It is kept: ${kept}` : 'Use it, leave it out, or say in `kept` why it stays.'}`,
    }));
}

/** The sides of a condition that some patients show; looks no further once both are seen. */
function sidesSeen(decides: (patient: Patient) => string, patients: readonly Patient[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const patient of patients) {
    const truth = decides(patient);
    if (truth !== 'unknown') seen.add(truth);
    if (seen.size === 2) break;
  }
  return seen;
}

const sides = [
  ['true', 'holds'],
  ['false', 'does not hold'],
] as const;
/** A rule that decides status needs a case in which it holds and one in which it does not. */
export function untestedRules({ guideline }: Loaded, vignettes: readonly Vignette[]): readonly Finding[] {
  const decided = (intervention: string): readonly Patient[] =>
    vignettes.filter(({ item }) => Object.hasOwn(item.value.expect ?? {}, intervention)).map(({ patient }) => patient);
  return guideline.rules
    .filter(({ id, kind }) => (kind === 'recommendation' || kind === 'contraindication') && !id.includes('--'))
    .flatMap(({ id, when, intervention }) => {
      const seen = sidesSeen(compileDecision(guideline, when), decided(intervention));
      const missing = sides.filter(([truth]) => !seen.has(truth)).map(([, words]) => words);
      return missing.length
        ? findings('error', 'missing-case', [`No case shows "${id}" when it ${missing.join(' or ')}.`])
        : [];
    });
}

/** How many synthetic people are looked at beside those of the cases. */
const people = 300;
/** Everybody whom the cases describe, and some synthetic people, always the same. */
export function everybody({ guideline }: Loaded, vignettes: readonly Vignette[]): readonly Patient[] {
  const [draw, random] = [prepareSample(guideline, guideline.frequencies), seeded(1)];
  const drawn = guideline.frequencies.length ? Array.from({ length: people }, () => draw(random)) : [];
  return [...vignettes.map(({ patient }) => patient), ...drawn];
}

/** A rule, a red flag, a stage or a scope note that holds for nobody whom we know of. `prove` says whether it holds for anybody. */
export function neverHolds(loaded: Loaded, known: readonly Patient[]): readonly Finding[] {
  const { rules, urgencies, stages, scope } = loaded.guideline;
  const silent = [...rules.filter(({ id }) => !id.includes('--')), ...urgencies, ...stages, ...scope].filter(
    ({ when }) => {
      const holds = compileDecision(loaded.guideline, when);
      return !known.some((patient) => holds(patient) === 'true');
    },
  );
  return findings(
    'error',
    'never-holds',
    silent.map(({ id }) => `"${id}" holds for nobody in the cases or among ${people} synthetic people.`),
  );
}

const opposed = (a: Rule, b: Rule): boolean =>
  a.kind === 'recommendation'
  && b.kind === 'recommendation'
  && a.intervention === b.intervention
  && a.direction === 'for'
  && b.direction === 'against'
  && a.strength === b.strength
  && !(a.yieldsTo ?? []).includes(b.id);

/** Two recommendations of equal strength, for and against, that hold for the same person, neither of which yields. */
export function contradictions(loaded: Loaded, known: readonly Patient[]): readonly Finding[] {
  const { rules } = loaded.guideline;
  const pairs = rules.flatMap((a) => rules.filter((b) => opposed(a, b)).map((b) => [a, b] as const));
  const met = pairs.filter(([a, b]) => {
    const [one, other] = [a, b].map(({ when }) => compileDecision(loaded.guideline, when));
    return known.some((patient) => one?.(patient) === 'true' && other?.(patient) === 'true');
  });
  return findings(
    'error',
    'contradiction',
    met.map(
      ([a, b]) => `"${a.id}" and "${b.id}" hold together, for and against with equal strength. Say which one yields.`,
    ),
  );
}
