// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { scheduleWords, statusWords } from '../../../interpreters/explain/index.ts';
import { statuses, type ClaimId, type Guideline } from '../../../model/index.ts';
import { citedClaims, claims, type Said, type SaidGuidance } from '../../said/index.ts';
import type { Citing } from '../citing.ts';
import type { McpContent } from '../content.ts';
import { personInput, readPerson } from '../person.ts';
import { factName, heading, telling, urgentLines } from '../telling.ts';
import { refused, tool, type Tool } from '../tool.ts';
import { noIntervention } from './explain.ts';

const cited = z.strictObject({ text: z.string(), because: z.array(z.string()) });
const compared = z.strictObject({
  intervention: z.string(),
  label: z.string(),
  summary: z.string(),
  status: z.enum(statuses),
  statusWords: z.string(),
  certainty: z.string().optional(),
  because: z.array(z.string()),
  missing: z.array(z.string()),
  againstWishes: z.array(z.string()),
  taken: z.array(cited),
  onset: z.array(cited),
  effects: z.array(cited.extend({ serious: z.boolean() })),
  checkFirst: z.array(cited),
  watch: z.array(cited),
});
const comparison = z.strictObject({
  shape: z.literal('heliotrope-comparison/1'),
  guideline: z.string(),
  disclaimer: z.string(),
  asOf: z.string(),
  options: z.array(compared),
  claims,
});
type Comparison = z.infer<typeof comparison>;
type Compared = z.infer<typeof compared>;
type Cited = z.infer<typeof cited>;

/** The same rows for each, so that no one of them is shown in a better light. */
function rowsOf(guideline: Guideline, option: SaidGuidance['options'][number]): Compared {
  const { intervention: id, label, status, because, missing, againstWishes, certainty } = option;
  const found = guideline.interventions[id];
  const about = found?.about;
  const rules = guideline.rules.filter(({ intervention }) => intervention === id);
  const said = (one: { text: string; because: readonly ClaimId[] } | undefined): Cited[] =>
    one ? [{ text: one.text, because: [...one.because] }] : [];
  return {
    intervention: id,
    label,
    summary: found?.summary ?? '',
    status,
    statusWords: statusWords[status],
    ...(certainty === undefined ? {} : { certainty }),
    because,
    missing,
    againstWishes,
    taken: said(about?.taken),
    onset: said(about?.onset),
    effects: (about?.effects ?? []).map(({ effect, often, serious, because: ids }) => ({
      text: often === undefined ? effect : `${effect} (${often})`,
      serious,
      because: [...ids],
    })),
    checkFirst: rules.flatMap((rule) =>
      rule.kind === 'prerequisite' ? said({ text: rule.advice, because: rule.because }) : [],
    ),
    watch: rules.flatMap((rule) =>
      rule.kind === 'monitoring'
        ? said({ text: `${rule.test}, ${scheduleWords(rule.schedule)}`, because: rule.because })
        : [],
    ),
  };
}

/** One of them as text. */
function block(guideline: Guideline, one: Compared, cite: Citing): readonly string[] {
  const rows = (name: string, found: readonly Cited[]): readonly string[] =>
    found.length
      ? [`  ${name}: ${found.map(({ text, because }) => `${text} ${cite.claims(because)}`.trim()).join('; ')}`]
      : [];
  const effects = (serious: boolean): readonly Cited[] => one.effects.filter((effect) => effect.serious === serious);
  const more = one.missing.length > 6 ? ` and ${one.missing.length - 6} more` : '';
  const missing = one.missing
    .slice(0, 6)
    .map((id) => factName(guideline, id))
    .join('; ');
  return [
    `${one.label}: ${one.statusWords}. ${cite.claims(one.because.slice(0, 3))}`.trim(),
    `  ${one.summary}`,
    ...(missing ? [`  First to be known: ${missing}${more}.`] : []),
    ...rows('How it is taken', one.taken),
    ...rows('How soon it helps', one.onset),
    ...rows('Serious unwanted effects', effects(true)),
    ...rows('Other unwanted effects', effects(false)),
    ...rows('Checked first', one.checkFirst),
    ...rows('Watched', one.watch),
  ];
}

function compare(guideline: Guideline, whole: SaidGuidance, ids: readonly string[], asOf: string): Comparison {
  const options = [...new Set(ids)].flatMap((id) =>
    whole.options.filter(({ intervention }) => intervention === id).map((option) => rowsOf(guideline, option)),
  );
  const every = options.flatMap((one) => [one, one.taken, one.onset, one.effects, one.checkFirst, one.watch].flat());
  const cited = every.flatMap(({ because }) => because);
  return {
    shape: 'heliotrope-comparison/1',
    guideline: guideline.version,
    disclaimer: guideline.disclaimer,
    asOf,
    options,
    claims: citedClaims(guideline, cited),
  };
}

/** COMPARE: two to four interventions side by side for this person. */
export const compareTool = (content: McpContent, said: Said): Tool =>
  tool({
    name: 'compare',
    title: 'Treatments side by side',
    description:
      'Two to four treatments side by side for this person: status, how each is taken, how soon it helps, unwanted effects, what is checked first, what is watched. The same rows for each, with sources.',
    input: z.strictObject({ ...personInput, interventions: z.array(z.string()).min(2).max(4) }),
    output: comparison,
    run: ({ interventions, ...given }) => {
      const { guideline } = content;
      const wrong = interventions.filter((id) => !Object.hasOwn(guideline.interventions, id));
      if (wrong.length) return refused(wrong.map((id) => noIntervention(guideline, id)));
      const person = readPerson(content, given);
      if (!person.ok) return refused(person.problems);
      const whole = said.guidance(person.patient);
      const found = compare(guideline, whole, interventions, person.asOf);
      const text = telling(content, person, (cite) => [
        heading(person.patient, person.asOf),
        ...urgentLines(whole, cite),
        ...found.options.flatMap((one) => block(guideline, one, cite)),
      ]);
      return { ok: true, text, said: found };
    },
  });
