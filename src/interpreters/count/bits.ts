// SPDX-License-Identifier: Apache-2.0
// Kleene logic over many people side by side: one bit a person, so that one instruction decides for thirty-two of them.
import type { Meaning } from '../../model/index.ts';
import { sqlMeaning } from './sql.ts';

/** The most people that are decided together: as many as DuckDB gives at a time. */
export const mostTogether = 2048;
const words = mostTogether / 32;

/** Some of the people: bit p of word w is person 32 w + p. Its number is its place in the order in which masks are made. */
export type Mask = { number: number; bits: Uint32Array };
/** Of whom something is true, and of whom it is false; of the others it is unknown. */
export type Truths = { yes: Mask; no: Mask };
/** A truth of each person that is read, not computed: a column of SQL. */
export type Column = { sql: string; truths: Truths };
type Made = Mask & { parts: readonly Mask[]; make: () => void };
type Weighed = { points: number; of: Mask };

export type BitLogic = {
  meaning: Meaning<Truths>;
  everybody: Mask;
  and: (parts: readonly Mask[]) => Mask;
  or: (parts: readonly Mask[]) => Mask;
  /** Those of the first who are in none of the others. */
  without: (some: Mask, others: readonly Mask[]) => Mask;
  unknown: (truths: Truths) => Mask;
  /** What these masks rest on: columns to be read, and what then makes the masks. */
  program: (wanted: readonly Mask[]) => { columns: readonly Column[]; run: (people: number) => void };
};

const at = (bits: Uint32Array, word: number): number => bits[word] ?? 0;

function joinInto(out: Uint32Array, parts: readonly Mask[], join: (a: number, b: number) => number): void {
  const [first, ...rest] = parts;
  if (first) out.set(first.bits);
  for (const { bits } of rest) for (let w = 0; w < words; w++) out[w] = join(at(out, w), at(bits, w));
}

/** Marks who reaches so many points. The sum is taken in the order of the parts, as ANSWER and SQL take it. */
function reachInto(out: Uint32Array, points: number, parts: readonly Weighed[]): void {
  for (let w = 0; w < words; w++) {
    let reached = 0;
    for (let p = 0; p < 32; p++) {
      let sum = 0;
      for (const part of parts) if ((at(part.of.bits, w) >>> p) & 1) sum += part.points;
      if (sum >= points) reached |= 1 << p;
    }
    out[w] = reached;
  }
}

/** Sets the first so many bits. */
function firstOf(bits: Uint32Array, people: number): void {
  for (let w = 0; w < words; w++) {
    const left = people - 32 * w;
    bits[w] = left >= 32 ? 0xffffffff : left > 0 ? 2 ** left - 1 : 0;
  }
}

