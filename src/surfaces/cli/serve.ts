// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareOwnMcp, withFixtures } from './mcp-content.ts';
import { loadCompiled, print, readArguments, Refusal, textOf } from './load.ts';

export const help = `heliotrope serve [--port 8080] [--host 127.0.0.1] [--log]
  The whole product on this machine: the web app, REST under /api (contract: /api/openapi.json), and MCP at /mcp.
  Nothing about a person is kept or logged. --log prints one line a request: method, path, status.
  Example: npx heliotrope serve --port 8080`;

const web = fileURLToPath(new URL('../../web', import.meta.url));

/** `heliotrope serve`: runs until it is told to stop; exit 2 when it cannot start. */
export async function serve(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = readArguments(args, { port: text, host: text, log: { type: 'boolean' } }, help);
  const [port, host] = [Number(textOf(values['port']) ?? '8080'), textOf(values['host']) ?? '127.0.0.1'];
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(`--port is a number from 0 to 65535.\n\n${help}`);
  if (!existsSync(web)) throw new Refusal('The web app has not been built. Run "npm run build" first.');
  const { createApp, listen } = await import('../server/index.ts');
  const mcp = { connect: await prepareOwnMcp(), hosts: [host], sessions: withFixtures() };
  const started = await listen(
    createApp({ guideline: loadCompiled().guideline, web, mcp, ...(values['log'] ? { log: print } : {}) }),
    port,
    host,
  );
  if (!started.ok) throw new Refusal(started.problem);
  print(
    `Heliotrope is at ${started.address} (Ctrl+C stops it).\nIt informs a decision; it does not prescribe. Your answers stay in your browser.`,
  );
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await started.stop();
  return 0;
}
