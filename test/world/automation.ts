/**
 * An operator's own automation, as `docs/cancellation.md` tells people to write one: a real HTTP server that believes a call only
 * if it is signed and fresh, and does once what it is asked for twice.
 *
 *     const automation = await startAutomation({ secret, clock, onCancel: ({ subscription }) => end(subscription) });
 *     automation.answers.push({ kind: 'refuse', words: 'Not on a Friday.' });
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CancelRequest } from '../../bot/takeovers/run/automation.ts';

/** What the next call meets; when none is left, each is accepted. */
export type Manner =
  | { kind: 'accept'; status?: number }
  | { kind: 'refuse'; words: string; status?: number; as?: 'json' | 'text' }
  /** Any answer at all, without doing anything. */
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'reset-before' }
  /** The work is done, its answer never comes. */
  | { kind: 'reset-after' }
  | { kind: 'silence' }
  /** A plain text without an end. */
  | { kind: 'endless'; status: number };

export interface Heard {
  key: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Why it was not believed; null where it was. */
  doubt: string | null;
}

export interface StandInAutomation {
  url: string;
  answers: Manner[];
  /** Every call, in order, also those that were not believed. */
  heard: Heard[];
  /** What each Idempotency-Key did, once. */
  done: Map<string, CancelRequest>;
  close(): Promise<void>;
}

interface Options {
  secret: string;
  /** What time it is, for the freshness of a call. */
  clock?: { now(): Date };
  /** Called before it answers, once for each key. */
  onCancel?: (request: CancelRequest) => void | Promise<void>;
}

const freshMs = 5 * 60_000;

export async function startAutomation(options: Options): Promise<StandInAutomation> {
  const answers: Manner[] = [];
  const heard: Heard[] = [];
  const done: StandInAutomation['done'] = new Map();

  const work = async (body: string): Promise<void> => {
    const request = JSON.parse(body) as CancelRequest;
    if (done.has(request.id)) return;
    done.set(request.id, request);
    await options.onCancel?.(request);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const call = { key: String(request.headers['idempotency-key']), headers: request.headers, body };
    const doubt = doubtOf(request, body, options);
    heard.push({ ...call, doubt });
    if (doubt) return say(response, 401, { message: doubt });
    const manner = answers.shift() ?? { kind: 'accept' };
    if (manner.kind === 'accept' || manner.kind === 'reset-after') await work(body);
    carryOut(manner, response);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => say(response, 500, { message: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}/cancel`, answers, heard, done },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function carryOut(manner: Manner, response: ServerResponse): void {
  switch (manner.kind) {
    case 'accept':
      say(response, manner.status ?? 202, {});
      return;
    case 'refuse':
      if (manner.as === 'text') response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      say(response, manner.status ?? 422, manner.as === 'text' ? manner.words : { message: manner.words });
      return;
    case 'answer':
      response.writeHead(manner.status, manner.headers);
      response.end(manner.body);
      return;
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
    case 'endless':
      response.writeHead(manner.status, { 'Content-Type': 'text/plain' });
      pipeline(Readable.from(forEver()), response, () => undefined);
      return;
    case 'silence':
      return;
  }
}

function* forEver(): Generator<string> {
  for (;;) yield 'no '.repeat(1_000);
}

function say(response: ServerResponse, status: number, body: object | string): void {
  if (typeof body === 'object') response.setHeader('Content-Type', 'application/json');
  // Not in one: where restify is loaded, `writeHead` returns nothing.
  response.writeHead(status);
  response.end(typeof body === 'object' ? JSON.stringify(body) : body);
}

/** What is wrong with a call; null where it is Purser's, whole and of now. */
function doubtOf({ method, headers }: IncomingMessage, body: string, { secret, clock }: Options): string | null {
  if (method !== 'POST' || headers['content-type'] !== 'application/json') return 'This is no POST of JSON.';
  const timestamp = String(headers['purser-timestamp']);
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
  const given = Buffer.from(String(headers['purser-signature']));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'The signature is not right.';
  const age = Math.abs((clock?.now().getTime() ?? Date.now()) - Number(timestamp) * 1000);
  if (!(age <= freshMs)) return 'The timestamp is not of now.';
  const { id } = JSON.parse(body) as { id?: unknown };
  return headers['idempotency-key'] === id ? null : 'The Idempotency-Key is not the id of the request.';
}
