// SPDX-License-Identifier: Apache-2.0
// The question box of the first page leads to the page that answers it.
import { addressFor } from '../asked.ts';

document.querySelector<HTMLFormElement>('form[data-ask]')?.addEventListener('submit', (event) => {
  event.preventDefault();
  location.assign(addressFor(document.querySelector<HTMLInputElement>('#q')?.value ?? ''));
});
