// SPDX-License-Identifier: Apache-2.0
// Not from the folder's index, which brings the solver with it.
import type { ProofReport } from '../../../interpreters/prove/report.ts';
import { notProved, sentences } from '../../../interpreters/prove/words.ts';
import { Crumb } from '../components/crumb.tsx';
import { written } from '../components/written.ts';
import type { Content, Page } from '../site.ts';

/** What was proved of the guideline, when, and how; and what no proof says. */
const told = (report: ProofReport, on: string) => (
  <>
    <p>
      Proved on <time dateTime={on}>{written(on)}</time>, for the guideline {report.guideline}: {report.proved}{' '}
      statements hold.{' '}
      {report.refuted.length === 0
        ? 'None is refuted.'
        : `${report.refuted.length} do not hold; they are listed first.`}
    </p>
    {report.refuted.length > 0 && (
      <ul>
        {report.refuted.map(({ says }) => (
          <li>{says}</li>
        ))}
      </ul>
    )}
    <h2>What holds</h2>
    <ul>
      {sentences(report).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
    <h2>What the authors should know</h2>
    <p>
      {report.findings.length} things are no fault and worth knowing: a rule that another one covers, or one that never
      decides anything.
    </p>
    <details class="more">
      <summary>
        <h3>Read them</h3>
      </summary>
      <ul>
        {report.findings.map(({ says }) => (
          <li>{says}</li>
        ))}
      </ul>
    </details>
  </>
);

/** For clinicians: the proofs of the guideline in English. Without proofs in this build it says so. */
export const proofs = ({ proofs: proved }: Content): Page => ({
  path: '/for-clinicians/proofs/',
  title: 'What is proved',
  description: 'What holds of every possible patient in the Heliotrope guideline, how it was proved, and what is not.',
  body: (
    <div class="prose flow">
      <Crumb href="/for-clinicians/" words="For clinicians" />
      <h1>What is proved</h1>
      <p class="lead">
        Tests try some patients. A proof covers all of them: every combination of facts, known or not known.
      </p>
      {proved ? told(proved.report, proved.on) : <p>This build was made without proofs. Run "npx heliotrope prove".</p>}
      <h2>How</h2>
      <p>
        Each condition becomes two formulas: when it is certainly true, and when it is certainly false. An SMT solver,
        Z3, looks for somebody who breaks a statement. If there is nobody, the statement is proved. If somebody is
        found, the patient is given to the program that answers, which must see the same. A solver that gives up counts
        as an error, not as a proof.
      </p>
      <h2>What is not proved</h2>
      <ul>
        {notProved.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </div>
  ),
});
