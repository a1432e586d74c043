// SPDX-License-Identifier: Apache-2.0
import textReadability from 'text-readability';
import type { Loaded } from '../../../authoring/load.ts';
import type { ExerciseLibrary, Intervention } from '../../../model/index.ts';
import type { Finding } from './finding.ts';

/** What a patient reads about a treatment on its page; published doses are for clinicians and are left out. */
function textsAbout({ id, about }: Intervention): readonly (readonly [string, string])[] {
  if (!about) return [];
  const { mechanism, taken, onset, effects } = about;
  return [
    ...[mechanism, taken, onset].map(({ text }) => [id, text] as const),
    ...effects.map(({ effect, often = '', act = '' }) => [id, `${effect}. ${often}. ${act}`] as const),
  ];
}

/** What a person reads while they plan a week and exercise: how, when to stop, what holds for them. The protocol's loads are for
 *  therapists and are left out. */
function exerciseTexts({ movements, regressions, progressions, session, stopRules, screening }: ExerciseLibrary) {
  const rules = [...regressions, ...progressions, ...session].map(({ id, text }) => [id, text] as const);
  return [
    ...Object.values(movements).flatMap(({ id, start, how, easier, harder, care }) =>
      [`${start} ${how}`, `${easier} ${harder}`, ...care].map((text) => [id, text] as const),
    ),
    ...rules.map(([id, text]) => [id, text.split('For clinicians:')[0] ?? text] as const),
    ...stopRules.map(({ id, sign, action }) => [id, `${sign}. ${action}.`] as const),
    ...screening.map(({ id, ask, advice }) => [id, `${ask} ${advice}`] as const),
  ];
}

/** Patients' text of a guideline at a reading age above 13: US grade above 8 by Flesch-Kincaid. */
export function hardToRead({ guideline }: Loaded): readonly Finding[] {
  const texts = [
    ...Object.values(guideline.facts).map(({ id, question }) => [id, question] as const),
    ...Object.values(guideline.interventions).map(({ id, summary }) => [id, summary] as const),
    ...Object.values(guideline.interventions).flatMap(textsAbout),
  ];
  return hard(texts);
}
/** The same of an exercise library. */
export const hardExercise = (library: ExerciseLibrary): readonly Finding[] => hard(exerciseTexts(library));

function hard(texts: readonly (readonly [id: string, text: string])[]): readonly Finding[] {
  return texts
    .filter(([, text]) => text.split(' ').length >= 12 && textReadability.fleschKincaidGrade(text) > 8)
    .map(([id, text]) => ({
      severity: 'error',
      code: 'hard-to-read',
      message: `The patients' text of "${id}" reads at grade ${textReadability.fleschKincaidGrade(text)}; 8 is the most.`,
    }));
}
