// SPDX-License-Identifier: Apache-2.0
// The laws of docs/architecture.md as properties over generated guidelines and partial patients. Each is tried on the readers it
// is given, so that a test can also see it refuse a faulty one. Laws 7 and 8 are in agreement.test.ts and proofs.test.ts.
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  compile,
  compileDecision,
  decide,
  prepareAnswer,
  prepareCircuit,
} from '../../src/interpreters/answer/index.ts';
import { prepareAsk, type Question } from '../../src/interpreters/ask/index.ts';
import { explain } from '../../src/interpreters/explain/index.ts';
import {
  effort,
  eligibility,
  eligibilityParts,
  joinReads,
  levels,
  readsOf,
  representativeValues,
  type Condition,
  type FactId,
  type Guidance,
  type Guideline,
  type Option,
  type Patient,
  type Status,
  type Trace,
  type Truth,
} from '../../src/model/index.ts';
import { condition, fullGuideline, learning, smallFacts, smallPatient, wholePatient } from '../arbitraries.ts';

export type Decide = (guideline: Guideline, when: Condition) => (patient: Patient) => Truth;
/** What the laws speak of. */
export type Readers = { decide: Decide; answer: typeof prepareAnswer; ask: typeof prepareAsk; explain: typeof explain };
/** Three ways in which ANSWER decides a condition: with a trace, without one, and as a gate of a circuit that rules share. */
export const ways: Readonly<Record<'trace' | 'decision' | 'gate', Decide>> = {
  trace: (guideline, when) => {
    const evaluate = compile(guideline, when);
    return (patient) => evaluate(patient).truth;
  },
  decision: compileDecision,
  gate: (guideline, when) => {
    const circuit = prepareCircuit(guideline);
    const gate = circuit.gate(when);
    return (patient) => {
      circuit.turnTo(patient);
      return gate.truth();
    };
  },
};
export const ours: Readers = { decide: ways.gate, answer: prepareAnswer, ask: prepareAsk, explain };

const offered = (status: Status | undefined): boolean => status === 'recommended' || status === 'suggested';
const open = ({ status }: Option): boolean => status === 'undetermined';
const statusesIn = ({ options }: Guidance): ReadonlyMap<string, Status> =>
  new Map(options.map(({ intervention, status }) => [intervention, status]));
const over = (guideline: Guideline, condition: Condition) => (patient: Patient) =>
  ways.trace(guideline, condition)(patient);
const many = { numRuns: 400 };

/** What each settled status may still become: an offer may grow stronger, and a reason against may be joined by a weightier one. */
export const settledAgain: Readonly<Record<Exclude<Status, 'undetermined'>, readonly Status[]>> = {
  contraindicated: ['contraindicated'],
  recommended: ['recommended'],
  suggested: ['suggested', 'recommended'],
  'not-indicated': ['not-indicated', 'contraindicated'],
  'advised-against': ['advised-against', 'not-indicated', 'contraindicated'],
};

/** Law 1, for conditions, also through definitions. */
export function learningSettles({ decide: by }: Pick<Readers, 'decide'>): void {
  fc.assert(
    fc.property(fullGuideline, condition(['first', 'second']), learning, (guideline, when, { less, more }) => {
      const truth = by(guideline, when);
      const before = truth(less);
      if (before !== 'unknown') expect(truth(more)).toBe(before);
    }),
    { numRuns: 2000 },
  );
}

/** Law 1, for statuses and red flags. */
export function learningSettlesStatuses({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, learning, (guideline, { less, more }) => {
      const answered = answer(guideline);
      const [before, after] = [answered(less), answered(more)];
      for (const [id, status] of statusesIn(before))
        if (status !== 'undetermined') expect(settledAgain[status]).toContain(statusesIn(after).get(id));
      const raised = after.urgency.map(({ rule }) => rule);
      for (const { rule } of before.urgency) expect(raised).toContain(rule);
    }),
    many,
  );
}

/** Law 2. */
export function offeredWhenEligible({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, (guideline, patient) => {
      for (const [id, status] of statusesIn(answer(guideline)(patient)))
        expect(offered(status)).toBe(over(guideline, eligibility(guideline, id))(patient) === 'true');
    }),
    many,
  );
}

/** Law 3: what is forbidden is contraindicated, and one more reason to forbid never makes anything look better. */
export function contraindicationOutranks({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, condition(['first']), smallPatient, (guideline, when, patient) => {
      const before = statusesIn(answer(guideline)(patient));
      for (const { kind, intervention, when: forbids } of guideline.rules)
        if (kind === 'contraindication' && over(guideline, forbids)(patient) === 'true')
          expect(before.get(intervention)).toBe('contraindicated');
      const forbidding = { id: 'alpha-new', intervention: 'alpha', kind: 'contraindication', when, because: ['claim-0'] } as const; // prettier-ignore
      const [was, is] = [before, statusesIn(answer({ ...guideline, rules: [...guideline.rules, forbidding] })(patient))].map((of) => of.get('alpha')); // prettier-ignore
      if (offered(is)) expect(is).toBe(was);
      if (was === 'contraindicated' || over(guideline, when)(patient) === 'true') expect(is).toBe('contraindicated');
    }),
    many,
  );
}
/** Law 3: with no rule at all, nothing is offered. */
export function nothingWithoutRules({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, (guideline, patient) => {
      for (const { status } of answer({ ...guideline, rules: [] })(patient).options)
        expect(status).toBe('not-indicated');
    }),
    many,
  );
}

