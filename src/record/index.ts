// SPDX-License-Identifier: Apache-2.0
// What happened to one person, dated; `derive` turns it into the Patient that every interpreter reads.
export type { Amount, Dated, Day, Entry, EntryId, Frequency, Record } from './record.ts';
