// SPDX-License-Identifier: Apache-2.0
import { standingWords, type Standing } from '../answering/standing.ts';

export { standingWords, type Standing } from '../answering/standing.ts';

/** A shape, a word and a colour, always together; each shape differs in grey, and is hidden from readers. */
const shapes = {
  fits: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path class="cut" d="M6.5 12.5l4 4 7-8" />
    </>
  ),
  check: (
    <>
      <path d="M12 .8 23.2 12 12 23.2.8 12Z" fill="currentColor" />
      <path class="cut" d="M12 6.5v7" />
      <circle class="dot" cx="12" cy="17" r="1.5" />
    </>
  ),
  waits: (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2" />
      <g fill="currentColor">
        <circle cx="7.4" cy="12" r="1.5" />
        <circle cx="12" cy="12" r="1.5" />
        <circle cx="16.6" cy="12" r="1.5" />
      </g>
    </>
  ),
  not: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="4" fill="currentColor" />
      <path class="cut" d="M7 12h10" />
    </>
  ),
  stage: (
    <>
      <path d="M2 12h14" stroke="currentColor" stroke-width="2" stroke-dasharray="3 3" />
      <circle cx="19" cy="12" r="4" fill="none" stroke="currentColor" stroke-width="2" />
    </>
  ),
} as const;

export const StatusIcon = ({ standing }: { standing: Standing }) => (
  <svg class={`icon ${standing}`} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[standing]}
  </svg>
);
export const StatusWord = ({ standing }: { standing: Standing }) => (
  <span class={`status ${standing}`}>
    <StatusIcon standing={standing} />
    {standingWords[standing]}
  </span>
);

export const UrgentIcon = () => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M12 2.2 22.6 21.2H1.4Z"
      fill="currentColor"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linejoin="round"
    />
    <path class="cut" d="M12 8.6v5.6" />
    <circle cx="12" cy="17.8" r="1.5" class="dot" />
  </svg>
);
