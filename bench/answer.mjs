// SPDX-License-Identifier: Apache-2.0
// One eligibility rule in several engines, then the whole guideline and the shell. See README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { LogicEngine } from 'json-logic-engine';
import rules from 'json-rules-engine';
import cql from 'cql-execution';
import Publicodes from 'publicodes';
import { loadGuideline, readFile, readPatient } from '../dist/authoring/index.js';
import { compile, prepareAnswer } from '../dist/interpreters/answer/index.js';
import { compileDecision } from '../dist/interpreters/answer/decision.js';
import { seeded } from '../dist/interpreters/count/index.js';

// Nine conditions over ten facts; the last condition is a choice of two.
const is = (fact, value) => ({ op: 'is', fact, value });
const compare = (fact, by, value) => ({ op: 'compare', fact, by, value });
const not = (part) => ({ op: 'not', part });
const condition = {
  op: 'all',
  parts: [
    is('confirmed', true),
    compare('age', '>=', 18),
    compare('egfr', '>=', 30),
    compare('alt', '<', 3),
    compare('neutrophils', '>=', 1),
    not(is('pregnant', true)),
    not(is('infection', true)),
    is('activity', 'moderate'),
    { op: 'any', parts: [is('failed', true), is('skin', 'severe')] },
  ],
};
const numbers = { age: [10, 90], egfr: [20, 120], alt: [0, 4], neutrophils: [0.5, 8] };
const codes = { activity: ['mild', 'moderate'], skin: ['mild', 'severe'] };
const names = ['confirmed', 'age', 'egfr', 'alt', 'neutrophils', 'pregnant', 'infection', 'activity', 'failed', 'skin'];
const vocabulary = { definitions: {}, facts: Object.fromEntries(names.map((id) => [id, { id }])) };

/** Half of the patients fit on every known fact, and one fact in ten is unknown, so that all three truths are seen. */
const random = seeded(1);
const fitting = {
  confirmed: true,
  age: 40,
  egfr: 90,
  alt: 1,
  neutrophils: 4,
  pregnant: false,
  infection: false,
  activity: 'moderate',
  failed: true,
  skin: 'severe',
};
function draw(id) {
  if (numbers[id]) return Math.round((numbers[id][0] + random() * (numbers[id][1] - numbers[id][0])) * 10) / 10;
  return codes[id] ? codes[id][random() < 0.5 ? 0 : 1] : random() < 0.5;
}
const patients = Array.from({ length: 128 }, (_, i) =>
  Object.fromEntries(names.flatMap((id) => (random() < 0.1 ? [] : [[id, i % 2 ? fitting[id] : draw(id)]]))),
);

function byHand(p) {
  const parts = [
    p.confirmed,
    p.age === undefined ? undefined : p.age >= 18,
    p.egfr === undefined ? undefined : p.egfr >= 30,
    p.alt === undefined ? undefined : p.alt < 3,
    p.neutrophils === undefined ? undefined : p.neutrophils >= 1,
    p.pregnant === undefined ? undefined : !p.pregnant,
    p.infection === undefined ? undefined : !p.infection,
    p.activity === undefined ? undefined : p.activity === 'moderate',
    p.failed === true || p.skin === 'severe'
      ? true
      : p.failed === undefined || p.skin === undefined
        ? undefined
        : false,
  ];
  return parts.includes(false) ? 'false' : parts.includes(undefined) ? 'unknown' : 'true';
}
const word = (value) => (value === true ? 'true' : value === false ? 'false' : 'unknown');

function jsonLogic() {
  const v = (id) => ({ var: id });
  const run = new LogicEngine().build({
    and: [
      { '===': [v('confirmed'), true] },
      { '>=': [v('age'), 18] },
      { '>=': [v('egfr'), 30] },
      { '<': [v('alt'), 3] },
      { '>=': [v('neutrophils'), 1] },
      { '!': { '===': [v('pregnant'), true] } },
      { '!': { '===': [v('infection'), true] } },
      { '===': [v('activity'), 'moderate'] },
      { or: [{ '===': [v('failed'), true] }, { '===': [v('skin'), 'severe'] }] },
    ],
  });
  // It throws on a comparison with an absent number: the whole rule is then unknown.
  return (p) => {
    try {
      return word(Boolean(run(p)));
    } catch {
      return 'unknown';
    }
  };
}

