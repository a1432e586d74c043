// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { interventionKinds, statuses, toldUrgencies, type Guideline } from '../../../model/index.ts';
import { shapes, type Said, type SaidGuidance, type SaidGuidanceBrief } from '../../said/index.ts';
import type { Citing } from '../citing.ts';
import type { McpContent } from '../content.ts';
import { personInput, readPerson } from '../person.ts';
import { factName, heading, telling, urgentLines } from '../telling.ts';
import { refused, tool, type Tool } from '../tool.ts';

type Option = SaidGuidance['options'][number];

/** One option in a line: the first statement behind it, what has to be known first, and how it goes on when it is taken. */
function optionLine(guideline: Guideline, { label, because, missing, goingOn }: Option, cite: Citing): string {
  const [first] = because;
  const statement = first === undefined ? '' : (guideline.claims[first]?.statement ?? '');
  const check = missing.slice(0, 4).map((id) => factName(guideline, id));
  const more = missing.length > check.length ? ` and ${missing.length - check.length} more` : '';
  return [
    `- ${label}:`,
    ...(goingOn === undefined ? [] : [`Taken now: ${goingOn}.`]),
    ...(check.length ? [`First to be known: ${check.join('; ')}${more}.`] : []),
    statement,
    cite.claims(because.slice(0, 2)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function statusLines(guideline: Guideline, options: readonly Option[], cite: Citing): readonly string[] {
  return statuses.flatMap((status) => {
    const found = options.filter((option) => option.status === status);
    const [first] = found;
    if (!first) return [];
    return [`${first.statusWords}:`, ...found.map((option) => optionLine(guideline, option, cite))];
  });
}

/** An option without its traces. */
const briefOption = shapes.guidanceBrief.shape.options.element.strip();

/** An assistant reads the first reasons of many options; the tool "explain" gives every one of one. */
const mostClaims = 3;

function brief(whole: SaidGuidance, options: readonly Option[], asOf: string): SaidGuidanceBrief {
  const shown = options.map((option) => ({
    ...briefOption.parse(option),
    because: option.because.slice(0, mostClaims),
  }));
  const cited = new Set([...whole.urgency, ...shown].flatMap(({ because }) => because));
  return {
    ...whole,
    shape: 'heliotrope-guidance-brief/1',
    asOf,
    urgency: toldUrgencies(whole.urgency).map(({ rule, level, advice, because }) => ({ rule, level, advice, because })),
    scope: whole.scope.map(({ note, advice }) => ({ note, advice })),
    options: shown,
    leftOut: whole.options.length - options.length,
    claims: Object.fromEntries(Object.entries(whole.claims).filter(([id]) => cited.has(id))),
  };
}

/** ANSWER: what fits this person now, what does not, and what has to be known first. */
export const answerTool = (content: McpContent, said: Said): Tool =>
  tool({
    name: 'answer',
    title: 'What fits this person now',
    description:
      'For one person with dermatomyositis: which treatments, tests, exercise and referrals are recommended, can be considered, wait for a check, or must not be offered, each with its sources. Red flags come first: tell them to the person first. What is not told stays unknown and is never taken for no.',
    input: z.strictObject({
      ...personInput,
      kinds: z.array(z.enum(interventionKinds)).optional().describe('Only these kinds, such as ["medicine"].'),
      all: z.boolean().default(false).describe('Also what is not indicated.'),
    }),
    output: shapes.guidanceBrief,
    run: ({ kinds, all, ...given }) => {
      const person = readPerson(content, given);
      if (!person.ok) return refused(person.problems);
      const { guideline } = content;
      const whole = said.guidance(person.patient);
      const options = whole.options.filter(({ intervention, status }) => {
        const kind = guideline.interventions[intervention]?.kind;
        return (all || status !== 'not-indicated') && (!kinds || (kind !== undefined && kinds.includes(kind)));
      });
      const left = whole.options.length - options.length;
      const text = telling(content, person, (cite) => [
        heading(person.patient, person.asOf),
        ...urgentLines(whole, cite),
        ...statusLines(guideline, options, cite),
        ...(left ? [`${left} more are not shown${all ? '' : ', among them what is not indicated'}.`] : []),
      ]);
      return { ok: true, text, said: brief(whole, options, person.asOf) };
    },
  });
