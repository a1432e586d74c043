// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { loadTrials } from '../../authoring/index.ts';
import { prepareMcp, type McpContent } from '../mcp/index.ts';
import { loadOwnLibrary } from './library.ts';
import { loadCompiled, loadExerciseLibrary, ownGuideline, today } from './load.ts';

/** Whether the fixtures of the conformance suite are served beside the tools: only when the environment says so at the start. */
export const withFixtures = (): boolean => process.env['HELIOTROPE_MCP_FIXTURES'] === '1';

/** What the tools and resources are made from, of the guideline that comes with the program. */
async function ownContent(): Promise<McpContent> {
  const loaded = await loadCompiled();
  return {
    guideline: loaded.guideline,
    library: await loadOwnLibrary(loaded),
    exercise: await loadExerciseLibrary(loaded),
    trials: loadTrials(join(ownGuideline, 'evidence', 'trials')).trials,
    today,
  };
}

/** Makes the protocol servers, one a connection. */
export async function prepareOwnMcp(): Promise<ReturnType<typeof prepareMcp>> {
  if (!withFixtures()) return prepareMcp(await ownContent());
  const { addFixtures } = await import('../mcp/fixtures/index.ts');
  return prepareMcp(await ownContent(), addFixtures);
}
