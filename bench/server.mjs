// SPDX-License-Identifier: Apache-2.0
// order-sign decisions a second over HTTP, and the same requests answered by cql-execution on the exported ELM. See README.md.
import cluster from 'node:cluster';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import cql from 'cql-execution';
import { readBundle, readOrders } from '../dist/fhir/index.js';
import { elmLibrary } from '../dist/interpreters/export/index.js';
import { createApp, listen } from '../dist/surfaces/server/index.js';
import { bodiesOf } from './orders.mjs';

const seconds = Number(process.env.SECONDS ?? 60);
const workers = Number(process.env.WORKERS ?? 2);
const connections = Number(process.env.CONNECTIONS ?? 24);
const firstPort = Number(process.env.PORT ?? 8110);
const host = '127.0.0.1';
const today = '2026-11-24';
const path = '/cds-services/dermatomyositis-order-sign';
const { guideline } = JSON.parse(readFileSync(new URL('../dist/guideline.json', import.meta.url), 'utf8'));
const web = fileURLToPath(new URL('../dist/web', import.meta.url));

const bodies = bodiesOf(200);

/** The other way: a small handler that gives the same facts to cql-execution. The reading of the record is ours in both. */
function cqlHandler(whole) {
  const libraries = new Map();
  const one = (id) => ({
    ...guideline,
    rules: guideline.rules.filter((rule) => rule.intervention === id),
    urgencies: [],
    interventions: { [id]: guideline.interventions[id] },
  });
  const libraryOf = (id) => {
    const key = whole ? 'all' : id;
    const made = libraries.get(key) ?? new cql.Library(elmLibrary(whole ? guideline : one(id)));
    libraries.set(key, made);
    return made;
  };
  const nobody = { currentPatient: () => undefined, nextPatient: () => undefined };
  return createServer(async (incoming, answer) => {
    let text = '';
    for await (const piece of incoming) text += piece;
    const { context, prefetch } = JSON.parse(text);
    const entry = Object.values(prefetch).map((resource) => ({ resource }));
    const { facts } = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', entry }, today);
    const [order] = readOrders(guideline, context.draftOrders, today).orders;
    const [id] = order?.interventions ?? [];
    const results = id
      ? (await new cql.Executor(libraryOf(id), undefined, { ...facts, ...order.facts }).exec(nobody)).unfilteredResults
      : {};
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ status: id ? results[`status/${id}`] : 'none' }));
  });
}

const kinds = {
  heliotrope: (port) => listen(createApp({ guideline, web, today: () => today, rate: 0 }), port, host),
  'cql-execution, that medicine’s rules': (port) => once(cqlHandler(false).listen(port, host), 'listening'),
  'cql-execution, the whole library': (port) => once(cqlHandler(true).listen(port, host), 'listening'),
};

async function serveAsWorker() {
  await kinds[process.env.KIND](Number(process.env.AT));
  process.on('message', () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    process.send({ rss, heapUsed, cpu: (user + system) / 1e6 });
  });
  process.send('ready');
}

const heard = (worker) => new Promise((resolve) => worker.once('message', resolve));
async function usage(all) {
  const told = all.map(heard);
  for (const worker of all) worker.send('usage');
  const parts = await Promise.all(told);
  const sum = (name) => parts.reduce((total, one) => total + one[name], 0);
  return { rss: sum('rss') / 1e6, heap: sum('heapUsed') / 1e6, cpu: sum('cpu') };
}
const shoot = (port, duration) =>
  autocannon({
    url: `http://${host}:${port}`,
    connections,
    duration,
    requests: bodies.map((body) => ({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body })),
  });

async function measure(kind, port, duration) {
  cluster.setupPrimary({ execArgv: ['--expose-gc'] });
  const all = Array.from({ length: workers }, () => cluster.fork({ KIND: kind, AT: String(port) }));
  await Promise.all(all.map(heard));
  await shoot(port, Math.min(10, duration));
  const before = await usage(all);
  const told = setInterval(async () => {
    const { rss, heap } = await usage(all);
    console.log(
      `  ${new Date().toISOString().slice(11, 16)} heap ${heap.toFixed(0)} MB, resident ${rss.toFixed(0)} MB`,
    );
  }, 60_000);
  const found = await shoot(port, duration);
  clearInterval(told);
  const after = await usage(all);
  for (const worker of all) worker.kill();
  await Promise.all(all.map((worker) => once(worker, 'exit')));
  const done = found['2xx'];
  return {
    kind,
    rate: done / found.duration,
    p50: found.latency.p50,
    p99: found.latency.p99,
    wrong: found.non2xx + found.errors + found.timeouts,
    cpu: ((after.cpu - before.cpu) / done) * 1e3,
    heap: `${before.heap.toFixed(0)} → ${after.heap.toFixed(0)}`,
    rss: `${before.rss.toFixed(0)} → ${after.rss.toFixed(0)}`,
    grown: after.heap - before.heap,
  };
}

if (cluster.isPrimary) {
  const size = bodies.reduce((total, { length }) => total + length, 0) / bodies.length / 1000;
  console.log(
    `${bodies.length} people, ${size.toFixed(1)} kB a request; ${workers} processes, ${connections} connections, ${seconds} s`,
  );
  const rows = [];
  for (const [i, kind] of Object.keys(kinds).entries()) {
    rows.push(await measure(kind, firstPort + i, i === 0 ? seconds : Math.max(5, Math.min(20, seconds))));
    await wait(500);
    const { rate, p50, p99, cpu, heap, rss, wrong } = rows.at(-1);
    console.log(
      `${kind}: ${rate.toFixed(0)} a second, p50 ${p50} ms, p99 ${p99} ms, ${cpu.toFixed(2)} ms of processor each, heap ${heap} MB, resident ${rss} MB, ${wrong} failed`,
    );
  }
  const [ours, ...others] = rows;
  for (const { kind, rate, cpu } of others)
    console.log(
      `against ${kind}: ${(ours.rate / rate).toFixed(1)} times the rate, ${(cpu / ours.cpu).toFixed(1)} times less processor`,
    );
  const missed = [
    ...(ours.rate < 3000 ? [`${ours.rate.toFixed(0)} a second, wanted 3000`] : []),
    ...(ours.p99 >= 25 ? [`p99 ${ours.p99} ms, wanted under 25`] : []),
    ...(ours.grown > 20 ? [`the heap grew by ${ours.grown.toFixed(0)} MB`] : []),
    ...(ours.wrong ? [`${ours.wrong} failed`] : []),
    ...others
      .filter(({ rate }) => ours.rate / rate < 20)
      .map(({ kind, rate }) => `${(ours.rate / rate).toFixed(1)} times ${kind}, wanted 20`),
  ];
  console.log(missed.length ? `Not met: ${missed.join('; ')}.` : 'All met.');
  process.exitCode = missed.length ? 1 : 0;
} else await serveAsWorker();
