// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from '../../authoring/index.ts';
import {
  fateOf,
  mutants,
  startSolver,
  targets,
  type Example,
  type Fate,
  type Mutant,
  type Target,
} from '../../interpreters/prove/index.ts';
import { steps } from './progress.ts';
import { patientOf } from './review/index.ts';

/** The cases of a guideline, as mutants are tried on them. */
export function examplesOf(loaded: Loaded): readonly Example[] {
  return loaded.cases.map((item) => ({
    name: item.value.name,
    patient: patientOf(loaded, item),
    expect: item.value.expect ?? {},
    raises: item.value.urgency ?? [],
    spares: item.value['no-urgency'] ?? [],
  }));
}

type Which = { every?: number; of?: readonly Target[]; only?: (mutant: Mutant) => boolean };

/** Tries every `every`-th mutant of the given kinds. */
export async function tryMutants(
  loaded: Loaded,
  { every = 1, of = targets, only = () => true }: Which = {},
): Promise<readonly Fate[]> {
  const [{ guideline }, examples] = [loaded, examplesOf(loaded)];
  const tried = mutants(guideline)
    .filter((mutant) => of.includes(mutant.of) && only(mutant))
    .filter((_, i) => i % every === 0);
  const [solver, fates, step]: [Awaited<ReturnType<typeof startSolver>>, Fate[], ReturnType<typeof steps>] = [
    await startSolver(),
    [],
    steps('mutants tried', tried.length),
  ];
  try {
    for (const mutant of tried) {
      fates.push(await fateOf(guideline, solver, examples, mutant));
      step();
    }
  } finally {
    solver.close();
    step.end();
  }
  return fates;
}

/** How many of the mutants that spoil somebody's advice were noticed. Harmless ones are left out: there is nothing to notice. */
export type KillRate = { of: Target; killed: number; survived: number; harmless: number };
export function killRates(fates: readonly Fate[]): readonly KillRate[] {
  return targets.map((of) => {
    const many = (fate: Fate['fate']): number =>
      fates.filter((one) => one.mutant.of === of && one.fate === fate).length;
    return { of, killed: many('killed'), survived: many('survived'), harmless: many('harmless') };
  });
}
/** Share killed among those that could be, from 0 to 1; 1 when there is none. */
export function shareKilled(rates: readonly KillRate[]): number {
  const [killed, survived] = [
    rates.reduce((sum, rate) => sum + rate.killed, 0),
    rates.reduce((sum, rate) => sum + rate.survived, 0),
  ];
  return killed + survived === 0 ? 1 : killed / (killed + survived);
}
