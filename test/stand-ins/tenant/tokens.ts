/** Real tokens: signed with RS256 by a key of this stand-in, and demanded back. */
import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Api, App } from './state.ts';

/**
 * What a token is asked for, and who it is for then. Microsoft's own APIs take v1 tokens, whose audience is the resource
 * as it was asked for. Facts 1.1 (licensing), 6 (Graph, bot), 9 (billing).
 */
export const audiences: Readonly<Record<Api, string>> = {
  graph: 'https://graph.microsoft.com',
  licensing: 'aeb86249-8ea3-49e2-900b-54cc8e308f85',
  bot: 'https://api.botframework.com',
  billing: 'https://management.azure.com',
};

export const TOKEN_SECONDS = 3599;

export interface Issued {
  readonly app: App;
  readonly api: Api;
  readonly tenantId: string;
}

/** What a good token says. */
export interface Claims extends JWTPayload {
  readonly appid: string;
  readonly tid: string;
  readonly roles?: readonly string[];
}

interface Making extends Issued {
  readonly instance: string;
  readonly seconds: number;
  readonly kid: string;
}

export interface Tokens {
  readonly publicKey: JWK;
  /** How long a token lives. */
  readonly seconds: number;
  sign(issued: Issued): Promise<string>;
  /** Rejects with an error of jose where the token isn't ours, isn't for `audience`, or has expired. */
  verify(token: string, audience: string): Promise<Claims>;
  /** Takes back every token issued so far, as Microsoft may before its time ("Continuous access evaluation"). */
  expire(): void;
}

/** One key for the whole process: making one takes longer than most tests. */
const keys = once(() => generateKeyPair('RS256', { modulusLength: 2048 }));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export async function tokens(seconds: number): Promise<Tokens> {
  const { publicKey, privateKey } = await keys();
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
  // Tells the tenants of one process apart: none takes the token of another.
  let instance: string = randomUUID();
  const before = new Set<string>();
  const demanded = { algorithms: ['RS256'], requiredClaims: ['exp', 'tid', 'appid'] };
  // A caller brings one token for an hour; looking at its signature each time was a tenth of the work of a test.
  const known = new Map<string, JWTPayload>();
  const good = async (token: string, audience: string): Promise<JWTPayload> => {
    const found = known.get(`${audience} ${token}`);
    if (found?.exp && found.exp * 1000 > Date.now()) return found;
    const { payload } = await jwtVerify(token, publicKey, { audience, ...demanded });
    known.set(`${audience} ${token}`, payload);
    return payload;
  };
  return {
    seconds,
    publicKey: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' },
    sign: (issued) => signed({ ...issued, instance, seconds, kid }, privateKey),
    async verify(token, audience) {
      const payload = await good(token, audience);
      const { aio = '' } = payload as { aio?: string };
      if (before.has(aio)) throw new errors.JWTExpired('taken back', payload, 'exp');
      if (aio !== instance) throw new errors.JWSSignatureVerificationFailed();
      return payload as Claims;
    },
    expire() {
      before.add(instance);
      instance = randomUUID();
    },
  };
}

/** The claims of an app-only v1 token ("Access token claims reference"). Its life is real time, as MSAL's is. */
function signed({ app, api, tenantId, instance, seconds, kid }: Making, key: CryptoKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const roles = app.roles[api];
  return new SignJWT({
    // Opaque in Microsoft's tokens too.
    aio: instance,
    appid: app.appId,
    appidacr: '1',
    idp: issuer(tenantId),
    idtyp: 'app',
    oid: app.objectId,
    // An app without any role gets a token all the same, without this claim.
    ...(roles.length > 0 ? { roles } : {}),
    tid: tenantId,
    uti: randomUUID(),
    ver: '1.0',
  })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, x5t: kid })
    .setIssuer(issuer(tenantId))
    .setSubject(app.objectId)
    .setAudience(audiences[api])
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + seconds)
    .sign(key);
}

export function issuer(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

/** What Graph says of a token it refuses. The sentences are Graph's own, as people quote them. */
export function whyRefused(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'Access token validation failure. Invalid signature.';
  }
  return 'IDX14100: JWT is not well formed, there are no dots (.).';
}
