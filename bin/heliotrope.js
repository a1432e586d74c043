#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { main } from '../dist/surfaces/cli/index.js';

// A reader that closes the pipe early, such as `head`, has all it wanted: that is no failure.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
