/** One request from its first byte to its last: logged, troubled if a fault says so, its token demanded, answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { decodeJwt } from 'jose';
import { goesOn } from '../../patience.ts';
import type { Service } from '../calls/listed.ts';
import { BY_HAND, note } from '../calls/noted.ts';
import { BILLING, billing, billingError } from './billing.ts';
import { type Fault, fault, troubled } from './faults.ts';
import { BETA, GRAPH, type Graph, graph } from './graph.ts';
import { graphError, unauthorized } from './graph-errors.ts';
import { type Answer, type Call, header, read, send, serialised } from './http.ts';
import { LICENSING, licensing, licensingError } from './licensing.ts';
import { login } from './login.ts';
import { isPage, pages } from './pages.ts';
import { audiences, type Tokens, whyRefused } from './tokens.ts';

export interface Logged {
  readonly method: string;
  readonly path: string;
  /** As it was sent, decoded. */
  readonly query: string;
  /** Null where no answer went out: it is still under way, or the connection was cut. */
  status: number | null;
  /** The app the token names, good or bad; null without one. */
  readonly app: string | null;
  readonly at: Date;
  readonly inBatch: boolean;
}

export interface World extends Omit<Graph, 'url' | 'inner'> {
  readonly tokens: Tokens;
  readonly url: string;
  readonly faults: Fault[];
  readonly requests: Logged[];
  /** Where a test leads Purser on purpose: by the link of a page, by an odd id. */
  readonly astray: RegExp[];
  readonly closing: AbortSignal;
  readonly connections: Connections;
}

export async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await handle(world, await read(request), response);
  } catch (error) {
    // The caller hung up, or we are closing; anything else is a mistake in the stand-in and shows as a 500.
    if (response.destroyed || response.headersSent || world.closing.aborted) response.destroy();
    else send(response, { status: 500, body: { standIn: error instanceof Error ? error.stack : String(error) } });
  }
}

async function handle(world: World, call: Call, response: ServerResponse): Promise<void> {
  goesOn();
  const { clockAheadMs } = world.company;
  if (clockAheadMs) response.setHeader('date', new Date(Date.now() + clockAheadMs).toUTCString());
  const entry = logged(world, call);
  const trouble = fault(world.faults, call);
  if (trouble?.kind === 'reset-before') return cut(world, response);
  if (trouble?.kind === 'redirect') {
    entry.status = trouble.code ?? 307;
    return send(response, { status: entry.status, headers: { location: trouble.to } });
  }
  if (trouble?.kind === 'answer') return send(response, { status: 200, body: trouble.body(call) });
  if (trouble?.kind === 'huge') {
    entry.status = trouble.code ?? 200;
    return huge(response, trouble);
  }
  const answer = await answered(world, call, trouble);
  if (trouble?.kind === 'reset-after') return cut(world, response);
  if (trouble?.kind === 'slow') await wait(trouble.ms, undefined, { signal: world.closing });
  entry.status = answer.status;
  if (trouble?.kind === 'not-json') return page(response, answer.status);
  const text = serialised(answer);
  send(response, answer, trouble?.kind === 'half-page' ? text.slice(0, Math.ceil(text.length / 2)) : text);
}

/** The answer, with what it changes done, unless a fault answers or lies. */
async function answered(world: World, call: Call, trouble: Fault | null): Promise<Answer> {
  const instead = trouble === null ? null : troubled(trouble, call);
  if (instead !== null) return instead;
  const answer = await route(world, call);
  if (trouble?.kind !== 'lie') await answer.commit?.();
  return answer;
}

async function route(world: World, call: Call): Promise<Answer> {
  if ([GRAPH, BETA].some((base) => call.path.startsWith(`${base}/`))) return toGraph(world, call);
  if (call.path.startsWith(`${LICENSING}/`)) return toLicensing(world, call);
  if (call.path.startsWith(`${BILLING}/`)) return toBilling(world, call);
  const answer =
    pages(world, call) ?? (await login({ company: world.company, tokens: world.tokens, url: world.url }, call));
  return answer ?? graphError(404, 'NotFound', `Nothing is served at ${call.path}.`);
}

async function toGraph(world: World, call: Call): Promise<Answer> {
  const token = bearer(call);
  if (token === null) return unauthorized('Access token is empty.');
  try {
    const { appid, roles } = await world.tokens.verify(token, audiences.graph);
    const inner = (within: Call): Promise<Answer> => innerAnswer(world, within);
    return await graph({ ...world, url: `${world.url}/graph`, inner }, call, appid, roles ?? []);
  } catch (error) {
    return refusal(error, unauthorized);
  }
}

