// SPDX-License-Identifier: Apache-2.0
import { prepareAnswer } from '../../interpreters/answer/index.ts';
import {
  decideProperty,
  kinds,
  patientFile,
  properties,
  startSolver,
  type Verdict,
} from '../../interpreters/prove/index.ts';
import type { Guideline } from '../../model/index.ts';
import { load, print, readArguments, Refusal } from './load.ts';

export const help = `heliotrope prove [dir] [--json]
  Proves the guideline's invariants and laws for every possible patient. Whoever breaks one is printed as a patient file.
  Example: npx heliotrope prove`;

const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text) process.stderr.write(`${text}\n`);
};

/** Proves every property, one by one; the solver's threads are ended whatever happens. */
async function decideAll(guideline: Guideline): Promise<readonly Verdict[]> {
  const [all, replay, solver] = [properties(guideline), prepareAnswer(guideline), await startSolver()];
  const verdicts: Verdict[] = [];
  try {
    for (const property of all) {
      const verdict = await decideProperty(guideline, solver, replay, property);
      if (!verdict.replayed)
        throw new Error(
          `${property.id}: the solver and ANSWER disagree about this patient; the encoding is wrong.\n${patientFile(verdict.found?.patient ?? {})}`,
        );
      verdicts.push(verdict);
      if (verdicts.length % 100 === 0) progress(`${verdicts.length} of ${all.length} …`);
    }
  } finally {
    solver.close();
  }
  progress('');
  return verdicts;
}

/** A refuted property in words, with the patient who breaks it. */
function told({ property, found }: Verdict): string {
  if (!found) return `REFUTED ${property.kind}: ${property.says}\nNobody can ever be so.\n`;
  const more =
    property.kind === 'more-facts-never-overturn'
      ? [`# and then, knowing more:\n${patientFile(found.completion)}`]
      : [];
  return [
    `REFUTED ${property.kind}: ${property.says}`,
    `# counterexample to ${property.id}`,
    patientFile(found.patient),
    ...more,
    '',
  ].join('\n');
}

/** What a finding says. */
const findingOf = ({ otherwise, says }: Verdict['property']): string =>
  otherwise === 'refuted' ? says : otherwise.finding;

const countBy = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, verdicts.filter(({ property }) => property.kind === kind).length]));

/** `heliotrope prove`: exit 0 when everything is proved, 1 when something is refuted, 2 for misuse. */
export async function prove(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {}, help);
  if (positionals.length > 1) throw new Refusal(`One folder at most.\n\n${help}`);
  const verdicts = await decideAll(load(positionals[0]).guideline);
  const having = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome);
  const [refuted, findings] = [having('refuted'), having('finding')];
  if (values['json']) {
    const plain = ({ property: { id, kind, says }, found }: Verdict) => ({
      id,
      kind,
      says,
      ...(found ? { patient: found.patient, completion: found.completion } : {}),
    });
    print(
      JSON.stringify(
        {
          shape: 'heliotrope-proofs/1',
          counts: countBy(verdicts),
          proved: having('proved').length,
          refuted: refuted.map(plain),
          findings: findings.map(plain),
        },
        null,
        2,
      ),
    );
  } else {
    for (const verdict of refuted) print(told(verdict));
    for (const { property } of findings) print(`finding: ${findingOf(property)}`);
    print(
      Object.entries(countBy(verdicts))
        .map(([kind, many]) => `${many} ${kind}`)
        .join(', '),
    );
    print(`${having('proved').length} proved, ${refuted.length} refuted, ${findings.length} findings.`);
  }
  return refuted.length ? 1 : 0;
}
