// SPDX-License-Identifier: Apache-2.0
// At a release: keeps what decides in the guideline, so that later changes in advice can be proved against it on any clone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { recordedShape } from '../dist/surfaces/cli/edition.js';
import { load } from '../dist/surfaces/cli/full.js';

const { guideline } = load();
const nothing = {
  claims: {},
  sources: {},
  invariants: [],
  stages: [],
  scope: [],
  wishes: [],
  frequencies: [],
  groups: {},
};
const interventions = Object.fromEntries(
  Object.entries(guideline.interventions).map(([id, { about: _about, ...rest }]) => [id, rest]),
);
const file = `guideline/released/${guideline.version}.json`;
mkdirSync('guideline/released', { recursive: true });
writeFileSync(file, JSON.stringify({ shape: recordedShape, guideline: { ...guideline, interventions, ...nothing } }));
process.stdout.write(`${file} written\n`);
