// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { didYouMean } from '../../../authoring/index.ts';
import type { Guideline, InterventionId } from '../../../model/index.ts';
import { statusWords } from '../../../interpreters/explain/index.ts';
import { shapes, type Said } from '../../said/index.ts';
import type { McpContent } from '../content.ts';
import { personInput, readPerson } from '../person.ts';
import { heading, telling, urgentLines } from '../telling.ts';
import { refused, tool, type Tool } from '../tool.ts';

/** Says that an intervention does not exist, and the nearest one. */
export const noIntervention = ({ interventions }: Guideline, id: InterventionId): string =>
  `There is no intervention "${id.slice(0, 100)}".${didYouMean(id, Object.keys(interventions))} The tool "answer" with "all" names every one.`;

/** EXPLAIN: why one intervention has its status for this person, and the smallest changes that would change it. */
export const explainTool = (content: McpContent, said: Said): Tool =>
  tool({
    name: 'explain',
    title: 'Why, and what would change it',
    description:
      'Why one treatment, test or referral has its status for this person: each rule in plain words with its sources, then the smallest changes that would give another status.',
    input: z.strictObject({
      ...personInput,
      intervention: z.string().describe('An id, such as "ivig" or "methotrexate".'),
    }),
    output: shapes.explanation,
    run: ({ intervention, ...given }) => {
      const { guideline } = content;
      if (!Object.hasOwn(guideline.interventions, intervention))
        return refused([noIntervention(guideline, intervention)]);
      const person = readPerson(content, given);
      if (!person.ok) return refused(person.problems);
      const found = said.explanation(person.patient, intervention);
      if (!found) return refused([noIntervention(guideline, intervention)]);
      const text = telling(content, person, (cite) => [
        heading(person.patient, person.asOf),
        ...urgentLines(said.guidance(person.patient), cite),
        ...found.sentences.map(({ text: sentence, cites }) => `${sentence} ${cite.claims(cites)}`.trim()),
        ...found.wouldChange.map(
          ({ words, status }) => `It would be "${statusWords[status]}" if: ${words.join('; ')}.`,
        ),
      ]);
      return { ok: true, text, said: found };
    },
  });
