// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  type Condition,
  type FactId,
  type Meaning,
  type Patient,
  type Trace,
  type Truth,
  type Vocabulary,
} from '../../model/index.ts';
import { compares } from './decision.ts';
import { atLeast, not } from './truth.ts';

/** One distinct condition of a guideline, for the patient at hand. What rules share is decided, and traced, once. */
export type Gate = {
  name: string;
  condition: Condition;
  truth: () => Truth;
  trace: () => Trace;
  /** Unknown leaves below unknown nodes: nothing else can change this truth. Empty when it is settled. */
  missing: () => readonly FactId[];
};
/** Every condition of a guideline, each distinct one once. `turnTo` puts another patient at hand. */
export type Circuit = { gate: (condition: Condition) => Gate; turnTo: (patient: Patient) => void };

/** Which patient is at hand, and a number that changes with them, so that each gate knows whether it has decided already. */
type AtHand = { patient: Patient; turn: number };

const none: readonly FactId[] = [];
const unknown = (condition: Condition): Trace => ({ condition, truth: 'unknown', parts: [] });

/** A leaf has only three traces, so they are made once. An absent fact is unknown, whatever is asked of it. */
function leaf(
  atHand: AtHand,
  name: string,
  condition: Condition,
  fact: FactId,
  holds: (value: boolean | string | number) => boolean,
): Gate {
  const [yes, no, open]: readonly [Trace, Trace, Trace] = [
    { condition, truth: 'true', parts: [] },
    { condition, truth: 'false', parts: [] },
    unknown(condition),
  ];
  const trace = (): Trace => {
    const value = atHand.patient[fact];
    return value === undefined ? open : holds(value) ? yes : no;
  };
  const itself = [fact];
  return {
    name,
    condition,
    truth: () => trace().truth,
    trace,
    missing: () => (atHand.patient[fact] === undefined ? itself : none),
  };
}

/** Facts that any of these gates still waits for, each once. */
export function missing(...gates: readonly Gate[]): readonly FactId[] {
  const found = new Set<FactId>();
  for (const gate of gates) for (const fact of gate.missing()) found.add(fact);
  return [...found];
}

/** Made at most once for each patient at hand. */
function onceEach<T>(atHand: AtHand, first: T, make: () => T): () => T {
  let [turn, made] = [-1, first];
  return () => {
    if (turn !== atHand.turn) {
      made = make();
      turn = atHand.turn;
    }
    return made;
  };
}

/** A gate over other gates: decided at most once a patient, and traced only when somebody will read it. */
function node(atHand: AtHand, name: string, condition: Condition, of: readonly Gate[], decide: () => Truth): Gate {
  const truth = onceEach<Truth>(atHand, 'unknown', decide);
  const trace = onceEach(atHand, unknown(condition), () => ({
    condition,
    truth: truth(),
    parts: of.map((part) => part.trace()),
  }));
  const waits = onceEach(atHand, none, () => (truth() === 'unknown' ? missing(...of) : none));
  return { name, condition, truth, trace, missing: waits };
}

/** Looks at the parts until one settles it; an unknown part keeps it open. */
const until = (parts: readonly Gate[], settles: Truth, otherwise: Truth) => (): Truth => {
  let truth = otherwise;
  for (const part of parts) {
    const found = part.truth();
    if (found === settles) return settles;
    if (found === 'unknown') truth = 'unknown';
  }
  return truth;
};

type Build = (name: string, make: (name: string) => Gate) => Gate;
const names = (parts: readonly Gate[]): string => parts.map(({ name }) => name).join(' ');
const conditions = (parts: readonly Gate[]): readonly Condition[] => parts.map(({ condition }) => condition);

/** What each operator means as a gate; `build` gives the one that exists already, if it does. */
const gates = (atHand: AtHand, build: Build): Meaning<Gate> => ({
  is: ({ id }, value) =>
    build(`${id} is ${typeof value} ${value}`, (name) =>
      leaf(atHand, name, { op: 'is', fact: id, value }, id, (known) => known === value),
    ),
  compare: ({ id }, by, value) =>
    build(`${id} ${by} ${value}`, (name) =>
      leaf(
        atHand,
        name,
        { op: 'compare', fact: id, by, value },
        id,
        (known) => typeof known === 'number' && compares[by](known, value),
      ),
    ),
  not: (part) =>
    build(`not ${part.name}`, (name) =>
      node(atHand, name, { op: 'not', part: part.condition }, [part], () => not(part.truth())),
    ),
  all: (parts) =>
    build(`all ${names(parts)}`, (name) =>
      node(atHand, name, { op: 'all', parts: conditions(parts) }, parts, until(parts, 'false', 'true')),
    ),
  any: (parts) =>
    build(`any ${names(parts)}`, (name) =>
      node(atHand, name, { op: 'any', parts: conditions(parts) }, parts, until(parts, 'true', 'false')),
    ),
  atLeast: (points, of) =>
    build(`atLeast ${points} ${of.map(({ points: each, when }) => `${each}x${when.name}`).join(' ')}`, (name) =>
      node(
        atHand,
        name,
        { op: 'atLeast', points, parts: of.map((part) => ({ points: part.points, when: part.when.condition })) },
        of.map(({ when }) => when),
        () =>
          atLeast(
            points,
            of.map((part) => ({ points: part.points, when: part.when.truth() })),
          ),
      ),
    ),
  defined: ({ id }, body) =>
    build(`defined ${id}`, (name) => node(atHand, name, { op: 'defined', as: id }, [body], () => body.truth())),
});

/** An empty circuit over a checked vocabulary. Its names are its own: short, and the same for equal conditions only. */
export function prepareCircuit(vocabulary: Vocabulary): Circuit {
  const atHand: AtHand = { patient: {}, turn: 0 };
  const known = new Map<string, Gate>();
  const build: Build = (said, make) => {
    const gate = known.get(said) ?? make(`#${known.size}`);
    known.set(said, gate);
    return gate;
  };
  const meaning = gates(atHand, build);
  return {
    gate: (condition) => interpret(vocabulary, condition, meaning),
    turnTo: (patient) => {
      atHand.patient = patient;
      atHand.turn += 1;
    },
  };
}
