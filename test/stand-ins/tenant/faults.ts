/** Trouble on demand. A test pushes what it wants; the first fault that fits a request is used up by it. */
import { graphError, tooManyRequests } from './graph-errors.ts';
import type { Answer, Call } from './http.ts';
import { LICENSING, licensingError } from './licensing.ts';

export type Trouble =
  /** Too many requests; without `retryAfter`, or with null, nothing says when to come back. */
  | { readonly kind: '429'; readonly retryAfter?: number | null }
  | { readonly kind: 'status'; readonly code: number; readonly retryAfter?: number }
  /** The connection is cut and nothing was done. */
  | { readonly kind: 'reset-before' }
  /** Everything was done, then the connection is cut. */
  | { readonly kind: 'reset-after' }
  /** Everything was done, the answer comes `ms` of real time later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Half of the body, under a length that fits it. */
  | { readonly kind: 'half-page' }
  /** A page of some proxy in place of an answer. */
  | { readonly kind: 'not-json' }
  /** Sent on to another address, as a proxy or somebody in between would; nothing was done. */
  | { readonly kind: 'redirect'; readonly to: string; readonly code?: number }
  /** So many megabytes of blanks as a JSON body; packed they go over the wire as next to nothing, or their length is told first. */
  | {
      readonly kind: 'huge';
      readonly megabytes: number;
      readonly packed?: boolean;
      readonly isLengthTold?: boolean;
      readonly code?: number;
    }
  /** Any answer at all: what is not Microsoft's own. */
  | { readonly kind: 'answer'; readonly body: (call: Call) => unknown }
  /** The answer of a success, and nothing was done. */
  | { readonly kind: 'lie' };

export type Fault = Trouble & {
  /** A prefix of the path, with the method before it if it matters (`PUT /licensing`), or a question. */
  readonly match: string | ((call: Call) => boolean);
  /** How often; once if not given. Counted down here. */
  times?: number;
};

/** What can happen to one request inside a `$batch`; the rest happens to connections. */
const withinBatch: readonly Trouble['kind'][] = ['429', 'status', 'lie'];

/** The fault for this call, which has one time less from now on. */
export function fault(faults: Fault[], call: Call): Fault | null {
  const at = faults.findIndex((each) => (!call.inBatch || withinBatch.includes(each.kind)) && fits(each, call));
  const found = faults[at];
  if (found === undefined) return null;
  found.times = (found.times ?? 1) - 1;
  if (found.times <= 0) faults.splice(at, 1);
  return found;
}

function fits({ match }: Fault, call: Call): boolean {
  if (typeof match !== 'string') return match(call);
  return (match.startsWith('/') ? call.path : `${call.method} ${call.path}`).startsWith(match);
}

/** The answer of a fault that answers without any work, in the shape of whom was asked. */
export function troubled(trouble: Trouble, { path }: Call): Answer | null {
  if (trouble.kind !== '429' && trouble.kind !== 'status') return null;
  const retry = trouble.retryAfter ?? null;
  const headers: Record<string, string> = retry === null ? {} : { 'retry-after': String(retry) };
  const status = trouble.kind === '429' ? 429 : trouble.code;
  if (path.startsWith(LICENSING)) {
    return licensingError(status, status === 429 ? 'TooManyRequests' : 'InternalError', 'Try again later.', headers);
  }
  if (!path.startsWith('/graph')) {
    const error = {
      error: 'temporarily_unavailable',
      error_description: 'AADSTS90033: A transient error has occurred.',
    };
    return { status, headers, body: { ...error, error_codes: [90033] } };
  }
  return status === 429
    ? tooManyRequests(headers)
    : graphError(status, codes[status] ?? 'UnknownError', 'Try again later.', headers);
}

/** What Graph calls its own troubles ("Microsoft Graph error responses", and the directory's for 500). */
const codes: Readonly<Record<number, string>> = {
  409: 'Directory_ConcurrencyViolation',
  500: 'Service_InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};
