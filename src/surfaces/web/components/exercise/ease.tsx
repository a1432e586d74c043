// SPDX-License-Identifier: Apache-2.0
import { Down, Up } from '../icons.tsx';

/** The muscles that work, in a sentence; they are drawn in violet. */
export const workWords = (muscles: readonly string[]): string => {
  const all =
    muscles.length > 1 ? `${muscles.slice(0, -1).join(', ')} and ${muscles.at(-1) ?? ''}` : (muscles[0] ?? '');
  return `At work: ${all}. Drawn in violet.`;
};

export const EasierHarder = ({
  easier,
  harder,
  level: Level = 'h4',
}: {
  easier: string;
  harder: string;
  level?: 'h2' | 'h4';
}) => (
  <div class="ease">
    <div>
      <Level class="ease-title">
        <Down />
        Easier
      </Level>
      <p>{easier}</p>
    </div>
    <div>
      <Level class="ease-title">
        <Up />
        Harder, when it is time
      </Level>
      <p>{harder}</p>
    </div>
  </div>
);
