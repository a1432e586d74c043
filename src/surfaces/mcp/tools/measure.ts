// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { didYouMean } from '../../../authoring/index.ts';
import { findMeasure, measures } from '../../../measures/index.ts';
import { closing, type McpContent } from '../content.ts';
import { refused, tool, type Tool } from '../tool.ts';

const measured = z.strictObject({
  shape: z.literal('heliotrope-measure/1'),
  guideline: z.string(),
  disclaimer: z.string(),
  measure: z.string(),
  title: z.string(),
  result: z.record(z.string(), z.unknown()),
  citation: z.string(),
  licence: z.string(),
});
const names = measures.flatMap(({ id, shortNames }) => [id, ...shortNames]);
const listed = measures.map(({ id, title }) => `${id} (${title})`).join('; ');
const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** MEASURE: a published score from its inputs. Inputs that do not fit give no number; every wrong one is named. */
export const measureTool = (content: McpContent): Tool =>
  tool({
    name: 'measure',
    title: 'A published score from its inputs',
    description: `Scores a published measure. Send what you have; what is missing or out of range is named. Measures: ${listed}.`,
    input: z.strictObject({
      measure: z.string().describe('An id or short name, such as "tis", "mmt8" or "egfr".'),
      inputs: z
        .record(z.string(), z.unknown())
        .describe('Such as { "creatinine": 0.8, "unit": "mg/dL", "age": 50, "sex": "female" }.'),
    }),
    output: measured,
    run: ({ measure: name, inputs }) => {
      const found = findMeasure(name);
      if (!found)
        return refused([
          `There is no measure "${name.slice(0, 100)}".${didYouMean(name, names)} There are: ${listed}.`,
        ]);
      const outcome = found.score(inputs);
      if (!outcome.ok) return refused(outcome.problems.map(({ path, message }) => `${path}: ${message}`));
      const { id, title, citation, licence } = found;
      const rows = Object.entries(outcome.result).map(([what, value]) => `${what}: ${shown(value)}`);
      const { version, disclaimer } = content.guideline;
      return {
        ok: true,
        text: [title, ...rows, `Source: ${citation}`, closing(content)].join('\n'),
        said: {
          shape: 'heliotrope-measure/1',
          guideline: version,
          disclaimer,
          measure: id,
          title,
          result: outcome.result,
          citation,
          licence,
        },
      };
    },
  });
