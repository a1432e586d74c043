// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../answering/client.ts';
import type { SchemeView } from '../../answering/record/planning.ts';
import { today } from '../../navigator.ts';
import { number } from '../track/read-form.ts';
import { Steps } from './taper-laid-out.tsx';
import { WorkTitle } from '../work-link.tsx';

/** Schemes as they were published, from a dose: to compare with, never a plan by themselves. */
export const Schemes = ({ weightKg }: { weightKg: number | undefined }) => {
  const [dose, setDose] = useState('40');
  const [all, setAll] = useState<readonly SchemeView[]>([]);
  const mgPerDay = number(dose, 1, 200);
  useEffect(() => {
    if (mgPerDay === undefined) return;
    ask('schemes', { mgPerDay, from: today(), ...(weightKg === undefined ? {} : { weightKg }) }).then(setAll, () =>
      setAll([]),
    );
  }, [mgPerDay, weightKg]);
  return (
    <details class="more noprint">
      <summary>
        <h3>Schemes as published, to compare with</h3>
      </summary>
      <div>
        <p class="label">
          <b>Not a plan for you.</b> These are written in the sources named. Your doctor decides on your plan.
        </p>
        <div class="field">
          <label for="dose">First dose, mg a day</label>
          <input
            id="dose"
            class="short"
            inputMode="decimal"
            autocomplete="off"
            value={dose}
            onInput={(event) => setDose(event.currentTarget.value)}
          />
        </div>
        {mgPerDay === undefined ? <p>Type a dose from 1 to 200 mg a day.</p> : null}
        {all.map(({ label, population, steps, sources }) => (
          <details class="more bare">
            <summary>{label}</summary>
            <div>
              <p class="small soft">
                For {population === 'adult' ? 'adults' : 'children'}, as published in{' '}
                {sources.map(({ title, url }, i) => (
                  <>
                    {i ? '; ' : ''}
                    <WorkTitle title={title} url={url} />
                  </>
                ))}
                .
              </p>
              <Steps steps={steps} days={[]} />
            </div>
          </details>
        ))}
      </div>
    </details>
  );
};
