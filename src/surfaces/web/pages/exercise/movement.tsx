// SPDX-License-Identifier: Apache-2.0
// One page a movement: how it is done in pictures and words, easier and harder, what to mind; doses and evidence one click below.
import { exercisePhases, type Movement } from '../../../../model/index.ts';
import { Poses } from '../../components/figure/movement.tsx';
import { EasierHarder, workWords } from '../../components/exercise/ease.tsx';
import { Back } from '../../components/icons.tsx';
import { references } from '../../components/references.tsx';
import { UrgentIcon } from '../../components/status.tsx';
import type { Content, Page } from '../../site.ts';
import { basisWords, capital, doseWords, kindWords, sentence } from './words.ts';

const Doses = ({ content: { exercise }, movement }: { content: Content; movement: Movement }) => (
  <table class="small">
    <caption>How much, by stage of the disease</caption>
    <thead>
      <tr>
        <th scope="col">Stage</th>
        <th scope="col">How much</th>
        <th scope="col">Effort, 0 to 10</th>
      </tr>
    </thead>
    <tbody>
      {exercisePhases
        .filter((id) => movement.phases.includes(id))
        .map((id) => {
          const { name, doses, effort } = exercise.phases[id];
          const dose = doses[movement.kind];
          return (
            <tr>
              <th scope="row">{name}</th>
              <td>
                {movement.dose
                  ?? (dose
                    ? `${doseWords(dose)}${dose.load ? `. ${capital(dose.load)}` : ''}`
                    : 'As your therapist says')}
              </td>
              <td>
                {effort.target.join(' to ')}, never above {effort.most}
              </td>
            </tr>
          );
        })}
    </tbody>
  </table>
);

const Mind = ({ movement }: { movement: Movement }) => (
  <>
    {movement.care.length ? (
      <>
        <h2>Take care</h2>
        <ul>
          {movement.care.map((one) => (
            <li>{sentence(one)}</li>
          ))}
        </ul>
      </>
    ) : null}
    {movement.notFor.length ? (
      <>
        <h2>Not for you with</h2>
        <ul>
          {movement.notFor.map((one) => (
            <li>{sentence(one)}</li>
          ))}
        </ul>
      </>
    ) : null}
  </>
);

export const movementPage = (content: Content, movement: Movement): Page => {
  const { CiteSources, List } = references(content.guideline);
  const { id, name, kind, goal, muscles, equipment, start, how, easier, harder, eachSide, basis, verified, sources } =
    movement;
  return {
    path: `/exercise/${id}/`,
    section: 'exercise',
    title: name,
    description: `${name}: how to do it, easier and harder, and when not to.`,
    body: (
      <div class="prose">
        <a class="crumb" href="/exercise/">
          <Back />
          Exercise
        </a>
        <p class="eyebrow">{kindWords[kind]}</p>
        <h1>{name}</h1>
        <p class="lead">
          {goal ? `For ${goal}. ` : ''}
          {equipment.length ? `You need: ${equipment.join(', ')}.` : 'You need nothing for it.'}
        </p>
        <Poses id={id} start={start} how={how} />
        <p class="note small soft">
          {workWords(muscles)}
          {eachSide ? ' Do it on each side.' : ''}
        </p>
        <EasierHarder easier={easier} harder={harder} level="h2" />
        <a class="urgent-line" href="/exercise/#stop">
          <UrgentIcon />
          <u>When to stop and get help</u>
        </a>
        <div class="flow">
          <Mind movement={movement} />
          <details class="more">
            <summary>
              <h2>How much, for you and your therapist</h2>
            </summary>
            <div>
              <Doses content={content} movement={movement} />
            </div>
          </details>
          <p class="label">
            <b>How sure we are.</b> {basisWords[basis]} <CiteSources sources={sources} />
            {verified === 'recalled'
              ? ' The instructions are written from common practice and wait for a physiotherapist’s review.'
              : ''}
          </p>
          {sources.length ? (
            <>
              <h2>Sources</h2>
              <List />
            </>
          ) : null}
        </div>
      </div>
    ),
  };
};
