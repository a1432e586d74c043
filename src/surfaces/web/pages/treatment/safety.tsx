// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Rule } from '../../../../model/index.ts';
import { StatusIcon } from '../../components/status.tsx';
import { safetyTitle, When, type Cited, type Rules } from './rules.tsx';
import { capital, schedule } from './words.ts';

/** Each check once, with the claims of every rule that asks for it: two medicines taken together often ask the same. */
const once = (checks: readonly Rule[]): readonly { advice: string; because: readonly string[] }[] => {
  const asked = checks.flatMap((rule) => (rule.kind === 'prerequisite' ? [rule] : []));
  return [...new Set(asked.map(({ advice }) => advice))].map((advice) => ({
    advice,
    because: [...new Set(asked.filter((one) => one.advice === advice).flatMap(({ because }) => because))],
  }));
};

type ActOn = (Rule & { kind: 'monitoring' })['actOn'];
const acts = (rule: Rule): boolean => rule.kind === 'monitoring' && rule.actOn.length > 0;
const call = ({ when, act }: ActOn[number]): string => `${capital(when)}: ${act.replace(/\.$/, '')}.`;
/** What to do about which result: one as a sentence, several as a list. */
const Calls = ({ actOn }: { actOn: ActOn }) =>
  actOn.length > 1 ? (
    <ul class="calls">
      {actOn.map((one) => (
        <li>{call(one)}</li>
      ))}
    </ul>
  ) : (
    <>{actOn.map(call)}</>
  );

export const Tests = ({ rules, Cite }: { rules: Rules } & Cited) => (
  <>
    <h2 id="tests">Tests</h2>
    {rules.checks.length ? (
      <>
        <h3>Before the first dose</h3>
        <ul class="checks">
          {once(rules.checks).map(({ advice, because }) => (
            <li>
              {advice}
              <Cite claims={because} />
            </li>
          ))}
        </ul>
      </>
    ) : null}
    {rules.tests.length ? (
      <table class="tests">
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">When</th>
            {rules.tests.some(acts) ? <th scope="col">What calls for action</th> : null}
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
                {rules.tests.some(acts) ? (
                  <td>
                    {rule.actOn.length ? <b class="narrow">What calls for action: </b> : null}
                    <Calls actOn={rule.actOn} />
                  </td>
                ) : null}
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
    <h2 id="who">{safetyTitle(rules)}</h2>
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
