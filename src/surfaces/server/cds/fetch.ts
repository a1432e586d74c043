// SPDX-License-Identifier: Apache-2.0
// Reading from the calling system's own FHIR server, with the token that came with the call. Only servers that whoever runs this
// has named are ever spoken to, so that a request cannot make us knock on other doors.
import { readBody } from '../body.ts';

/** The largest answer that is read, in bytes. */
const largest = 5_000_000;
/** The longest an answer may take, in milliseconds; the specification wants ours within half a second. */
export const patience = 3000;

export type Answered =
  | { ok: true; resource: unknown }
  /** `none`: the server says that there is no such resource. */
  | { ok: false; none: boolean };
export type Fetch = (url: URL, token: string | undefined) => Promise<Answered>;

const failed: Answered = { ok: false, none: false };

/** The base address of a FHIR server, when its origin is on the list; a query, a name or a password in it is never taken. */
export function trustedBase(server: string | undefined, allowed: readonly string[]): URL | undefined {
  if (server === undefined || !URL.canParse(server)) return undefined;
  const url = new URL(server);
  if (url.username || url.password || url.search || url.hash || !allowed.includes(url.origin)) return undefined;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Reads a response to its end, unless it is too large. */
async function textOf(response: Response): Promise<string | undefined> {
  if (!response.body) return undefined;
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const piece of response.body) {
    size += piece.byteLength;
    if (size > largest) return undefined;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** Reads one address as FHIR JSON. It follows no redirect, waits three seconds at most, and gives no reason that could say
 *  anything about a network. */
export const fetchFhir: Fetch = async (url, token) => {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: 'application/fhir+json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    if (response.status === 404 || response.status === 410) return { ok: false, none: true };
    if (!response.ok) return failed;
    const text = await textOf(response);
    const body = text === undefined ? undefined : readBody(text);
    return body?.ok ? { ok: true, resource: body.value } : failed;
  } catch {
    return failed; // not reached, too slow, or cut off: the card says that it could not be fetched
  }
};
