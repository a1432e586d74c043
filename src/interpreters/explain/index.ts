// SPDX-License-Identifier: Apache-2.0
// EXPLAIN: why, in plain English, with the source; and what would change it.
export { explain, explainRule, factsIn, onlyIf, scheduleWords, type Sentence } from './explain.ts';
export { readingOf, ruleReading, type Reading, type RuleReading } from './reading.ts';
export { whatIsLacking } from './hold.ts';
export { whatWouldChange, type Change } from './change.ts';
export { english, lineWords, lowerFirst, saidValue, statusWords } from './phrases.ts';
