// SPDX-License-Identifier: Apache-2.0
// Where one treatment stands for one person, with its reason, as plain data for the page of that treatment.
import type { FactId, Patient } from '../../../model/index.ts';
import { reasonOf } from './guidance.ts';
import type { Prepared } from './interview.ts';
import { standing, type Standing } from './standing.ts';

export type ForYou = {
  standing: Standing;
  text: string;
  you: readonly string[];
  waits: readonly FactId[];
  stopping?: string;
};

/** The standing of one treatment; nothing where the guideline does not know it. */
export function forYou({ guideline, answer }: Prepared, patient: Patient, id: string): ForYou | undefined {
  const option = answer(patient).options.find(({ intervention }) => intervention === id);
  if (!option) return undefined;
  const [{ text, you }, stands] = [reasonOf(guideline, patient, option), standing(option)];
  const stopping = option.current === 'true' ? guideline.interventions[id]?.about?.stopping?.text : undefined;
  const decided = stands !== 'waits' && stands !== 'stage';
  return {
    standing: stands,
    text: decided ? text : '',
    you: decided ? you : [],
    waits: option.missing,
    ...(stopping ? { stopping } : {}),
  };
}
