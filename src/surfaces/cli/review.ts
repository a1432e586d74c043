// SPDX-License-Identifier: Apache-2.0
import textReadability from 'text-readability';
import { compile, prepareAnswer } from '../../interpreters/answer/index.ts';
import {
  interpret,
  statuses,
  type Condition,
  type Intervention,
  type Patient,
  type Status,
} from '../../model/index.ts';
import type { Item } from '../../authoring/collect.ts';
import { factsOf } from '../../authoring/combinations.ts';
import type { Loaded } from '../../authoring/load.ts';
import type * as schema from '../../authoring/schema.ts';

/** What a review of a well-formed guideline found. Errors fail `check`; notes are for its authors to know. */
export type Finding = { severity: 'error' | 'note'; code: string; message: string };
export type Review = { findings: readonly Finding[]; counts: Readonly<Record<string, number>> };

/** The patient of a case: its base patient, with what the case gives. */
export function patientOf({ patients }: Loaded, { value }: Item<schema.Case>): Patient {
  return { ...(value.like ? patients[value.like]?.value.facts : {}), ...value.given };
}

/** A case that names stages or scope notes names all that hold: what is missing, and what is there besides. */
function differing(
  expected: readonly string[] | undefined,
  found: readonly string[],
): readonly { id: string; found: boolean }[] {
  if (expected === undefined) return [];
  return [
    ...expected.filter((id) => !found.includes(id)).map((id) => ({ id, found: false })),
    ...found.filter((id) => !expected.includes(id)).map((id) => ({ id, found: true })),
  ];
}
const inWords = (found: boolean): [string, string] => (found ? ['absent', 'there'] : ['there', 'absent']);

/** Runs every case through ANSWER; each difference from what the sources say is an error. */
function runCases(loaded: Loaded): readonly Finding[] {
  const answer = prepareAnswer(loaded.guideline);
  return loaded.cases.flatMap((item) => {
    const guidance = answer(patientOf(loaded, item));
    const wrong = (what: string, expected: string, found: string): Finding => ({
      severity: 'error',
      code: 'case-differs',
      message: `${item.file.file}: "${item.value.name}": ${what} is expected to be ${expected}, and is ${found}.`,
    });
    const statuses = Object.entries(item.value.expect ?? {}).flatMap(([id, expected]) => {
      const found = guidance.options.find(({ intervention }) => intervention === id);
      return found && found.status !== expected
        ? [
            wrong(
              id,
              expected,
              `${found.status}${found.missing.length ? ` (waits for ${found.missing.slice(0, 4).join(', ')})` : ''}`,
            ),
          ]
        : [];
    });
    const raised = guidance.urgency.map(({ rule }) => rule);
    const stages = guidance.stages.filter(({ truth }) => truth === 'true').map(({ stage }) => stage);
    return [
      ...statuses,
      ...(item.value.urgency ?? []).filter((id) => !raised.includes(id)).map((id) => wrong(id, 'raised', 'not raised')),
      ...differing(item.value.stages, stages).map(({ id, found }) => wrong(`stage ${id}`, ...inWords(found))),
      ...differing(
        item.value.scope,
        guidance.scope.map(({ note }) => note),
      ).map(({ id, found }) => wrong(`scope note ${id}`, ...inWords(found))),
    ];
  });
}

function unusedFacts({ guideline }: Loaded): readonly Finding[] {
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
function untestedRules(loaded: Loaded): readonly Finding[] {
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
              severity: 'note',
              code: 'missing-case',
              message: `No case shows "${rule.id}" when it ${sides.join(' or ')}.`,
            },
          ]
        : [];
    });
}

/** Safety never rests on memory alone: contraindications whose every claim is recalled are listed. */
function unverified({ guideline }: Loaded): readonly Finding[] {
  return guideline.rules
    .filter(({ because }) => because.every((id) => guideline.claims[id]?.verified === 'recalled'))
    .map(({ id, kind }) => ({
      severity: 'note',
      code: 'unverified',
      message: `The ${kind} "${id}" rests only on claims whose source was not read.`,
    }));
}

