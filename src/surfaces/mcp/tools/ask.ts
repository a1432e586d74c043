// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { wrongValue } from '../../../authoring/index.ts';
import type { Guideline } from '../../../model/index.ts';
import { shapes, type Said, type SaidQuestions } from '../../said/index.ts';
import type { Citing } from '../citing.ts';
import type { McpContent } from '../content.ts';
import { personInput, readPerson } from '../person.ts';
import { telling, urgentLines } from '../telling.ts';
import { refused, tool, type Tool } from '../tool.ts';

type Question = SaidQuestions['questions'][number];
type Fact = Question['facts'][number];

/** How a fact is answered: its id, and the values it takes. */
function factLine({ id, label, type, options, unit, min, max }: Fact): string {
  const values =
    type === 'code'
      ? (options ?? []).map(({ code, label: words }) => `${code} (${words})`).join(', ')
      : type === 'boolean'
        ? 'true or false'
        : `a number from ${min} to ${max} ${unit}`;
  return `   ${id}: ${label}. Takes ${values}.`;
}

function questionLines(guideline: Guideline, one: Question, cite: Citing): readonly string[] {
  const settles = one.couldSettle.slice(0, 4).map((id) => guideline.interventions[id]?.label ?? id);
  return [
    `- ${one.question}${one.redFlag ? ' (A yes can be urgent.)' : ''} ${cite.claims(one.because.slice(0, 2))}`.trim(),
    ...one.facts.map(factLine),
    ...(settles.length ? [`   Could settle: ${settles.join(', ')}.`] : []),
  ];
}

/** ASK: the questions whose answers would change most. */
export const askTool = (content: McpContent, said: Said): Tool =>
  tool({
    name: 'ask',
    title: 'The next question worth asking',
    description:
      'The questions that would change the answer most, the most urgent first, with the fact ids and values that the answers take. Put the answers into "facts" and ask again. Put what the person does not know into "unanswered".',
    input: z.strictObject({
      ...personInput,
      unanswered: z.array(z.string()).default([]).describe('Fact ids that the person does not know: not asked again.'),
      most: z.number().int().min(1).max(20).default(3).describe('At most so many questions.'),
    }),
    output: shapes.questions,
    run: ({ unanswered, most, ...given }) => {
      const { guideline } = content;
      const wrong = unanswered.filter((id) => !Object.hasOwn(guideline.facts, id));
      if (wrong.length) return refused(wrong.flatMap((id) => `unanswered: ${wrongValue(guideline, id, undefined)}`));
      const person = readPerson(content, given);
      if (!person.ok) return refused(person.problems);
      const found = said.questions(person.patient, new Set(unanswered), most);
      const text = telling(content, person, (cite) => [
        ...urgentLines(said.guidance(person.patient), cite),
        ...found.questions.flatMap((one) => questionLines(guideline, one, cite)),
        found.remaining
          ? `${found.remaining} questions could still change the answer. The person may stop at any time.`
          : 'Nothing is left to ask that could change the answer.',
      ]);
      return { ok: true, text, said: found };
    },
  });
