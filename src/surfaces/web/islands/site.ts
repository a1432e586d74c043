// SPDX-License-Identifier: Apache-2.0
// On every page: keeps it readable without a connection after the first visit.
import '../styles/main.css';

if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/worker.js')
      .catch((error: unknown) => console.warn('Offline reading is not available.', error));
  });
