// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** What needs the machine to itself: a browser, a server, another engine. One file at a time, after everything else. */
const alone = [
  'test/e2e/**/*.test.ts',
  'test/mcp-*.test.ts',
  'test/integrate.test.ts',
  'test/workers.test.ts',
  'test/spark/**/*.test.ts',
  'test/trino/**/*.test.ts',
];
const shared = { testTimeout: 60_000, hookTimeout: 60_000, setupFiles: ['test/seed.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'code',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...alone, 'node_modules/**'],
        },
      },
      // A real browser on a busy machine may miss a beat; where nobody can look again, it may try once more.
      { test: { ...shared, name: 'alone', include: alone, fileParallelism: false, retry: process.env['CI'] ? 1 : 0 } },
    ],
  },
});
