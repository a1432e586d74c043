// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../../../authoring/collect.ts';
import type { Loaded } from '../../../authoring/load.ts';
import type * as schema from '../../../authoring/schema.ts';
import { compile, contradictionsIn, prepareAnswer } from '../../../interpreters/answer/index.ts';
import { prepareAsk } from '../../../interpreters/ask/index.ts';
import { statuses, type Guidance, type Option, type Patient, type Status } from '../../../model/index.ts';
import type { Finding } from './finding.ts';

/** The patient of a case: its base patient, without what the case calls unknown, and with what it gives. */
export function patientOf({ patients }: Loaded, { value }: Item<schema.Case>): Patient {
  const base = value.like ? (patients[value.like]?.value.facts ?? {}) : {};
  const unknown = value.unknown ?? [];
  return { ...Object.fromEntries(Object.entries(base).filter(([id]) => !unknown.includes(id))), ...value.given };
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
type Wrong = { what: string; expected: string; found: string };

function wrongStatuses(expect: Readonly<Record<string, Status>>, options: readonly Option[]): readonly Wrong[] {
  return options.flatMap(({ intervention, status, missing }) => {
    const expected = expect[intervention];
    if (expected === undefined || expected === status) return [];
    const waits = missing.length ? ` (waits for ${missing.slice(0, 4).join(', ')})` : '';
    return [{ what: intervention, expected, found: status + waits }];
  });
}

function wrongNames({ urgency, 'no-urgency': not, stages, scope }: schema.Case, guidance: Guidance): readonly Wrong[] {
  const raised = guidance.urgency.map(({ rule }) => rule);
  const here = guidance.stages.filter(({ truth }) => truth === 'true').map(({ stage }) => stage);
  const notes = guidance.scope.map(({ note }) => note);
  const named = (what: string, { id, found }: { id: string; found: boolean }): Wrong =>
    found
      ? { what: `${what} ${id}`, expected: 'absent', found: 'there' }
      : { what: `${what} ${id}`, expected: 'there', found: 'absent' };
  return [
    ...(urgency ?? [])
      .filter((id) => !raised.includes(id))
      .map((id) => ({ what: id, expected: 'raised', found: 'not raised' })),
    ...(not ?? [])
      .filter((id) => raised.includes(id))
      .map((id) => ({ what: id, expected: 'not raised', found: 'raised' })),
    ...differing(stages, here).map((difference) => named('stage', difference)),
    ...differing(scope, notes).map((difference) => named('scope note', difference)),
  ];
}

/** Runs every case through ANSWER, and through ASK where it says what is asked first; each difference from what the sources say
 *  is an error. */
export function runCases(loaded: Loaded): readonly Finding[] {
  const answer = prepareAnswer(loaded.guideline);
  const next = prepareAsk(loaded.guideline);
  const wrongQuestion = (expected: string | undefined, patient: Patient): readonly Wrong[] => {
    const found = expected === undefined ? undefined : (next(patient)[0]?.fact.id ?? 'nothing');
    return expected === undefined || found === undefined || found === expected
      ? []
      : [{ what: 'the first question', expected, found }];
  };
  return loaded.cases.flatMap((item) => {
    const patient = patientOf(loaded, item);
    const guidance = answer(patient);
    return [
      ...wrongStatuses(item.value.expect ?? {}, guidance.options),
      ...wrongNames(item.value, guidance),
      ...wrongQuestion(item.value.asks, patient),
    ].map(({ what, expected, found }): Finding => ({
      severity: 'error',
      code: 'case-differs',
      message: `${item.file.file}: "${item.value.name}": ${what} is expected to be ${expected}, and is ${found}.`,
    }));
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
