// SPDX-License-Identifier: Apache-2.0
import type { Amount, Entry, Frequency } from '../../record/index.ts';
import { span } from '../day.ts';
import { asked, ignored, type Context, type Finding, type How } from '../finding.ts';
import { number, object, objects, text } from '../json.ts';
import type { Located } from './bundle.ts';
import { coded, said, type Coded } from './coded.ts';
import { dosages, routes, type Dosage } from './dosage.ts';
import { factsOf, interventionOf, recognise } from './medicine-list.ts';
import { useOf, type Use } from './medicine-use.ts';

/** A medicine of one resource, recognised, with what is said of its use. Several make up what the person takes: see taking.ts. */
export type MedicineUse = {
  groups: readonly string[];
  how: How;
  said: string;
  from: string;
  use: Use;
  doses: readonly Dosage[];
};

/** The medicine itself: its own concept, or the Medication it refers to, with that one's form and ingredients. */
function product({ resource, follow }: Located): { concept: Coded; words: readonly string[] } {
  const own = coded(object(resource, 'medicationCodeableConcept'));
  const reference = object(resource, 'medicationReference');
  if (reference === undefined) return { concept: own, words: [] };
  const medication = follow(text(reference, 'reference'))?.resource;
  const whole = coded(object(medication, 'code'));
  const parts = objects(medication, 'ingredient').map((each) => coded(object(each, 'itemCodeableConcept')));
  const named = [own, whole].some(({ codings, words }) => codings.length > 0 || words.length > 0);
  const display = text(reference, 'display');
  return {
    concept: {
      codings: [own, whole, ...(named ? [] : parts)].flatMap(({ codings }) => codings),
      words: [
        ...own.words,
        ...whole.words,
        ...(named || parts.length === 0 ? [] : parts.flatMap(({ words }) => words)),
        ...(display === undefined ? [] : [display]),
      ],
    },
    words: coded(object(medication, 'form')).words,
  };
}

/** Whether a resource names its medicine at all, in a code or in words, itself or by what it refers to in the Bundle. */
export function isNamed(located: Located): boolean {
  const { codings, words } = product(located).concept;
  return codings.length > 0 || words.length > 0;
}

/** Why a medicine cannot be told: all that is said of it is a reference to what is not in the Bundle. */
function unreached({ resource, follow }: Located, { codings, words }: Coded): string | undefined {
  const reference = text(object(resource, 'medicationReference'), 'reference');
  return codings.length || words.length || reference === undefined || follow(reference)
    ? undefined
    : `It is about ${reference.slice(0, 80)}, which is not in the Bundle, so which medicine it is cannot be told: look it up.`;
}

const instructions: Readonly<Record<string, string>> = {
  MedicationRequest: 'dosageInstruction',
  MedicationDispense: 'dosageInstruction',
  MedicationStatement: 'dosage',
  MedicationAdministration: 'dosage',
};

/** Reads one resource about a medicine: which it is, how it is used, and the doses. */
export function readMedicine(context: Context, located: Located): { finding: readonly Finding[]; use?: MedicineUse } {
  const { resource, type, at } = located;
  const { concept, words } = product(located);
  const gone = unreached(located, concept);
  if (gone !== undefined) return { finding: [ignored(at, gone)] };
  const name = said(concept);
  const use = useOf(context.asOf, type, resource);
  if ('ignored' in use) return { finding: [ignored(at, `${name}: ${use.ignored}`)] };
  const field = instructions[type] ?? 'dosage';
  const spoken = [...words, ...routes(resource, field)];
  for (const one of objects(resource, field)) {
    const instruction = text(one, 'text');
    if (instruction !== undefined) spoken.push(instruction);
  }
  const { groups, unsure, local, how } = recognise(concept, spoken);
  if (local) return { finding: [ignored(at, `${name}: for local use, or not the medicine it looks like.`)] };
  if (!groups.length && !unsure.length)
    return { finding: [ignored(at, `No fact of the guideline asks about ${name}.`)] };
  const questions = [
    ...questionsOf(
      context,
      unsure,
      at,
      name,
      'It is also sold for the skin, the eye or another place, and the record does not say which.',
    ),
    ...('asked' in use ? questionsOf(context, groups, at, name, use.asked) : []),
  ];
  if (!groups.length || 'asked' in use) return { finding: questions };
  const doses = dosages(resource, field, context.asOf, concept.words);
  return { finding: questions, use: { groups, how, said: name, from: at, use, doses } };
}

/** What to ask about medicines whose taking is not settled. */
const questionsOf = (
  { guideline }: Context,
  groups: readonly string[],
  at: string,
  name: string,
  reason: string,
): readonly Finding[] =>
  [...new Set(groups.flatMap((group) => factsOf(guideline, group).facts))].map((fact) => asked(fact, at, name, reason));

/** The whole dose on a day, of one resource: instructions of the same unit and rhythm add up. */
export function wholeDose(doses: readonly Dosage[]): { dose: Amount; frequency: Frequency } | undefined {
  const [first] = doses;
  if (!first?.amount || !first.frequency || doses.some(({ asNeeded }) => asNeeded)) return undefined;
  const { amount, frequency } = first;
  if (doses.length === 1) return { dose: amount, frequency };
  const same = doses.every(
    (one) =>
      one.amount?.unit === amount.unit
      && one.frequency?.times === 1
      && one.frequency.per === 'day'
      && one.frequency.every === undefined,
  );
  if (!same || frequency.per !== 'day') return undefined;
  const sum = doses.reduce((total, one) => total + (one.amount?.value ?? 0), 0);
  return { dose: { value: sum, unit: amount.unit }, frequency: { times: 1, per: 'day' } };
}

/** A MedicationAdministration that was completed, as the infusion or dose of that day. */
export function administered(
  { guideline }: Context,
  { resource }: Located,
  { groups, from, said: product }: MedicineUse,
): readonly Finding[] {
  const on = span(text(resource, 'effectiveDateTime') ?? text(object(resource, 'effectivePeriod'), 'start'))?.first;
  const quantity = object(resource, 'dosage', 'dose');
  const [value, unit] = [number(quantity, 'value'), text(quantity, 'code') ?? text(quantity, 'unit')];
  const intervention = groups.map((group) => interventionOf(guideline, group)).find((each) => each !== undefined);
  if (on === undefined || intervention === undefined || guideline.interventions[intervention]?.kind !== 'infusion')
    return [];
  if (value === undefined || unit === undefined) return [];
  const entry: Entry = {
    kind: 'infusion',
    id: `${from}:infusion`,
    on,
    by: 'import',
    from,
    intervention,
    dose: { value, unit },
    product,
  };
  return [{ kind: 'entry', entry, from }];
}
