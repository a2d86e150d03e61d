/**
 * The way out over HTTP to whom Purser shows a secret or whose answer it believes: Microsoft and the Bot Connector's keys. No
 * redirect is followed, since it would take the secret, or the belief, to another address; and no answer is read without end.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** More than any answer Purser asks for: 999 people on a page are less than one megabyte. */
const mostBytes = 32 * 1024 * 1024;

/** Somebody answered, and sent us elsewhere. */
export class RedirectNotFollowed extends Error {
  override name = 'RedirectNotFollowed';
  readonly statusCode: number;
  constructor(asked: string, location: string | null | undefined, statusCode: number) {
    super(`${hostOf(asked)} answered with a redirect to ${originOf(location, asked)}, which Purser does not follow`);
    this.statusCode = statusCode;
  }
}

/** The answer is longer than anything Purser asks for; it was not read to its end. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge';
  constructor(asked: string, most: number, what = 'in one answer') {
    super(
      `${hostOf(asked)} sent more than ${Math.round(most / 1024).toLocaleString('en')} KB ${what}, which Purser does not read`,
    );
  }
}

interface Allowance {
  readonly most: number;
  left: number;
}
const allowances = new AsyncLocalStorage<Allowance>();

/** Runs something whose answers together may have so many bytes; one that goes beyond ends in AnswerTooLarge. */
export function withAllowance<T>(most: number, run: () => Promise<T>): Promise<T> {
  return allowances.run({ most, left: most }, run);
}

/**
 * `fetch` that goes to this address and no other, and hands out an answer of bounded length.
 *
 * @throws RedirectNotFollowed; AnswerTooLarge where its length is told, else reading its body may throw it
 */
export async function fetchDirectly(
  address: string | URL | Request,
  init?: RequestInit,
  most = mostBytes,
): Promise<Response> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const asked = address instanceof Request ? address.url : String(address);
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel().catch(() => undefined);
    throw new RedirectNotFollowed(asked, response.headers.get('location'), response.status);
  }
  if (!response.body) return response;
  // An answer that says so itself need not be read; unpacked, one only grows.
  if (Number(response.headers.get('content-length')) > most) {
    await response.body.cancel().catch(() => undefined);
    throw new AnswerTooLarge(asked, most);
  }
  return new Response(response.body.pipeThrough(bounded(asked, most)), response);
}

function bounded(asked: string, most: number): TransformStream<Uint8Array, Uint8Array> {
  const allowance = allowances.getStore();
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (allowance) allowance.left -= chunk.byteLength;
      if (read > most) controller.error(new AnswerTooLarge(asked, most));
      else if (allowance && allowance.left < 0)
        controller.error(new AnswerTooLarge(asked, allowance.most, 'in one go'));
      else controller.enqueue(chunk);
    },
  });
}

/** True for an address or host that only this machine can reach. */
export function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** True where nobody on the way can read or change what is said: TLS, or it never leaves this machine. */
export function isConfidential(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(address));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'the server';
}

/** Without path and query, in which a secret may have been put. */
function originOf(location: string | null | undefined, asked: string): string {
  if (!location || !URL.canParse(location, asked)) return 'nowhere';
  const { protocol, host } = new URL(location, asked);
  return `${protocol}//${host}`.slice(0, 200);
}
