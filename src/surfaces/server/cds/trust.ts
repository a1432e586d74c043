// SPDX-License-Identifier: Apache-2.0
// Who calls: the signed token of a CDS client (CDS Hooks 2.0, "Trusting CDS Clients"), checked against issuers that were set up.
import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Shared } from '../shared.ts';

/** A system that may call: the `iss` of its tokens, and where its public keys are. */
export type Issuer = { issuer: string; jwks: string };
export type Trust = {
  issuers: readonly Issuer[];
  publicUrl: string;
  /** Whether a token is used for the first time. */
  isNew: Shared['isNew'];
  keys?: (issuer: Issuer) => JWTVerifyGetKey;
};

/** The signatures that are taken; none is symmetric, so that a public key can never serve as a secret. */
const algorithms = ['ES384', 'RS384', 'ES256', 'ES512', 'RS256', 'RS512', 'PS256', 'PS384', 'PS512'];
/** The longest a token may live, in seconds. The specification wants five minutes at most. */
const longest = 300;

/** Undefined when the caller is known; otherwise one sentence for them. */
export type Check = (authorization: string | undefined, path: string) => Promise<string | undefined>;

/** What is wrong with a token, without saying which of our settings it missed. */
const refusal = (error: unknown): string =>
  error instanceof errors.JWTExpired
    ? 'The token has run out.'
    : 'The token is not one that this service takes: its issuer, audience, signature or times do not fit.';

/** Makes the check of callers. Keys are fetched only from the addresses that were set up, within three seconds. */
export function prepareTrust({ issuers, publicUrl, isNew, keys }: Trust): Check {
  const keysOf =
    keys
    ?? (({ jwks }: Issuer) => createRemoteJWKSet(new URL(jwks), { timeoutDuration: 3000, cooldownDuration: 30_000 }));
  const known = new Map(issuers.map((one) => [one.issuer, { jwks: one.jwks, keys: keysOf(one) }]));
  return async (authorization, path) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return 'Send a signed token: "Authorization: Bearer …", as CDS Hooks 2.0 has it.';
    try {
      const [, body = ''] = token.split('.');
      const { iss }: { iss?: unknown } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
      const issuer = typeof iss === 'string' ? known.get(iss) : undefined;
      const { jku } = decodeProtectedHeader(token);
      if (!issuer || (jku !== undefined && jku !== issuer.jwks)) return refusal(undefined);
      const { payload } = await jwtVerify(token, issuer.keys, {
        algorithms,
        ...(typeof iss === 'string' ? { issuer: iss } : {}),
        audience: [`${publicUrl}${path}`],
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: longest,
        clockTolerance: 5,
      });
      const { exp = 0, iat = 0, jti = '' } = payload;
      if (exp - iat > longest) return refusal(undefined);
      const isFirst = await isNew(`${String(iss)} ${jti}`, exp, Date.now() / 1000);
      return isFirst ? undefined : 'This token was used before.';
    } catch (error) {
      return refusal(error); // every reason is a refusal; which one is the caller's own business
    }
  };
}
