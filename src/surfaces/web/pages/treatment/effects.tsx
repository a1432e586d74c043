// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../../authoring/trials.ts';
import type { About } from '../../../../model/index.ts';
import { Intervals } from '../../components/intervals.tsx';
import { Mechanism } from '../../components/mechanism.tsx';
import { People, TwoArms } from '../../components/people.tsx';
import { mainOutcome, outcomesOf, plain, whom } from '../evidence/outcomes.ts';
import type { Cited } from './rules.tsx';
import { capital } from './words.ts';

const counted = /(\d+) of (\d+)/;
export const Works = ({ id, about, Cite }: { id: string; about: About } & Cited) => (
  <>
    <h2 id="works">How it is thought to work</h2>
    <p>
      {about.mechanism.text}
      <Cite claims={about.mechanism.because} />
    </p>
    <Mechanism id={id} />
  </>
);

/** The first trial in people of 100, with every counted outcome of it on one axis. */
export const Helps = ({ id, trials }: { id: string; trials: readonly Trial[] }) => {
  const shown = trials.flatMap((trial) => {
    const main = mainOutcome(trial, id);
    return main ? [{ trial, main }] : [];
  });
  return shown.length === 0 ? null : (
    <>
      <h2 id="helps">How likely it is to help</h2>
      {shown.slice(0, 2).map(({ trial, main }, i) => {
        const rows = outcomesOf(trial, ['primary', 'secondary'], id);
        return (
          <>
            <TwoArms
              treated={main.treated}
              control={main.control}
              title={`${plain(main.outcome.label)}: ${main.treated.events} of ${main.treated.of}, against ${main.control.events} of ${main.control.of}`}
              under={`${trial.label}${main.outcome.week === undefined ? '' : `, week ${main.outcome.week}`}${whom(trial) === 'children' ? '. Counted in children' : ''}${main.outcome.basis === 'derived' ? '. Counts worked back from percentages' : ''}. The difference is worked out here, from the counts.`}
            />
            {i === 0 && rows.length > 1 ? (
              <Intervals
                rows={rows}
                caption="Every outcome that was counted in both groups. To the right of the dark line: more people with the treatment."
                treated="Treated"
                control="Compared"
              />
            ) : null}
            <p>
              <a class="textlink" href={`/evidence/${trial.id}/`}>
                See the whole trial<span class="hide">: {trial.label}</span>
              </a>
            </p>
          </>
        );
      })}
    </>
  );
};

type Drawn = { effect: string; serious: boolean; events: number; of: number };
/** Effects that a source counted as people, drawn of 100. */
const Counted = ({ drawn }: { drawn: readonly Drawn[] }) => (
  <figure class="plate">
    <figcaption>
      <span class="title">Of 100 people, how many had it</span>
      <span class="under">As counted in the studies named below.</span>
    </figcaption>
    <div class="four">
      {drawn.slice(0, 4).map(({ effect, events, of, serious }) => {
        const share = Math.round((events / of) * 100);
        return (
          <div>
            <p class="key">
              <span class="num-big">{share}</span>
              <b>{effect}</b>
            </p>
            <People events={share} of={100} label={effect} tone={serious ? 'grave' : 'harm'} />
          </div>
        );
      })}
    </div>
  </figure>
);
/** Every effect in words, with what to do; on a narrow screen each cell says what it is. */
const Effects = ({ about, Cite }: { about: About } & Cited) => (
  <table class="tests">
    <thead>
      <tr>
        <th scope="col">Effect</th>
        <th scope="col">How often</th>
        <th scope="col">What to do</th>
      </tr>
    </thead>
    <tbody>
      {about.effects.map(({ effect, often, act, serious, because }) => (
        <tr>
          <th scope="row">
            {effect}
            <Cite claims={because} />
            {serious ? <b class="serious">serious</b> : null}
          </th>
          <td>
            <b class="narrow">How often: </b>
            {capital(often ?? 'not counted in what we read')}
          </td>
          <td>
            <b class="narrow">What to do: </b>
            {act ?? 'Tell your team.'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
/** Effects that a source counted as people of 100; the others in words, with what to do. */
export const Trouble = ({ about, Cite }: { about: About } & Cited) => {
  const drawn = about.effects.flatMap(({ effect, often, serious }) => {
    const found = counted.exec(often ?? '');
    return found ? [{ effect, serious: serious === true, events: Number(found[1]), of: Number(found[2]) }] : [];
  });
  return (
    <>
      <h2 id="trouble">What may trouble you</h2>
      {drawn.length ? <Counted drawn={drawn} /> : null}
      <Effects about={about} Cite={Cite} />
    </>
  );
};
