// SPDX-License-Identifier: Apache-2.0
// Vaccines, procedures and reports.
import { meaning } from '../codes/meaning.ts';
import { conditionWords, medicineWords, procedureCodes, vaccineCodes } from '../codes/lookup.ts';
import { namesIn } from '../codes/names.ts';
import { span } from '../day.ts';
import { asked, ignored, type Context, type Finding } from '../finding.ts';
import { object, objects, text, type Json } from '../json.ts';
import type { Located } from './bundle.ts';
import { coded, lookUp, plainCode, said, type Coded } from './coded.ts';
import { conditionMeanings } from './condition.ts';
import { readObservation } from './observation.ts';

/** An Immunization that was given, as an entry. Which vaccines are due is a question for a person's whole vaccine history. */
export function readImmunization({ asOf }: Context, { resource, at }: Located): readonly Finding[] {
  const [concept, status] = [coded(object(resource, 'vaccineCode')), plainCode(resource, 'status')];
  const name = said(concept);
  if (status !== 'completed') return [ignored(at, `${name}: not given (${status ?? 'no status'}).`)];
  if (lookUp(vaccineCodes(), concept).some(({ key }) => key === 'not-a-vaccine'))
    return [ignored(at, `${name}: an immunoglobulin, not a vaccine.`)];
  const on = span(text(resource, 'occurrenceDateTime'));
  if (!on || on.first !== on.last) return [ignored(at, `${name}: the day is not known.`)];
  if (on.first > asOf) return [ignored(at, `${name}: dated ${on.first}, after ${asOf}.`)];
  return [
    {
      kind: 'entry',
      from: at,
      entry: { kind: 'vaccine', id: `${at}:vaccine`, on: on.first, by: 'import', from: at, vaccine: name },
    },
  ];
}

/** A Procedure: it shows that something was done, and never by itself settles what the guideline asks. */
export function readProcedure(_context: Context, { resource, at }: Located): readonly Finding[] {
  const [concept, status] = [coded(object(resource, 'code')), plainCode(resource, 'status')];
  const name = said(concept);
  if (status !== 'completed') return [ignored(at, `${name}: not completed (${status ?? 'no status'}).`)];
  const facts = lookUp(procedureCodes(), concept).map(({ key }) => meaning(key).fact);
  if (!facts.length) return infusions(concept, at, name);
  return facts.map((fact) => asked(fact, at, name, 'It was done; the question asks for more than this.'));
}

const sinceInfusion: Readonly<Record<string, string>> = {
  ivig: 'months-since-ivig',
  rituximab: 'months-since-rituximab',
};
/** An infusion that is told as a procedure: when it was last given is worth asking, and only a list of medicines settles it. */
function infusions(concept: Coded, at: string, name: string): readonly Finding[] {
  const named = concept.words.flatMap((words) => namesIn(medicineWords(), words).map(({ key }) => sinceInfusion[key]));
  const facts = [...new Set(named)].filter((fact) => fact !== undefined);
  if (!facts.length) return [ignored(at, `No fact of the guideline asks about ${name}.`)];
  return facts.map((fact) => asked(fact, at, name, 'It is told as a procedure, without the medicine that was given.'));
}

const final = new Set(['final', 'amended', 'corrected', 'appended']);
/** No conclusion is read further than this. */
const longest = 2000;
/** What the words of a conclusion name, be it to affirm or to exclude: a reason to ask. */
function spoken(resource: Json, at: string): readonly Finding[] {
  const words = text(resource, 'conclusion')?.slice(0, longest);
  if (words === undefined) return [];
  const facts = new Set(namesIn(conditionWords(), words).map(({ key }) => meaning(key).fact));
  return [...facts].map((fact) =>
    asked(fact, at, words.slice(0, 80), 'The words of a report name it, to affirm or to exclude it: read the report.'),
  );
}

/** A DiagnosticReport: its contained results are read like any Observation; its conclusion is a reason to ask. */
export function readReport(context: Context, { resource, at, follow }: Located): readonly Finding[] {
  const name = said(coded(object(resource, 'code')));
  const status = plainCode(resource, 'status') ?? 'missing';
  if (!final.has(status)) return [ignored(at, `${name}: its status is ${status.slice(0, 40)}, not final.`)];
  const day = span(text(resource, 'effectiveDateTime') ?? text(object(resource, 'effectivePeriod'), 'start'));
  const inside = objects(resource, 'result').flatMap((reference) => {
    const address = text(reference, 'reference');
    const result = address?.startsWith('#') ? follow(address) : undefined;
    return result?.type === 'Observation' ? readObservation(context, result, day) : [];
  });
  const concluded = objects(resource, 'conclusionCode').flatMap((one) => {
    const concept = coded(one);
    return conditionMeanings(concept).meanings.map(({ fact }) =>
      asked(fact, at, said(concept), 'A report concludes it; a diagnosis says more.'),
    );
  });
  const all = [...inside, ...concluded, ...spoken(resource, at)];
  return all.length ? all : [ignored(at, `${name}: a report; its results are read one by one, its words are not.`)];
}
