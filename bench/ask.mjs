// SPDX-License-Identifier: Apache-2.0
// How many questions until nothing is undetermined: our order, file order, the order publicodes would give. See README.md.
import { readdirSync } from 'node:fs';
import { loadGuideline, readFile, readPatient } from '../dist/authoring/index.js';
import { prepareAnswer } from '../dist/interpreters/answer/index.js';
import { prepareAsk } from '../dist/interpreters/ask/index.js';
import { prepareSample } from '../dist/interpreters/count/sample.js';
import { publicodesOrder } from './publicodes-order.mjs';
import { seeded } from '../dist/interpreters/count/index.js';

const { guideline } = loadGuideline('guideline').loaded;
const [answer, ask] = [prepareAnswer(guideline), prepareAsk(guideline)];
const inFile = Object.keys(guideline.facts);
const number = (name, otherwise) => Math.max(1, Number(process.env[name] ?? otherwise) || otherwise);
const [count, few] = [number('N', 200), number('FEW', 10)];

/** What an unfinished answer still waits for, without what was answered "I don't know". */
function waiting(patient, skip) {
  const guidance = answer(patient);
  const lists = [
    ...guidance.options.filter(({ status }) => status === 'undetermined').map(({ missing }) => missing),
    ...guidance.urgencyMissing.map(({ missing }) => missing),
  ];
  return new Set(lists.flat().filter((id) => !skip.has(id)));
}

/** The facts of one group that still matter are one question, in every order, so that only the orders are compared. */
function page(id, open) {
  const { group } = guideline.facts[id];
  return group === undefined
    ? [id]
    : [id, ...[...open].filter((other) => other !== id && guideline.facts[other].group === group)];
}

/** Questions and facts asked until no option and no red flag waits for anything that was not asked. */
function interview(oracle, next, together) {
  const [patient, skip, asked] = [{}, new Set(), new Set()];
  let questions = 0;
  for (let open = waiting(patient, skip); open.size > 0; open = waiting(patient, skip)) {
    const id = next(patient, skip, open, asked);
    for (const fact of together ? page(id, open) : [id]) {
      asked.add(fact);
      if (Object.hasOwn(oracle, fact)) patient[fact] = oracle[fact];
      else skip.add(fact);
    }
    questions += 1;
  }
  return { questions, facts: asked.size, patient, skip };
}

/** The fewest facts that would have settled the same, in hindsight: those that are needed, and those that nobody knew. No order
 *  that must ask before it knows gets there. Leaving out one fact after another finds a set without a spare one, not always
 *  the smallest. */
function hindsight({ patient, skip }) {
  const needed = { ...patient };
  for (const fact of Object.keys(patient)) {
    const rest = { ...needed };
    delete rest[fact];
    if (waiting(rest, skip).size === 0) delete needed[fact];
  }
  const facts = Object.keys(needed).length + skip.size;
  return { questions: facts, facts };
}

const publicodes = publicodesOrder(guideline);
const first = (among, allowed) => among.find((id) => allowed(id));
const orders = [
  ['ours', count, true, (patient, skip) => ask(patient, skip)[0].fact.id],
  ['ours, each fact', count, false, (patient, skip) => ask(patient, skip)[0].fact.id],
  ['in hindsight', count, undefined],
  ['file order, each fact', count, false, (_patient, _skip, _open, asked) => first(inFile, (id) => !asked.has(id))],
  ['file order, only what matters', count, true, (_patient, _skip, open) => first(inFile, (id) => open.has(id))],
  [
    'publicodes, each fact',
    few,
    false,
    (patient, skip, open, asked) => first(publicodes(patient), (id) => !asked.has(id)) ?? [...open][0],
  ],
  [
    'publicodes, only what matters',
    few,
    true,
    (patient, skip, open, asked) => first(publicodes(patient), (id) => open.has(id) && !asked.has(id)) ?? [...open][0],
  ],
];

const random = seeded(20261124);
const draw = prepareSample(guideline, guideline.frequencies);
const generated = Array.from({ length: count }, () => draw(random));
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const read = readPatient(guideline, readFile(`examples/${name}`));
    if (!read.ok) throw new Error(read.problems);
    return read.patient;
  });

const mean = (of) => of.reduce((a, b) => a + b, 0) / of.length;
for (const [name, oracles] of [
  [`${examples.length} examples`, examples],
  [`${count} generated people`, generated],
]) {
  console.log(`\n${name}: mean until nothing is undetermined, of ${inFile.length} facts`);
  console.log('order                           people   questions   ours/this   facts   ours/this');
  // Each order is run once; the shares of the rows with fewer people compare the same few.
  let ours = [];
  for (const [order, most, together, next] of orders) {
    const people = oracles.slice(0, most);
    const runs = next
      ? people.map((oracle) => interview(oracle, next, together))
      : ours.slice(0, most).map((run) => hindsight(run));
    if (order === 'ours') ours = runs;
    const columns = ['questions', 'facts'].flatMap((what) => {
      const [here, us] = [mean(runs.map((run) => run[what])), mean(ours.slice(0, most).map((run) => run[what]))];
      return [here.toFixed(1).padStart(what === 'facts' ? 8 : 12), (us / here).toFixed(2).padStart(12)];
    });
    console.log(`${order.padEnd(32)}${String(people.length).padStart(6)}${columns.join('')}`);
  }
}
