/**
 * Decides what to ask Microsoft again, and when. Requests made here can be repeated without harm, unless `atMostOnce` says
 * that they must not happen twice. Microsoft's advice: honour `Retry-After`, else back off exponentially with jitter (Graph
 * throttling guidance).
 */
import { shorten } from '../../cards/card.ts';
import type { Trouble } from '../../store/records.ts';
import type { Clock } from '../clock.ts';
import { longest, oneLine } from '../foreign.ts';
import { AnswerTooLarge, RedirectNotFollowed } from '../http.ts';
import { MicrosoftFailed, Withheld } from './commerce.ts';
import { TokenRefused } from './tokens.ts';

export interface Patience {
  attempts: number;
  /** A longer wait than this is not waited. */
  longestWaitMs: number;
  /** How long one answer may take. */
  deadlineMs: number;
  /** How long all tries may take together, in real time; endless if not given. */
  totalMs?: number;
  /** It must not happen twice, so it is repeated only if Microsoft says, or it is certain, that it was not done. */
  atMostOnce?: boolean;
}

/** For work in the background. */
export const patient: Patience = { attempts: 5, longestWaitMs: 120_000, deadlineMs: 30_000 };
/** For requests that must not happen twice. */
export const atMostOnce: Patience = { ...patient, atMostOnce: true };
/** For a person who waits for an answer: Teams gives up on a press after five seconds. */
export const brisk: Patience = { attempts: 2, longestWaitMs: 500, deadlineMs: 1_800, totalMs: 2_000 };
/** For a person whose press something is decided by: all the time that Teams leaves. */
export const pressed: Patience = { attempts: 2, longestWaitMs: 500, deadlineMs: 2_900, totalMs: 3_000 };

/** Microsoft passes on whole answers of other services as its reason. */
const longestWords = 300;

/** One try that failed, as the transport saw it. */
export interface Failure {
  /** HTTP status; undefined where no whole answer came. */
  status: number | undefined;
  /** Microsoft's own code, or the transport's. */
  code: string;
  requestId: string | undefined;
  /** `Retry-After`, in seconds or as a date. */
  retryAfter: string | undefined;
  /** What Microsoft said, in a sentence. */
  words?: string | undefined;
  cause: unknown;
}

/** Something to ask Microsoft, and how long to go on asking. */
interface Question<T> {
  patience: Patience;
  /** For the log. */
  route: string;
  /** @param tries the number of this one, from 1 on */
  attempt: (signal: AbortSignal, tries: number) => Promise<T>;
  /** Turns what `attempt` threw into a Failure. */
  describe: (error: unknown) => Failure;
}

/**
 * Runs `attempt` until it answers or patience ends.
 *
 * @throws MicrosoftFailed
 */
export async function ask<T>(clock: Clock, { patience, route, attempt, describe }: Question<T>): Promise<T> {
  const total = patience.totalMs === undefined ? [] : [AbortSignal.timeout(patience.totalMs)];
  for (let tries = 1; ; tries++) {
    try {
      const signal = AbortSignal.any([...total, AbortSignal.timeout(patience.deadlineMs)]);
      // Raced, because not everything an attempt waits for (a token) can be told to stop.
      return await Promise.race([attempt(signal, tries), aborted(signal)]);
    } catch (error) {
      if (error instanceof MicrosoftFailed || error instanceof Withheld) throw error;
      const failure = error instanceof TokenRefused ? refusedToken(error) : describe(error);
      const wait = waitMs(failure, tries, clock.now());
      const inTime =
        tries < patience.attempts && wait <= patience.longestWaitMs && !total.some(({ aborted }) => aborted);
      const again = isWorthAsking(failure, patience) && inTime;
      if (!again) throw failed(route, failure, failure.retryAfter === undefined ? undefined : wait);
      await clock.wait(wait);
    }
  }
}

/**
 * If a permission is missing, asks once more with a new token: the old one doesn't know of permissions granted since, and
 * Microsoft may have let it expire early.
 */
export async function withNewToken<T>(call: () => Promise<T>, renew: () => Promise<unknown>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof MicrosoftFailed) || error.trouble !== 'no-permission') throw error;
    await renew();
    return call();
  }
}

