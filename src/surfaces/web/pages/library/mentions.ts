// SPDX-License-Identifier: Apache-2.0
import type { Article, Guideline, InterventionId } from '../../../../model/index.ts';

/** What people call a treatment in a text, where that is not its name. */
const called: Readonly<Record<string, RegExp>> = {
  ivig: /\bimmunoglobulin\b/gi,
  prednisone: /\bsteroids\b|\b(?:a|the) steroid\b(?! cream)|\bsteroid tablets?\b|\bprednis(?:ol)?one\b/gi,
  tacrolimus: /\btacrolimus\b(?! ointment)/gi,
  'exercise-programme': /\bexercise|\btraining\b/gi,
  'sun-protection': /\bsunscreen|\bsun (?:care|protection)\b/gi,
  'topical-corticosteroid': /\bsteroid cream/gi,
  'topical-calcineurin-inhibitor': /\btacrolimus ointment\b/gi,
  'cancer-risk-assessment': /\bcancer checks\b/gi,
  'calcinosis-care': /\bcalcium lumps?\b/gi,
  'itch-care': /\bitch\b/gi,
  'steroid-emergency-plan': /\bsick-day plan\b/gi,
  'speech-and-language-therapy': /\bspeech and language\b/gi,
  'pjp-prophylaxis': /\bco-trimoxazole\b/gi,
};
/** Only treatments whose name is one word are found by it: "other-investigational-medicines" is none. */
const pattern = (id: string): RegExp | undefined =>
  called[id] ?? (/^[a-z]{5,}$/.test(id) ? new RegExp(`\\b${id}\\b`, 'gi') : undefined);

const textOf = ({ title, takeaways, sections }: Article): string =>
  [
    title,
    ...takeaways.map(({ text }) => text),
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(({ items }) => items.flat().map(({ text }) => text)),
    ]),
  ].join(' ');

export type Mention = { id: InterventionId; label: string; many: number };
/** The treatments an article names, the most named first. */
export function treatmentsIn(article: Article, { interventions }: Guideline): readonly Mention[] {
  const text = textOf(article);
  return Object.values(interventions)
    .flatMap(({ id, label }): readonly Mention[] => {
      const words = pattern(id);
      const many = words ? (text.match(words) ?? []).length : 0;
      return many > 0 ? [{ id, label, many }] : [];
    })
    .toSorted((a, b) => b.many - a.many);
}
/** The articles that name a treatment, those first that name it most. */
export const articlesAbout = (
  id: InterventionId,
  articles: readonly Article[],
  guideline: Guideline,
): readonly Article[] =>
  articles
    .flatMap((article) => {
      const many = treatmentsIn(article, guideline).find((one) => one.id === id)?.many ?? 0;
      return many ? [{ article, many }] : [];
    })
    .toSorted((a, b) => b.many - a.many)
    .map(({ article }) => article);
