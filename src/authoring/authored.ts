// SPDX-License-Identifier: Apache-2.0
import { relative } from 'node:path';
import type { Claim, Index } from '../model/index.ts';
import { index, items, type Item, type Report } from './collect.ts';
import type { Positioned } from './read.ts';
import * as schema from './schema.ts';

/** What the files of a guideline hold, by kind and id, each item with the place it is written at. */
export type Authored = {
  heading: Item<schema.Heading> | undefined;
  facts: Index<Item<schema.Fact>>;
  groups: Index<Item<schema.Group>>;
  definitions: Index<Item<schema.Definition>>;
  interventions: Index<Item<schema.Intervention>>;
  urgencies: Index<Item<schema.Urgency>>;
  invariants: Index<Item<schema.Invariant>>;
  stages: Index<Item<schema.Stage>>;
  scope: Index<Item<schema.ScopeNote>>;
  combinations: Index<Item<schema.Combination>>;
  /** What is said when a treatment that is taken is ruled out. */
  taken: Item<schema.Taken> | undefined;
  wishes: readonly Item<schema.Wish>[];
  claims: Index<Item<Claim>>;
  sources: Index<Item<schema.Source>>;
  contradictions: Index<Item<schema.Contradiction>>;
  frequencies: readonly Positioned[];
  /** Base patients, which cases start from. */
  patients: Index<Item<schema.BasePatient>>;
  cases: readonly Item<schema.Case>[];
};

/** Sorts the items of a guideline's folder by kind; what fits no schema is reported and left out. */
export function readAuthored(report: Report, folder: string, files: readonly Positioned[]): Authored {
  /** Files whose path inside the guideline starts so. */
  const under = (start: string) => files.filter(({ file }) => relative(folder, file).startsWith(start));
  const all = <T>(start: string, of: Parameters<typeof items<T>>[1]) =>
    under(start).flatMap((file) => items<T>(report, of, file));
  return {
    heading: all('guideline.yaml', schema.heading)[0],
    facts: index(report, all('facts/', schema.fact)),
    groups: index(report, all('groups.yaml', schema.group)),
    definitions: index(report, all('definitions/', schema.definition)),
    interventions: index(report, all('interventions/', schema.intervention)),
    urgencies: index(report, all('urgency.yaml', schema.urgency)),
    invariants: index(report, all('invariants.yaml', schema.invariant)),
    stages: index(report, all('pathway.yaml', schema.stage)),
    scope: index(report, all('scope.yaml', schema.scopeNote)),
    combinations: index(report, all('combinations.yaml', schema.combination)),
    taken: all<schema.Taken>('taken.yaml', schema.taken)[0],
    wishes: all('wishes.yaml', schema.wish),
    claims: index<Claim>(report, all('evidence/claims/', schema.claim)),
    sources: index(report, all('evidence/sources.yaml', schema.source)),
    contradictions: index(report, all('contradictions.yaml', schema.contradiction)),
    frequencies: under('evidence/frequencies.yaml'),
    patients: index(report, all('cases/patients.yaml', schema.basePatient)),
    cases: under('cases/')
      .filter(({ file }) => !file.endsWith('patients.yaml'))
      .flatMap((file) => items(report, schema.guidelineCase, file)),
  };
}
