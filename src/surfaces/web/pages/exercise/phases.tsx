// SPDX-License-Identifier: Apache-2.0
import { exercisePhases } from '../../../../model/index.ts';
import type { references } from '../../components/references.tsx';
import type { Content } from '../../site.ts';
import { doseWords, kindOrder, kindWords, sentence } from './words.ts';

type Cite = ReturnType<typeof references>['CiteSources'];

/** Each phase of training one click below: what it is, its doses, and where they are from. */
export const Phases = ({ content: { exercise }, Cite }: { content: Content; Cite: Cite }) => (
  <>
    {exercisePhases.map((id) => {
      const phase = exercise.phases[id];
      return (
        <details class="more">
          <summary>
            <h3>{phase.name}</h3>
          </summary>
          <div class="flow">
            <p>
              <b>For whom:</b> {phase.who.join('; ')}.
            </p>
            <p>
              <b>Who plans it:</b> {phase.supervision}. <b>Effort:</b> {phase.effort.target.join(' to ')} of 10 on Borg
              CR-10, never above {phase.effort.most}.
            </p>
            <ul>
              {kindOrder.flatMap((kind) => {
                const dose = phase.doses[kind];
                return dose
                  ? [
                      <li>
                        <b>{kindWords[kind]}:</b> {sentence(doseWords(dose))} {dose.load ? sentence(dose.load) : ''}{' '}
                        {dose.note ? sentence(dose.note) : ''}
                      </li>,
                    ]
                  : [];
              })}
            </ul>
            <p>
              <b>Avoid:</b> {phase.avoid.join('; ')}.
            </p>
            <p>
              <b>Next stage when:</b> {phase.moveUpWhen.join('; ')}.
            </p>
            <p class="label">
              <b>How sure we are:</b> {phase.strengthOfEvidence}. <Cite sources={phase.sources} />
            </p>
          </div>
        </details>
      );
    })}
  </>
);
