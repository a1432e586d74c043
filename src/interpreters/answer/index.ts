// SPDX-License-Identifier: Apache-2.0
// ANSWER: what fits this person now, and what does not. Pure: a function of the guideline and the facts.
export { answer, goingOn, prepareAnswer } from './answer.ts';
export { prepareCircuit, type Circuit, type Gate } from './circuit.ts';
export { contradictionsIn, prepareContradictions, type Found } from './contradictions.ts';
export { decide } from './option.ts';
export { certaintyOf } from './order.ts';
export { compileDecision, type Decide } from './decision.ts';
export { compile, type Evaluate } from './trace.ts';
export * from './truth.ts';
