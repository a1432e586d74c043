// SPDX-License-Identifier: Apache-2.0
// Conditions that share parts, written so that each part is computed once: databases do not find shared parts inside AND and OR.
import { interpret, type Condition, type Meaning, type Vocabulary } from '../../model/index.ts';
import { quoted, sqlMeaning, type Dialect } from './sql.ts';

/** One distinct condition: how it is written over its parts, and how many others use it. */
type Node = { number: number; parts: readonly Node[]; write: (parts: readonly string[]) => string; uses: number };
/** SQL that may name columns of this stage or of an earlier one. */
type Term = { sql: string; stage: number };
type Column = { name: string; sql: string };
/** Conditions by name, and the stages of shared columns that their SQL rests on: each stage may name those before it. */
export type Shared = { terms: ReadonlyMap<string, string>; stages: readonly (readonly Column[])[] };

/** Makes each distinct condition once. Two are the same when they are written alike over the same parts. */
function nodes(dialect: Dialect): Meaning<Node> {
  const sql = sqlMeaning(dialect);
  const known = new Map<string, Node>();
  const node = (parts: readonly Node[], write: Node['write']): Node => {
    const key = write(parts.map(({ number }) => `#${number}`));
    const found = known.get(key);
    if (found) return found;
    for (const part of new Set(parts)) part.uses++;
    const made = { number: known.size, parts, write, uses: 0 };
    known.set(key, made);
    return made;
  };
  return {
    is: (fact, value) => node([], () => sql.is(fact, value)),
    compare: (fact, by, value) => node([], () => sql.compare(fact, by, value)),
    not: (part) => node([part], ([written = '']) => sql.not(written)),
    all: (parts) => node(parts, sql.all),
    any: (parts) => node(parts, sql.any),
    atLeast: (points, parts) =>
      node(
        parts.map(({ when }) => when),
        (written) => sql.atLeast(points, parts.map((part, i) => ({ points: part.points, when: written[i] ?? '' }))), // prettier-ignore
      ),
    defined: (_definition, body) => body,
  };
}

/** Writes nodes as SQL: a shared one becomes a column of the first stage where its parts are there. */
function writer(dialect: Dialect, stages: Column[][]): (node: Node) => Term {
  const written = new Map<Node, Term>();
  const write = (node: Node): Term => {
    const found = written.get(node);
    if (found) return found;
    const parts = node.parts.map(write);
    const stage = Math.max(0, ...parts.map((part) => part.stage));
    const sql = node.write(parts.map((part) => part.sql));
    if (node.uses < 2 || /^"[^"]*"$|^`[^`]*`$|^(TRUE|FALSE)$/.test(sql)) {
      const inline = { sql, stage };
      written.set(node, inline);
      return inline;
    }
    const name = `shared:${node.number}`;
    (stages[stage] ??= []).push({ name, sql });
    const term = { sql: quoted(dialect, name), stage: stage + 1 };
    written.set(node, term);
    return term;
  };
  return write;
}

/** Writes named conditions so that what they share is computed once. The names are the caller's own. */
export function share(vocabulary: Vocabulary, named: ReadonlyMap<string, Condition>, dialect: Dialect): Shared {
  const meaning = nodes(dialect);
  const roots = [...named].map(([name, condition]) => ({ name, node: interpret(vocabulary, condition, meaning) }));
  for (const { node } of roots) node.uses++;
  const stages: Column[][] = [];
  const write = writer(dialect, stages);
  return { terms: new Map(roots.map(({ name, node }) => [name, write(node).sql])), stages };
}
