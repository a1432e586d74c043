// SPDX-License-Identifier: Apache-2.0
// What programs are told, in named and versioned shapes: the same on the command line, over HTTP and over MCP.
export { prepareSaid, type Said } from './said.ts';
export { shapes, type SaidExplanation, type SaidGuidance, type SaidQuestions } from './shape.ts';
