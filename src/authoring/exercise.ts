// SPDX-License-Identifier: Apache-2.0
import { join, relative } from 'node:path';
import type { z } from 'zod';
import {
  exercisePhases,
  type Dose,
  type ExerciseLibrary,
  type ExercisePhase,
  type ExercisePhaseId,
  type Guideline,
  type Movement,
  type ScreeningRule,
} from '../model/index.ts';
import { index, items, reporter, type Item, type Report } from './collect.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import * as schema from './exercise-schema.ts';
import { lower, type Scope } from './lower.ts';
import { readFolder, type Positioned } from './read.ts';
import type { Readings } from './readings.ts';

/** The exercise library as its files say it; `library` is there only when nothing is wrong. */
export type LoadedExercise = { diagnostics: readonly Diagnostic[]; library?: ExerciseLibrary; shown: () => string };
type Written<T extends z.ZodType> = z.infer<T>;

/** Field names as they are written, `days-per-week`, as the model has them. What is absent stays absent. */
function renamed(written: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

function toPhase({ doses, effort, ...rest }: Written<typeof schema.phase>): ExercisePhase {
  const named = Object.fromEntries(Object.entries(doses).map(([kind, dose]) => [kind, renamed(dose) as Dose])); // same fields, checked by the schema
  const { 'move-up-when': moveUpWhen, 'strength-of-evidence': strengthOfEvidence, ...same } = rest;
  return { ...same, effort, moveUpWhen, strengthOfEvidence, doses: named };
}

/** Lowers conditions of the library with the guideline's own facts and definitions. */
function lowering({ facts, definitions }: Guideline, report: Report) {
  const scope = (file: Positioned): Scope => ({
    facts,
    definitions: new Set(Object.keys(definitions)),
    report: (path, ...rest) => report(file, path, ...rest),
  });
  return {
    movement: ({ value, file, path }: Item<Written<typeof schema.movement>>): Movement => {
      const { 'each-side': eachSide, 'not-for': notFor, 'avoid-when': avoid, dose, goal, ...same } = value;
      return {
        ...same,
        eachSide,
        notFor,
        ...(dose === undefined ? {} : { dose }),
        ...(goal === undefined ? {} : { goal }),
        ...(avoid === undefined ? {} : { avoidWhen: lower(scope(file), [...path, 'avoid-when'], avoid) }),
      };
    },
    screening: ({ value, file, path }: Item<Written<typeof schema.screening>>): ScreeningRule => ({
      ...value,
      when: lower(scope(file), [...path, 'when'], value.when),
    }),
  };
}

/** Names sources that the bibliography does not have, and a study or advice without one. */
function checkSources(
  report: Report,
  { sources }: Guideline,
  all: readonly Item<{ basis: string; sources: readonly string[] }>[],
): void {
  for (const { value, file, path } of all) {
    for (const [i, source] of value.sources.entries())
      if (!Object.hasOwn(sources, source))
        report(
          file,
          [...path, 'sources', i],
          'unknown-name',
          `There is no source "${source}" in guideline/evidence/sources.yaml.`,
        );
    if (value.basis !== 'practice' && value.sources.length === 0)
      report(
        file,
        [...path, 'sources'],
        'uncited',
        `What rests on ${value.basis} names its source; without one it is "practice".`,
      );
  }
}

/** Reads, checks and links the exercise library of a guideline folder. */
export function loadExercise(folder: string, guideline: Guideline, readings?: Readings): LoadedExercise {
  const at = join(folder, 'exercise');
  const files = readFolder(at, readings);
  const { diagnostics, report } = reporter();
  const all = <T>(start: string, of: z.ZodType<T>): readonly Item<T>[] =>
    files.filter(({ file }) => relative(at, file).startsWith(start)).flatMap((file) => items<T>(report, of, file));
  const movements = all('movements/', schema.movement);
  const phases = all('phases', schema.phase);
  const [progressions, regressions, session] = (['progressions', 'regressions', 'session'] as const).map((name) =>
    all(name, schema.rule),
  );
  const [stopRules, screening] = [all('stop-rules', schema.stopRule), all('screening', schema.screening)];
  const to = lowering(guideline, report);
  checkSources(report, guideline, [
    ...movements,
    ...phases,
    ...(progressions ?? []),
    ...(regressions ?? []),
    ...(session ?? []),
    ...stopRules,
    ...screening,
  ]);
  const phaseOf = (id: ExercisePhaseId): readonly ExercisePhase[] =>
    phases
      .filter(({ value }) => value.id === id)
      .slice(0, 1)
      .map(({ value }) => toPhase(value));
  const [active, improving, stable, strong] = exercisePhases.flatMap(phaseOf);
  const values = <T>(list: readonly Item<T>[] | undefined): readonly T[] => (list ?? []).map(({ value }) => value);
  if (!active || !improving || !stable || !strong)
    for (const file of files.slice(0, 1))
      report(
        file,
        [],
        'missing-field',
        'The exercise library needs the four phases: active, improving, stable, strong.',
      );
  const byId = index(report, movements);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  const shown = () => showAll(every, files);
  if (every.length || !active || !improving || !stable || !strong) return { diagnostics: every, shown };
  return {
    diagnostics: every,
    shown,
    library: {
      reviewed: '2026-11-23',
      movements: Object.fromEntries(Object.entries(byId).map(([id, item]) => [id, to.movement(item)])),
      phases: { active, improving, stable, strong },
      progressions: values(progressions),
      regressions: values(regressions),
      session: values(session),
      stopRules: values(stopRules),
      screening: screening.map(to.screening),
    },
  };
}
