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
  /** Adds what is missing to a list that it is not in yet. */
  gather: (into: FactId[]) => void;
};
/** Every condition of a guideline, each distinct one once. `turnTo` puts another patient at hand. */
export type Circuit = { gate: (condition: Condition) => Gate; turnTo: (patient: Patient) => void };

/** Which patient is at hand, and a number that changes with them, so that each gate knows whether it has decided already. */
type AtHand = { patient: Patient; turn: number };
/** A fact of the patient at hand. However many leaves ask for it, it is read once, and once put in a list of what is missing. */
type Known = { value: () => Patient[FactId] | undefined; gather: (into: FactId[]) => void };

function known(atHand: AtHand, fact: FactId): Known {
  let turn = -1;
  let value: Patient[FactId] | undefined;
  let gathered: FactId[] | undefined;
  return {
    value: () => {
      if (turn !== atHand.turn) value = atHand.patient[fact];
      turn = atHand.turn;
      return value;
    },
    gather: (into) => {
      if (gathered !== into) into.push(fact);
      gathered = into;
    },
  };
}

/** Facts that any of these still waits for, each once, in the order in which they are met. */
export function missing(...groups: readonly (readonly { gate: Gate }[])[]): readonly FactId[] {
  const found: FactId[] = [];
  for (const group of groups) for (const { gate } of group) gate.gather(found);
  return found;
}
const missingOf = (gather: Gate['gather']) => (): readonly FactId[] => {
  const found: FactId[] = [];
  gather(found);
  return found;
};

/** A leaf has only three traces, so they are made once. An absent fact is unknown, whatever is asked of it. */
function leaf(
  atHand: AtHand,
  name: string,
  condition: Condition,
  { value, gather }: Known,
  holds: (value: boolean | string | number) => boolean,
): Gate {
  const [yes, no, open]: readonly [Trace, Trace, Trace] = [
    { condition, truth: 'true', parts: [] },
    { condition, truth: 'false', parts: [] },
    { condition, truth: 'unknown', parts: [] },
  ];
  let turn = -1;
  let found = open;
  const trace = (): Trace => {
    if (turn === atHand.turn) return found;
    const here = value();
    found = here === undefined ? open : holds(here) ? yes : no;
    turn = atHand.turn;
    return found;
  };
  const waits = (into: FactId[]): void => {
    if (value() === undefined) gather(into);
  };
  return { name, condition, truth: () => trace().truth, trace, missing: missingOf(waits), gather: waits };
}

/** A gate over other gates: decided at most once a patient, and traced only when somebody will read it. */
function node(atHand: AtHand, name: string, condition: Condition, of: readonly Gate[], decide: () => Truth): Gate {
  let decided = -1;
  let truth: Truth = 'unknown';
  let traced = -1;
  let trace: Trace = { condition, truth, parts: [] };
  let gathered: FactId[] | undefined;
  const known = (): Truth => {
    if (decided !== atHand.turn) truth = decide();
    decided = atHand.turn;
    return truth;
  };
  const gather = (into: FactId[]): void => {
    if (gathered === into || known() !== 'unknown') return;
    gathered = into;
    for (const part of of) part.gather(into);
  };
  return {
    name,
    condition,
    truth: known,
    trace: () => {
      if (traced !== atHand.turn) trace = { condition, truth: known(), parts: of.map((part) => part.trace()) };
      traced = atHand.turn;
      return trace;
    },
    missing: missingOf(gather),
    gather,
  };
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
const gates = (atHand: AtHand, factOf: (id: FactId) => Known, build: Build): Meaning<Gate> => ({
  is: ({ id }, value) =>
    build(`${id} is ${typeof value} ${value}`, (name) =>
      leaf(atHand, name, { op: 'is', fact: id, value }, factOf(id), (known) => known === value),
    ),
  compare: ({ id }, by, value) =>
    build(`${id} ${by} ${value}`, (name) =>
      leaf(
        atHand,
        name,
        { op: 'compare', fact: id, by, value },
        factOf(id),
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
  const atHand: AtHand = { patient: {}, turn: 0 };
  const [made, facts] = [new Map<string, Gate>(), new Map<FactId, Known>()];
  const meaning = gates(
    atHand,
    (id) => once(facts, id, () => known(atHand, id)),
    (said, make) => once(made, said, () => make(`#${made.size}`)),
  );
  return {
    gate: (condition) => interpret(vocabulary, condition, meaning),
    turnTo: (patient) => {
      atHand.patient = patient;
      atHand.turn += 1;
    },
  };
}
