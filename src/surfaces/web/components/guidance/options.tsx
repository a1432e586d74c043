// SPDX-License-Identifier: Apache-2.0
import type { Certainty, InterventionKind } from '../../../../model/index.ts';
import type { OptionView } from '../../answering/guidance.ts';
import { standingWords, type Standing } from '../../answering/standing.ts';
import { StatusIcon } from '../status.tsx';
import { DiffersOn } from './differs.tsx';
import { RuleParts } from './parts.tsx';
import { Refs } from './refs.tsx';

/** GRADE's four words, and what each means for a person. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  high: 'High certainty: new studies are very unlikely to change this.',
  moderate: 'Moderate certainty: new studies may change this somewhat.',
  low: 'Low certainty: new studies may well change this.',
  'very-low': 'Very low certainty: this may turn out to be different.',
};
const treats: readonly InterventionKind[] = ['medicine', 'infusion', 'exercise'];
const others: readonly (readonly [InterventionKind, string])[] = [
  ['screening', 'Checks'],
  ['prophylaxis', 'Protection'],
  ['self-care', 'Care you can do yourself'],
  ['referral', 'Who else can help'],
];

/** What an option waits for, as questions, with the way to answer them. */
const Waits = ({ option, ready }: { option: OptionView; ready: boolean }) => {
  const { waits } = option;
  if (waits.length === 0) return null;
  return (
    <>
      <p>{waits.length === 1 ? 'One thing is' : `${waits.length} things are`} not known yet:</p>
      <ul class="checks">
        {waits.slice(0, 4).map(({ question }) => (
          <li>{question}</li>
        ))}
        {waits.length > 4 ? <li>and {waits.length - 4} more</li> : null}
      </ul>
      {ready ? (
        <p class="actions">
          <a class="button-quiet" href={`/path/#ask=${waits.map(({ fact }) => fact).join(',')}`}>
            Answer {waits.length === 1 ? 'this one' : `these ${waits.length}`}
            <span class="hide"> for {option.label}</span>
          </a>
        </p>
      ) : null}
    </>
  );
};

const Why = ({ option }: { option: OptionView }) => (
  <details class="more">
    <summary>
      Why, and how sure<span class="hide">: {option.label}</span>
    </summary>
    <div>
      <p>
        In the guideline’s words: {option.status}. {option.certainty ? certaintyWords[option.certainty] : ''}
        {option.recalled ? ' We have not seen the text of its source.' : ''}
      </p>
      <ul>
        {option.why.map(({ text, refs, rule }) => (
          <li>
            {rule ? <RuleParts rule={rule} /> : text}
            <Refs refs={refs} />
          </li>
        ))}
      </ul>
    </div>
  </details>
);

const Reason = ({ option }: { option: OptionView }) => (
  <>
    {option.going === undefined ? null : (
      <p>
        <b>{option.going}</b>{' '}
        {option.stopping ? (
          <>
            {option.stopping.text}
            <Refs refs={option.stopping.refs} />
          </>
        ) : null}
      </p>
    )}
    <p>
      {option.reason.text}
      <Refs refs={option.reason.refs} />
      {option.you.length ? <span class="you"> You told us: {option.you.join('; ')}.</span> : null}
    </p>
  </>
);

const Row = ({ option, of }: { option: OptionView; of: Standing }) => (
  <li>
    <h3>
      <a href={`/treatments/${option.id}/`}>{option.label}</a>
    </h3>
    <Reason option={option} />
    {of === 'check' || of === 'waits' ? <Waits option={option} ready={of === 'check'} /> : null}
    <Why option={option} />
    <DiffersOn id={option.id} label={option.label} />
  </li>
);

/** One line; the reason opens. */
const Line = ({ option, of }: { option: OptionView; of: Standing }) => (
  <details class="more">
    <summary>{option.label}</summary>
    <div>
      <Reason option={option} />
      {of === 'check' ? <Waits option={option} ready /> : null}
      <Why option={option} />
      <DiffersOn id={option.id} label={option.label} />
      <p>
        <a class="textlink" href={`/treatments/${option.id}/`}>
          More about this<span class="hide">: {option.label}</span>
        </a>
      </p>
    </div>
  </details>
);

/** What goes beside treatment, one line each. */
const Beside = ({ options, of }: { options: readonly OptionView[]; of: Standing }) => (
  <>
    {others.map(([kind, words]) => {
      const list = options.filter((option) => option.kind === kind);
      return list.length ? (
        <div class="beside">
          <h3>{words}</h3>
          {list.map((option) => (
            <Line option={option} of={of} />
          ))}
        </div>
      ) : null;
    })}
  </>
);

/** What does not fit in full rows. */
const More = ({ options, of }: { options: readonly OptionView[]; of: Standing }) =>
  options.length === 0 ? null : (
    <div class="beside">
      <h3>{options.length} more treatments</h3>
      {options.map((option) => (
        <Line option={option} of={of} />
      ))}
    </div>
  );

/** Rows shown in full; longer lists go on in single lines. */
const most = 6;

/** One standing: what the person takes first, then treatments with their reasons first, then what goes beside them. */
export const Group = ({ options, of }: { options: readonly OptionView[]; of: Standing }) => {
  const main = options
    .filter(({ kind }) => treats.includes(kind))
    .toSorted((a, b) => Number(b.going !== undefined) - Number(a.going !== undefined));
  const [rows, more] = main.length > most + 1 ? [main.slice(0, most), main.slice(most)] : [main, []];
  return options.length === 0 ? null : (
    <section class={`group ${of}`} aria-labelledby={of}>
      <h2 id={of}>
        <StatusIcon standing={of} />
        {standingWords[of]}
      </h2>
      {main.length ? (
        <ul class="options">
          {rows.map((option) => (
            <Row option={option} of={of} />
          ))}
        </ul>
      ) : null}
      <More options={more} of={of} />
      <Beside options={options.filter(({ kind }) => !treats.includes(kind))} of={of} />
    </section>
  );
};

/** What waits for answers, and what belongs to other stages: names only, closed. */
export const Rest = ({ title, options, waits }: { title: string; options: readonly OptionView[]; waits: boolean }) =>
  options.length === 0 ? null : (
    <details class="more">
      <summary>
        <h2>{title}</h2>
      </summary>
      <ul>
        {options.map((option) => (
          <li>
            <a href={`/treatments/${option.id}/`}>{option.label}</a>
            {waits ? (
              <span class="soft">
                : waits for {option.waits.length === 1 ? 'one answer' : `${option.waits.length} answers`}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
