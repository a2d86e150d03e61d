/**
 * The licensing API (`licensing.m365.microsoft.com`): what Microsoft's MSCommerce PowerShell module calls. Microsoft has no
 * reference page for it; routes and bodies are those of the module, version 2.3.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { Clock } from '../clock.ts';
import type { Observe } from './graph.ts';
import type { Tokens } from './tokens.ts';
import { ask, type Failure, type Patience, patient } from './waiting.ts';

/** App id of "M365 License Manager", the resource these tokens are for. */
export const licensingAudience = 'aeb86249-8ea3-49e2-900b-54cc8e308f85';

export interface Licensing {
  get<T>(route: string, shape: z.ZodType<T>, patience?: Patience): Promise<T>;
}

/** The API's own error body is `{ errorCode, reason }`, not Graph's. */
class LicensingError extends Error {
  readonly failure: Omit<Failure, 'cause'>;
  constructor(failure: Omit<Failure, 'cause'>) {
    super(`${failure.status} ${failure.code}`);
    this.failure = failure;
  }
}

export function createLicensing(url: string, tokens: Tokens, clock: Clock, observe: Observe): Licensing {
  return {
    get: (route, shape, patience = patient) =>
      ask(
        clock,
        patience,
        `licensing ${route}`,
        async (signal) => {
          const headers = {
            authorization: `Bearer ${await tokens(licensingAudience)}`,
            'x-ms-correlation-id': randomUUID(),
          };
          const response = await fetch(`${url}/v1.0${route}`, { headers, signal }).catch((error: unknown) => {
            observe(route, 0);
            throw error;
          });
          observe(route, response.status);
          if (!response.ok) throw await refusal(response);
          return shape.parse(await response.json());
        },
        describe,
      ),
  };
}

async function refusal(response: Response): Promise<LicensingError> {
  const body = (await response.json().catch(() => ({}))) as { errorCode?: string };
  return new LicensingError({
    status: response.status,
    code: body.errorCode ?? 'unknown',
    requestId: response.headers.get('x-ms-correlation-id') ?? undefined,
    retryAfter: response.headers.get('retry-after') ?? undefined,
  });
}

function describe(error: unknown): Failure {
  if (error instanceof LicensingError) return { ...error.failure, cause: error };
  const code = error instanceof SyntaxError || error instanceof z.ZodError ? 'broken-answer' : 'no answer';
  return { status: undefined, code, requestId: undefined, retryAfter: undefined, cause: error };
}
