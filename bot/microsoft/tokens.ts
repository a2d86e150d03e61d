/** Tokens for an Entra app, through Microsoft's own MSAL, which keeps them until they are about to expire. */
import {
  type ClientCredentialRequest,
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  ManagedIdentityApplication,
  type NetworkRequestOptions,
  type NetworkResponse,
  ServerError,
} from '@azure/msal-node';
import { readCertificate } from '../config/certificate.ts';
import type { AppIdentity } from '../config/config.ts';
import { microsoft } from '../config/environment.ts';
import { AnswerTooLarge, fetchDirectly, isConfidential, RedirectNotFollowed } from '../http.ts';
import { begin, routeOf } from '../logging/calls.ts';
import type { Called } from '../logging/lines.ts';

/**
 * A bearer token for `audience` (the resource, without `/.default`).
 *
 * @param fresh asks Entra anew: a token kept from before does not know of a permission granted since
 */
export type Tokens = (audience: string, fresh?: boolean) => Promise<string>;

/**
 * Entra did not give a token. `code` is Entra's own (`invalid_client`, `AADSTS7000215` …) and safe to show; or `unreachable`, or
 * one of Purser's words for an answer it does not take (`redirected`, `too-large`).
 */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`Entra gave no token (${code})`, options);
    this.code = code;
  }
}

/** What a token says of itself, whoever made it; undefined where that can't be read. */
export function claimsIn(token: string): unknown {
  const [, claims = ''] = token.split('.');
  try {
    return JSON.parse(Buffer.from(claims, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const deadlineMs = 10_000;

/** @throws TokenRefused from the function it returns. */
export function createTokens(identity: AppIdentity, called?: Called): Tokens {
  const isManaged = identity.proof.kind === 'managed-identity';
  const acquire = isManaged ? managedIdentity(identity, called) : clientCredential(identity, called);
  const underWay = new Map<string, Promise<string>>();
  return (audience, fresh = false) => {
    const key = `${audience} ${fresh}`;
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const asked = acquire(audience, fresh).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}

function clientCredential(identity: AppIdentity, called: Called | undefined): Tokens {
  const network = createNetwork(called, [new URL(identity.authority).origin, microsoft.login]);
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: identity.clientId,
      authority: identity.authority,
      // MSAL refuses a host it does not know; it knows Microsoft's, and this one is our operator's word.
      knownAuthorities: [new URL(identity.authority).host],
      ...credentialOf(identity),
    },
    system: { networkClient: network.client },
  });
  return (audience, fresh = false) => {
    const request: ClientCredentialRequest = { scopes: [`${audience}/.default`], skipCache: fresh };
    return tokenOf(client.acquireTokenByClientCredential(request), network);
  };
}

function managedIdentity(identity: AppIdentity, called: Called | undefined): Tokens {
  const network = createNetwork(called);
  const client = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: identity.clientId },
    system: { networkClient: network.client },
  });
  return (audience, fresh = false) =>
    tokenOf(client.acquireToken({ resource: audience, forceRefresh: fresh }), network);
}

function credentialOf(identity: AppIdentity): Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'> {
  const { proof } = identity;
  if (proof.kind === 'secret') return { clientSecret: proof.secret };
  if (proof.kind === 'managed-identity') return {};
  const { x5c, privateKey, thumbprintSha256 } = readCertificate(proof.pem, new Date());
  return { clientCertificate: { thumbprintSha256, privateKey, x5c } };
}

async function tokenOf(asked: Promise<{ accessToken: string } | null>, network: Network): Promise<string> {
  try {
    const result = await asked;
    if (!result) throw new TokenRefused('no_token');
    return result.accessToken;
  } catch (error) {
    if (error instanceof TokenRefused) throw error;
    // MSAL says that it found no endpoints, and keeps the reason to itself.
    const turned = network.turned();
    if (turned) throw new TokenRefused(codeFor(turned), { cause: turned });
    // When Entra refuses, it names its reason; a request that did not reach it is no refusal.
    const told = error instanceof ServerError ? (/AADSTS\d+/.exec(error.message)?.[0] ?? error.errorCode) : undefined;
    throw new TokenRefused(told || 'unreachable', { cause: error });
  }
}

/** Entra's configuration names another address for tokens than where Purser was told to sign in: it would get the secret. */
class SignInElsewhere extends Error {
  override name = 'SignInElsewhere';
}

function codeFor(error: Error): string {
  return error instanceof AnswerTooLarge ? 'too-large' : 'redirected';
}

interface Network {
  client: INetworkModule;
  /** Why the last answer was not taken; undefined if it was. */
  turned(): Error | undefined;
}

/**
 * MSAL's own network client has no deadline, and follows redirects: a login page that never answers must not hang a turn, and
 * the secret goes to nobody but whom the operator named.
 *
 * @param origins the only ones asked; any for a managed identity, whose address comes from the platform
 */
function createNetwork(called: Called | undefined, origins?: readonly string[]): Network {
  let turned: Error | undefined;
  const send = async <T>(url: string, method: string, options: NetworkRequestOptions = {}) => {
    try {
      if (origins && !(isConfidential(url) && origins.includes(new URL(url).origin)))
        throw new SignInElsewhere('The sign-in would have gone to another address than LOGIN_URL names');
      const answer = await request<T>(url, { method, options, called });
      turned = undefined;
      return answer;
    } catch (error) {
      const isTurned = [RedirectNotFollowed, AnswerTooLarge, SignInElsewhere].some((kind) => error instanceof kind);
      turned = isTurned ? (error as Error) : undefined;
      throw error;
    }
  };
  const client: INetworkModule = {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>(url, 'GET', options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>(url, 'POST', options),
  };
  return { client, turned: () => turned };
}

/** A configuration or a token is a few kilobytes. */
const mostBytes = 1024 * 1024;

interface Asked {
  method: string;
  options: NetworkRequestOptions;
  called: Called | undefined;
}

async function request<T>(url: string, { method, options, called }: Asked): Promise<NetworkResponse<T>> {
  const init = {
    method,
    ...(options.headers && { headers: options.headers }),
    ...(options.body && { body: options.body }),
    signal: AbortSignal.timeout(deadlineMs),
  };
  const ended = begin({ service: 'sign-in', method, url, route: routeOf(url), attempt: 1 }, called);
  const response = await fetchDirectly(url, init, mostBytes).catch((error: unknown) => {
    ended(error instanceof RedirectNotFollowed ? error.statusCode : 0);
    throw error;
  });
  ended(response.status, response.headers);
  // MSAL would take the error of a busy Entra for a refusal.
  if (response.status >= 500 || response.status === 429) throw new Error(`Entra is busy (${response.status})`);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}
