// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../../../authoring/collect.ts';
import type { Loaded } from '../../../authoring/load.ts';
import type * as schema from '../../../authoring/schema.ts';
import { compileDecision, prepareAnswer, prepareContradictions } from '../../../interpreters/answer/index.ts';
import { prepareAsk } from '../../../interpreters/ask/index.ts';
import { statuses, type FactId, type Guidance, type Option, type Patient, type Status } from '../../../model/index.ts';
import type { Finding } from './finding.ts';

/** The patient of a case: its base patient, without what the case calls unknown, and with what it gives. */
export function patientOf({ patients }: Pick<Loaded, 'patients'>, { value }: Item<schema.Case>): Patient {
  const base = value.like ? (patients[value.like]?.value.facts ?? {}) : {};
  const patient: Record<FactId, Patient[FactId]> = { ...base };
  for (const id of value.unknown ?? []) delete patient[id];
  return Object.assign(patient, value.given);
}

/** A case with its patient, put together once for everything that looks at it. */
export type Vignette = { item: Item<schema.Case>; patient: Patient };
export const vignettesOf = (loaded: Pick<Loaded, 'patients' | 'cases'>): readonly Vignette[] =>
  loaded.cases.map((item) => ({ item, patient: patientOf(loaded, item) }));

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

/** What ANSWER, and ASK where a case says what is asked first, say otherwise than the sources. */
function prepareDiffering(loaded: Loaded): (of: Vignette, guidance: Guidance) => readonly Finding[] {
  const next = prepareAsk(loaded.guideline);
  const wrongQuestion = (expected: string | undefined, patient: Patient): readonly Wrong[] => {
    const found = expected === undefined ? undefined : (next(patient)[0]?.fact.id ?? 'nothing');
    return expected === undefined || found === undefined || found === expected
      ? []
      : [{ what: 'the first question', expected, found }];
  };
  return ({ item, patient }, guidance) =>
    [
      ...wrongStatuses(item.value.expect ?? {}, guidance.options),
      ...wrongNames(item.value, guidance),
      ...wrongQuestion(item.value.asks, patient),
    ].map(({ what, expected, found }): Finding => ({
      severity: 'error',
      code: 'case-differs',
      message: `${item.file.file}: "${item.value.name}": ${what} is expected to be ${expected}, and is ${found}.`,
    }));
}

const offered: readonly Status[] = statuses.slice(0, 2);
/** Invariants of what is never offered that ANSWER breaks for a patient; `prove` covers every patient and every invariant. */
function prepareBroken({ guideline }: Loaded): (of: Vignette, guidance: Guidance) => readonly Finding[] {
  const checked = guideline.invariants.flatMap((invariant) =>
    'never' in invariant ? [{ ...invariant, holds: compileDecision(guideline, invariant.when) }] : [],
  );
  return ({ item, patient }, { options }) => {
    const given = new Set(options.filter(({ status }) => offered.includes(status)).map((one) => one.intervention));
    return checked
      .filter(({ never, holds }) => given.has(never) && holds(patient) === 'true')
      .map(({ id, statement }): Finding => ({
        severity: 'error',
        code: 'invariant-broken',
        message: `"${id}" does not hold for the case "${item.value.name}": ${statement}`,
      }));
  };
}

/** Runs every case once through ANSWER: where it differs from what the sources say, and which invariants it breaks, are errors. */
export function runCases(
  loaded: Loaded,
  vignettes: readonly Vignette[],
): { differing: readonly Finding[]; broken: readonly Finding[] } {
  const answer = prepareAnswer(loaded.guideline);
  const [differs, breaks] = [prepareDiffering(loaded), prepareBroken(loaded)];
  const found = vignettes.map((of) => {
    const guidance = answer(of.patient);
    return { differing: differs(of, guidance), broken: breaks(of, guidance) };
  });
  return { differing: found.flatMap(({ differing }) => differing), broken: found.flatMap(({ broken }) => broken) };
}

/** A case or a base patient that nobody could be. */
export function impossiblePatients({ guideline }: Loaded, vignettes: readonly Vignette[]): readonly Finding[] {
  const contradictions = prepareContradictions(guideline);
  return vignettes.flatMap(({ item, patient }) =>
    contradictions(patient).map(({ message }): Finding => ({
      severity: 'error',
      code: 'impossible-case',
      message: `${item.file.file}: "${item.value.name}": ${message}`,
    })),
  );
}
