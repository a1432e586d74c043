// SPDX-License-Identifier: Apache-2.0
// The command line: one file for each command, named after what it does. Commands print and refuse; they decide nothing.
export { main } from './main.ts';
