// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../../../authoring/collect.ts';
import type { Loaded } from '../../../authoring/load.ts';
import type * as schema from '../../../authoring/schema.ts';
import { compile, contradictionsIn, prepareAnswer } from '../../../interpreters/answer/index.ts';
import { statuses, type Patient, type Status } from '../../../model/index.ts';
import type { Finding } from './finding.ts';

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
export function runCases(loaded: Loaded): readonly Finding[] {
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
      ...(item.value['no-urgency'] ?? [])
        .filter((id) => raised.includes(id))
        .map((id) => wrong(id, 'not raised', 'raised')),
      ...differing(item.value.stages, stages).map(({ id, found }) => wrong(`stage ${id}`, ...inWords(found))),
      ...differing(
        item.value.scope,
        guidance.scope.map(({ note }) => note),
      ).map(({ id, found }) => wrong(`scope note ${id}`, ...inWords(found))),
    ];
  });
}

/** A case or a base patient that nobody could be. */
export function impossiblePatients(loaded: Loaded): readonly Finding[] {
  return loaded.cases.flatMap((item) =>
    contradictionsIn(loaded.guideline, patientOf(loaded, item)).map(({ message }): Finding => ({
      severity: 'error',
      code: 'impossible-case',
      message: `${item.file.file}: "${item.value.name}": ${message}`,
    })),
  );
}

/** An invariant that ANSWER breaks for a patient of the cases is an error; `prove` covers every patient. */
export function brokenInvariants(loaded: Loaded): readonly Finding[] {
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
