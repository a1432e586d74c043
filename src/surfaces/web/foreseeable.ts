// SPDX-License-Identifier: Apache-2.0
import type { FactId, Patient } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import type { AskedPage } from './answering/interview.ts';
import type { Said } from './components/interview/question.tsx';
import { live, type Kept } from './kept.ts';
import { today } from './navigator.ts';

/** What is known after answers; a fact left open is unknown. */
function after(patient: Patient, said: readonly Said[], open: readonly FactId[], left: readonly FactId[]) {
  const facts: Patient = {
    ...Object.fromEntries(Object.entries(patient).filter(([id]) => !left.includes(id))),
    ...Object.fromEntries(said.map(({ fact, value }) => [fact, value])),
  };
  const stays = open.filter((id) => !said.some(({ fact }) => fact === id) && !left.includes(id));
  return { patient: facts, open: [...stays, ...left] };
}

/** The answers most likely next: every choice of one fact; of a list, none, all unknown, and each box alone. */
export function foreseeable(page: AskedPage, patient: Patient, open: readonly FactId[]) {
  const facts = page.facts.map(({ fact }) => fact);
  const ids = facts.map(({ id }) => id);
  const [first] = facts;
  const to = (said: readonly Said[], left: readonly FactId[]) => after(patient, said, open, left);
  const unknown = to([], ids);
  if (facts.length > 1) {
    const none = ids.map((fact) => ({ fact, value: false }));
    const alone = ids.flatMap((one) => [
      to(
        ids.map((fact) => ({ fact, value: fact === one })),
        [],
      ),
    ]);
    return [to(none, []), unknown, ...alone];
  }
  if (first?.value.type === 'boolean')
    return [false, true].map((value) => to([{ fact: first.id, value }], [])).concat(unknown);
  if (first?.value.type === 'code')
    return first.value.options.map(({ code }) => to([{ fact: first.id, value: code }], [])).concat(unknown);
  return [unknown];
}

/** Answers as entries of the record; a second answer on one day replaces the first. */
export function said({ entries }: Kept, answers: readonly Said[]): readonly Entry[] {
  const [on, before] = [today(), live(entries)];
  return answers.map(({ fact, value }) => {
    const old = before.find((entry) => entry.kind === 'fact' && entry.fact === fact && entry.on === on);
    return {
      kind: 'fact' as const,
      id: crypto.randomUUID(),
      on,
      by: 'patient' as const,
      fact,
      value,
      ...(old ? { replaces: old.id } : {}),
    };
  });
}
