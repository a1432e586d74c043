// SPDX-License-Identifier: Apache-2.0
// HTTP: the built web app, REST with OpenAPI, health and metrics. Stateless; binds to loopback unless told otherwise.
export { createApp, type Options } from './app.ts';
export type { Issuer } from './cds/index.ts';
export { largestBody } from './limits.ts';
export { listen, type Patience } from './main.ts';
export { ownShared, type Shared } from './shared.ts';
export type { SmartOptions } from './smart.ts';
export { isWorker, leave, runWorkers, sharedWithOthers } from './workers.ts';
