// SPDX-License-Identifier: Apache-2.0
// Our own addresses in FHIR. Whoever publishes them puts their address in place of example.org.

export const base = 'https://example.org/heliotrope/fhir';
/** The guideline's facts as codes. */
export const factSystem = `${base}/CodeSystem/facts`;
/** The options of the facts that have options. */
export const optionSystem = `${base}/CodeSystem/options`;
/** Tests, symptoms, regions and measures of the record. */
export const recordSystem = `${base}/CodeSystem/record`;
export const interventionSystem = `${base}/CodeSystem/interventions`;
export const ruleSystem = `${base}/CodeSystem/rules`;
export const statusSystem = `${base}/CodeSystem/guidance-status`;
/** One entry of the record, whole, so that nothing is lost on the way back. */
export const entryExtension = `${base}/StructureDefinition/record-entry`;
/** The questionnaire that asks for every fact. */
export const questionnaireUrl = `${base}/Questionnaire/facts`;
export const guidelineUrl = `${base}/PlanDefinition/guideline`;
/** Facts to which the person said "I don't know". */
export const dontKnow = 'asked-unknown';
/** Marks what only says again what our own resources say. */
export const restatedSystem = `${base}/CodeSystem/marks`;
/** Why a clinician goes on although a card speaks against it. */
export const overrideSystem = `${base}/CodeSystem/override-reasons`;
