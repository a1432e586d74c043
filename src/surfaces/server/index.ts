// SPDX-License-Identifier: Apache-2.0
// HTTP: the built web app, REST with OpenAPI, health and metrics. Stateless; binds to loopback unless told otherwise.
export { createApp, largestBody, type Options } from './app.ts';
export { listen } from './main.ts';
