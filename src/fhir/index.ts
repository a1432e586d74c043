// SPDX-License-Identifier: Apache-2.0
// FHIR R4 in and out: a Bundle of one person becomes dated entries and facts, each with where it came from; a visit becomes a
// Bundle, and comes back unchanged. What is read from where is in docs/fhir.md.
export type { Asked, Conflict, Found, How, Ignored, Reading } from './finding.ts';
export { looksLikeFhir, parseFhir, type Parsed } from './read/parse.ts';
export { recordsOf, type PersonRecord } from './read/people.ts';
export { readBundle, type ReadBundle } from './read/read.ts';
export { readOrders, type Order, type ReadOrders } from './read/order.ts';
export { sourcesOf, type FactSource } from './source.ts';
export { writeVisit, type Visit } from './write/visit.ts';
export { writeGuidanceResponse, writeRequestGroup } from './write/guidance.ts';
export { writeAnswers, writeQuestionnaire } from './write/questionnaire.ts';
export {
  base as fhirBase,
  factSystem,
  guidelineUrl,
  interventionSystem,
  optionSystem,
  overrideSystem,
  questionnaireUrl,
} from './own.ts';
