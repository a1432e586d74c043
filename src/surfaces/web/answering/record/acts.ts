// SPDX-License-Identifier: Apache-2.0
// What pages of the record ask of the worker. Each part is fetched when it is first asked for: the interview never waits for it.
import type { Inputs } from '../../../../measures/index.ts';
import type { ExercisePhaseId } from '../../../../model/index.ts';
import type { IvigInput, RituximabScheme, TaperStep } from '../../../../plan/index.ts';
import type { Prepared } from '../interview.ts';
import type { Told } from './told.ts';
import type { OwnWords } from './visit.ts';

const planning = () => import('./planning.ts');
const visit = () => import('./visit.ts');

export const recordActs = {
  wrongPart: async (_prepared: Prepared, measure: string, inputs: Inputs) =>
    (await import('./scored.ts')).wrongPart(measure, inputs),
  track: async (prepared: Prepared, told: Told) => (await import('./track.ts')).trackView(prepared, told),
  plan: async (prepared: Prepared, told: Told, weeks: number) => (await planning()).planView(prepared, told, weeks),
  taper: async (prepared: Prepared, steps: readonly TaperStep[], takenDays: number) =>
    (await planning()).taperView(prepared, steps, takenDays),
  schemes: async (prepared: Prepared, start: { mgPerDay: number; weightKg?: number; from: string }) =>
    (await planning()).schemesView(prepared, start),
  ivig: async (prepared: Prepared, input: IvigInput) => (await planning()).ivigView(prepared, input),
  rituximab: async (
    prepared: Prepared,
    scheme: RituximabScheme,
    input: { from: string; surface?: number; firstEver: boolean },
  ) => (await planning()).rituximabView(prepared, scheme, input),
  calendar: async (prepared: Prepared, told: Told, zone: string) =>
    (await planning()).calendarFile(prepared, told, zone),
  exercise: async (prepared: Prepared, told: Told, chosen?: ExercisePhaseId) =>
    (await import('./exercise.ts')).exerciseView(prepared, told, chosen),
  visit: async (prepared: Prepared, told: Told, since: string) => (await visit()).visitView(prepared, told, since),
  visitBundle: async (prepared: Prepared, told: Told) => (await visit()).visitBundle(prepared, told),
  visitNote: async (prepared: Prepared, told: Told, since: string, own: OwnWords) =>
    (await visit()).visitNote(prepared, told, since, own),
};