/** Law 4, with each part of the eligibility decided on its own. */
export function statusInOrder({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, (guideline, patient) => {
      const found = statusesIn(answer(guideline)(patient));
      expect([...found.keys()].toSorted()).toEqual(Object.keys(guideline.interventions).toSorted());
      for (const [id, status] of found) {
        const of = (when: Condition): Truth => over(guideline, when)(patient);
        const { contraindicated, indicated, advisedAgainst } = eligibilityParts(guideline, id);
        const strong = guideline.rules.filter((rule) => rule.intervention === id && rule.kind === 'recommendation' && rule.direction === 'for' && rule.strength === 'strong'); // prettier-ignore
        const parts = { contraindicated: of(contraindicated), indicated: of(indicated), advisedAgainst: of(advisedAgainst), strong: of({ op: 'any', parts: strong.map(({ when }) => when) }) }; // prettier-ignore
        expect(status).toBe(decide(parts));
      }
    }),
    many,
  );
}
/** What is said, without the order of reasons within an option, which is that of the file. */
const said = ({ options, urgency, urgencyMissing }: Guidance): unknown => ({
  options: options.map(({ decidedBy, advice, missing, ...option }) => ({
    ...option,
    decidedBy: decidedBy.map(({ rule }) => rule).toSorted(),
    advice: advice.toSorted(),
    missing: missing.toSorted(),
  })),
  urgency,
  urgencyMissing,
});
/** Law 4: the order of rules is irrelevant, to every option, to their order and to red flags. */
export function ruleOrderIsIrrelevant({ answer }: Pick<Readers, 'answer'>): void {
  const shuffled = fullGuideline.chain((guideline) =>
    fc
      .record({
        rules: fc.shuffledSubarray([...guideline.rules], { minLength: guideline.rules.length }),
        urgencies: fc.shuffledSubarray([...guideline.urgencies], { minLength: guideline.urgencies.length }),
      })
      .map((order) => [guideline, { ...guideline, ...order }] as const),
  );
  fc.assert(
    fc.property(shuffled, smallPatient, ([one, other], patient) => {
      expect(said(answer(other)(patient))).toEqual(said(answer(one)(patient)));
    }),
    many,
  );
}

/** Unknown leaves below unknown nodes. */
const waitsFor = (trace: Trace): readonly FactId[] => {
  if (trace.truth !== 'unknown') return [];
  const { condition: when } = trace;
  return when.op === 'is' || when.op === 'compare' ? [when.fact] : trace.parts.flatMap(waitsFor);
};
/** The conditions that an undetermined option may wait for: a rule already known to recommend it makes it wait for no other one. */
const mayWait = ({ rules }: Guideline, { intervention, indicated }: Option): readonly Condition[] =>
  rules
    .filter((rule) => rule.intervention === intervention)
    .filter(
      (rule) =>
        rule.kind === 'contraindication'
        || (rule.kind === 'recommendation' && (rule.direction === 'against' || indicated !== 'true')),
    ) // prettier-ignore
    .map(({ when }) => when);
/** Law 4: an undetermined option says all that it waits for, and learning anything else settles nothing. */
export function undeterminedSaysWhatFor({ answer }: Pick<Readers, 'answer'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, wholePatient, (guideline, patient, learnt) => {
      const answered = answer(guideline);
      for (const option of answered(patient).options.filter(open)) {
        const wanted = mayWait(guideline, option).flatMap((when) => waitsFor(compile(guideline, when)(patient)));
        expect(wanted.length).toBeGreaterThan(0);
        expect(option.missing.toSorted()).toEqual([...new Set(wanted)].toSorted());
        const rest = Object.fromEntries(Object.entries(learnt).filter(([id]) => !wanted.includes(id)));
        expect(statusesIn(answered({ ...rest, ...patient })).get(option.intervention)).toBe('undetermined');
      }
    }),
    many,
  );
}

/** Everything that still waits for a fact: red flags and options, and suggestions that may rise. */
const waiting = ({ urgencyMissing, options }: Guidance): ReadonlySet<FactId> =>
  new Set([
    ...urgencyMissing.flatMap(({ missing }) => missing),
    ...options.filter((option) => open(option) || option.status === 'suggested').flatMap(({ missing }) => missing),
  ]);

