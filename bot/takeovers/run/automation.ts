/**
 * The operator's own automation, which ends purchases that Purser can't end itself: one signed call for each takeover.
 * `docs/cancellation.md` tells the operator the same.
 */
import { createHmac } from 'node:crypto';
import { shorten } from '../../../cards/card.ts';
import type { Trouble } from '../../../store/records.ts';
import type { Clock } from '../../clock.ts';
import { oneLine } from '../../foreign.ts';
import { askedToWaitMs } from '../../microsoft/retry-policy.ts';

/** The request that is sent: takeover and purchase by Purser's ids, people by their Entra object ids. */
export interface CancelRequest {
  id: string;
  purchase: string;
  subscription: string;
  commerceId: string | null;
  product: string;
  /** Null where Microsoft gives none. */
  quantity: number | null;
  /** Null where the owner is no person. */
  purchaser: string | null;
  reason: string;
  requestedBy: string;
  approvedBy: readonly string[];
}

/**
 * The automation's answer. `accepted`: it says that it does it, which is no proof. `refused`: asking again is of no use;
 * `words` are the automation's own.
 * `again`: it may pass, and it may have been done; `waitMs` where it said how long to wait, `detail` for the operator's log.
 */
export type Answer =
  | { kind: 'accepted' }
  | { kind: 'refused'; words: string | null }
  | { kind: 'again'; why: Extract<Trouble, 'unreachable' | 'throttled'>; waitMs?: number; detail: string };

export interface Automation {
  /** Asks once. The same request can be asked again: its id is the key by which the automation knows it. Never rejects. */
  cancel(request: CancelRequest): Promise<Answer>;
}

/** In real time: it is somebody else's machine that takes it. */
const deadlineMs = 30_000;
const longestWords = 300;
/** Purser reads no more of an answer than this; words fit into much less. */
const longestBody = 16_384;

/** 4xx that may pass: Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585). */
const passing = new Set([408, 425, 429]);

export function createAutomation(
  { url, secret, patienceMs = deadlineMs }: { url: string; secret: string; patienceMs?: number },
  clock: Clock,
): Automation {
  return {
    async cancel(request) {
      const body = bodyOf(request);
      const timestamp = String(Math.floor(clock.now().getTime() / 1000));
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': request.id,
        'Purser-Timestamp': timestamp,
        'Purser-Signature': `sha256=${signature}`,
      };
      const signal = AbortSignal.timeout(patienceMs);
      try {
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
        const answer = await answerIn(response, clock.now());
        return answer.kind === 'refused'
          ? { ...answer, words: presentable(answer.words, [secret, signature]) }
          : answer;
      } catch (error) {
        return { kind: 'again', why: 'unreachable', detail: signal.aborted ? 'no answer in time' : codeOf(error) };
      }
    },
  };
}

/** Field by field, so that nothing else goes out with it. */
function bodyOf(request: CancelRequest): string {
  const { id, purchase, subscription, commerceId, product, quantity, purchaser, reason, requestedBy, approvedBy } =
    request;
  return JSON.stringify({
    ...{ id, purchase, subscription, commerceId, product, quantity },
    ...{ purchaser, reason, requestedBy, approvedBy },
  });
}

async function answerIn(response: Response, now: Date): Promise<Answer> {
  const { status } = response;
  const isNo = status >= 400 && status < 500 && !passing.has(status);
  if (isNo) return { kind: 'refused', words: await wordsIn(response) };
  // The rest of what it says doesn't matter, nor whether it arrives.
  await response.body?.cancel().catch(() => undefined);
  if (response.ok) return { kind: 'accepted' };
  if (status < 400) return { kind: 'refused', words: `HTTP ${status}: a redirect, which Purser does not follow` };
  const waitMs = askedToWaitMs(response.headers.get('retry-after') ?? undefined, now);
  return {
    kind: 'again',
    why: status === 429 ? 'throttled' : 'unreachable',
    ...(waitMs === undefined ? {} : { waitMs }),
    detail: `HTTP ${status}`,
  };
}

/** Of JSON its message, of plain text all; a page of HTML says nothing to people. That it is a no, the status has said. */
async function wordsIn(response: Response): Promise<string | null> {
  const type = response.headers.get('content-type') ?? '';
  const text = await beginningOf(response).catch(() => '');
  if (/^text\/plain\b/i.test(type)) return text;
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) return null;
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestBody) break;
  }
  return text;
}

/** To be shown and kept: in one line, in its order of letters, not endless, and without what only the two of us know. */
function presentable(words: string | null, secrets: readonly string[]): string | null {
  const plain = secrets
    .reduce((text, secret) => text.replaceAll(secret, '…'), words ?? '')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return shorten(oneLine(plain, 2 * longestWords), longestWords) || null;
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`: never a message, which might contain an address. */
function codeOf(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'no answer';
}