/** An inner request is logged, troubled and committed on its own. */
async function innerAnswer(world: World, call: Call): Promise<Answer> {
  const entry = logged(world, call);
  const answer = await answered(world, call, fault(world.faults, call));
  entry.status = answer.status;
  return answer;
}

async function toLicensing(world: World, call: Call): Promise<Answer> {
  const token = bearer(call);
  if (token === null) return licensingError(401, 'Unauthorized', 'No token was given.');
  try {
    const { roles } = await world.tokens.verify(token, audiences.licensing);
    return licensing(world.company, call, roles ?? []);
  } catch (error) {
    // The status is known, the words are not (facts 1.4).
    return refusal(error, (why) => licensingError(401, 'Unauthorized', why));
  }
}

async function toBilling(world: World, call: Call): Promise<Answer> {
  const refuse = (why: string): Answer => billingError(401, 'InvalidAuthenticationToken', why);
  const token = bearer(call);
  if (token === null) return refuse('The access token is missing.');
  try {
    await world.tokens.verify(token, audiences.billing);
    return billing(world.company, call);
  } catch (error) {
    return refusal(error, refuse);
  }
}

/** Only what jose says of a token is the caller's fault. */
function refusal(error: unknown, as: (why: string) => Answer): Answer {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return as(whyRefused(error));
  throw error;
}

function bearer(call: Call): string | null {
  return /^Bearer (.+)$/i.exec(header(call, 'authorization') ?? '')?.[1] ?? null;
}

function logged(world: World, call: Call): Logged {
  const { method, path, inBatch } = call;
  const query = [...call.query].map(([name, value]) => `${name}=${value}`).join('&');
  const entry: Logged = { method, path, query, status: null, app: claimedApp(call), at: world.clock.now(), inBatch };
  world.requests.push(entry);
  if (isForList(world, call)) note({ ...call, ...addressed(call) });
  return entry;
}

/** What people look at in a browser, what a test asks by hand and what a test leads Purser to are no calls of Purser's. */
function isForList({ astray }: World, call: Call): boolean {
  return header(call, BY_HAND) === undefined && !isPage(call.path) && !astray.some((path) => path.test(call.path));
}

const bases: readonly [string, Service][] = [
  ['/graph', 'graph'],
  [LICENSING, 'licensing'],
  [BILLING, 'billing'],
];

/** The service that is meant, and the path it knows. */
function addressed({ path }: Call): { service: Service; path: string } {
  const [base, service] = bases.find(([each]) => path.startsWith(`${each}/`)) ?? ['', 'sign-in' as const];
  return { service, path: path.slice(base.length) };
}

/** Who the caller says it is, checked or not: from its token, or from the form it asks for one with. */
function claimedApp(call: Call): string | null {
  const token = bearer(call);
  if (token === null) return call.path.endsWith('/token') ? new URLSearchParams(call.body).get('client_id') : null;
  try {
    return decodeJwt<{ appid?: string }>(token).appid ?? null;
  } catch {
    return null;
  }
}

/** Raw connections by the caller's port: what lies under TLS is the only thing that can be reset. */
export type Connections = Map<number | undefined, Socket>;

export function remember(connections: Connections, socket: Socket): void {
  const { remotePort } = socket;
  connections.set(remotePort, socket);
  socket.once('close', () => connections.delete(remotePort));
}

/** Stops where the caller hangs up. */
function huge(
  response: ServerResponse,
  { megabytes, packed, isLengthTold, code }: Extract<Fault, { kind: 'huge' }>,
): void {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const headers = {
    'content-type': 'application/json',
    ...(packed && { 'content-encoding': 'gzip' }),
    ...(isLengthTold && { 'content-length': megabytes * chunk.length }),
  };
  response.writeHead(code ?? 200, headers);
  const blanks = Readable.from(Array.from({ length: megabytes }, () => chunk));
  const done = (): void => undefined;
  if (packed) pipeline(blanks, createGzip(), response, done);
  else pipeline(blanks, response, done);
}

function cut({ connections }: World, response: ServerResponse): void {
  connections.get(response.socket?.remotePort)?.resetAndDestroy();
  response.destroy();
}

function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end('<!DOCTYPE html><title>Please wait</title><h1>We will be back soon</h1>');
}
