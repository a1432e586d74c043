// SPDX-License-Identifier: Apache-2.0
// From what every resource said to what holds on the day.
import { derive, testName, type Day, type Derived, type Entry } from '../../record/index.ts';
import type { FactId, Patient } from '../../model/index.ts';
import type { Context, Finding, Found, Ignored, Reading } from '../finding.ts';
import type { MedicineUse } from './medicine.ts';
import { allowed, plain, settle } from './settle.ts';
import { distinct, sorted, type Kind, type Sorted } from './sorted.ts';
import { readTaking } from './taking.ts';

export type Read = { findings: readonly Finding[]; use?: MedicineUse };
type FoundFinding = Extract<Finding, { kind: 'found' }>;

/** What was found, as an entry: the measurement where there is one, otherwise the fact as it was learnt. Our own answers,
 *  and facts worked out on the day (an age, months since), hold for that day: they are facts and no entries. */
function entryOf({ entry, fact, value, on, from, how }: FoundFinding, asOf: Day): Entry | undefined {
  if (entry) return entry;
  if (how === 'own' || (how === 'worked-out' && on === asOf)) return undefined;
  return { kind: 'fact', id: `${from}:${fact}`, on: on ?? asOf, by: 'import', from, fact, value };
}

/** What an entry says, without its name and where it comes from. The two kinds that nearly every entry is are written out, because
 *  writing JSON takes several times as long. */
function content(entry: Entry, own: boolean): string {
  if (entry.kind === 'fact' && !own) return `${entry.on} ${entry.fact} ${typeof entry.value} ${entry.value}`;
  if (entry.kind === 'laboratory' && !own)
    return `${entry.on} ${entry.test} ${entry.value} ${entry.lowerLimit} ${entry.upperLimit} ${entry.unit}`;
  const { id, from: _from, ...rest } = entry;
  return `${own ? id : ''} ${JSON.stringify(rest)}`;
}

/** Every entry once: two that say the same of the same day are one, however often other systems repeat it. Ours stay as they are. */
function unique(entries: readonly Entry[], ours: ReadonlySet<string>): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const key = content(entry, ours.has(entry.id));
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** What an imported record may settle by being reckoned with. A list of medicines is rarely the whole history, so where in
 *  treatment somebody is, and how it went, is not reckoned from it. */
const reckoned = new Set([
  'egfr',
  'glucocorticoid-weeks',
  'glucocorticoid-within-year',
  'stopped-immunosuppressant-within-3-months',
  'months-since-ivig',
  'months-since-rituximab',
]);

/** How a number was worked out that no laboratory reported. */
const notes: Readonly<Record<string, string>> = {
  egfr: 'Worked out from creatinine, age and sex (CKD-EPI 2021); the laboratory did not report it.',
};

/** Whether reckoning with an entry could give a fact that is not known yet. Medicines, infusions and kidney results can, a
 *  creatinine also where a kidney function is known that is older; facts and results of other kinds say themselves. Whatever is not
 *  surely idle counts. */
function couldFollow(entry: Entry, known: ReadonlySet<string>): boolean {
  if (entry.kind === 'fact') return reckoned.has(entry.fact) && !known.has(entry.fact);
  if (entry.kind !== 'laboratory') return true;
  const test = testName(entry.test);
  return test === 'creatinine' || (test === 'egfr' && !known.has('egfr'));
}

/** Facts that follow from the entries together, and were in no resource by themselves. */
function following(
  { patient, provenance }: Derived,
  entries: readonly Entry[],
  ours: ReadonlySet<string>,
  complete: boolean,
): readonly Found[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return Object.entries(patient).flatMap(([fact, value]): readonly Found[] => {
    const known = provenance[fact];
    const from = known?.entries[0];
    if (!known || from === undefined) return [];
    const own = known.entries.every((id) => ours.has(id));
    // What an import said of a fact itself was settled above: there it may have been left out, as one without a date is.
    if (own ? complete : !reckoned.has(fact) || known.from !== 'derived') return [];
    const note = notes[fact];
    return [
      {
        fact,
        value,
        on: known.on,
        from: byId.get(from)?.from ?? from,
        said: known.how.replace(/\.$/, ''),
        how: 'worked-out',
        ...(note !== undefined && !known.how.toLowerCase().startsWith(fact) ? { note } : {}),
      },
    ];
  });
}

/** Our own answers: what was said, and the day. */
type Answers = { facts: Patient; on: Day };
function answersIn(found: readonly FoundFinding[], asOf: Day): Answers {
  const answers = found.filter(({ how, own, on }) => how === 'own' && !own && on !== undefined && on <= asOf);
  const on = answers.reduce((latest, one) => (one.on !== undefined && one.on > latest ? one.on : latest), '');
  const last = answers.filter((one) => one.on === on);
  return { on: on === '' ? asOf : on, facts: Object.fromEntries(last.map(({ fact, value }) => [fact, value])) };
}

/** Our own answers with the age on the day, which is no entry: a kidney function is worked out with it. */
function withAge(answers: Answers, facts: readonly FoundFinding[], asOf: Day): Answers {
  const age = facts.find(({ fact, on }) => fact === 'age' && on === asOf);
  return age && answers.on === asOf ? { ...answers, facts: { age: age.value, ...answers.facts } } : answers;
}

