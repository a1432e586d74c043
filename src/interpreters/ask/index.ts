// SPDX-License-Identifier: Apache-2.0
// ASK: which missing fact would change the answer most. Red flags first; it ends with nothing undetermined.
export { ask, askAll, prepareAsk, type Question } from './ask.ts';
