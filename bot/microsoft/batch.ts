/** Graph's `$batch`: up to 20 requests in one call, each with an answer of its own ("Combine multiple HTTP requests"). */
import { z } from 'zod/v4';

export interface BatchRequest {
  method: 'GET' | 'POST';
  url: string;
  body?: unknown;
  eventual?: boolean;
}
export interface BatchAnswer {
  status: number;
  body: unknown;
  retryAfter: string | undefined;
}

export const Batch = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      body: z.unknown().optional(),
      headers: z.record(z.string(), z.string()).nullish(),
    }),
  ),
});

export function batchBody(requests: readonly BatchRequest[]): object {
  return {
    requests: requests.map(({ method, url, body, eventual }, index) => ({
      id: String(index),
      method,
      url,
      ...(body !== undefined && { body }),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(eventual && { ConsistencyLevel: 'eventual' }),
      },
    })),
  };
}

export function retryAfter(headers: Record<string, string> | null | undefined): string | undefined {
  return new Headers(headers ?? {}).get('retry-after') ?? undefined;
}

/** A request of a batch that should be asked again: then the whole batch is, since all of them only read. */
export class BusyWithin extends Error {
  readonly status: number;
  readonly retryAfter: string | undefined;
  constructor(status: number, retryAfter: string | undefined) {
    super(`${status} within a batch`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