/** How many people a mask has. */
export function size({ bits }: Mask): number {
  let sum = 0;
  for (let w = 0; w < words; w++) {
    let x = at(bits, w);
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    sum += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}

/** Puts what was read into a column: a byte a person, and a bit a person that says whether it is known (none: all are). */
export function fill({ truths: { yes, no } }: Column, people: number, values: Uint8Array, known: Uint8Array | null): void {
  for (let w = 0; w < words; w++) {
    const end = Math.min(people, 32 * w + 32);
    let bits = 0;
    for (let person = 32 * w; person < end; person++) bits |= ((values[person] ?? 0) & 1) << (person & 31);
    const count = end - 32 * w;
    const present = count >= 32 ? -1 : count > 0 ? 2 ** count - 1 : 0;
    const four = 4 * w;
    const told = known === null ? present : present & ((known[four] ?? 0) | ((known[four + 1] ?? 0) << 8) | ((known[four + 2] ?? 0) << 16) | ((known[four + 3] ?? 0) << 24)); // prettier-ignore
    yes.bits[w] = bits & told;
    no.bits[w] = ~bits & told;
  }
} // prettier-ignore

/** Each distinct mask, made once; and in the order of their numbers, parts before what they are parts of. */
function masks() {
  const all: Made[] = [];
  const known = new Map<string, Made>();
  const mask = (key: string, parts: readonly Mask[], make: (out: Uint32Array) => void): Mask => {
    const found = known.get(key);
    if (found) return found;
    const bits = new Uint32Array(words);
    const made: Made = { number: all.length, bits, parts, make: () => make(bits) };
    all.push(made);
    known.set(key, made);
    return made;
  };
  /** Those that the wanted ones rest on, and they themselves. */
  const neededFor = (wanted: readonly Mask[]): readonly Made[] => {
    const needed = new Set<number>();
    const open = [...wanted];
    for (let next = open.pop(); next; next = open.pop()) {
      if (needed.has(next.number)) continue;
      needed.add(next.number);
      open.push(...(all[next.number]?.parts ?? []));
    }
    return all.filter(({ number }) => needed.has(number));
  };
  return { mask, neededFor };
}

const numbersOf = (parts: readonly Mask[]): string => parts.map(({ number }) => number).join(' ');
const distinct = (parts: readonly Mask[]): readonly Mask[] => [...new Set(parts)].sort((a, b) => a.number - b.number);

/** Kleene logic whose truths are bits. Conditions that are alike are one mask, computed once. */
export function bitLogic(): BitLogic {
  const { mask, neededFor } = masks();
  const read = () => undefined;
  const everybody = mask('everybody', [], read);
  const nobody = mask('nobody', [], read);
  const joined = (op: string, of: readonly Mask[], none: Mask, join: (a: number, b: number) => number): Mask => {
    const parts = distinct(of);
    const [first = none] = parts;
    return parts.length < 2 ? first : mask(`${op} ${numbersOf(parts)}`, parts, (out) => joinInto(out, parts, join));
  };
  const and = (parts: readonly Mask[]): Mask => joined('and', parts, everybody, (a, b) => a & b);
  const or = (parts: readonly Mask[]): Mask => joined('or', parts, nobody, (a, b) => a | b);
  const without = (some: Mask, others: readonly Mask[]): Mask => {
    const parts = [some, ...distinct(others)];
    return mask(`without ${numbersOf(parts)}`, parts, (out) => joinInto(out, parts, (a, b) => a & ~b));
  };
  const reach = (points: number, parts: readonly Weighed[]): Mask =>
    mask(`reach ${points} ${parts.map((part) => `${part.points}:${part.of.number}`).join(' ')}`, parts.map(({ of }) => of), (out) => reachInto(out, points, parts)); // prettier-ignore
  const columns = new Map<string, Column>();
  const column = (sql: string): Truths => {
    const truths = { yes: mask(`yes ${sql}`, [], read), no: mask(`no ${sql}`, [], read) };
    columns.set(sql, { sql, truths });
    return truths;
  };
  const sql = sqlMeaning('duckdb');
  const not = ({ yes, no }: Truths): Truths => ({ yes: no, no: yes });
  const yes = (parts: readonly Truths[]) => parts.map((part) => part.yes);
  const no = (parts: readonly Truths[]) => parts.map((part) => part.no);
  return {
    everybody,
    and,
    or,
    without,
    unknown: (truths) => without(everybody, [truths.yes, truths.no]),
    meaning: {
      is: (fact, value) => (value === false ? not(column(sql.is(fact, true))) : column(sql.is(fact, value))),
      compare: (fact, by, value) => column(sql.compare(fact, by, value)),
      not,
      all: (parts) => ({ yes: and(yes(parts)), no: or(no(parts)) }),
      any: (parts) => ({ yes: or(yes(parts)), no: and(no(parts)) }),
      // Points known to be there decide yes; points that cannot be there any more decide no.
      atLeast: (points, parts) => ({
        yes: reach(points, parts.map((part) => ({ points: part.points, of: part.when.yes }))), // prettier-ignore
        no: without(everybody, [reach(points, parts.map((part) => ({ points: part.points, of: without(everybody, [part.when.no]) })))]), // prettier-ignore
      }),
      defined: (_definition, body) => body,
    },
    program: (wanted) => {
      const needed = neededFor(wanted);
      const numbers = new Set(needed.map(({ number }) => number));
      return {
        columns: [...columns.values()].filter(({ truths }) => numbers.has(truths.yes.number) || numbers.has(truths.no.number)), // prettier-ignore
        run: (people) => {
          firstOf(everybody.bits, people);
          for (const { make } of needed) make();
        },
      };
    },
  };
}
