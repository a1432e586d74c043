// SPDX-License-Identifier: Apache-2.0
import { Crumb } from '../components/crumb.tsx';
import type { Content, Page } from '../site.ts';

/** Where each interface is when this is served with `npx heliotrope serve`, and what it speaks. */
const doors = [
  ['CDS Hooks 2.0', '/cds-services', 'Cards while a chart is opened and while orders are chosen and signed.'],
  ['REST', '/api/openapi.json', 'Every reading of the rules by HTTP, described in OpenAPI.'],
  ['MCP over HTTP', '/mcp', 'Tools and resources for an AI assistant, every sentence with its sources.'],
  ['MCP over stdio', 'npx heliotrope mcp', 'The same, started by the assistant on your own machine.'],
  ['FHIR R4', 'npx heliotrope facts bundle.json', 'The facts found in a Bundle, each with its place in it.'],
  ['Exports', 'npx heliotrope export cql', 'The rules as CQL, ELM, FHIR PlanDefinition or SQL.'],
] as const;

/** Manuals that are worth reading in the browser, and what each is about. */
export const manuals = [
  ['integrate', 'Integration guide', 'CDS Hooks, SMART, FHIR, MCP and REST, ten minutes each'],
  ['fhir', 'FHIR in and out', 'Which resources are read, how, and what is left out'],
  ['export', 'Exports', 'CQL, ELM, PlanDefinition and SQL: what each carries'],
  ['json', 'JSON', 'The shape of every answer'],
  ['proofs', 'Proofs', 'What is proved, how, and how to read a counterexample'],
  ['count', 'Counting', 'The rules over many patients'],
] as const;

const connectPage: Page = {
  path: '/for-clinicians/connect/',
  title: 'Connect it',
  description: 'CDS Hooks, FHIR, REST, MCP and exports: the same rules in other systems.',
  body: (
    <div class="prose flow">
      <Crumb href="/for-clinicians/" words="For clinicians" />
      <h1>Connect it</h1>
      <p class="lead">
        The same rules, read by your own systems. It runs on your machine: what is sent to it stays there.
      </p>
      <dl class="pairs">
        {doors.map(([name, at, words]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <code>{at}</code>
              <span class="under">{words}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h2>Manuals</h2>
      <ul class="index">
        {manuals.map(([name, title, words]) => (
          <li>
            <a href={`/for-clinicians/connect/${name}/`}>{title}</a>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  ),
};

/** A manual of this project, as the build made it from its Markdown; it is our own text, so it is shown as markup. */
const manualPage = ([name, title, words]: (typeof manuals)[number], html: string): Page => ({
  path: `/for-clinicians/connect/${name}/`,
  title,
  description: `${words}.`,
  body: (
    <>
      <Crumb href="/for-clinicians/connect/" words="Connect it" />
      <article class="prose flow manual" dangerouslySetInnerHTML={{ __html: html }} />
    </>
  ),
});

/** How other systems read the same rules, and the manuals. A manual that the build did not find stops it: its link would be dead. */
export const connect = ({ documents }: Content): readonly Page[] => [
  connectPage,
  ...manuals.map((manual) => {
    const html = documents[manual[0]];
    if (html === undefined) throw new Error(`There is no manual docs/${manual[0]}.md.`);
    return manualPage(manual, html);
  }),
];
