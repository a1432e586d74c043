// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../../../model/index.ts';
import { StatusIcon } from '../../components/status.tsx';
import { When, type Cited, type Rules } from './rules.tsx';
import { capital, schedule } from './words.ts';

export const Tests = ({ rules, Cite }: { rules: Rules } & Cited) => (
  <>
    <h2 id="tests">Tests</h2>
    {rules.checks.length ? (
      <>
        <h3>Before the first dose</h3>
        <ul class="checks">
          {rules.checks.map((rule) =>
            rule.kind === 'prerequisite' ? (
              <li>
                {rule.advice}
                <Cite claims={rule.because} />
              </li>
            ) : null,
          )}
        </ul>
      </>
    ) : null}
    {rules.tests.length ? (
      <table class="tests">
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">When</th>
            <th scope="col">What calls for action</th>
          </tr>
        </thead>
        <tbody>
          {rules.tests.map((rule) =>
            rule.kind === 'monitoring' ? (
              <tr>
                <th scope="row">
                  {capital(rule.test)}
                  <Cite claims={rule.because} />
                </th>
                <td>
                  <b class="narrow">When: </b>
                  {schedule(rule)}
                </td>
                <td>
                  {rule.actOn.length ? <b class="narrow">What calls for action: </b> : null}
                  {rule.actOn.map(({ when, act }) => `${capital(when)}: ${act}`).join('. ')}
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    ) : null}
  </>
);

/** Who should not have it, and what is talked through first. */
export const Who = ({ guideline, rules, Cite }: { guideline: Guideline; rules: Rules } & Cited) => (
  <>
    <h2 id="who">Who should not have it</h2>
    <div class="who">
      {rules.contraindications.length ? (
        <div>
          <h3 class="status not">
            <StatusIcon standing="not" />
            Not for you if
          </h3>
          <p class="small soft">One of these is enough. Below each stands why.</p>
          <When guideline={guideline} rules={rules.contraindications} Cite={Cite} reasons />
        </div>
      ) : null}
      {rules.cares.length ? (
        <div>
          <h3 class="status check">
            <StatusIcon standing="check" />
            Talk it through first
          </h3>
          <ul>
            {rules.cares.map((rule) =>
              rule.kind === 'precaution' ? (
                <li>
                  {rule.advice}
                  <Cite claims={rule.because} />
                </li>
              ) : null,
            )}
          </ul>
        </div>
      ) : null}
    </div>
    {rules.against.length ? (
      <details class="more">
        <summary>
          <h3>When it is usually not advised ({rules.against.length})</h3>
        </summary>
        <When guideline={guideline} rules={rules.against} Cite={Cite} />
      </details>
    ) : null}
  </>
);