/** What a patient reads about a treatment on its page; published doses are for clinicians and are left out. */
function textsAbout({ id, about }: Intervention): readonly (readonly [string, string])[] {
  if (!about) return [];
  const { mechanism, taken, onset, effects } = about;
  return [
    ...[mechanism, taken, onset].map(({ text }) => [id, text] as const),
    ...effects.map(({ effect, often = '', act = '' }) => [id, `${effect}. ${often}. ${act}`] as const),
  ];
}

/** Patients' text at a reading age above 13: US grade above 8 by Flesch-Kincaid. */
function hardToRead({ guideline }: Loaded): readonly Finding[] {
  const texts = [
    ...Object.values(guideline.facts).map(({ id, question }) => [id, question] as const),
    ...Object.values(guideline.interventions).map(({ id, summary }) => [id, summary] as const),
    ...Object.values(guideline.interventions).flatMap(textsAbout),
  ];
  return texts
    .filter(([, text]) => text.split(' ').length >= 12 && textReadability.fleschKincaidGrade(text) > 8)
    .map(([id, text]) => ({
      severity: 'note',
      code: 'hard-to-read',
      message: `The patients' text of "${id}" reads at grade ${textReadability.fleschKincaidGrade(text)}; 8 is the aim.`,
    }));
}

/** An invariant that ANSWER breaks for a patient of the cases is an error; `prove` covers every patient. */
function brokenInvariants(loaded: Loaded): readonly Finding[] {
  const { guideline } = loaded;
  const answer = prepareAnswer(guideline);
  const checked = guideline.invariants.map((invariant) => ({
    invariant,
    evaluate: compile(guideline, invariant.when),
  }));
  const offered: readonly Status[] = statuses.slice(0, 2);
  return loaded.cases.flatMap((item) => {
    const patient = patientOf(loaded, item);
    const guidance = answer(patient);
    return checked
      .filter(({ evaluate }) => evaluate(patient).truth === 'true')
      .filter(
        ({ invariant }) =>
          'never' in invariant
          && guidance.options.some(
            (option) => option.intervention === invariant.never && offered.includes(option.status),
          ),
      )
      .map(({ invariant }): Finding => ({
        severity: 'error',
        code: 'invariant-broken',
        message: `"${invariant.id}" does not hold for the case "${item.value.name}": ${invariant.statement}`,
      }));
  });
}

function counts({ guideline, cases }: Loaded): Review['counts'] {
  const claims = Object.values(guideline.claims);
  const size = (index: object) => Object.keys(index).length;
  return {
    facts: size(guideline.facts),
    definitions: size(guideline.definitions),
    interventions: size(guideline.interventions),
    rules: guideline.rules.length,
    urgencies: guideline.urgencies.length,
    stages: guideline.stages.length,
    'scope notes': guideline.scope.length,
    combinations: guideline.combinations.length,
    invariants: guideline.invariants.length,
    claims: claims.length,
    'claims read': claims.filter(({ verified }) => verified === 'read').length,
    'claims recalled': claims.filter(({ verified }) => verified === 'recalled').length,
    sources: size(guideline.sources),
    cases: cases.length,
    'asserted outcomes': cases.reduce(
      (sum, { value }) =>
        sum
        + size(value.expect ?? {})
        + [value.urgency, value.stages, value.scope].reduce((all, named) => all + (named ?? []).length, 0),
      0,
    ),
  };
}

/** Reviews a well-formed guideline: cases, invariants, unused facts, missing cases, unverified rules, reading age. */
export function review(loaded: Loaded): Review {
  const nothing: readonly Finding[] = loaded.guideline.rules.length
    ? []
    : [{ severity: 'error', code: 'nothing-examined', message: 'There is no rule to check.' }];
  return {
    findings: [
      ...nothing,
      ...runCases(loaded),
      ...brokenInvariants(loaded),
      ...unverified(loaded),
      ...untestedRules(loaded),
      ...unusedFacts(loaded),
      ...hardToRead(loaded),
    ],
    counts: counts(loaded),
  };
}
