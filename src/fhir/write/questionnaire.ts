// SPDX-License-Identifier: Apache-2.0
// The facts as a Questionnaire, and what a person said as the answers to it.
import type {
  Extension,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
} from 'fhir/r4.js';
import type { Fact, FactId, Guideline, Patient } from '../../model/index.ts';
import { dontKnow, factSystem, optionSystem, questionnaireUrl } from '../own.ts';
import { person } from './element.ts';

const unitExtension = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit';
const minimum = 'http://hl7.org/fhir/StructureDefinition/minValue';
const maximum = 'http://hl7.org/fhir/StructureDefinition/maxValue';

/** Facts in the guideline's order, those of one group together where the first of them stands. */
function inGroups({ facts, groups }: Guideline): readonly { title: string; id: string; facts: readonly Fact[] }[] {
  const found = new Map<string, Fact[]>();
  for (const fact of Object.values(facts)) {
    const key = fact.group === undefined ? `fact ${fact.id}` : `group-${fact.group}`;
    if (found.get(key)?.push(fact) === undefined) found.set(key, [fact]);
  }
  return [...found].map(([id, members]) => {
    const group = members[0]?.group;
    return { id, title: group === undefined ? '' : (groups[group]?.question ?? group), facts: members };
  });
}

function question({ id, question: text, coding, value }: Fact): QuestionnaireItem {
  const common = {
    linkId: id,
    text,
    code: [{ system: factSystem, code: id }, ...coding.map(({ system, code }) => ({ system, code }))],
  };
  if (value.type === 'boolean') return { ...common, type: 'boolean' };
  if (value.type === 'code')
    return {
      ...common,
      type: 'choice',
      answerOption: value.options.map(({ code, label }) => ({
        valueCoding: { system: optionSystem, code, display: label },
      })),
    };
  const extension: Extension[] = [
    { url: unitExtension, valueCoding: { system: 'http://unitsofmeasure.org', code: value.unit } },
    { url: minimum, valueDecimal: value.min },
    { url: maximum, valueDecimal: value.max },
  ];
  return { ...common, type: 'decimal', extension };
}

/** Every fact of the guideline as a Questionnaire; facts that people answer together are one group. */
export function writeQuestionnaire(guideline: Guideline): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    id: 'facts',
    url: questionnaireUrl,
    version: guideline.version,
    status: 'active',
    title: guideline.title,
    subjectType: ['Patient'],
    item: inGroups(guideline).flatMap(({ id, title, facts }) =>
      title ? [{ linkId: id, type: 'group' as const, text: title, item: facts.map(question) }] : facts.map(question),
    ),
  };
}

function answer(
  { id, label, value }: Fact,
  given: boolean | string | number | undefined,
  unknown: ReadonlySet<FactId>,
): QuestionnaireResponseItem | undefined {
  const common = { linkId: id, text: label };
  if (given === undefined)
    return unknown.has(id)
      ? { ...common, answer: [{ valueCoding: { system: optionSystem, code: dontKnow, display: 'I don’t know' } }] }
      : undefined;
  if (typeof given === 'boolean') return { ...common, answer: [{ valueBoolean: given }] };
  if (typeof given === 'number') return { ...common, answer: [{ valueDecimal: given }] };
  const option = value.type === 'code' ? value.options.find(({ code }) => code === given) : undefined;
  return (
    option && {
      ...common,
      answer: [{ valueCoding: { system: optionSystem, code: option.code, display: option.label } }],
    }
  );
}

/** What was said, as answers to the Questionnaire of facts; `unknown` are the facts answered with "I don't know". */
export function writeAnswers(
  guideline: Guideline,
  facts: Patient,
  unknown: readonly FactId[],
  asOf: string,
): QuestionnaireResponse {
  const notKnown = new Set(unknown);
  const item = inGroups(guideline).flatMap(({ id, title, facts: members }): QuestionnaireResponseItem[] => {
    const answers = members
      .map((fact) => answer(fact, Object.hasOwn(facts, fact.id) ? facts[fact.id] : undefined, notKnown))
      .filter((each) => each !== undefined);
    return title && answers.length ? [{ linkId: id, text: title, item: answers }] : answers;
  });
  return {
    resourceType: 'QuestionnaireResponse',
    id: 'answers',
    questionnaire: questionnaireUrl,
    status: 'completed',
    subject: person,
    authored: asOf,
    ...(item.length ? { item } : {}),
  };
}
