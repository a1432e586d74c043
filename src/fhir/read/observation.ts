// SPDX-License-Identifier: Apache-2.0
import { systems, testCodes, testWords, unreadCodes } from '../codes/lookup.ts';
import { namesIn } from '../codes/names.ts';
import { span, type Span } from '../day.ts';
import { asked, ignored, type Context, type Finding, type How } from '../finding.ts';
import { number, object, objects, text, type Json } from '../json.ts';
import type { Located } from './bundle.ts';
import { codeIn, coded, lookUp, plainCode, said, type Coded } from './coded.ts';
import { conditionMeanings } from './condition.ts';
import { laboratoryEntry, readKept } from './kept.ts';
import { readOwn } from './own.ts';
import { measured, readResult, ways, type Way } from './result.ts';

const final = new Set(['final', 'amended', 'corrected']);

/** An Observation or one of its components, with what its code says, its day, and its resource. */
export type Seen = { observation: Json; concept: Coded; day: Span | undefined; at: string };
type Test = { fact: string; way: Way; how: How };
const asWay = (word: string | undefined): Way | undefined => ways.find((way) => way === word);
const rows = new Map<string, Test | undefined>();
/** A row of the table of codes: its fact, and how its result is read. Each row is read once. */
function testOf(row: string): Test | undefined {
  if (rows.has(row)) return rows.get(row);
  const [fact = '', word] = row.split(' ');
  const way = asWay(word);
  const test: Test | undefined = way && { fact, way, how: 'code' };
  rows.set(row, test);
  return test;
}

/** How a test known only by its words is read: as its fact's own kind asks. */
const wordWays: Readonly<Record<string, Way>> = {
  'creatine-kinase-times-upper-limit': 'times-upper-limit',
  'alt-times-upper-limit': 'times-upper-limit',
  'ggt-raised': 'raised',
  'troponin-raised': 'raised',
  'low-igg': 'low',
  'iga-status': 'normal-only',
  tuberculosis: 'tuberculosis-test',
  tpmt: 'metaboliser',
  nudt15: 'metaboliser',
  'antisynthetase-antibody': 'one-of-several',
  'anti-overlap': 'one-of-several',
};

/** Which test a concept names: by LOINC, and by words only where no LOINC code stands. */
function testsOf({ guideline }: Context, concept: Coded): readonly Test[] {
  const byCode: Test[] = [];
  for (const { key } of lookUp(testCodes(), concept)) {
    const test = testOf(key);
    if (test) byCode.push(test);
  }
  if (byCode.length || codeIn(concept, systems.loinc) !== undefined) return byCode;
  const named = new Set(concept.words.flatMap((words) => namesIn(testWords(), words).map(({ key }) => key)));
  if (named.size !== 1) return [];
  return [...named].map((fact) => {
    const boolean = guideline.facts[fact]?.value.type === 'boolean';
    return { fact, way: wordWays[fact] ?? (boolean ? 'presence' : 'quantity'), how: 'text' };
  });
}

const shown = (observation: Json): string => {
  const quantity = object(observation, 'valueQuantity');
  const [value, unit] = [number(quantity, 'value'), text(quantity, 'unit') ?? text(quantity, 'code')];
  if (value !== undefined)
    return `${text(quantity, 'comparator') ?? ''}${value}${unit === undefined ? '' : ` ${unit}`}`;
  const concept = object(observation, 'valueCodeableConcept');
  return concept ? said(coded(concept)) : (text(observation, 'valueString') ?? '').slice(0, 80);
};

function readTest(
  { guideline }: Context,
  { fact: id, way, how }: Test,
  { observation, concept, day, at }: Seen,
): Finding {
  const fact = guideline.facts[id];
  const words = `${said(concept)} ${shown(observation)}`.trim();
  if (!fact) return ignored(at, `No fact of the guideline asks about ${words}.`);
  const result = readResult(way, observation, fact.value.type === 'quantity' ? fact.value.unit : '1', id);
  if ('ignore' in result) return ignored(at, `${words}: ${result.ignore}.`);
  if ('ask' in result) return asked(id, at, words, `In the record, ${result.ask}.`);
  const { value, within, measured } = result;
  if (within !== undefined && !day) return asked(id, at, words, 'It is recorded without a date.');
  return {
    kind: 'found',
    fact: id,
    value,
    from: at,
    said: words,
    how: way === 'times-upper-limit' ? 'worked-out' : how,
    ...(day ? { on: day.first } : {}),
    ...(within === undefined ? {} : { within }),
    ...(measured && day ? { entry: laboratoryEntry(id, measured, day.first, at) } : {}),
  };
}

