// SPDX-License-Identifier: Apache-2.0
// npm run mutations [-- --every N] [--of contraindication,...] [--json]: see src/surfaces/cli/mutate.ts.
import { help, mutate } from '../dist/surfaces/cli/mutate.js';
import { Refusal } from '../dist/surfaces/cli/refusal.js';

const args = process.argv.slice(2);
try {
  if (args.includes('--help')) process.stdout.write(`${help}\n`);
  else process.exitCode = await mutate(args);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}
