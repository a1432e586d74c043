// SPDX-License-Identifier: Apache-2.0
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { prepareOwnMcp } from './mcp-content.ts';
import { readArguments } from './load.ts';

export const help = `heliotrope mcp
  The Model Context Protocol over stdin and stdout, for an assistant on this machine: it starts this command itself.
  Tools: question, facts, answer, ask, explain, compare, plan, measure. Nothing is sent anywhere, nothing is kept.
  Configuration of a client: { "mcpServers": { "heliotrope": { "command": "npx", "args": ["heliotrope", "mcp"] } } }
  Example: npx heliotrope mcp`;

/** `heliotrope mcp`: runs until its input ends, or it is told to stop; exit 0. */
export async function mcp(args: readonly string[]): Promise<number> {
  readArguments(args, {}, help);
  const server = (await prepareOwnMcp())();
  const ended = new Promise<void>((stop) => {
    process.stdin.once('end', stop);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  return 0;
}
