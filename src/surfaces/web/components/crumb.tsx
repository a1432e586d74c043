// SPDX-License-Identifier: Apache-2.0
import { Back } from './icons.tsx';

/** The way back to the page above, first on a page. A link 44 px high, read as its words alone. */
export const Crumb = ({ href, words }: { href: string; words: string }) => (
  <p class="noprint">
    <a class="crumb" href={href}>
      <Back />
      {words}
    </a>
  </p>
);
