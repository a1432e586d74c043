// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Fact, Guideline } from '../../../model/index.ts';
import { closing, type McpContent } from '../content.ts';
import { tool, type Tool } from '../tool.ts';

const listed = z.strictObject({
  shape: z.literal('heliotrope-facts-found/1'),
  guideline: z.string(),
  disclaimer: z.string(),
  facts: z.array(
    z.strictObject({ id: z.string(), label: z.string(), question: z.string(), why: z.string(), takes: z.string() }),
  ),
  more: z.number().int(),
});
const most = 25;

const takes = ({ value }: Fact): string =>
  value.type === 'boolean'
    ? 'true or false'
    : value.type === 'code'
      ? value.options.map(({ code, label }) => `${code} (${label})`).join(', ')
      : `a number from ${value.min} to ${value.max} ${value.unit}`;

/** Facts in whose id, label or question every word stands, in the guideline's order. */
function matching({ facts }: Guideline, words: readonly string[]): readonly Fact[] {
  return Object.values(facts).filter(({ id, label, question }) => {
    const text = `${id} ${label} ${question}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** FACTS: the ids that "facts" of other tools may use. */
export const factsTool = (content: McpContent): Tool =>
  tool({
    name: 'facts',
    title: 'What may be told of a person',
    description: `Finds fact ids by words, with the question people are asked and the values each takes. At most ${most} at once.`,
    input: z.strictObject({
      search: z.string().max(200).describe('Words, such as "pregnant" or "lung". Empty lists the first.'),
    }),
    output: listed,
    run: ({ search }) => {
      const { guideline } = content;
      const all = matching(guideline, search.toLowerCase().split(/\s+/).filter(Boolean));
      const facts = all.slice(0, most).map((fact) => {
        const { id, label, question, why } = fact;
        return { id, label, question, why, takes: takes(fact) };
      });
      const lines = facts.map(({ id, label, takes: values }) => `- ${id}: ${label}. Takes ${values}.`);
      const text = [lines.length ? '' : 'Nothing matches. Try one word, or another.', ...lines, closing(content)];
      return {
        ok: true,
        text: text.filter((line) => line !== '').join('\n'),
        said: {
          shape: 'heliotrope-facts-found/1',
          guideline: guideline.version,
          disclaimer: guideline.disclaimer,
          facts,
          more: all.length - facts.length,
        },
      };
    },
  });
