// SPDX-License-Identifier: Apache-2.0
// What programs are told, in named and versioned shapes: the same on the command line, over HTTP and over MCP.
export { citedClaims, prepareSaid, type Said } from './said.ts';
export {
  claims,
  shapes,
  type SaidClaims,
  type SaidExplanation,
  type SaidGuidance,
  type SaidGuidanceBrief,
  type SaidQuestions,
} from './shape.ts';
