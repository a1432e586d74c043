// SPDX-License-Identifier: Apache-2.0
// How many questions until nothing is undetermined: our order, file order, random order. See README.md.
import { readdirSync } from 'node:fs';
import { loadGuideline, readFile, readPatient } from '../dist/authoring/index.js';
import { prepareAnswer } from '../dist/interpreters/answer/index.js';
import { prepareAsk } from '../dist/interpreters/ask/index.js';
import { seeded } from './random.mjs';

const { guideline } = loadGuideline('guideline').loaded;
const [answer, ask] = [prepareAnswer(guideline), prepareAsk(guideline)];
const inFile = Object.keys(guideline.facts);
const place = new Map(inFile.map((id, i) => [id, i]));
const count = Math.max(1, Math.min(1000, Number(process.env.N ?? 200) || 200));

/** What an unfinished answer still waits for, without what was answered "I don't know". */
function waiting(patient, skip) {
  const guidance = answer(patient);
  const open = (lists) => [...new Set(lists.flat())].filter((id) => !skip.has(id));
  const options = open(
    guidance.options.filter(({ status }) => status === 'undetermined').map(({ missing }) => missing),
  );
  return { options, all: open([options, ...guidance.urgencyMissing.map(({ missing }) => missing)]) };
}

/** `options`: questions until no option waits. `all`: until no option and no red flag waits. */
function interview(oracle, next) {
  const [patient, skip] = [{}, new Set()];
  const asked = { options: undefined, all: undefined };
  for (let n = 0; ; n += 1) {
    const open = waiting(patient, skip);
    if (open.options.length === 0) asked.options ??= n;
    if (open.all.length === 0) return { ...asked, all: n };
    const id = next(open, patient, skip);
    if (Object.hasOwn(oracle, id)) patient[id] = oracle[id];
    else skip.add(id);
  }
}

const orders = () => {
  const random = seeded(7);
  return {
    ours: (_open, patient, skip) => ask(patient, skip)[0].fact.id,
    'file order': (open) => open.all.reduce((a, b) => (place.get(b) < place.get(a) ? b : a)),
    'random order': (open) => open.all[Math.floor(random() * open.all.length)],
  };
};

function drawn(random, { value }) {
  if (value.type === 'boolean') return random() < 0.5;
  if (value.type === 'code') return value.options[Math.floor(random() * value.options.length)].code;
  return Math.min(value.max, Math.round((value.min + random() * (value.max - value.min)) * 10) / 10);
}

const random = seeded(20261124);
const generated = Array.from({ length: count }, () =>
  Object.fromEntries(Object.values(guideline.facts).map((fact) => [fact.id, drawn(random, fact)])),
);
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
  [`${count} generated`, generated],
]) {
  console.log(`\n${name}: mean questions, of ${inFile.length} facts`);
  console.log('order           until settled   ours/this   options only   ours/this');
  let ours;
  for (const [order, next] of Object.entries(orders())) {
    const runs = oracles.map((oracle) => interview(oracle, next));
    const [all, options] = [mean(runs.map((run) => run.all)), mean(runs.map((run) => run.options))];
    ours ??= { all, options };
    console.log(
      `${order.padEnd(16)}${all.toFixed(1).padStart(13)}${(ours.all / all).toFixed(2).padStart(12)}${options.toFixed(1).padStart(15)}${(ours.options / options).toFixed(2).padStart(12)}`,
    );
  }
}
