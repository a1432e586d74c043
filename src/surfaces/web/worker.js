// SPDX-License-Identifier: Apache-2.0
// Keeps the whole site on the device after the first visit. The build writes the edition and the files.
const edition = 'EDITION';
const files = 'FILES';

self.addEventListener('install', (event) =>
  event.waitUntil(
    caches
      .open(edition)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  ),
);
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== edition).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  ),
);
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    caches.match(request, { ignoreSearch: true, cacheName: edition }).then((kept) => kept ?? fetch(request)),
  );
});
