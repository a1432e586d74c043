// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  type Condition,
  type FactId,
  type Meaning,
  type Trace,
  type Truth,
  type Vocabulary,
} from '../../model/index.ts';
import { compares } from './decision.ts';
import { prepareTruths, type Truths } from './truths.ts';
import { prepareWaits, type Waits } from './waits.ts';

/** One distinct condition of a guideline, for the patient at hand. What rules share is decided, and traced, once. */
export type Gate = {
  name: string;
  /** Its place among the truths of the circuit. */
  place: number;
  condition: Condition;
  truth: () => Truth;
  trace: () => Trace;
  /** Unknown leaves below unknown nodes: nothing else can change this truth. Empty when it is settled. */
  missing: () => readonly FactId[];
};
/** Every condition of a guideline, each distinct one once. */
export type Circuit = {
  gate: (condition: Condition) => Gate;
  /** What the gates at these places still wait for: each fact once, in the order in which they are met. */
  missing: (places: readonly number[]) => readonly FactId[];
  /** Puts another patient at hand. */
  turnTo: Truths['turnTo'];
  /** Reads the gates as they would be if one fact more were known of the patient at hand. */
  supposing: Truths['supposing'];
};

/** What a gate is made in: the truths, and the facts waited for below each place. */
type Ground = { truths: Truths; waits: Waits };

/** A leaf has only three traces, so they are made once. */
function leaf({ truths, waits }: Ground, name: string, condition: Condition, place: number, fact: FactId): Gate {
  const [yes, no, open]: readonly [Trace, Trace, Trace] = [
    { condition, truth: 'true', parts: [] },
    { condition, truth: 'false', parts: [] },
    { condition, truth: 'unknown', parts: [] },
  ];
  const truth = (): Truth => truths.of(place);
  const trace = (): Trace => (truth() === 'unknown' ? open : truth() === 'true' ? yes : no);
  waits.forFact(place, fact);
  return { name, place, condition, truth, trace, missing: () => waits.missing([place]) };
}

/** A gate over other gates: traced only when somebody will read it, and then once a patient. Where nothing below it is known
 *  its trace is the same for everybody, so that one is made once. */
function node({ truths, waits }: Ground, name: string, condition: Condition, of: readonly Gate[], place: number): Gate {
  const truth = (): Truth => truths.of(place);
  const made = (): Trace => ({ condition, truth: truth(), parts: of.map((part) => part.trace()) });
  let traced = -1;
  let trace: Trace | undefined;
  let untouched: Trace | undefined;
  waits.forParts(place, places(of));
  return {
    name,
    place,
    condition,
    truth,
    trace: () => {
      if (truths.isUntouched(place)) return (untouched ??= made());
      if (trace === undefined || traced !== truths.turn()) trace = made();
      traced = truths.turn();
      return trace;
    },
    missing: () => waits.missing([place]),
  };
}

type Build = (name: string, make: (name: string) => Gate) => Gate;
const names = (parts: readonly Gate[]): string => parts.map(({ name }) => name).join(' ');
const conditions = (parts: readonly Gate[]): readonly Condition[] => parts.map(({ condition }) => condition);
const places = (parts: readonly Gate[]): readonly number[] => parts.map(({ place }) => place);

/** What each operator means as a gate; `build` gives the one that exists already, if it does. */
const gates = (ground: Ground, build: Build): Meaning<Gate> => ({
  is: ({ id }, value) =>
    build(`${id} is ${typeof value} ${value}`, (name) => {
      const place = ground.truths.leaf(id, (known) => known === value);
      return leaf(ground, name, { op: 'is', fact: id, value }, place, id);
    }),
  compare: ({ id }, by, value) =>
    build(`${id} ${by} ${value}`, (name) => {
      const place = ground.truths.leaf(id, (known) => typeof known === 'number' && compares[by](known, value));
      return leaf(ground, name, { op: 'compare', fact: id, by, value }, place, id);
    }),
  not: (part) =>
    build(`not ${part.name}`, (name) =>
      node(ground, name, { op: 'not', part: part.condition }, [part], ground.truths.not(part.place)),
    ),
  all: (parts) =>
    build(`all ${names(parts)}`, (name) =>
      node(ground, name, { op: 'all', parts: conditions(parts) }, parts, ground.truths.all(places(parts))),
    ),
  any: (parts) =>
    build(`any ${names(parts)}`, (name) =>
      node(ground, name, { op: 'any', parts: conditions(parts) }, parts, ground.truths.any(places(parts))),
    ),
  atLeast: (points, of) =>
    build(`atLeast ${points} ${of.map(({ points: each, when }) => `${each}x${when.name}`).join(' ')}`, (name) =>
      node(
        ground,
        name,
        { op: 'atLeast', points, parts: of.map((part) => ({ points: part.points, when: part.when.condition })) },
        of.map(({ when }) => when),
        ground.truths.atLeast(
          points,
          of.map((part) => ({ points: part.points, place: part.when.place })),
        ),
      ),
    ),
  defined: ({ id }, body) =>
    build(`defined ${id}`, (name) =>
      node(ground, name, { op: 'defined', as: id }, [body], ground.truths.all([body.place])),
    ),
});

/** What was made under this name before, or else is made now. */
function once<T>(made: Map<string, T>, name: string, make: () => T): T {
  const before = made.get(name);
  if (before !== undefined) return before;
  const now = make();
  made.set(name, now);
  return now;
}

/** An empty circuit over a checked vocabulary. Its names are its own: short, and the same for equal conditions only. */
export function prepareCircuit(vocabulary: Vocabulary): Circuit {
  const truths = prepareTruths();
  const waits = prepareWaits(truths);
  const made = new Map<string, Gate>();
  const meaning = gates({ truths, waits }, (said, make) => once(made, said, () => make(`#${made.size}`)));
  return {
    gate: (condition) => interpret(vocabulary, condition, meaning),
    missing: waits.missing,
    turnTo: truths.turnTo,
    supposing: truths.supposing,
  };
}
