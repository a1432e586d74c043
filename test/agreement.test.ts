// SPDX-License-Identifier: Apache-2.0
// Law 7: all interpreters agree on every condition and every partial patient. ANSWER, COUNT on two databases and side by side, our ELM and HL7's
// own translation of our CQL in cql-execution, and Z3. A fault planted in each shows that this suite can fail.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { prepareSample, seeded } from '../src/interpreters/count/index.ts';
import { startSolver, type Solver } from '../src/interpreters/prove/index.ts';
import { statuses, type Guideline, type Patient } from '../src/model/index.ts';
import { answerEngine, bitsEngine, cqlEngine, duckdbEngine, elmEngine, sqliteEngine, type Engine, type Said } from './agreement/engines.ts'; // prettier-ignore
import { z3Engine } from './agreement/z3.ts';
import { condition, guidelineOf, patientNear, smallGuideline, smallPatient } from './arbitraries.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline: real, cases, patients: base } = loaded;
const sample = <T>(arbitrary: fc.Arbitrary<T>, many: number, seed: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: many, seed });

/** Numbers as people and CQL write them: at most four decimals, where CQL has eight and a double has more. */
const written = (patient: Patient): Patient =>
  Object.fromEntries(
    Object.entries(patient).map(([id, value]) => [id, typeof value === 'number' ? Number(value.toFixed(4)) : value]),
  );

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.close());

/** Where two say something else of the same patient. */
function differences(one: readonly Said[], other: readonly Said[], patients: readonly Patient[]): readonly unknown[] {
  expect(other).toHaveLength(one.length);
  return one.flatMap((said, i) =>
    Object.entries(said).flatMap(([name, value]) =>
      other[i]?.[name] === value ? [] : [{ name, said: value, other: other[i]?.[name], patient: patients[i] }],
    ),
  );
}
const others: readonly { name: string; engine: (said: readonly Said[]) => Engine }[] = [
  { name: 'COUNT on SQLite', engine: () => sqliteEngine() },
  { name: 'COUNT on DuckDB', engine: () => duckdbEngine() },
  { name: 'COUNT of people side by side', engine: () => bitsEngine() },
  { name: 'our ELM in cql-execution', engine: () => elmEngine() },
  { name: "the reference translator's ELM of our CQL", engine: () => cqlEngine() },
  { name: 'Z3', engine: (said) => z3Engine(solver, said) },
];
async function agree(name: string, guideline: Guideline, patients: readonly Patient[]): Promise<void> {
  const said = await answerEngine()(guideline, patients);
  const other = others.find((one) => one.name === name)?.engine(said);
  if (!other) throw new Error(`There is no engine called ${name}.`);
  expect(differences(said, await other(guideline, patients), patients).slice(0, 3)).toEqual([]);
}

describe('All interpreters agree on every condition and every partial patient.', () => {
  const conditions = guidelineOf(sample(condition(), 90, 20261124));
  const somebody = sample(smallPatient, 60, 7);
  const guidelines = sample(smallGuideline, 20, 3);
  const draw = prepareSample(real, real.frequencies);
  const random = seeded(11);
  const healthy = base['healthy-adult-new-muscle']?.value.facts ?? {};
  const patients: readonly Patient[] = [
    {},
    ...cases.filter((_, i) => i % 40 === 0).map(({ value }) => ({ ...(value.like === undefined ? {} : base[value.like]?.value.facts), ...value.given })), // prettier-ignore
    ...sample(patientNear(real, healthy), 15, 5).map(written),
    ...Array.from({ length: 10 }, () => draw(random)),
  ];

  it('over conditions, patients and guidelines that show every truth and every status', async () => {
    const truths = (await answerEngine()(conditions, somebody)).flatMap((said) => Object.values(said));
    for (const truth of ['true', 'false', 'unknown'])
      expect(truths.filter((one) => one === truth).length).toBeGreaterThan(truths.length / 10);
    const all = (await Promise.all(guidelines.map((one) => answerEngine()(one, somebody)))).flat().flatMap((said) => Object.values(said)); // prettier-ignore
    for (const status of statuses) expect(all.filter((one) => one === status).length).toBeGreaterThan(20);
  });

  describe.each(others)('$name', ({ name }) => {
    it('on random conditions', () => agree(name, conditions, somebody));
    it('on random guidelines', async () => {
      for (const guideline of guidelines) await agree(name, guideline, somebody.slice(0, 25));
    }, 180_000);
    it('on the real guideline, over partial patients', () => agree(name, real, patients), 180_000);
  });
});

describe('a fault in any one interpreter is caught', () => {
  const guideline = guidelineOf(sample(condition(), 40, 5));
  const patients = sample(smallPatient, 60, 9);
  const everywhere = (from: string, to: string) => (text: string) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  };
  it.each<{ fault: string; engine: (said: readonly Said[]) => Engine }>([
    { fault: 'ANSWER takes what is not known for "no"', engine: () => answerEngine(true) },
    { fault: 'SQLite gets "at most" for "below"', engine: () => sqliteEngine(everywhere(' < ', ' <= ')) },
    { fault: 'DuckDB gets a sum that counts what cannot be there', engine: () => duckdbEngine(everywhere('WHEN NOT ', 'WHEN ')) }, // prettier-ignore
    { fault: 'people side by side get "at most" for "below"', engine: () => bitsEngine(everywhere(' < ', ' <= ')) },
    { fault: 'our ELM says "more than" for "at least"', engine: () => elmEngine(everywhere('"GreaterOrEqual"', '"Greater"')) }, // prettier-ignore
    { fault: 'our CQL leaves out a "not"', engine: () => cqlEngine(everywhere('(not ', '(')) },
    { fault: 'Z3 is told that every fact is known', engine: (said) => z3Engine(solver, said, (text) => text.replace(/\bk\d+\b/g, 'true')) }, // prettier-ignore
  ])('$fault', async ({ engine }) => {
    const said = await answerEngine()(guideline, patients);
    expect(differences(said, await engine(said)(guideline, patients), patients).length).toBeGreaterThan(0);
  });
});
