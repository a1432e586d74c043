// SPDX-License-Identifier: Apache-2.0
import { relative } from 'node:path';
import type { Report } from './collect.ts';
import { didYouMean } from './diagnostic.ts';
import type { Positioned } from './read.ts';

/** Where something in a guideline's folder is read from. A file anywhere else would silently count for nothing. */
const places: readonly string[] = [
  'articles/',
  'cases/',
  'combinations.yaml',
  'contradictions.yaml',
  'definitions/',
  'evidence/claims/',
  'evidence/disagreements.yaml',
  'evidence/frequencies.yaml',
  'evidence/sources.yaml',
  'evidence/trials/',
  'exercise/',
  'facts/',
  'glossary.yaml',
  'groups.yaml',
  'guideline.yaml',
  'interventions/',
  'invariants.yaml',
  'left-out.yaml',
  'pathway.yaml',
  'questions/',
  'released/',
  'scope.yaml',
  'taken.yaml',
  'urgency.yaml',
  'wishes.yaml',
];

/** Says of every file that stands where nothing is read from, and which place was perhaps meant. */
export function checkPlaces(report: Report, folder: string, files: readonly Positioned[]): void {
  for (const file of files) {
    const path = relative(folder, file.file);
    if (path === '' || places.some((place) => path.startsWith(place))) continue;
    const meant = didYouMean(path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : path, places);
    report(file, [], 'unread-file', `Nothing is read from "${path}", so what it says would count for nothing.${meant}`);
  }
}
