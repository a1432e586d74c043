// SPDX-License-Identifier: Apache-2.0
// The Model Context Protocol: tools and resources for assistants, the same over stdio (command line) and over HTTP (server).
// Every result carries its sources and says to discuss it with a clinician; nothing of a person is kept between two calls.
export { prepareMcp, type McpContent } from './server.ts';
export { toolsOf } from './tools/index.ts';