const againstLimit: ReadonlySet<Way> = new Set(['times-upper-limit', 'raised', 'low']);
/** A number that its laboratory gave no limits for: it settles nothing, and belongs in the record all the same. */
function bare({ fact, way }: Test, { observation, day, at }: Seen): readonly Finding[] {
  if (!againstLimit.has(way) || !day || day.first !== day.last) return [];
  const number = measured(observation);
  if ('ignore' in number) return [];
  if (number.upperLimit !== undefined || number.lowerLimit !== undefined) return [];
  return [{ kind: 'entry', from: at, entry: laboratoryEntry(fact, number, day.first, at) }];
}

/** A finding observed rather than diagnosed, such as breathlessness at rest: code or value says what. A finding that is "absent"
 *  or has another value of its own is left alone. */
function observedCondition(observation: Json, at: string): readonly Finding[] {
  const value = object(observation, 'valueCodeableConcept');
  const { meanings } = conditionMeanings({ ...coded(value), words: [] });
  return meanings.map(({ fact }) =>
    asked(fact, at, said(coded(value)), 'It was observed, and is not on a list of diagnoses.'),
  );
}

function readOne(context: Context, seen: Seen): readonly Finding[] {
  const { observation, concept, day, at } = seen;
  const own = readOwn(context, seen);
  if (own) return own;
  const absent = object(observation, 'dataAbsentReason');
  const name = said(concept);
  if (absent) return [ignored(at, `${name}: there is no value (${said(coded(absent))}).`)];
  const tests = testsOf(context, concept);
  if (tests.length) {
    const found: Finding[] = [];
    for (const test of tests) found.push(readTest(context, test, seen), ...bare(test, seen));
    return found;
  }
  const kept = readKept(concept, observation, day, at, name);
  if (kept) return [kept];
  const reason = lookUp(unreadCodes(), concept)[0]?.key;
  if (reason !== undefined) return [ignored(at, `${name}: ${reason}.`)];
  const conditions = observedCondition(observation, at);
  return conditions.length ? conditions : [ignored(at, `No fact of the guideline asks about ${name}.`)];
}

/** An Observation, with each of its components. What is preliminary, cancelled, wrong, or about something else than the person
 *  says nothing. `fallback`: the day of the report it belongs to. */
export function readObservation(context: Context, { resource, at }: Located, fallback?: Span): readonly Finding[] {
  const concept = coded(object(resource, 'code'));
  const name = said(concept);
  const status = plainCode(resource, 'status') ?? 'missing';
  if (!final.has(status)) return [ignored(at, `${name}: its status is ${status.slice(0, 40)}, not final.`)];
  if (objects(resource, 'focus').length)
    return [ignored(at, `${name}: it is about somebody or something else than the person.`)];
  const period = object(resource, 'effectivePeriod');
  const written =
    text(resource, 'effectiveDateTime')
    ?? text(resource, 'effectiveInstant')
    ?? text(period, 'end')
    ?? text(period, 'start');
  const day = span(written) ?? fallback ?? (written === undefined ? span(text(resource, 'issued')) : undefined);
  const components = objects(resource, 'component');
  const hasValue = Object.keys(resource).some((key) => key.startsWith('value'));
  const parts: Finding[] = [];
  for (const observation of components)
    parts.push(...readOne(context, { observation, concept: coded(object(observation, 'code')), day, at }));
  if (components.length && !hasValue) return parts;
  if (!hasValue && objects(resource, 'hasMember').length && !object(resource, 'dataAbsentReason'))
    return [ignored(at, `${name}: a panel; its members are read one by one.`)];
  return [...readOne(context, { observation: resource, concept, day, at }), ...parts];
}
