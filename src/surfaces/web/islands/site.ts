// SPDX-License-Identifier: Apache-2.0
// On every page: keeps it readable without a connection after the first visit, and says when that was long ago.
import '../styles/main.css';
import { ageWarning } from '../age.ts';

const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const warning = ageWarning(document.querySelector<HTMLElement>('[data-made]')?.dataset['made'] ?? '', today);
if (warning !== undefined) {
  const note = document.createElement('p');
  note.className = 'label noprint';
  note.id = 'age';
  note.setAttribute('role', 'status');
  note.textContent = warning;
  document.querySelector('main')?.prepend(note);
}

if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/worker.js')
      .catch((error: unknown) => console.warn('Offline reading is not available.', error));
  });
