// SPDX-License-Identifier: Apache-2.0
// Everything that is proved of a guideline, on two solvers side by side.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFile, readPatient, type Loaded } from '../../authoring/index.ts';
import { prepareAnswer } from '../../interpreters/answer/index.ts';
import {
  asksNoMore,
  decideProperty,
  interviewed,
  patientFile,
  properties,
  relationsOf,
  reportOf,
  standingOf,
  startSolver,
  type Property,
  type ProofReport,
  type Replay,
  type Solver,
  type Verdict,
} from '../../interpreters/prove/index.ts';
import type { Guideline, Patient } from '../../model/index.ts';
import { steps, type Steps } from './progress.ts';
import { patientOf } from './review/index.ts';

const examplesFolder = fileURLToPath(new URL('../../../examples', import.meta.url));

/** The example patients that this guideline can read, by name. Those that state facts it does not have are another guideline's. */
function examplePatients(guideline: Guideline): ReadonlyMap<string, Patient> {
  const found = new Map<string, Patient>();
  for (const name of readdirSync(examplesFolder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    const read = readPatient(guideline, readFile(join(examplesFolder, name)));
    if (read.ok) found.set(name.replace(/\.yaml$/, ''), read.patient);
  }
  return found;
}

/** Somebody of whom it is proved when asking may stop. */
type Example = { name: string; patient: Patient; asked?: number };
/** Two examples in whom ASK is carried through to its end: one at the start of treatment, one who has tried much. */
const askedThrough = ['newly-diagnosed', 'refractory'];

/** The examples as they are, and the two after every question. They answer as the guideline's own patients of its cases would. */
function standing({ guideline, patients }: Loaded): readonly Example[] {
  const examples = [...examplePatients(guideline)].map(([name, patient]) => ({ name, patient }));
  const answers: Patient = Object.assign(
    {},
    ...Object.values(patients)
      .map(({ value }) => value.facts)
      .reverse(),
  );
  const through = examples.filter(({ name }) => askedThrough.includes(name));
  return [...examples, ...through.map(({ name, patient }) => ({ name, ...interviewed(guideline, patient, answers) }))];
}

type Work = { guideline: Guideline; replay: Replay; step: Steps };

/** Decides properties one after another. ANSWER must see in every patient what the solver claims, or the encoding is wrong. */
async function decideAll(
  { guideline, replay, step }: Work,
  solver: Solver,
  all: readonly Property[],
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const property of all) {
    const verdict = await decideProperty(guideline, solver, replay, property);
    if (!verdict.replayed)
      throw new Error(
        `${property.id}: the solver and ANSWER disagree about this patient; the encoding is wrong.\n${patientFile(verdict.found?.patient ?? {})}`,
      );
    verdicts.push(verdict);
    step();
  }
  return verdicts;
}

const every = <T>(items: readonly T[], second: boolean): readonly T[] =>
  items.filter((_, i) => (i % 2 === 1) === second);

/** Proves everything of a checked guideline. The solvers' threads are ended whatever happens. */
export async function proveAll(loaded: Loaded): Promise<{ report: ProofReport; verdicts: readonly Verdict[] }> {
  const { guideline } = loaded;
  const replay = prepareAnswer(guideline);
  const examples = standing(loaded);
  const all = [
    ...properties(guideline),
    ...examples.flatMap(({ name, patient, asked }) =>
      asksNoMore(guideline, replay, asked === undefined ? name : `${name}-asked-through`, patient),
    ),
  ];
  const step = steps('proved', all.length);
  const solvers = await Promise.all([startSolver(), startSolver()]);
  try {
    const [first, second] = solvers;
    const work = { guideline, replay, step };
    const [odd, even] = await Promise.all([
      decideAll(work, first, every(all, false)),
      decideAll(work, second, every(all, true)),
    ]);
    const relations = await relationsOf(
      guideline,
      solvers,
      replay,
      loaded.cases.map((item) => patientOf(loaded, item)),
    );
    const order = new Map(all.map(({ id }, i) => [id, i]));
    const verdicts = [...odd, ...even].sort(
      (a, b) => (order.get(a.property.id) ?? 0) - (order.get(b.property.id) ?? 0),
    );
    const interviews = examples.map(({ patient, ...example }) => ({ ...example, ...standingOf(replay, patient) }));
    return { verdicts, report: reportOf(guideline, verdicts, relations, interviews) };
  } finally {
    step.end();
    for (const solver of solvers) solver.close();
  }
}
