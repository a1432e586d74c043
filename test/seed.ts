// SPDX-License-Identifier: Apache-2.0
import { configureGlobal } from 'fast-check';

/** Every property draws the same examples in every run, so that a run can be repeated; FC_SEED gives others, as the nightly run does. */
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261124) });
