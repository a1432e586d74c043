// SPDX-License-Identifier: Apache-2.0
// The language of the guideline: what a fact, a condition, a rule and guidance are. Imports nothing.
export * from './evidence.ts';
export * from './fact.ts';
export * from './unit.ts';
export * from './combination.ts';
export * from './condition.ts';
export * from './contradiction.ts';
export * from './guideline.ts';
export * from './empty.ts';
export * from './pathway.ts';
export * from './wish.ts';
export * from './guidance.ts';
export * from './frequency.ts';
export * from './representative.ts';
export * from './exercise.ts';
export * from './library.ts';
export * from './label.ts';
