// SPDX-License-Identifier: Apache-2.0
// The tools that an assistant may call, one file each. A tool says what the commands say; it has no words of its own about a person.
import { prepareSaid } from '../../said/index.ts';
import type { McpContent } from '../content.ts';
import type { Tool } from '../tool.ts';
import { answerTool } from './answer.ts';
import { askTool } from './ask.ts';
import { compareTool } from './compare.ts';
import { explainTool } from './explain.ts';
import { factsTool } from './facts.ts';
import { measureTool } from './measure.ts';
import { planTool } from './plan.ts';
import { questionTool } from './question.ts';

/** Every tool, named after what it reads the guideline with. */
export function toolsOf(content: McpContent): readonly Tool[] {
  const said = prepareSaid(content.guideline);
  return [
    questionTool(content),
    factsTool(content),
    answerTool(content, said),
    askTool(content, said),
    explainTool(content, said),
    compareTool(content, said),
    planTool(content, said),
    measureTool(content),
  ];
}
