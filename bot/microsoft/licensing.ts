/**
 * The licensing API (`licensing.m365.microsoft.com`): what Microsoft's MSCommerce PowerShell module calls. Microsoft has no
 * reference page for it; routes and bodies are those of the module, version 2.3.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { RedirectNotFollowed } from '../http.ts';
import { begin } from '../logging/calls.ts';
import type { Surroundings } from './graph.ts';
import { ask, despitePermission, type Failure, notTakenBy, type Patience, patient } from './retry-policy.ts';
import { claimsIn } from './tokens.ts';

/** App id of "M365 License Manager", the resource these tokens are for. */
export const licensingAudience = 'aeb86249-8ea3-49e2-900b-54cc8e308f85';

export interface Licensing {
  get<T>(route: string, shape: z.ZodType<T>, patience?: Patience): Promise<T>;
  /** Done once Microsoft says so; what else it answers is not looked at. */
  put(route: string, body: object): Promise<void>;
}

/** The API's own error body is `{ errorCode, reason }`, not Graph's. */
const RefusalBody = z.object({ errorCode: z.string().nullish(), reason: z.string().nullish() });

class LicensingError extends Error {
  readonly failure: Omit<Failure, 'cause'>;
  constructor(failure: Omit<Failure, 'cause'>) {
    super(`${failure.status} ${failure.code}`);
    this.failure = failure;
  }
}

export function createLicensing(
  url: string,
  { tokens, clock, observe, called, beforeWrite, wire }: Surroundings,
): Licensing {
  const send = async (route: string, tries: number, init: RequestInit): Promise<Response> => {
    const token = await tokens(licensingAudience);
    if (init.method === 'PUT') beforeWrite();
    const headers = {
      ...init.headers,
      authorization: `Bearer ${token}`,
      'x-ms-correlation-id': randomUUID(),
    };
    const sent = {
      service: 'licensing',
      method: init.method ?? 'GET',
      url,
      route: plain(route),
      attempt: tries,
    } as const;
    const ended = begin(sent, called);
    const response = await wire(`${url}/v1.0${route}`, { ...init, headers }).catch((error: unknown) => {
      observe(plain(route), 0);
      ended(error instanceof RedirectNotFollowed ? error.statusCode : 0);
      throw error;
    });
    observe(plain(route), response.status);
    ended(response.status, response.headers);
    if (!response.ok) throw await refusal(response, mayBy(token, init.method));
    return response;
  };
  return {
    get(route, shape, patience = patient) {
      const attempt = async (signal: AbortSignal, tries: number) =>
        shape.parse(await (await send(route, tries, { signal })).json());
      return ask(clock, { patience, route: `licensing ${route}`, attempt, describe });
    },
    put(route, body) {
      const init = { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const attempt = async (signal: AbortSignal, tries: number) => {
        await (await send(route, tries, { ...init, signal })).body?.cancel();
      };
      return ask(clock, { patience: patient, route: `licensing ${route}`, attempt, describe });
    },
  };
}

/** A route fit for metrics: no ids, no query. */
function plain(route: string): string {
  return route.replace(/\?.*$/, '').replace(/\/(products|offerTypes)\/.+$/, '/$1/{id}');
}

const policyRoles = {
  read: 'Policy.Read.AllowSelfServicePurchase',
  write: 'Policy.ReadWrite.AllowSelfServicePurchase',
};
const Claims = z.object({ roles: z.array(z.string()) });

/** Whether the token bears the permission for such a request. It is our own, and nothing is decided by what it says. */
function mayBy(token: string, method: string | undefined): boolean {
  const roles = Claims.safeParse(claimsIn(token)).data?.roles ?? [];
  return roles.includes(policyRoles.write) || (method !== 'PUT' && roles.includes(policyRoles.read));
}

/**
 * App-only calls were refused with 403 in the wild though both roles were granted (MSCloudLoginAssistant #174): to ask for
 * the permission once more would mislead.
 */
async function refusal(response: Response, mayDoIt: boolean): Promise<LicensingError> {
  const body = RefusalBody.safeParse(await response.json().catch(() => undefined)).data;
  return new LicensingError({
    status: response.status,
    code: response.status === 403 && mayDoIt ? despitePermission : (body?.errorCode ?? 'unknown'),
    requestId: response.headers.get('x-ms-correlation-id') ?? undefined,
    retryAfter: response.headers.get('retry-after') ?? undefined,
    words: body?.reason ?? undefined,
  });
}

function describe(error: unknown): Failure {
  if (error instanceof LicensingError) return { ...error.failure, cause: error };
  const untaken = error instanceof Error && notTakenBy(error.name, error);
  if (untaken) return untaken;
  const code = error instanceof SyntaxError || error instanceof z.ZodError ? 'broken-answer' : 'no answer';
  return { status: undefined, code, requestId: undefined, retryAfter: undefined, cause: error };
}