function jsonRules() {
  const c = (fact, operator, value) => ({ fact, operator, value });
  const engine = new rules.Engine([], { allowUndefinedFacts: true });
  engine.addRule({
    event: { type: 'fits' },
    conditions: {
      all: [
        c('confirmed', 'equal', true),
        c('age', 'greaterThanInclusive', 18),
        c('egfr', 'greaterThanInclusive', 30),
        c('alt', 'lessThan', 3),
        c('neutrophils', 'greaterThanInclusive', 1),
        { not: c('pregnant', 'equal', true) },
        { not: c('infection', 'equal', true) },
        c('activity', 'equal', 'moderate'),
        { any: [c('failed', 'equal', true), c('skin', 'equal', 'severe')] },
      ],
    },
  });
  return async (p) => word((await engine.run(p)).events.length > 0);
}

function publicodes() {
  const engine = new Publicodes({
    ...Object.fromEntries(
      names.map((id) => [
        id,
        { question: id, ...(codes[id] ? { type: 'texte' } : numbers[id] ? { type: 'nombre' } : { type: 'booléen' }) },
      ]),
    ),
    fits: {
      'toutes ces conditions': [
        'confirmed',
        'age >= 18',
        'egfr >= 30',
        'alt < 3',
        'neutrophils >= 1',
        { '=': ['pregnant', 'non'] },
        { '=': ['infection', 'non'] },
        "activity = 'moderate'",
        { 'une de ces conditions': ['failed', "skin = 'severe'"] },
      ],
    },
  });
  const written = (value) =>
    typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? `'${value}'` : value;
  return (p) => {
    engine.setSituation(Object.fromEntries(Object.entries(p).map(([id, value]) => [id, written(value)])));
    return word(engine.evaluate('fits').nodeValue);
  };
}

function elm() {
  const type = (id) => `{urn:hl7-org:elm-types:r1}${numbers[id] ? 'Decimal' : codes[id] ? 'String' : 'Boolean'}`;
  const literal = (value) => ({
    type: 'Literal',
    value: String(value),
    valueType: `{urn:hl7-org:elm-types:r1}${typeof value === 'number' ? 'Decimal' : 'String'}`,
  });
  const ref = (name) => ({ type: 'ParameterRef', name });
  const two = (kind, a, b) => ({ type: kind, operand: [a, b] });
  const no = (name) => ({ type: 'Not', operand: ref(name) });
  const parts = [
    ref('confirmed'),
    two('GreaterOrEqual', ref('age'), literal(18)),
    two('GreaterOrEqual', ref('egfr'), literal(30)),
    two('Less', ref('alt'), literal(3)),
    two('GreaterOrEqual', ref('neutrophils'), literal(1)),
    no('pregnant'),
    no('infection'),
    two('Equal', ref('activity'), literal('moderate')),
    two('Or', ref('failed'), two('Equal', ref('skin'), literal('severe'))),
  ];
  const library = new cql.Library({
    library: {
      identifier: { id: 'Bench', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: {
        def: names.map((name) => ({
          name,
          accessLevel: 'Public',
          default: { type: 'As', asType: type(name), operand: { type: 'Null' } },
        })),
      },
      statements: {
        def: [
          {
            name: 'fits',
            context: 'Unfiltered',
            accessLevel: 'Public',
            expression: parts.reduce((a, b) => two('And', a, b)),
          },
        ],
      },
    },
  });
  const nobody = { currentPatient: () => undefined, nextPatient: () => undefined };
  return async (p) => word((await new cql.Executor(library, undefined, p).exec(nobody)).unfilteredResults.fits);
}

const trace = compile(vocabulary, condition);
const contenders = {
  'ANSWER, with trace': () => (p) => trace(p).truth,
  'ANSWER, truth only': () => compileDecision(vocabulary, condition),
  'JavaScript by hand': () => byHand,
  'json-logic-engine': jsonLogic,
  'json-rules-engine': jsonRules,
  publicodes,
  'cql-execution (ELM)': elm,
};

/** Microseconds of processor time since a reading of `process.cpuUsage`. Other work on the machine lengthens it far less than waiting. */
const processor = (since) => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};
/** Median µs of processor time of one call over five rounds, after a warm-up. */
async function time(run, over, ms = 150) {
  const rounds = [];
  for (let round = 0; round < 6; round += 1) {
    let calls = 0;
    const start = performance.now();
    const began = process.cpuUsage();
    do {
      for (const one of over) {
        const out = run(one);
        if (out instanceof Promise) await out;
        calls += 1;
      }
    } while (performance.now() - start < ms);
    if (round > 0) rounds.push(processor(began) / calls);
  }
  return rounds.sort((a, b) => a - b)[2];
}

