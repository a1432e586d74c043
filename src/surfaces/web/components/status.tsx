// SPDX-License-Identifier: Apache-2.0
/** Where a treatment stands for one person. A shape, a word and a colour, always together; the shape is hidden from readers. */
export type Standing = 'fits' | 'check' | 'waits' | 'not' | 'stage';
export const standingWords: Readonly<Record<Standing, string>> = {
  fits: 'Fits now',
  check: 'To check first',
  waits: 'Waiting for an answer',
  not: 'Not for you now',
  stage: 'For another stage',
};

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
      <circle class="dot" cx="12" cy="17" r="1.4" />
    </>
  ),
  waits: (
    <>
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" />
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
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2" />
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
    <path d="M12 1.2 23.4 21.6H.6Z" fill="currentColor" />
    <path class="cut" d="M12 8.2v6.2" />
    <circle cx="12" cy="18" r="1.5" class="dot" />
  </svg>
);
