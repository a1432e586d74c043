// SPDX-License-Identifier: Apache-2.0
// When asking may stop: what is already settled for one patient, whatever the answers to everything that is still unknown.
import type { Fact, Guideline, InterventionId, Patient, Status } from '../../model/index.ts';
import { statusIn, type Property, type Replay } from './property.ts';
import { and, decimal, factsIn, not, or } from './smt.ts';
import { decideStatus, statusesOf } from './status.ts';

/** The value a patient states, as a formula over the fact's variable. A value of another type holds of nobody. */
function stated({ value }: Fact, number: number, given: boolean | string | number): string {
  if (typeof given === 'boolean') return given ? `v${number}` : not(`v${number}`);
  if (typeof given === 'number') return `(= v${number} ${decimal(given)})`;
  const place = value.type === 'code' ? value.options.findIndex(({ code }) => code === given) : -1;
  return place < 0 ? 'false' : `(= v${number} ${place})`;
}

/** Everybody of whom at least this is known. */
function knowingAtLeast(guideline: Guideline, patient: Patient, about: string): string {
  return and(
    factsIn(guideline, about).flatMap(({ fact, number }) => {
      const given = patient[fact.id];
      return given === undefined ? [] : [and([`k${number}`, stated(fact, number, given)])];
    }),
  );
}

/** What a settled status may become without anybody being advised otherwise: what is not offered may get one more reason against. */
const asGood: Readonly<Record<Exclude<Status, 'undetermined'>, readonly Status[]>> = {
  recommended: ['recommended'],
  suggested: ['suggested'],
  contraindicated: ['contraindicated'],
  'not-indicated': ['not-indicated', 'contraindicated'],
  'advised-against': ['advised-against', 'not-indicated', 'contraindicated'],
};

/** Where one patient stands: what is settled for good, and what an answer could still change. */
export type Standing = { settled: readonly InterventionId[]; open: readonly InterventionId[] };

/** What still waits for an answer: undetermined, or suggested while it may yet be recommended. */
export function standingOf(replay: Replay, patient: Patient): Standing {
  const { options } = replay(patient);
  const ids = (wanted: boolean) =>
    options.filter(({ missing }) => missing.length > 0 === wanted).map(({ intervention }) => intervention);
  return { settled: ids(false), open: ids(true) };
}

/** Nothing that this patient has not been asked changes a status that waits for nothing. */
export function asksNoMore(guideline: Guideline, replay: Replay, name: string, patient: Patient): readonly Property[] {
  return standingOf(replay, patient).settled.flatMap((id): readonly Property[] => {
    const was = statusIn(replay(patient), id);
    if (was === undefined || was === 'undetermined') return [];
    const statuses = statusesOf(guideline, id, decideStatus);
    const changed = not(or(asGood[was].map((status) => statuses[status])));
    return [
      {
        id: `asks-no-more--${name}--${id}`,
        kind: 'interview-may-stop',
        says: `No answer to a question still open changes ${id} for ${name}: it stays ${was}.`,
        wants: 'nobody',
        otherwise: 'refuted',
        complete: false,
        asserted: and([knowingAtLeast(guideline, patient, changed), changed]),
        shows: (again, found) => {
          const is = statusIn(again({ ...patient, ...found.patient }), id);
          return is !== undefined && !asGood[was].includes(is);
        },
      },
    ];
  });
}
