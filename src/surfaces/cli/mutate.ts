// SPDX-License-Identifier: Apache-2.0
// What `npm run mutations` does: plants one wrong after another in the rules, and tells which ones nobody noticed.
import { patientFile, targets, type Fate, type Target } from '../../interpreters/prove/index.ts';
import { load } from './full.ts';
import { print, readArguments, Refusal, textOf } from './load.ts';
import { killRates, shareKilled, tryMutants, type KillRate } from './mutations.ts';

export const help = `npm run mutations -- [dir] [--every N] [--of contraindication,…] [--json]
  Plants one small wrong after another in the guideline's rules, and says which no case and no invariant noticed, each with a
  smallest patient whom it would advise wrongly.
  --every N    only every N-th
  --of         only wrongs in these: ${targets.join(', ')}
  Exit code: 0 every wrong in a contraindication and 95 in 100 of those in all safety rules are noticed, 1 fewer are, 2 misuse.`;

type Survivor = Extract<Fate, { fate: 'survived' }>;

function wantedOf(given: string | undefined): readonly Target[] {
  if (given === undefined) return targets;
  return given.split(',').map((one) => {
    const target = targets.find((each) => each === one.trim());
    if (!target) throw new Refusal(`There are no mutants of "${one}". There are: ${targets.join(', ')}.`);
    return target;
  });
}

function everyOf(given: string | undefined): number {
  const every = Number(given ?? '1');
  if (!Number.isInteger(every) || every < 1)
    throw new Refusal(`--every is a whole number of 1 or more; not "${given}".`);
  return every;
}

function survivor({ mutant, difference }: Survivor): string {
  const what =
    difference.about === 'status'
      ? `${difference.intervention}: ${difference.was} → ${difference.is}`
      : difference.rule;
  return `SURVIVED ${mutant.of} ${mutant.id}: ${mutant.how}\n# ${what}\n${patientFile(difference.patient)}\n`;
}

const rateLine = ({ of, killed, survived, harmless }: KillRate): string =>
  `${of}: ${killed} of ${killed + survived} killed (${(100 * shareKilled([{ of, killed, survived, harmless }])).toFixed(1)} %); ${harmless} change nobody's advice`;

/** Whether enough is noticed. Whom a recommendation is for is no safety rule, and does not count. */
function enough(rates: readonly KillRate[]): boolean {
  const safety = rates.filter(({ of }) => of !== 'indication');
  const missed = rates.some(({ of, survived }) => of === 'contraindication' && survived > 0);
  return !missed && shareKilled(safety) >= 0.95;
}

/** `npm run mutations`: exit 0 when enough is noticed, 1 when not, 2 for misuse. */
export async function mutate(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { every: text, of: text }, help);
  if (positionals.length > 1) throw new Refusal(`One folder at most.\n\n${help}`);
  const [of, every] = [wantedOf(textOf(values['of'])), everyOf(textOf(values['every']))];
  const fates = await tryMutants(load(positionals[0]), { every, of });
  const survived = fates.flatMap((fate) => (fate.fate === 'survived' ? [fate] : []));
  const rates = killRates(fates).filter((rate) => of.includes(rate.of));
  const listed = survived.map(({ mutant: { id, of: target, how }, difference }) => ({ id, of: target, how, difference })); // prettier-ignore
  if (values['json']) print(JSON.stringify({ shape: 'heliotrope-mutations/1', rates, survived: listed }, null, 2));
  else {
    for (const each of survived) print(survivor(each));
    for (const rate of rates) print(rateLine(rate));
  }
  return enough(rates) ? 0 : 1;
}
