// SPDX-License-Identifier: Apache-2.0
// What was proved, in English. All wording is here.
import type { Kind } from './property.ts';
import type { ProofReport } from './report.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** What a kind of statement means when all of its statements hold. */
const meaning: Readonly<Record<Kind, (count: number) => string>> = {
  invariant: (n) => `${many(n, 'safety statement holds', 'safety statements hold')} for every possible patient.`,
  'invariant-can-hold': (n) =>
    `Each of ${many(n, 'safety statement', 'safety statements')} is about somebody who can exist.`,
  'never-fails': (n) =>
    `Everybody has exactly one status for each of ${many(n, 'treatment', 'treatments')}, whatever is known of them.`,
  'contraindication-wins': (n) =>
    `No recommendation outranks a contraindication, for any of ${many(n, 'treatment', 'treatments')}.`,
  'more-facts-never-overturn': (n) =>
    `Learning more never overturns what was settled, for any of ${many(n, 'treatment', 'treatments')}.`,
  'rule-can-fire': (n) =>
    `Each of ${many(n, 'rule, red flag, stage or scope note', 'rules, red flags, stages and scope notes')} can hold of somebody.`,
  'can-be-offered': (n) => `${many(n, 'treatment', 'treatments')} can be offered to somebody.`,
  'not-offered-to-all': (n) => `${many(n, 'treatment is', 'treatments are')} not offered to everybody.`,
  'opposites-are-marked': (n) =>
    `${many(n, 'pair', 'pairs')} of equally strong and opposite recommendations can never hold together.`,
  'against-wins': (n) =>
    `In ${many(n, 'pair', 'pairs')} that can hold together, the authors say which one wins, and the treatment is not offered.`,
  'mark-is-needed': (n) => `Each of ${many(n, 'such mark', 'such marks')} is needed by somebody.`,
  'strong-yields-to-conditional': (n) =>
    `${many(n, 'strong recommendation', 'strong recommendations')} never ${n === 1 ? 'meets' : 'meet'} a weaker one against.`,
  'definitions-exclude': (n) =>
    `${many(n, 'pair', 'pairs')} of definitions that exclude each other never hold together.`,
  'interview-may-stop': (n) =>
    `For the example patients, ${many(n, 'settled answer stays', 'settled answers stay')} the same, whatever is answered to the questions that are left.`,
  'rule-is-not-vacuous': (n) => `${many(n, 'rule is', 'rules are')} not true of everybody.`,
  'rule-is-not-redundant': (n) =>
    `${many(n, 'rule reaches', 'rules reach')} somebody whom no other rule that says the same reaches.`,
  'rule-is-not-shadowed': (n) =>
    `${many(n, 'recommendation has its way', 'recommendations have their way')} with somebody.`,
};

function relationSentences({ relations: { implies, equivalent, disjoint } }: ProofReport): readonly string[] {
  return [
    `In ${many(implies.length, 'pair', 'pairs')} of treatments, whoever is offered the first is offered the second.`,
    `In ${many(equivalent.length, 'pair', 'pairs')}, the same people are offered both.`,
    `In ${many(disjoint.length, 'pair', 'pairs')}, nobody is offered both.`,
  ];
}

function interviewSentences({ interviews }: ProofReport): readonly string[] {
  return interviews.map(({ name, asked, settled, open }) =>
    open.length === 0
      ? `${name}${asked === undefined ? '' : `, asked until asking ends (${many(asked, 'fact', 'facts')})`}: the interview may stop. No answer changes any of ${settled.length} settled treatments.`
      : `${name}: ${settled.length} treatments are settled for good; ${open.length} still wait for answers.`,
  );
}

/** What was proved, one sentence each; what is refuted is said first. */
export function sentences(report: ProofReport): readonly string[] {
  const { refuted, kinds } = report;
  return [
    ...(refuted.length
      ? [
          `${many(refuted.length, 'statement does', 'statements do')} not hold: ${refuted.map(({ id }) => id).join(', ')}.`,
        ]
      : []),
    ...kinds.filter(({ proved }) => proved > 0).map(({ kind, proved }) => meaning[kind](proved)),
    ...relationSentences(report),
    ...interviewSentences(report),
  ];
}

/** What no proof here says. The same list stands in docs/proofs.md. */
export const notProved: readonly string[] = [
  'That a rule says what its source says. People read that; a proof only shows what follows from the rules.',
  'That the rules know every danger. A contraindication that nobody wrote down is not missed by any proof.',
  'That an answer given to a question is true, or that a laboratory value was measured well.',
  'Doses, calendars and taper plans, the wording of advice, and the order of treatments of equal standing.',
  'What happens to somebody who is advised so. That is what trials and follow-up are for.',
  'The solver itself, Z3. Each patient it finds is checked by the program that answers; that it finds nobody is trusted.',
];
