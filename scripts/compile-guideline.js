// SPDX-License-Identifier: Apache-2.0
// Part of the build: compiles the guideline once, so that commands start fast. Problems are shown by `heliotrope check`.
import { ownGuideline } from '../dist/surfaces/cli/compile.js';
import { writeCompiled, writeCompiledLibrary, writeCompiledReadings } from '../dist/surfaces/cli/full.js';

const readings = new Map();
process.stdout.write(
  writeCompiled(ownGuideline, readings) ? 'guideline compiled\n' : 'guideline not compiled: run heliotrope check\n',
);

const wrong = writeCompiledLibrary(ownGuideline, readings);
writeCompiledReadings(readings);
if (wrong) {
  process.stderr.write(`${wrong}\n`);
  process.exitCode = 1;
}
