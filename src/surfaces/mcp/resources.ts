// SPDX-License-Identifier: Apache-2.0
import type { Article, ClaimId, Statement } from '../../model/index.ts';
import { scheduleWords } from '../../interpreters/explain/index.ts';
import { citing, type Citing } from './citing.ts';
import { closing, type McpContent } from './content.ts';

/** Something that can be read by its address; all of it is text with its sources. */
export type Resource = {
  uri: string;
  name: string;
  title: string;
  description: string;
  mimeType: string;
  read: () => string;
};
export const templates = [
  { kind: 'interventions', what: 'A treatment, test, exercise or referral, with its rules' },
  { kind: 'articles', what: 'An article in plain words' },
  { kind: 'trials', what: 'A trial with its counts' },
] as const;
type Kind = (typeof templates)[number]['kind'];

const address = (kind: Kind, id: string): string => `heliotrope://${kind}/${id}`;
const about = (kind: Kind, id: string, title: string, description: string, mimeType: string) => ({
  uri: address(kind, id),
  name: `${kind}/${id}`,
  title,
  description,
  mimeType,
});
const page = (content: McpContent, write: (cite: Citing) => readonly string[]): string => {
  const cite = citing(content.guideline);
  return [...write(cite), ...cite.list(), closing(content)].join('\n');
};

/** What a rule says, in one line; its condition stays with the tools, which read it for a person. */
function ruleLines({ guideline }: McpContent, id: string, cite: Citing): readonly string[] {
  const says = (ids: readonly ClaimId[]): string =>
    ids.flatMap((one) => guideline.claims[one]?.statement ?? []).join(' ');
  return guideline.rules
    .filter(({ intervention }) => intervention === id)
    .map((rule) => {
      const what =
        rule.kind === 'recommendation'
          ? `${rule.direction} (${rule.strength}, ${rule.line}): ${says(rule.because)}`
          : rule.kind === 'contraindication'
            ? `must not be offered: ${says(rule.because)}`
            : rule.kind === 'monitoring'
              ? `watched: ${rule.test}, ${scheduleWords(rule.schedule)}`
              : `${rule.kind}: ${rule.advice}`;
      return `- ${what} ${cite.claims(rule.because)}`.trim();
    });
}

function interventions(content: McpContent): readonly Resource[] {
  return Object.values(content.guideline.interventions).map(({ id, label, summary, about: said, kind, reviewed }) => ({
    ...about('interventions', id, label, summary, 'text/markdown'),
    read: () =>
      page(content, (cite) => [
        `# ${label}`,
        `${summary} (${kind}; last reviewed ${reviewed})`,
        ...[said?.mechanism, said?.taken, said?.onset].flatMap((one) =>
          one ? [`${one.text} ${cite.claims(one.because)}`] : [],
        ),
        ...(said?.effects ?? []).map(
          ({ effect, often, serious, because }) =>
            `- ${serious ? 'Serious: ' : ''}${effect}${often === undefined ? '' : ` (${often})`} ${cite.claims(because)}`,
        ),
        ...ruleLines(content, id, cite),
      ]),
  }));
}

function articleLines({ title, summary, reviewed, takeaways, sections }: Article, cite: Citing): readonly string[] {
  const said = ({ text, because }: Statement): string => `${text} ${cite.claims(because)}`.trim();
  return [
    `# ${title}`,
    `${summary} (last reviewed ${reviewed})`,
    ...sections.flatMap(({ heading, blocks }) => [
      `## ${heading}`,
      ...blocks.flatMap(({ kind, items }) =>
        items.map((item) => `${kind === 'list' ? '- ' : ''}${item.map(said).join(' ')}`),
      ),
    ]),
    '## In short',
    ...takeaways.map((one) => `- ${said(one)}`),
  ];
}

const articles = (content: McpContent): readonly Resource[] =>
  content.library.articles.map((article) => ({
    ...about('articles', article.id, article.title, article.summary, 'text/markdown'),
    read: () => page(content, (cite) => articleLines(article, cite)),
  }));

/** A trial as data, with its source beside it. */
const trials = (content: McpContent): readonly Resource[] =>
  content.trials.map((trial) => ({
    ...about('trials', trial.id, trial.label, trial.population ?? trial.design ?? trial.label, 'application/json'),
    read: () => {
      const work = content.guideline.sources[trial.source];
      return JSON.stringify({ ...trial, source: work ?? trial.source, note: closing(content) }, null, 2);
    },
  }));

/** Every resource by its address. */
export const resourcesOf = (content: McpContent): ReadonlyMap<string, Resource> =>
  new Map([...interventions(content), ...articles(content), ...trials(content)].map((one) => [one.uri, one]));
