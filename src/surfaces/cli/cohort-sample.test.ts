// SPDX-License-Identifier: Apache-2.0
// A cohort to try out: nobody who counts it sees an empty count where somebody could be in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { openCohort, type Counts } from '../../interpreters/count/engine.ts';
import { levels, statuses, type InterventionId, type Status } from '../../model/index.ts';
import { cohortSample } from './cohort-sample.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;

/** Statuses that the rules of an intervention can give at all: nobody is recommended what no strong rule is for. */
function possible(intervention: InterventionId): readonly Status[] {
  const rules = guideline.rules.filter((rule) => rule.intervention === intervention);
  const recommends = rules.flatMap((rule) => (rule.kind === 'recommendation' ? [rule] : []));
  const isFor = recommends.filter(({ direction }) => direction === 'for');
  return statuses.filter((status) => {
    if (status === 'contraindicated') return rules.some(({ kind }) => kind === 'contraindication');
    if (status === 'recommended') return isFor.some(({ strength }) => strength === 'strong');
    if (status === 'suggested') return isFor.some(({ strength }) => strength === 'conditional');
    if (status === 'undetermined') return isFor.length > 0;
    return status === 'not-indicated' || (isFor.length > 0 && recommends.length > isFor.length);
  });
}

describe('20,000 people of cohort-sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-sample-'));
  let counts: Counts;
  beforeAll(async () => {
    const file = join(folder, 'cohort.csv');
    await cohortSample(['20000', '--seed', '1', '--out', file]);
    const cohort = await openCohort(guideline, [file]);
    counts = await cohort.counts();
    cohort.close();
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are all read and counted', () =>
    expect({ people: counts.people, bad: counts.badLines }).toEqual({ people: 20_000, bad: 0 }));
  it('have everybody in one status of each intervention', () => {
    for (const of of Object.values(counts.statuses))
      expect(Object.values(of).reduce((sum, each) => sum + each, 0)).toBe(20_000);
  });
  it('leave no status empty that the rules of an intervention can give', () => {
    const empty = Object.entries(counts.statuses).flatMap(([id, of]) =>
      possible(id).flatMap((status) => (of[status] === 0 ? [`${id} ${status}`] : [])),
    );
    // Whoever nintedanib is advised against is also ruled out by a rule of its own (nev-060), which comes first.
    expect(empty).toEqual(['nintedanib advised-against']);
  });
  it('raise every red flag, and so every level of urgency', () => {
    expect(Object.entries(counts.urgencies).filter(([, flag]) => flag.true === 0)).toEqual([]);
    expect(new Set(Object.values(counts.urgencies).map(({ level }) => level))).toEqual(new Set(levels));
  });
});