/** Law 5: only what is waited for, all of it, and never what somebody does not know. */
export function asksWhatIsWaitedFor({ ask }: Pick<Readers, 'ask'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, fc.subarray(Object.keys(smallFacts)), (guideline, patient, skip) => {
      const asked = ask(guideline)(patient, new Set(skip)).flatMap(({ together }) => together.map(({ id }) => id));
      const wanted = [...waiting(prepareAnswer(guideline)(patient))].filter((id) => !skip.includes(id));
      expect(asked.toSorted()).toEqual(wanted.toSorted());
    }),
    many,
  );
}

/** What one fact is worth, worked out from whole answers: red flags it is expected to settle by level, options, and its effort. */
function worthOf(guideline: Guideline, patient: Patient, id: FactId): readonly number[] {
  const answered = prepareAnswer(guideline);
  const now = answered(patient);
  const reads = joinReads([...guideline.rules, ...guideline.urgencies].map(({ when }) => readsOf(guideline, when)));
  const read = reads.get(id);
  const values = read ? representativeValues(read) : [];
  const after = values.map((value) => answered({ ...patient, [id]: value }));
  const share = (settled: (guidance: Guidance) => boolean): number => after.filter(settled).length / values.length;
  const flags = levels.map(
    (level) =>
    now.urgencyMissing
      .filter(({ rule, missing }) => missing.includes(id) && guideline.urgencies.find((flag) => flag.id === rule)?.level === level) // prettier-ignore
      .reduce((sum, { rule, missing }) => sum + share((later) => later.urgencyMissing.every((one) => one.rule !== rule)) + 0.1 / missing.length, 0), // prettier-ignore
  );
  const options = now.options
    .filter(({ missing }) => missing.includes(id))
    .reduce((sum, { intervention, missing }) => sum + share((later) => statusesIn(later).get(intervention) !== 'undetermined') + 0.1 / missing.length, 0); // prettier-ignore
  return [...flags, options, -effort.indexOf(guideline.facts[id]?.obtainedBy ?? 'history')];
}
/** Whether one worth comes before another: the first place where they differ decides; sums of shares are equal within rounding. */
function ahead(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, i) => Math.abs(value - (other[i] ?? 0)) > 1e-9);
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0);
}
/** Law 5: red flags first, then what can settle most, lighter facts first; what is answered together keeps that order too. */
export function asksInOrder({ ask }: Pick<Readers, 'ask'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, (guideline, patient) => {
      const questions: readonly Question[] = ask(guideline)(patient);
      const worth = (id: FactId): readonly number[] => worthOf(guideline, patient, id);
      for (const row of [questions.map(({ fact }) => fact), ...questions.map(({ together }) => together)])
        row.slice(1).forEach((later, i) => expect(ahead(worth(later.id), worth(row[i]?.id ?? ''))).toBe(false));
      for (const { fact, together } of questions) expect(together.map(({ group }) => group)).toEqual(together.map(() => fact.group)); // prettier-ignore
    }),
    { numRuns: 200 },
  );
}

/** Law 5: asking ends with nothing undetermined; who knows nothing at all is asked each thing once. */
export function askingEnds({ ask }: Pick<Readers, 'ask'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, wholePatient, fc.boolean(), (guideline, known, whole, knows) => {
      const next = ask(guideline);
      let who = known;
      const skip = new Set<FactId>();
      for (let turn = 0; ; turn++) {
        const fact = next(who, skip)[0]?.fact;
        if (!fact) break;
        expect(turn).toBeLessThan(Object.keys(smallFacts).length);
        if (knows) who = { ...who, [fact.id]: whole[fact.id] ?? false };
        else skip.add(fact.id);
      }
      if (!knows) return;
      const { options, urgencyMissing } = prepareAnswer(guideline)(who);
      expect({ open: options.filter(open), urgencyMissing }).toEqual({ open: [], urgencyMissing: [] });
    }),
    many,
  );
}

/** Sentences that speak of no rule: the status itself, that no rule speaks for it, and what is not known. */
const ofNoRule = /^(Alpha|Beta|Gamma): [a-z ]+\.$|^No recommendation in this guideline speaks for it\.$|^Not known: /i;
/** Law 6, with every rule that decided or advises found among the citations. */
export function everythingIsCited({ explain: say }: Pick<Readers, 'explain'>): void {
  fc.assert(
    fc.property(fullGuideline, smallPatient, (guideline, patient) => {
      for (const option of prepareAnswer(guideline)(patient).options) {
        const sentences = say(guideline, patient, option);
        for (const { text, cites } of sentences)
          if (!ofNoRule.test(text)) expect({ text, cited: cites.length > 0 }).toEqual({ text, cited: true });
        const cited = new Set(sentences.flatMap(({ cites }) => cites));
        for (const id of cited) expect(guideline.claims[id]?.cites.every(({ source }) => guideline.sources[source])).toBe(true); // prettier-ignore
        const speaking = [...option.decidedBy.map(({ rule }) => rule), ...option.advice];
        for (const { id, because } of guideline.rules.filter((rule) => speaking.includes(rule.id)))
          expect({ id, cited: because.every((claim) => cited.has(claim)) }).toEqual({ id, cited: true });
      }
    }),
    many,
  );
}
