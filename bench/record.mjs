// SPDX-License-Identifier: Apache-2.0
// A record of ten years and 5,000 entries: derived, and planned from. See README.md.
import { performance } from 'node:perf_hooks';
import { loadExercise, loadGuideline } from '../dist/authoring/index.js';
import { planFor } from '../dist/plan/index.js';
import { derive } from '../dist/record/index.js';
import { seeded } from '../dist/interpreters/count/index.js';

const N = Number(process.env.N ?? 5000);
const runs = Number(process.env.RUNS ?? 40);
const { guideline } = loadGuideline('guideline').loaded;
const { library } = loadExercise('guideline', guideline);
const random = seeded(7);
const day = (n) => new Date(Date.UTC(2016, 0, 4) + n * 864e5).toISOString().slice(0, 10);
const days = 3650;
const anyDay = () => day(Math.floor(random() * days));

/** Doses, results, scores, symptoms, sessions and answers, in about the shares that a diary has. */
const entries = [];
const add = (entry) => entries.push({ id: `e${entries.length}`, ...entry });
for (const [i, id] of ['prednisone', 'methotrexate', 'azathioprine', 'hydroxychloroquine'].entries()) {
  add({
    kind: 'medicine',
    on: day(i * 30),
    intervention: id,
    event: 'start',
    dose: { value: 20, unit: 'mg' },
    frequency: { times: 1, per: id === 'methotrexate' ? 'week' : 'day' },
  });
  for (let k = 1; k < 40; k++)
    add({
      kind: 'medicine',
      on: day(i * 30 + k * 80),
      intervention: id,
      event: 'change',
      dose: { value: 5 + ((k * 7) % 25), unit: 'mg' },
      frequency: { times: 1, per: id === 'methotrexate' ? 'week' : 'day' },
    });
}
for (let k = 0; k < 40; k++) {
  const on = day(k * 90);
  add({
    kind: 'measure',
    on,
    measure: 'global_activity_vas',
    inputs: { phga: random() * 8, ptga: random() * 8, extramuscular: random() * 6 },
  });
  add({ kind: 'measure', on, measure: 'mmt8', score: 100 + Math.floor(random() * 50) });
  add({ kind: 'measure', on, measure: 'haq_di', score: 1 });
}
const tests = [
  ['haemoglobin', 128, 'g/L'],
  ['creatinine', 70, 'umol/L'],
  ['alt', 60, 'U/L'],
  ['creatine-kinase', 900, 'U/L'],
  ['neutrophils', 4, '10*9/L'],
  ['albumin', 40, 'g/L'],
];
const facts = Object.values(guideline.facts).filter(({ value }) => value.type === 'boolean');
while (entries.length < N) {
  const kind = random();
  if (kind < 0.4) {
    const [test, value, unit] = tests[Math.floor(random() * tests.length)];
    add({ kind: 'laboratory', on: anyDay(), test, value, unit, upperLimit: value / 2 });
  } else if (kind < 0.6) add({ kind: 'symptom', on: anyDay(), symptom: 'tiredness', score: Math.floor(random() * 11) });
  else if (kind < 0.8)
    add({
      kind: 'exercise',
      on: anyDay(),
      movements: [{ movement: 'sit-to-stand', repetitions: 8 }],
      minutes: 15,
      effort: 3,
    });
  else if (kind < 0.9)
    add({ kind: 'fact', on: anyDay(), fact: facts[Math.floor(random() * facts.length)].id, value: random() < 0.2 });
  else add({ kind: 'strength', on: anyDay(), test: 'sts30', value: 12, unit: '{times}' });
}
const typed = { facts: { age: 40, 'sex-at-birth': 'female', 'body-weight': 62 }, on: day(days) };

/** The naive way: for every fact of the guideline, replay the whole record and keep what the last entry says of that fact. */
function naive(asOf) {
  const patient = {};
  for (const id of Object.keys(guideline.facts)) {
    const value = derive(guideline, entries, asOf, typed).patient[id];
    if (value !== undefined) patient[id] = value;
  }
  return patient;
}
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
/** Wall time (median) and processor time (mean) of one run in ms. On a busy machine only the processor time means something. */
function time(work, times) {
  for (let i = 0; i < Math.min(20, times); i++) work();
  const before = process.cpuUsage();
  const walls = Array.from({ length: times }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  const { user, system } = process.cpuUsage(before);
  return { wall: median(walls), cpu: (user + system) / 1000 / times };
}
const shown = ({ wall, cpu }) => `${cpu.toFixed(1).padStart(6)} ms of processor, ${wall.toFixed(1)} ms of wall time`;
const asOf = day(days);
const derived = derive(guideline, entries, asOf, typed);
const deriving = time(() => derive(guideline, entries, asOf, typed), runs);
const planning = time(() => planFor(guideline, library, derived), runs);
const both = time(() => planFor(guideline, library, derive(guideline, entries, asOf, typed)), runs);
const from = performance.now();
const replayed = naive(asOf);
const replay = performance.now() - from;
const agrees =
  JSON.stringify(Object.entries(replayed).sort()) === JSON.stringify(Object.entries(derived.patient).sort());

process.stdout
  .write(`${N} entries over ten years, ${Object.keys(derived.patient).length} facts known, median of ${runs} runs

  derive                     ${shown(deriving)}
  plan                       ${shown(planning)}
  derive and plan            ${shown(both)} (the bar is 20 ms)
  replay for each fact       ${replay.toFixed(0)} ms   ${(replay / deriving.wall).toFixed(0)} times as long; the same patient: ${agrees ? 'yes' : 'NO'}
`);
if (Math.min(both.cpu, both.wall) > 20 || !agrees) process.exitCode = 1;
