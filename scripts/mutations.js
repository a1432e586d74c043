// SPDX-License-Identifier: Apache-2.0
// npm run mutations [-- --every N] [--of contraindication,...] [--json]: plants one wrong after another in the rules, and reports which ones no case and no
// invariant noticed, each with a smallest patient whom it would advise wrongly.
import { parseArgs } from 'node:util';
import { patientFile, targets } from '../dist/interpreters/prove/index.js';
import { load } from '../dist/surfaces/cli/load.js';
import { killRates, shareKilled, tryMutants } from '../dist/surfaces/cli/mutations.js';

const { values } = parseArgs({
  options: { every: { type: 'string', default: '1' }, of: { type: 'string' }, json: { type: 'boolean' } },
});
const of = values.of?.split(',') ?? targets;
const unknown = of.filter((one) => !targets.includes(one));
if (unknown.length) {
  process.stderr.write(`There are no mutants of "${unknown.join(', ')}". There are: ${targets.join(', ')}.\n`);
  process.exit(2);
}
const fates = await tryMutants(load(), { every: Number(values.every), of });
const survived = fates.filter(({ fate }) => fate === 'survived');
const rates = killRates(fates).filter((rate) => of.includes(rate.of));
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ shape: 'heliotrope-mutations/1', rates, survived: survived.map(({ mutant: { id, of, how }, difference }) => ({ id, of, how, difference })) }, null, 2)}\n`,
  );
else {
  for (const { mutant, difference } of survived) {
    const what =
      difference.about === 'status'
        ? `${difference.intervention}: ${difference.was} → ${difference.is}`
        : difference.rule;
    process.stdout.write(
      `SURVIVED ${mutant.of} ${mutant.id}: ${mutant.how}\n# ${what}\n${patientFile(difference.patient)}\n\n`,
    );
  }
  for (const { of, killed, survived, harmless } of rates)
    process.stdout.write(
      `${of}: ${killed} of ${killed + survived} killed (${(100 * shareKilled([{ killed, survived }])).toFixed(1)} %); ${harmless} change nobody's advice\n`,
    );
}
const safety = rates.filter((rate) => rate.of !== 'indication');
process.exitCode =
  rates.some((rate) => rate.of === 'contraindication' && rate.survived) || shareKilled(safety) < 0.95 ? 1 : 0;
