// SPDX-License-Identifier: Apache-2.0
// EXPORT: the guideline in languages others run: CQL, ELM, FHIR R4.
export { cqlLibrary, elmLibrary, libraryName } from './library.ts';
export { defaultBase, planDefinition } from './plan-definition.ts';
export { names } from './language.ts';
