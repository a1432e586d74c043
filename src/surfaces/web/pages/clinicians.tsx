// SPDX-License-Identifier: Apache-2.0
import type { Claim, Rule } from '../../../model/index.ts';
import type { Content, Page } from '../site.ts';

const commands = [
  ['answer', 'what fits one patient now, with the reasons'],
  ['explain', 'the trace of one intervention, and what would change it'],
  ['measure', 'total improvement score, MMT-8, HAQ-DI, eGFR and others, from the published formulas'],
  ['prove', 'each safety law, for every possible patient'],
  ['count', 'the same rules over a cohort table'],
  ['export', 'the guideline as CQL, ELM, FHIR PlanDefinition or SQL'],
] as const;

const kinds = (rules: readonly Rule[]): string =>
  [...new Set(rules.map(({ kind }) => kind))]
    .map((kind) => [rules.filter((rule) => rule.kind === kind).length, kind] as const)
    .map(([many, kind]) => `${many} ${many === 1 || kind === 'monitoring' ? kind : `${kind}s`}`)
    .join(', ');

const ways = [
  [
    '/for-clinicians/measures/',
    'Measures',
    'Total improvement score, CDASI, MMT-8, HAQ-DI, eGFR and others, computed here',
  ],
  [
    '/for-clinicians/infusions/',
    'Infusion arithmetic',
    'Grams, mL and rate steps for immunoglobulin and rituximab, line by line',
  ],
  ['/path/sheet/', 'All facts on one sheet', 'Keyboard entry, a patient file, or a FHIR Bundle'],
  ['/launch/', 'Open from a health record', 'SMART App Launch: reads the record, writes nothing unless you ask'],
  ['/for-clinicians/proofs/', 'Proofs', 'What is proved for every possible patient, and what is not'],
  ['/evidence/', 'Trials and disagreements', 'Counts, recomputed effects, both sides of each disagreement'],
  ['/for-clinicians/connect/', 'Connect it', 'CDS Hooks, FHIR, REST, MCP, and the rules in other people’s formats'],
] as const;
const Ways = () => (
  <ul class="index">
    {ways.map(([href, name, words]) => (
      <li>
        <a href={href}>{name}</a>
        <span>{words}</span>
      </li>
    ))}
  </ul>
);

const restOn = (rules: number): string =>
  rules < 2 ? `${rules === 1 ? 'One' : 'No'} rule rests` : `${rules} rules rest`;

/** Statements whose source's text was not seen, out of how many, and the rules that rest on nothing else. */
const OnMemory = ({
  recalled,
  unverified,
  many,
}: {
  recalled: readonly Claim[];
  unverified: readonly Rule[];
  many: number;
}) => (
  <>
    <h2>What rests on memory</h2>
    <p>
      {recalled.length} of {many} statements cite a source whose text we have not seen. {restOn(unverified.length)} on
      such statements alone
      {unverified.length ? `: ${kinds(unverified)}` : ''}.
    </p>
    <details class="more">
      <summary>
        <h3>Read them</h3>
      </summary>
      <ul>
        {recalled.map(({ statement }) => (
          <li>{statement}</li>
        ))}
      </ul>
    </details>
  </>
);

/** What a clinician finds one click below: what is proved, what rests on memory alone, and the same rules elsewhere. */
export const clinicians = ({ guideline }: Content): Page => {
  const recalled = Object.values(guideline.claims).filter(({ verified }) => verified === 'recalled');
  const unverified = guideline.rules.filter(({ because }) =>
    because.every((id) => guideline.claims[id]?.verified === 'recalled'),
  );
  return {
    path: '/for-clinicians/',
    title: 'For clinicians',
    description: 'Rules, proofs, measures and exports of the Heliotrope guideline.',
    body: (
      <div class="prose flow">
        <h1>For clinicians</h1>
        <p class="lead">
          The same rules that patients read, with their sources, as data you can check, prove, count and export.
        </p>
        <Ways />
        <h2>At the command line</h2>
        <dl class="pairs">
          {commands.map(([name, words]) => (
            <div>
              <dt>npx heliotrope {name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <h2>What must hold for every patient</h2>
        <p>
          {guideline.invariants.length} safety statements are proved by an SMT solver, for every combination of facts,
          known or unknown. <a href="/for-clinicians/proofs/">What is proved, and what is not</a>
        </p>
        <details class="more">
          <summary>
            <h3>Read them all</h3>
          </summary>
          <ul>
            {guideline.invariants.map(({ statement }) => (
              <li>{statement}</li>
            ))}
          </ul>
        </details>
        <OnMemory recalled={recalled} unverified={unverified} many={Object.keys(guideline.claims).length} />
      </div>
    ),
  };
};
