// SPDX-License-Identifier: Apache-2.0
// A copy in a file, locked with a passphrase (AES-GCM, key by PBKDF2; WebCrypto of the browser).
import type { Entry } from '../../record/index.ts';

const rounds = 600_000; // OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64 = (data: Uint8Array): string => btoa(String.fromCharCode(...data));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function key(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', bytes(passphrase), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', salt, iterations: rounds, hash: 'SHA-256' },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** A patient file with entries of a record and nothing else, to hand to somebody; every interpreter of the command line reads it. */
export const plainCopy = (asOf: string, facts: object, record: readonly Entry[]): string =>
  JSON.stringify({ asOf, facts, record }, null, 2);

/** A copy, locked. Who forgets the passphrase cannot open it, and neither can anybody else. */
export async function lockedCopy(text: string, passphrase: string): Promise<string> {
  const [salt, once] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const locked = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: once }, await key(passphrase, salt), bytes(text)),
  );
  let letters = '';
  for (let i = 0; i < locked.length; i += 3 * 4096) letters += base64(locked.subarray(i, i + 3 * 4096));
  return JSON.stringify({ heliotrope: 'locked/1', salt: base64(salt), once: base64(once), locked: letters });
}

/** Opens a copy. Gives the text, or says in words why it cannot be opened. */
export async function openCopy(
  text: string,
  passphrase: string,
): Promise<{ ok: true; text: string } | { ok: false; problem: string }> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'This file is not a copy made by Heliotrope: it is not JSON. Nothing was changed.' };
  }
  if (typeof found !== 'object' || found === null || !('locked' in found)) return { ok: true, text };
  const { salt, once, locked } = { salt: '', once: '', ...found };
  if (typeof locked !== 'string') return { ok: false, problem: 'This locked copy is damaged. Nothing was changed.' };
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(once) },
      await key(passphrase, fromBase64(salt)),
      fromBase64(locked),
    );
    return { ok: true, text: new TextDecoder().decode(opened) };
  } catch {
    return {
      ok: false,
      problem: 'The passphrase does not open this copy, or the copy is damaged. Nothing was changed.',
    };
  }
}
