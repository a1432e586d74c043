// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { prepareQuestions } from '../../../library/index.ts';
import { levels } from '../../../model/index.ts';
import type { McpContent } from '../content.ts';
import { telling } from '../telling.ts';
import { tool, type Tool } from '../tool.ts';

const sentence = z.strictObject({ text: z.string(), because: z.array(z.string()) });
const answered = z.strictObject({
  shape: z.literal('heliotrope-question/1'),
  guideline: z.string(),
  disclaimer: z.string(),
  answerable: z.enum(['yes', 'partly', 'no']),
  urgent: z.boolean(),
  topics: z.array(z.string()),
  answer: z.string(),
  urgency: z.strictObject({ level: z.enum(levels), title: z.string(), sentences: z.array(sentence) }).optional(),
  sentences: z.array(sentence),
  citations: z.array(
    z.strictObject({
      claim: z.string(),
      source: z.string(),
      at: z.string(),
      title: z.string(),
      url: z.string(),
      verified: z.enum(['read', 'recalled']),
    }),
  ),
  related: z.array(z.strictObject({ title: z.string(), href: z.string() })),
});

/** A question in one's own words, answered from the guide with its sources; what is urgent in it is said first. */
export function questionTool(content: McpContent): Tool {
  const answer = prepareQuestions(content.guideline, content.library);
  return tool({
    name: 'question',
    title: 'An answer from the guide',
    description:
      'Answers a question about dermatomyositis from the guide, in plain words, each sentence with its source. Pass the words as the person wrote them: urgent signs are recognised, and are said first. When "answerable" is "no", say so; do not fill in.',
    input: z.strictObject({ question: z.string().min(1).max(5000) }),
    output: answered,
    run: ({ question }) => {
      const found = answer(question);
      const text = telling(content, undefined, (cite) => {
        const said = (all: typeof found.sentences): readonly string[] =>
          all.map(({ text: words, because }) => `${words} ${cite.claims(because)}`.trim());
        return [
          ...(found.urgency ? [found.urgency.title.toUpperCase(), ...said(found.urgency.sentences)] : []),
          ...said(found.sentences),
        ];
      });
      const { version, disclaimer } = content.guideline;
      return { ok: true, text, said: { shape: 'heliotrope-question/1', guideline: version, disclaimer, ...found } };
    },
  });
}
