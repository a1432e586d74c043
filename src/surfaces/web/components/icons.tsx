// SPDX-License-Identifier: Apache-2.0
// Small drawings beside words. All are decoration: the word carries the meaning.
export const Back = () => (
  <svg class="icon small-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path class="stroke" d="M15 4.5 7.5 12l7.5 7.5" />
  </svg>
);
export const Lock = () => (
  <svg class="icon small-icon" viewBox="0 0 24 24" aria-hidden="true">
    <rect class="stroke thin" x="4.5" y="10.5" width="15" height="11" rx="2.5" />
    <path class="stroke thin" d="M8 10.5V7.2a4 4 0 0 1 8 0v3.3" />
  </svg>
);
export const Next = () => (
  <svg class="icon small-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path class="stroke" d="m9 4.5 7.5 7.5L9 19.5" />
  </svg>
);
export const Down = () => (
  <svg class="icon small-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path class="stroke" d="M12 4v15.5M5.5 13l6.5 6.5 6.5-6.5" />
  </svg>
);
export const Up = () => (
  <svg class="icon small-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path class="stroke" d="M12 20V4.5M5.5 11 12 4.5l6.5 6.5" />
  </svg>
);
