// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** What well-formed texts say, by the digest of the text: the same text says the same wherever and whenever it is read, so it is
 *  parsed once. A text with a problem is never among them. */
export type Readings = Map<string, unknown>;

/** The digest of a text: no two texts that differ have the same. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Readings as JSON, to be kept in a file. What JSON cannot hold exactly, such as .inf, is left out and parsed again. */
export function writeReadings(readings: Readings): string {
  const exact = [...readings].filter(([, value]) => isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value));
  return JSON.stringify(exact);
}

/** Readings from the JSON that `writeReadings` made. */
export function parseReadings(json: string): Readings {
  const written: readonly [string, unknown][] = JSON.parse(json);
  return new Map(written);
}
