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
import { prepareTruths, type Truths } from './truths.ts';

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
  /** Adds what is missing to a list that it is not in yet. */
  gather: (into: FactId[]) => void;
};
/** Every condition of a guideline, each distinct one once. `turnTo` puts another patient at hand. */
export type Circuit = { gate: (condition: Condition) => Gate; turnTo: (patient: Patient) => void };

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

/** A fact, and the list of what is missing that it was last put in: once a list, however many leaves ask for it. */
type Noted = { fact: FactId; last: FactId[] | undefined };

/** A leaf has only three traces, so they are made once. */
function leaf(truths: Truths, name: string, condition: Condition, place: number, noted: Noted): Gate {
  const [yes, no, open]: readonly [Trace, Trace, Trace] = [
    { condition, truth: 'true', parts: [] },
    { condition, truth: 'false', parts: [] },
    { condition, truth: 'unknown', parts: [] },
  ];
  const truth = (): Truth => truths.of(place);
  const gather = (into: FactId[]): void => {
    if (noted.last === into || !truths.isOpen(place)) return;
    noted.last = into;
    into.push(noted.fact);
  };
  const trace = (): Trace => (truth() === 'unknown' ? open : truth() === 'true' ? yes : no);
  return { name, place, condition, truth, trace, missing: missingOf(gather), gather };
}

/** A gate over other gates: traced only when somebody will read it, and then once a patient. */
function node(truths: Truths, name: string, condition: Condition, of: readonly Gate[], place: number): Gate {
  const truth = (): Truth => truths.of(place);
  let traced = -1;
  let trace: Trace = { condition, truth: 'unknown', parts: [] };
  let gathered: FactId[] | undefined;
  const gather = (into: FactId[]): void => {
    if (gathered === into || !truths.isOpen(place)) return;
    gathered = into;
    for (const part of of) part.gather(into);
  };
  return {
    name,
    place,
    condition,
    truth,
    trace: () => {
      if (traced !== truths.turn()) trace = { condition, truth: truth(), parts: of.map((part) => part.trace()) };
      traced = truths.turn();
      return trace;
    },
    missing: missingOf(gather),
    gather,
  };
}

type Build = (name: string, make: (name: string) => Gate) => Gate;
const names = (parts: readonly Gate[]): string => parts.map(({ name }) => name).join(' ');
const conditions = (parts: readonly Gate[]): readonly Condition[] => parts.map(({ condition }) => condition);
const places = (parts: readonly Gate[]): readonly number[] => parts.map(({ place }) => place);

/** What each operator means as a gate; `build` gives the one that exists already, if it does. */
const gates = (truths: Truths, noted: (fact: FactId) => Noted, build: Build): Meaning<Gate> => ({
  is: ({ id }, value) =>
    build(`${id} is ${typeof value} ${value}`, (name) => {
      const place = truths.leaf(id, (known) => known === value);
      return leaf(truths, name, { op: 'is', fact: id, value }, place, noted(id));
    }),
  compare: ({ id }, by, value) =>
    build(`${id} ${by} ${value}`, (name) => {
      const place = truths.leaf(id, (known) => typeof known === 'number' && compares[by](known, value));
      return leaf(truths, name, { op: 'compare', fact: id, by, value }, place, noted(id));
    }),
  not: (part) =>
    build(`not ${part.name}`, (name) =>
      node(truths, name, { op: 'not', part: part.condition }, [part], truths.not(part.place)),
    ),
  all: (parts) =>
    build(`all ${names(parts)}`, (name) =>
      node(truths, name, { op: 'all', parts: conditions(parts) }, parts, truths.all(places(parts))),
    ),
  any: (parts) =>
    build(`any ${names(parts)}`, (name) =>
      node(truths, name, { op: 'any', parts: conditions(parts) }, parts, truths.any(places(parts))),
    ),
  atLeast: (points, of) =>
    build(`atLeast ${points} ${of.map(({ points: each, when }) => `${each}x${when.name}`).join(' ')}`, (name) =>
      node(
        truths,
        name,
        { op: 'atLeast', points, parts: of.map((part) => ({ points: part.points, when: part.when.condition })) },
        of.map(({ when }) => when),
        truths.atLeast(
          points,
          of.map((part) => ({ points: part.points, place: part.when.place })),
        ),
      ),
    ),
  defined: ({ id }, body) =>
    build(`defined ${id}`, (name) => node(truths, name, { op: 'defined', as: id }, [body], truths.all([body.place]))),
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
  const [made, notes] = [new Map<string, Gate>(), new Map<FactId, Noted>()];
  const meaning = gates(
    truths,
    (fact) => once(notes, fact, () => ({ fact, last: undefined })),
    (said, make) => once(made, said, () => make(`#${made.size}`)),
  );
  return { gate: (condition) => interpret(vocabulary, condition, meaning), turnTo: truths.turnTo };
}