/** For requests that can only fail by not being answered. */
export function noAnswer(cause: unknown): Failure {
  return { status: undefined, code: 'no answer', requestId: undefined, retryAfter: undefined, cause };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function refusedToken(error: TokenRefused): Failure {
  return { status: undefined, code: error.code, requestId: undefined, retryAfter: undefined, cause: error };
}

function isWorthAsking(failure: Failure, { atMostOnce }: Patience): boolean {
  // Without a token nothing was asked yet.
  if (failure.cause instanceof TokenRefused) return failure.code === 'unreachable';
  // It would be answered the same way.
  if (isNotTaken(failure.code)) return false;
  // Throttled or unavailable, Microsoft turned it away undone; after any other failure nobody knows.
  if (atMostOnce) return failure.status === 429 || failure.status === 503;
  return failure.status === undefined || failure.status === 429 || failure.status >= 500;
}

/** What Purser calls an answer that it does not take. */
const notTaken = ['redirected', 'too-large'] as const;

function isNotTaken(code: string): code is (typeof notTaken)[number] {
  return notTaken.some((each) => each === code);
}

/**
 * An answer that `fetchDirectly` does not take, as a Failure; undefined where it was taken.
 *
 * @param name the error's name, which is what a library leaves of it
 */
export function notTakenBy(name: string | null | undefined, cause: unknown): Failure | undefined {
  const codes: Record<string, (typeof notTaken)[number]> = {
    [RedirectNotFollowed.name]: 'redirected',
    [AnswerTooLarge.name]: 'too-large',
  };
  const code = codes[name ?? ''];
  return code && { ...noAnswer(cause), code };
}

/** Entra knows no such resource in this tenant ("Microsoft Entra authentication and authorization error codes"). */
const noServiceCodes: ReadonlySet<string> = new Set(['AADSTS500011', 'AADSTS650052']);

/** What Purser calls a 403 to a token that bears the permission. */
export const despitePermission = 'despite-permission';

export function troubleOf(failure: Pick<Failure, 'status' | 'code' | 'cause'>): Trouble {
  if (isNotTaken(failure.code)) return failure.code;
  if (failure.cause instanceof TokenRefused && failure.code !== 'unreachable')
    return noServiceCodes.has(failure.code) ? 'no-service' : 'no-token';
  if (failure.code === despitePermission) return despitePermission;
  if (failure.status === undefined) return failure.code === 'broken-answer' ? 'broken-answer' : 'unreachable';
  if (failure.status === 429) return 'throttled';
  if (failure.status === 401 || failure.status === 403) return 'no-permission';
  return failure.status >= 500 ? 'unreachable' : 'refused';
}

function failed(route: string, failure: Failure, waitMs: number | undefined): MicrosoftFailed {
  const parts = [
    route,
    failure.status ?? 'no answer',
    failure.code,
    failure.requestId && `request-id ${failure.requestId}`,
    isNotTaken(failure.code) && `(${sentenceOf(failure.cause)})`,
  ];
  return new MicrosoftFailed(troubleOf(failure), oneLine(parts.filter(Boolean).join(' '), longest.sentence), {
    status: failure.status,
    words: noOf(failure),
    waitMs,
    cause: failure.cause,
  });
}

/** Where it was sent to, or how much it was: what the operator looks for. */
function sentenceOf(error: unknown): string {
  const inner = error instanceof TokenRefused ? error.cause : error;
  return inner instanceof Error ? inner.message : String(inner);
}

/** Microsoft's words, if they give the reason of a refusal; on passing trouble or a bad token they tell people nothing. */
export function noOf({ status, words }: Pick<Failure, 'status' | 'words'>): string | undefined {
  if (!words || status === undefined || status >= 500 || status === 401 || status === 429) return undefined;
  return shorten(oneLine(words.replace(/\beyJ[\w.-]+/g, '…'), 2 * longestWords), longestWords) || undefined;
}

/** Milliseconds to wait before try number `tries + 1`. */
export function waitMs({ retryAfter }: Pick<Failure, 'retryAfter'>, tries: number, now: Date): number {
  const step = 400 * 2 ** (tries - 1);
  return askedToWaitMs(retryAfter, now) ?? step / 2 + (step / 2) * Math.random();
}

/** Nobody means a longer wait: somebody has mixed up the units then, and must not stop everything for years. */
const mostWaitMs = 24 * 3_600_000;

/** `Retry-After` in milliseconds: it comes in seconds or as a date. Undefined if it is neither. */
export function askedToWaitMs(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) ? Math.min(mostWaitMs, Math.max(0, ms)) : undefined;
}
