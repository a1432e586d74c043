// SPDX-License-Identifier: Apache-2.0
import type { Disagreement } from '../../../../authoring/disagreements.ts';
import type { About, Guideline } from '../../../../model/index.ts';
import type { References } from '../../components/references.tsx';
import { When, type Cited, type Rules } from './rules.tsx';
import { capital, certaintyWords } from './words.ts';

/** The statements that recommendations rest on, with GRADE's word and whether the text was seen. */
export const Known = ({ guideline, rules, Cite }: { guideline: Guideline; rules: Rules } & Cited) => {
  const claims = [...new Set(rules.speaksFor.flatMap(({ because }) => because))].flatMap(
    (id) => guideline.claims[id] ?? [],
  );
  return claims.length === 0 ? null : (
    <>
      <h2 id="known">What guidelines and studies say</h2>
      <ul>
        {claims.map(({ id, statement, certainty, verified }) => (
          <li>
            {statement}
            <Cite claims={[id]} />{' '}
            <span class="soft small">
              {certaintyWords[certainty]}.{verified === 'recalled' ? ' We have not seen the source’s text.' : ''}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** One disagreement: who says what, side by side. */
export const Differs = ({
  list,
  CiteSources,
}: {
  list: readonly Disagreement[];
  CiteSources: References['CiteSources'];
}) => (
  <>
    {list.map(({ id, question, positions, 'over-time': time, here }) => (
      <details class="more" id={`differs-${id}`}>
        <summary>
          <h3>{question}</h3>
        </summary>
        <div>
          <dl class="pairs">
            {positions.map(({ who, says, verified, cites }) => (
              <div>
                <dt>{who}</dt>
                <dd>
                  {says}
                  <CiteSources sources={cites} />
                  {verified === 'recalled' ? <span class="under">We have not seen this text.</span> : null}
                </dd>
              </div>
            ))}
          </dl>
          <p>{time}</p>
          <p class="label">
            <b>What Heliotrope does.</b> {here}
          </p>
        </div>
      </details>
    ))}
  </>
);

/** One click below: published doses, rules, and where sources disagree. */
export const Clinicians = ({
  guideline,
  rules,
  about,
  disagreements,
  Cite,
  CiteSources,
}: { guideline: Guideline; rules: Rules; about: About | undefined; disagreements: readonly Disagreement[] } & Pick<
  References,
  'Cite' | 'CiteSources'
>) => (
  <>
    <h2 id="clinicians">For clinicians</h2>
    {about?.doses.length ? (
      <details class="more">
        <summary>
          <h3>Published doses</h3>
        </summary>
        <div>
          <p class="small soft">As published. They inform a prescriber and are no instruction to anyone.</p>
          <dl class="pairs">
            {about.doses.map(({ for: whom, dose, because }) => (
              <div>
                <dt>{capital(whom)}</dt>
                <dd>
                  {dose}
                  <Cite claims={because} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    ) : null}
    <details class="more">
      <summary>
        <h3>
          When the guideline speaks for it (
          {rules.speaksFor.length === 1 ? '1 rule' : `${rules.speaksFor.length} rules`})
        </h3>
      </summary>
      <When guideline={guideline} rules={rules.speaksFor} Cite={Cite} />
    </details>
    {disagreements.length ? (
      <>
        <h3 id="differs">Where sources disagree</h3>
        <Differs list={disagreements} CiteSources={CiteSources} />
      </>
    ) : null}
  </>
);
