// SPDX-License-Identifier: Apache-2.0
// EXPLAIN: why, in plain English, with the source; and what would change it.
export { explain, explainRule, factsIn, onlyIf, scheduleWords, type Sentence } from './explain.ts';
export { whatIsLacking } from './hold.ts';
export { whatWouldChange, type Change } from './change.ts';
export { english, lineWords, saidValue, statusWords } from './phrases.ts';
