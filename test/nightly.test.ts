// SPDX-License-Identifier: Apache-2.0
// Law 7 over many people: `npm run nightly` draws 100,000 and compares everything that ANSWER, DuckDB and SQLite say of each, and
// what cql-execution says of one in a hundred, which takes as long as all the rest. Without that it only looks at a few.
import { expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { prepareSample, seeded } from '../src/interpreters/count/index.ts';
import type { Patient } from '../src/model/index.ts';
import {
  answerEngine,
  bitsEngine,
  duckdbEngine,
  elmEngine,
  sqliteEngine,
  type Engine,
  type Said,
} from './agreement/engines.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const many = Number(process.env['HELIOTROPE_NIGHTLY'] ?? 200);
const seed = Number(process.env['HELIOTROPE_SEED'] ?? 1);
const piece = 1000;

async function differences(engine: Engine, said: readonly Said[], patients: readonly Patient[]): Promise<unknown[]> {
  const other = await engine(guideline, patients);
  expect(other).toHaveLength(patients.length);
  return said.flatMap((one, i) =>
    Object.entries(one).flatMap(([name, value]) =>
      other[i]?.[name] === value ? [] : [{ name, said: value, other: other[i]?.[name], patient: patients[i] }],
    ),
  );
}

it(`${many} synthetic people are told the same by every reader of the real guideline`, { timeout: 12 * 3_600_000 }, async () => {
  const [draw, random] = [prepareSample(guideline, guideline.frequencies), seeded(seed)];
  for (let done = 0; done < many; done += piece) {
    const patients = Array.from({ length: Math.min(piece, many - done) }, () => draw(random));
    const said = await answerEngine()(guideline, patients);
    expect((await differences(duckdbEngine(), said, patients)).slice(0, 3)).toEqual([]);
    expect((await differences(bitsEngine(), said, patients)).slice(0, 3)).toEqual([]);
    expect((await differences(sqliteEngine(), said, patients)).slice(0, 3)).toEqual([]);
    const some = (_: unknown, i: number) => i % 100 === 0;
    expect((await differences(elmEngine(), said.filter(some), patients.filter(some))).slice(0, 3)).toEqual([]);
  }
}); // prettier-ignore
