// SPDX-License-Identifier: Apache-2.0
import type { GuidanceView } from '../../answering/guidance.ts';

/** Where no red flag holds: that this is no all-clear, and how much was not asked or not answered. */
export const NoAllClear = ({ flags, flagsOpen }: Pick<GuidanceView, 'flags' | 'flagsOpen'>) =>
  flags.length ? null : (
    <p class="label" id="no-all-clear">
      <b>Nothing you told us is an urgent sign. That is no all-clear.</b>{' '}
      {flagsOpen === 0 ? null : (
        <>
          {flagsOpen === 1 ? 'One answer' : `${flagsOpen} answers`} that could show one {flagsOpen === 1 ? 'is' : 'are'}{' '}
          not known. <a href="/path/">Answer more</a>.{' '}
        </>
      )}
      If you feel very unwell, get help now. <a href="/urgent/">The urgent signs</a>
    </p>
  );