/** Entries that a later one of ours took back. */
function takenBack({ entry: told, found }: Sorted): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { entry } of [...told, ...found]) {
    if (entry?.replaces !== undefined) gone.add(entry.replaces);
    if (entry?.kind === 'withdrawal') gone.add(entry.of);
  }
  return gone;
}

/** The facts, entries, reasons and conflicts of a whole record. */
export function gather(context: Context, reads: readonly Read[]): Reading {
  const { guideline, asOf } = context;
  const uses: MedicineUse[] = [];
  for (const { use } of reads) if (use) uses.push(use);
  const taking = readTaking(context, uses);
  const findings = sorted(reads, taking.findings);
  const { found: said } = findings;
  const gone = takenBack(findings);
  // Another system may mark an entry of ours as wrong; then it is gone, unless our own record tells of its being taken back.
  const told = findings.entry.filter(({ wrong, entry }) => !wrong || gone.has(entry.id));
  const answers = answersIn(said, asOf);
  // Our answers of the very day were given with our entries in sight, so nothing is worked out from those again.
  const complete = answers.on === asOf && Object.keys(answers.facts).length > 0;
  const unsettled = new Set(taking.conflicts.map(({ fact }) => fact));
  const settled = settle(
    context,
    said.filter(
      ({ fact, entry, own }) =>
        !unsettled.has(fact) && !(own && complete) && !(entry !== undefined && gone.has(entry.id)),
    ),
  );
  const conflicts = [...taking.conflicts, ...settled.conflicts];
  const ours = new Set<string>();
  for (const { own, entry } of [...told, ...said]) if (own && entry) ours.add(entry.id);
  const entries = entriesOf(context, told, said, ours);
  const known = new Set([...settled.facts, ...conflicts].map(({ fact }) => fact));
  const needed =
    Object.keys(answers.facts).length > 0 || ours.size > 0 || entries.some((entry) => couldFollow(entry, known));
  const derived = needed ? derive(guideline, entries, asOf, withAge(answers, settled.facts, asOf)) : undefined;
  const follows = derived ? following(derived, entries, ours, complete) : [];
  const newer = new Set(
    follows.length ? settled.facts.filter((one) => isOlder(one, follows)).map(({ fact }) => fact) : [],
  );
  const kept = settled.facts.filter(({ fact }) => !newer.has(fact)).map(plain);
  const all = [
    ...(derived ? kept.map((one) => onTheDay(one, derived)) : kept),
    ...follows.filter(({ fact }) => newer.has(fact) || !known.has(fact)),
  ];
  const older = settled.facts.filter(({ fact }) => newer.has(fact)).map(superseded);
  return { asOf, entries, conflicts, ...outcome(findings, [...settled.ignored, ...older], all) };
}

/** Whether an imported kidney function is older than the creatinine from which a newer one is worked out. */
const isOlder = ({ fact, on, own }: FoundFinding, follows: readonly Found[]): boolean =>
  fact === 'egfr' && own !== true && follows.some((one) => one.fact === fact && (one.on ?? '') > (on ?? ''));
const superseded = ({ from, said, on }: FoundFinding): Ignored => ({
  resource: from,
  reason: `${said} of ${on ?? 'no date'}: there is a newer one.`,
});

/** A number of ours that goes on by itself, such as an age, on the day asked about. */
function onTheDay(found: Found, { patient, provenance }: Derived): Found {
  const value = patient[found.fact];
  return found.how === 'own' && provenance[found.fact]?.from === 'typed' && value !== undefined
    ? { ...found, value }
    : found;
}

function entriesOf(
  { guideline, asOf }: Context,
  told: readonly Kind<'entry'>[],
  said: readonly FoundFinding[],
  ours: ReadonlySet<string>,
): readonly Entry[] {
  const all = told.map(({ entry }) => entry);
  for (const one of said) {
    const { fact: id, value, on, own } = one;
    const fact = Object.hasOwn(guideline.facts, id) ? guideline.facts[id] : undefined;
    const entry = fact && allowed(fact, value) ? entryOf(one, asOf) : undefined;
    if (entry && (own === true || on === undefined || on <= asOf)) all.push(entry);
  }
  return unique(all, ours);
}

const ignoredOf = ({ resource, reason, tooOldFor }: Ignored): Ignored =>
  tooOldFor === undefined ? { resource, reason } : { resource, reason, tooOldFor };

function outcome(
  findings: Sorted,
  left: readonly Ignored[],
  found: readonly Found[],
): Pick<Reading, 'facts' | 'found' | 'ignored' | 'asked' | 'unknown'> {
  const settled = new Set(found.map(({ fact }) => fact));
  const questions = findings.asked.filter(({ fact }) => !settled.has(fact));
  const facts: Record<FactId, Found['value']> = {};
  for (const { fact, value } of found) facts[fact] = value;
  return {
    facts,
    found,
    ignored: distinct(
      [...findings.ignored.map(ignoredOf), ...left],
      ({ resource }) => resource,
      ({ reason, tooOldFor = '' }) => [reason, tooOldFor],
    ),
    asked: distinct(
      questions.map(({ fact, from, said, reason }) => ({ fact, from, said, reason })),
      ({ from }) => from,
      ({ fact, said, reason }) => [fact, said, reason],
    ),
    unknown: [...new Set(findings.unknown.map(({ fact }) => fact))],
  };
}
