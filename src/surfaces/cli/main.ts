// SPDX-License-Identifier: Apache-2.0
import { Refusal, print } from './load.ts';

type Command = { run: (args: readonly string[]) => number | Promise<number>; help: string };
/** Each command is loaded only when it runs, so that `answer` never waits for a solver. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  answer: async () => {
    const { answer, help } = await import('./answer.ts');
    return { run: answer, help };
  },
  ask: async () => {
    const { ask, help } = await import('./ask.ts');
    return { run: ask, help };
  },
  explain: async () => {
    const { explain, help } = await import('./explain.ts');
    return { run: explain, help };
  },
  question: async () => {
    const { question, help } = await import('./question.ts');
    return { run: question, help };
  },
  facts: async () => {
    const { facts, help } = await import('./facts.ts');
    return { run: facts, help };
  },
  measure: async () => {
    const { measure, help } = await import('./measure.ts');
    return { run: measure, help };
  },
  plan: async () => {
    const { plan, help } = await import('./plan.ts');
    return { run: plan, help };
  },
  check: async () => {
    const { check, help } = await import('./check.ts');
    return { run: check, help };
  },
  count: async () => {
    const { count, help } = await import('./count.ts');
    return { run: count, help };
  },
  'cohort-sample': async () => {
    const { cohortSample, help } = await import('./cohort-sample.ts');
    return { run: cohortSample, help };
  },
  export: async () => {
    const { exportGuideline, help } = await import('./export.ts');
    return { run: exportGuideline, help };
  },
  serve: async () => {
    const { serve, help } = await import('./serve.ts');
    return { run: serve, help };
  },
  mcp: async () => {
    const { mcp, help } = await import('./mcp.ts');
    return { run: mcp, help };
  },
  diff: async () => {
    const { diff, help } = await import('./diff.ts');
    return { run: diff, help };
  },
  prove: async () => {
    const { prove, help } = await import('./prove.ts');
    return { run: prove, help };
  },
};

const usage = `heliotrope: the open treatment navigator for dermatomyositis. It informs; it does not prescribe.

  npx heliotrope answer <patient>                  what fits now, what does not, and why
  npx heliotrope ask <patient>                     the next question worth asking
  npx heliotrope explain <patient> <intervention>  the reasons, and what would change them
  npx heliotrope question "free text"              an answer from the guide, each sentence with its source
  npx heliotrope facts [<bundle>]                  what a patient file may state; what a FHIR Bundle says
  npx heliotrope measure [<id> <file>]             a published measure, such as tis or mmt8
  npx heliotrope plan <patient>                    tests, infusions, taper and exercise as a calendar
  npx heliotrope check [dir]                       is the guideline well-formed, sourced, tested?
  npx heliotrope prove [dir]                       each safety law, proved for every possible patient
  npx heliotrope diff <old> <new>                  whose advice differs between two editions, or a proof
  npx heliotrope count <files…>                    how many people of a cohort have each status
  npx heliotrope cohort-sample <N>                 people who do not exist, for trying out count
  npx heliotrope export <format>                   the guideline as CQL, ELM, FHIR, SQL or JSON
  npx heliotrope serve                             the web app, REST and MCP, on this machine
  npx heliotrope mcp                               the same for an assistant, over stdin and stdout (MCP)

Every command has --help and --json. Try: npx heliotrope answer examples/stepping-up.yaml`;

/** Runs one command; gives its exit code: 0 fine, 1 found problems, 2 misuse. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(usage);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage}\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(command.help);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code;
  }
}
