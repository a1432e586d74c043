// SPDX-License-Identifier: Apache-2.0
// What Heliotrope itself wrote: facts by their own code, and whole entries of the record.
import type { Fact } from '../../model/index.ts';
import type { Span } from '../day.ts';
import { decode, isEntry } from '../entry.ts';
import { ignored, type Context, type Finding } from '../finding.ts';
import { number, object, objects, text, truth, type Json } from '../json.ts';
import { dontKnow, entryExtension, factSystem, questionnaireUrl } from '../own.ts';
import type { Entry } from '../../record/index.ts';
import type { Located } from './bundle.ts';
import { codeIn, coded, plainCode, type Coded } from './coded.ts';
import { allowed } from './settle.ts';
import { inUnit } from '../unit.ts';
import { span } from '../day.ts';

/** A fact's value as FHIR writes it under `value`: a boolean, a code, or a number in a unit. */
function valueOf({ value }: Fact, from: Json): unknown {
  if (value.type === 'boolean') return truth(from, 'valueBoolean');
  if (value.type === 'code') {
    const concept = object(from, 'valueCodeableConcept') ?? object(from, 'valueCoding');
    return coded(concept)
      .codings.map(({ code }) => code)
      .find((code) => value.options.some((option) => option.code === code));
  }
  const quantity = object(from, 'valueQuantity');
  const unit = text(quantity, 'code') ?? text(quantity, 'unit');
  const amount = number(quantity, 'value');
  if (amount !== undefined) return unit === undefined ? undefined : inUnit(amount, unit, value.unit);
  return number(from, 'valueDecimal') ?? number(from, 'valueInteger');
}

/** A fact said under its own code, as a finding. Absent when the fact is another's; a value the guideline does not allow is
 *  ignored, with the reason. */
function own({ guideline }: Context, id: string, from: Json, on: string | undefined, at: string): Finding {
  const fact = Object.hasOwn(guideline.facts, id) ? guideline.facts[id] : undefined;
  if (!fact) return ignored(at, `The guideline has no fact "${id.slice(0, 80)}".`);
  const value = valueOf(fact, from);
  if (!allowed(fact, value)) return ignored(at, `${fact.label}: the answer is not one that the fact can have.`);
  return {
    kind: 'found',
    fact: id,
    value,
    from: at,
    said: fact.label,
    how: 'own',
    ...(on === undefined ? {} : { on }),
  };
}

/** An Observation whose code is a fact of the guideline. */
export function readOwn(
  context: Context,
  { observation, concept, day, at }: { observation: Json; concept: Coded; day: Span | undefined; at: string },
): readonly Finding[] | undefined {
  const id = codeIn(concept, factSystem);
  if (id === undefined) return undefined;
  if (object(observation, 'dataAbsentReason')) return [ignored(at, `${id}: asked, and not known.`)];
  return [own(context, id, observation, day?.first, at)];
}

const usable = new Set(['completed', 'amended', 'in-progress', 'stopped']);
/** Every item, also those inside groups and answers, to a depth no questionnaire has. */
function items(from: Json, depth = 0): readonly Json[] {
  if (depth > 12) return [];
  return objects(from, 'item').flatMap((item) => [
    item,
    ...items(item, depth + 1),
    ...objects(item, 'answer').flatMap((answer) => items(answer, depth + 1)),
  ]);
}

/** A QuestionnaireResponse to our own questionnaire; another's questions are not guessed at. */
export function readAnswers(context: Context, { resource, at }: Located): readonly Finding[] {
  const [which, status] = [text(resource, 'questionnaire')?.split('|')[0], plainCode(resource, 'status') ?? 'missing'];
  if (which !== questionnaireUrl) return [ignored(at, 'Answers to a questionnaire that is not known here.')];
  if (!usable.has(status)) return [ignored(at, `The answers’ status is ${status.slice(0, 40)}.`)];
  const on = span(text(resource, 'authored'))?.first;
  return items(resource).flatMap((item): readonly Finding[] => {
    const [id, answer] = [text(item, 'linkId'), objects(item, 'answer')[0]];
    if (id === undefined || !answer) return [];
    if (text(object(answer, 'valueCoding'), 'code') === dontKnow)
      return Object.hasOwn(context.guideline.facts, id) ? [{ kind: 'unknown', fact: id }] : [];
    return [own(context, id, answer, on, at)];
  });
}

/** The entry of the record that a resource carries, where it is one of ours. */
export function readEntry({ guideline }: Context, resource: Json): Entry | undefined {
  const extension = objects(resource, 'extension').find((each) => text(each, 'url') === entryExtension);
  const entry = extension && decode(extension);
  if (!isEntry(entry)) return undefined;
  if (entry.kind !== 'fact') return entry;
  const fact = Object.hasOwn(guideline.facts, entry.fact) ? guideline.facts[entry.fact] : undefined;
  return fact && allowed(fact, entry.value) ? entry : undefined;
}