/** The functions with the most self time in a profile of this run. */
async function hotSpots(run, over, top) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await time(run, over, 100);
  const {
    profile: { nodes, samples },
  } = await session.post('Profiler.stop');
  session.disconnect();
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const self = new Map();
  for (const id of samples) {
    const { functionName, url, lineNumber } = byId.get(id);
    const name = `${functionName || 'anonymous'}${url ? `@${url.split('/').pop()}:${lineNumber + 1}` : ''}`;
    self.set(name, (self.get(name) ?? 0) + 1);
  }
  return [...self]
    .filter(([name]) => !name.includes('answer.mjs'))
    .sort((a, b) => b[1] - a[1])
    .slice(0, top)
    .map(([name, n]) => `${name} ${Math.round((n * 100) / samples.length)}%`)
    .join(', ');
}

console.log(`Nine conditions, ten facts, ${patients.length} patients, Node ${process.version}`);
console.log('engine                    µs/patient      ratio    agrees   where time goes');
let ours;
for (const [name, prepare] of Object.entries(contenders)) {
  try {
    const run = prepare();
    let agrees = 0;
    for (const p of patients) if ((await run(p)) === byHand(p)) agrees += 1;
    const us = await time(run, patients);
    ours ??= us;
    console.log(
      `${name.padEnd(24)}${us.toFixed(3).padStart(12)}${(us / ours).toFixed(2).padStart(11)}${`${agrees}/${patients.length}`.padStart(10)}   ${await hotSpots(run, patients, 2)}`,
    );
  } catch (error) {
    console.log(`${name.padEnd(24)} failed: ${error.message}`);
  }
}

const { guideline } = loadGuideline('guideline').loaded;
const read = readPatient(guideline, readFile('examples/stepping-up.yaml'));
if (!read.ok) throw new Error(read.problems);
let start = performance.now();
const answer = prepareAnswer(guideline);
console.log(
  `\nWhole guideline: ${guideline.rules.length} rules, ${Object.keys(guideline.interventions).length} interventions, ${Object.keys(guideline.facts).length} facts; prepared in ${(performance.now() - start).toFixed(1)} ms`,
);
for (const [name, patient] of [
  ['stepping-up', read.patient],
  ['nothing known', {}],
])
  console.log(
    `${name.padEnd(14)} ${(await time(answer, [patient])).toFixed(0).padStart(6)} µs, traces included; ${await hotSpots(answer, [patient], 5)}`,
  );

/** What a function of a profile belongs to, by the file it stands in. */
const parts = [
  ['yaml', /node_modules\/yaml\//],
  ['zod', /node_modules\/zod\//],
  ['other packages', /node_modules\//],
  ['reading and checking files (authoring)', /dist\/authoring\//],
  ['ANSWER, ASK and the other readers', /dist\/(interpreters|model)\//],
  ['record and measures', /dist\/(record|measures)\//],
  ['review and text (cli)', /dist\/surfaces\//],
];
const partOf = ({ functionName, url }) =>
  functionName === '(garbage collector)'
    ? 'garbage collection'
    : (parts.find(([, file]) => file.test(url))?.[0] ?? 'Node: start, loading modules, files, JSON');

/** Milliseconds of processor time of each part in one profile of a command, the largest first. */
function partsOf(args) {
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-bench-'));
  try {
    spawnSync('node', ['--cpu-prof', `--cpu-prof-dir=${folder}`, 'bin/heliotrope.js', ...args]);
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'));
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
    const spent = new Map();
    samples.forEach((id, i) => {
      const part = partOf(frames.get(id));
      spent.set(part, (spent.get(part) ?? 0) + timeDeltas[i] / 1000);
    });
    return [...spent].sort((a, b) => b[1] - a[1]).map(([part, ms]) => `    ${ms.toFixed(0).padStart(5)} ms  ${part}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const args of [['check'], ['answer', 'examples/stepping-up.yaml']]) {
  const times = Array.from({ length: 3 }, () => {
    start = performance.now();
    const { status } = spawnSync('node', ['bin/heliotrope.js', ...args]);
    return [performance.now() - start, status];
  });
  times.sort((a, b) => a[0] - b[0]);
  console.log(
    `\nheliotrope ${args.join(' ')}: ${times[1][0].toFixed(0)} ms, exit ${times[1][1]} (median of 3, a new process each)`,
  );
  console.log(partsOf(args).join('\n'));
}
