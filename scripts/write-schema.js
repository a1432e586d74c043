// SPDX-License-Identifier: Apache-2.0
// Part of the build: JSON Schemas for editors, from the very schemas that check the guideline; and of what programs are told.
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { linkedGuideline } from '../dist/authoring/linked-schema.js';
import * as schema from '../dist/authoring/schema.js';
import { shapes } from '../dist/surfaces/said/index.js';

const files = {
  fact: 'facts',
  definition: 'definitions',
  intervention: 'intervention',
  urgency: 'urgency',
  stage: 'pathway',
  scopeNote: 'scope',
  taken: 'taken',
  combination: 'combinations',
  wish: 'wishes',
  invariant: 'invariants',
  claim: 'claims',
  source: 'sources',
  guidelineCase: 'cases',
  patientFile: 'patient',
  group: 'groups',
  contradiction: 'contradictions',
};
const listed = new Set([
  'fact',
  'definition',
  'urgency',
  'stage',
  'scopeNote',
  'combination',
  'wish',
  'invariant',
  'claim',
  'source',
  'guidelineCase',
  'group',
  'contradiction',
]);
mkdirSync('dist/schema', { recursive: true });
for (const [name, file] of Object.entries(files))
  writeFileSync(
    `dist/schema/${file}.json`,
    JSON.stringify(
      z.toJSONSchema(listed.has(name) ? z.array(schema[name]) : schema[name], { unrepresentable: 'any' }),
      null,
      2,
    ),
  );

// What `export guideline` writes.
writeFileSync('dist/schema/guideline.json', JSON.stringify(z.toJSONSchema(linkedGuideline), null, 2));

mkdirSync('dist/schema/said', { recursive: true });
for (const [name, shape] of Object.entries(shapes))
  writeFileSync(
    `dist/schema/said/${name}.json`,
    JSON.stringify(z.toJSONSchema(shape, { unrepresentable: 'any' }), null, 2),
  );
