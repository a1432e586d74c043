// SPDX-License-Identifier: Apache-2.0
import textReadability from 'text-readability';
import type { Loaded } from '../../../authoring/load.ts';
import type { Intervention } from '../../../model/index.ts';
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

/** Patients' text at a reading age above 13: US grade above 8 by Flesch-Kincaid. */
export function hardToRead({ guideline }: Loaded): readonly Finding[] {
  const texts = [
    ...Object.values(guideline.facts).map(({ id, question }) => [id, question] as const),
    ...Object.values(guideline.interventions).map(({ id, summary }) => [id, summary] as const),
    ...Object.values(guideline.interventions).flatMap(textsAbout),
  ];
  return texts
    .filter(([, text]) => text.split(' ').length >= 12 && textReadability.fleschKincaidGrade(text) > 8)
    .map(([id, text]) => ({
      severity: 'error',
      code: 'hard-to-read',
      message: `The patients' text of "${id}" reads at grade ${textReadability.fleschKincaidGrade(text)}; 8 is the most.`,
    }));
}
