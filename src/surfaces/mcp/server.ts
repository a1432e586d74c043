// SPDX-License-Identifier: Apache-2.0
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  type CallToolResult,
  type ReadResourceResult,
  type Resource as SaidResource,
  type ResourceTemplate,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { didYouMean } from '../../authoring/index.ts';
import type { McpContent } from './content.ts';
import { resourcesOf, templates } from './resources.ts';
import type { Told, Tool } from './tool.ts';
import { toolsOf } from './tools/index.ts';

export type { McpContent } from './content.ts';

const instructions =
  'Heliotrope reads one cited guideline for dermatomyositis. It informs and never prescribes: pass on the sources and the closing note with every answer, red flags first. Unknown is never no: leave out facts you do not know, and use "ask" to find what to ask. Do not add doses or advice of your own to an answer of these tools. If you translate or shorten an answer, keep every "not", "never" and "call", every number with its unit and how often it is taken, and what is still unknown; say that it is your translation, and give the English beside what is urgent.';

const result = (told: Told): CallToolResult => ({
  content: [{ type: 'text', text: told.text }],
  ...(told.ok ? { structuredContent: { ...told.said } } : { isError: true }),
});

/** A tool as the protocol lists it. Nothing here writes, and nothing reaches beyond this program. */
function listed({ name, title, description, input, output }: Tool) {
  const [inputSchema, outputSchema] = [z.toJSONSchema(input, { io: 'input' }), z.toJSONSchema(output)];
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' as const },
    outputSchema: { ...outputSchema, type: 'object' as const },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** What this server has of its own; the fixtures of the conformance suite are put beside it. */
export type Own = {
  tools: () => ReturnType<typeof listed>[];
  call: (name: string, given: unknown) => CallToolResult;
  resources: () => SaidResource[];
  templates: () => ResourceTemplate[];
  read: (uri: string) => ReadResourceResult;
  complete: (start: string, typed: string) => readonly string[];
};

/** The resources by their addresses. What does not exist is refused with the nearest name. */
function ownResources(content: McpContent): Omit<Own, 'tools' | 'call'> {
  const all = resourcesOf(content);
  return {
    resources: () =>
      [...all.values()].map(({ uri, name, title, description, mimeType }) => ({
        uri,
        name,
        title,
        description,
        mimeType,
      })),
    templates: () =>
      templates.map(({ kind, what }) => ({
        name: kind,
        title: what,
        description: `${what}, and its sources.`,
        uriTemplate: `heliotrope://${kind}/{id}`,
      })),
    read: (uri) => {
      const found = all.get(uri);
      if (found) return { contents: [{ uri, mimeType: found.mimeType, text: found.read() }] };
      const near = didYouMean(uri, all.keys());
      throw new McpError(ErrorCode.InvalidParams, `There is nothing at "${uri.slice(0, 100)}".${near}`);
    },
    complete: (start, typed) =>
      [...all.keys()].flatMap((uri) => (uri.startsWith(start + typed) ? [uri.slice(start.length)] : [])),
  };
}

function ownTools(content: McpContent): Pick<Own, 'tools' | 'call'> {
  const all = new Map(toolsOf(content).map((one) => [one.name, one]));
  const list = [...all.values()].map(listed);
  return {
    tools: () => list,
    call: (name, given) => {
      const found = all.get(name);
      if (found) return result(found.call(given));
      const near = didYouMean(name, all.keys());
      throw new McpError(ErrorCode.InvalidParams, `There is no tool "${name.slice(0, 100)}".${near}`);
    },
  };
}

function answerWith(server: Server, own: Own): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: own.tools() }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => own.call(params.name, params.arguments));
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: own.resources() }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: own.templates() }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => own.read(uri));
  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument } }) => {
    const known = ref.type === 'ref/resource' && argument.name === 'id';
    const found = known ? own.complete(ref.uri.replace('{id}', ''), argument.value) : [];
    return { completion: { values: found.slice(0, 100), total: found.length, hasMore: found.length > 100 } };
  });
}

/** Everything that does not change between two connections, made once; then one protocol server for each connection.
 *  `extend` may add to a server before it is connected. */
export function prepareMcp(content: McpContent, extend?: (server: Server, own: Own) => void): () => Server {
  const own: Own = { ...ownTools(content), ...ownResources(content) };
  return () => {
    const server = new Server(
      { name: 'heliotrope', title: 'Heliotrope', version: content.guideline.version },
      { capabilities: { tools: {}, resources: {}, completions: {} }, instructions },
    );
    answerWith(server, own);
    extend?.(server, own);
    return server;
  };
}
