// SPDX-License-Identifier: Apache-2.0
import { factsOf } from '../../../authoring/combinations.ts';
import type { Loaded } from '../../../authoring/load.ts';
import { compile, compileDecision } from '../../../interpreters/answer/index.ts';
import { prepareSample, seeded } from '../../../interpreters/count/sample.ts';
import { interpret, type Condition, type Patient, type Rule } from '../../../model/index.ts';
import { patientOf } from './cases.ts';
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
    .map(({ id }) => ({ severity: 'note', code: 'unused-fact', message: `No rule uses the fact "${id}".` }));
}

/** A rule that decides status needs a case in which it holds and one in which it does not. */
export function untestedRules(loaded: Loaded): readonly Finding[] {
  const patients = loaded.cases.map((item) => ({
    patient: patientOf(loaded, item),
    decides: new Set(Object.keys(item.value.expect ?? {})),
  }));
  return loaded.guideline.rules
    .filter(({ id, kind }) => (kind === 'recommendation' || kind === 'contraindication') && !id.includes('--'))
    .flatMap((rule): readonly Finding[] => {
      const evaluate = compile(loaded.guideline, rule.when);
      const seen = new Set(
        patients.filter(({ decides }) => decides.has(rule.intervention)).map(({ patient }) => evaluate(patient).truth),
      );
      const sides = [
        ['true', 'holds'],
        ['false', 'does not hold'],
      ]
        .filter(([truth]) => !seen.has(truth === 'true' ? 'true' : 'false'))
        .map(([, words]) => words);
      return sides.length
        ? [
            {
              severity: 'error',
              code: 'missing-case',
              message: `No case shows "${rule.id}" when it ${sides.join(' or ')}.`,
            },
          ]
        : [];
    });
}

/** How many synthetic people are looked at beside those of the cases. */
const people = 300;
/** Everybody whom the cases describe, and some synthetic people, always the same. */
export function everybody(loaded: Loaded): readonly Patient[] {
  const { guideline } = loaded;
  const [draw, random] = [prepareSample(guideline, guideline.frequencies), seeded(1)];
  const drawn = guideline.frequencies.length ? Array.from({ length: people }, () => draw(random)) : [];
  return [...loaded.cases.map((item) => patientOf(loaded, item)), ...drawn];
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
