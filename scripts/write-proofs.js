// SPDX-License-Identifier: Apache-2.0
// Part of the build: proves the guideline for the page that tells what was proved. Proofs of a guideline and program that did not change are kept.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../dist/surfaces/cli/full.js';
import { proveAll } from '../dist/surfaces/cli/proving.js';

const file = 'dist/proofs.json';
const loaded = load();
const provers = 'dist/interpreters/prove';
const digest = createHash('sha256')
  .update(JSON.stringify(loaded.guideline))
  .update(
    readdirSync(provers)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => readFileSync(join(provers, name), 'utf8'))
      .join('\n'),
  )
  .digest('hex');
const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
if (kept.digest === digest) process.stdout.write('proofs are those of this guideline\n');
else {
  const { report } = await proveAll(loaded);
  writeFileSync(file, JSON.stringify({ digest, on: new Date().toISOString().slice(0, 10), report }));
  process.stdout.write(`${report.proved} statements proved, ${report.refuted.length} refuted\n`);
}
