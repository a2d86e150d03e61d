/** The HTTP server: OpenID metadata and keys, and the connector behind the bot's own token. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goesOn } from '../../patience.ts';
import type { Service } from '../calls/listed.ts';
import { BY_HAND, note as noteCall } from '../calls/noted.ts';
import { parsed } from './carry.ts';
import { answer, kindOf } from './connector.ts';
import { notRegistered, Refusal, type Reply, throttled, tooBig } from './errors.ts';
import { type Fault, type Logged, takeFault } from './faults.ts';
import type { Activity } from './shapes.ts';
import { channelIssuer, keySet } from './tokens.ts';
import type { World } from './world.ts';

/** Throws or rejects unless the token is the bot's and for the connector. */
export type VerifyBotToken = (token: string) => Promise<void> | void;

export interface Doors {
  verifyBotToken?: VerifyBotToken | undefined;
  /** Also lets in a bot that brings no token. */
  anonymous?: boolean | undefined;
  /** Its own tests send what Purser doesn't: nothing is held against the list of calls. */
  anyCalls?: boolean | undefined;
}

const longest = 4 * 1024 * 1024;

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longest) throw tooBig();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Paths below this differ per stand-in, as botbuilder keeps keys by URL for the life of a process. */
export async function listen(world: World, doors: Doors, place: { port: number; mark: string }): Promise<Server> {
  const server = createServer((request, response) => {
    handle(world, doors, place.mark, request, response).catch((error: unknown) => {
      // A mistake of the stand-in itself, not of Teams: say so where it will be seen.
      world.complain('the stand-in', error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!response.headersSent) write(response, { status: 500, body: { error: { code: 'ServiceError' } } });
    });
  });
  // On a busy machine five seconds pass before a bot that is writing has been heard.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, '127.0.0.1', resolve);
  });
  return server;
}

export const portOf = (server: Server) => (server.address() as AddressInfo).port;

function write(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { ...headers, ...(text !== '' && { 'content-type': 'application/json; charset=utf-8' }) });
  response.end(text);
}

async function metadata(path: string, mark: string, origin: string): Promise<Reply> {
  const root = `/${mark}`;
  const openId = (jwks: string) => ({
    status: 200,
    body: { issuer: channelIssuer, jwks_uri: `${origin}${jwks}`, id_token_signing_alg_values_supported: ['RS256'] },
  });
  if (path === `${root}/.well-known/openidconfiguration`) return openId(`${root}/.well-known/keys`);
  if (path === `${root}/.well-known/keys`) return { status: 200, body: await keySet() };
  // Nobody signs as an emulator here.
  if (path === `${root}/emulator/.well-known/openid-configuration`) return openId(`${root}/emulator/keys`);
  if (path === `${root}/emulator/keys`) return { status: 200, body: { keys: [] } };
  return { status: 404, body: { error: { code: 'NotFound', message: path } } };
}

async function handle(
  world: World,
  doors: Doors,
  mark: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  goesOn();
  const { pathname, searchParams, origin } = new URL(request.url ?? '/', world.serviceUrl);
  const text = await read(request);
  hold(doors, { request, pathname, searchParams, text, mark });
  if (!pathname.startsWith('/teams/')) return write(response, await metadata(pathname, mark, origin));
  const segments = pathname.slice('/teams/'.length).split('/').map(decodeURIComponent);
  const logged = note(world, request, segments, text);
  const fault = takeFault(world.faults, logged);
  if (fault) logged.fault = fault.kind;
  if (fault?.kind === 'reset-before') return void request.socket.resetAndDestroy();
  if (fault?.kind === 'hang' && !fault.worked) return;
  if (fault?.kind === 'slow') await world.clock.wait(fault.ms);
  const reply = fault && isRefusal(fault) ? refused(fault) : await work(world, doors, logged, searchParams, text);
  if (reply.status >= 400) logged.refusal = reply.body;
  if (fault?.kind === 'reset-after') return void request.socket.resetAndDestroy();
  if (fault?.kind === 'hang') return;
  logged.status = reply.status;
  write(response, reply);
}

interface Asked {
  request: IncomingMessage;
  pathname: string;
  searchParams: URLSearchParams;
  text: string;
  mark: string;
}

/** Holds it against the list of calls; what a test asks by hand is no call of Purser's. */
function hold({ anyCalls }: Doors, { request, pathname, searchParams, text, mark }: Asked): void {
  if (anyCalls || request.headers[BY_HAND] !== undefined) return;
  const isToConnector = pathname.startsWith('/teams/');
  const service: Service = isToConnector ? 'connector' : 'connector-keys';
  const path = isToConnector ? pathname.slice('/teams'.length) : pathname.replace(`/${mark}`, '/v1');
  noteCall({ service, method: request.method ?? '', path: decodeURIComponent(path), query: searchParams, body: text });
}

function note(world: World, request: IncomingMessage, segments: string[], text: string): Logged {
  const { method = '' } = request;
  const logged: Logged = {
    n: world.log.length + 1,
    at: world.clock.now(),
    method,
    path: segments.join('/'),
    what: kindOf(method, segments),
    conversation: segments[1] === 'conversations' ? segments[2] : undefined,
    body: text === '' ? undefined : (parsed(text) as Activity | undefined),
    authorization: request.headers.authorization,
    status: 0,
  };
  world.log.push(logged);
  return logged;
}

type RefusingFault = Extract<Fault, { kind: 'status' | '429' }>;
const isRefusal = (fault: Fault): fault is RefusingFault => fault.kind === 'status' || fault.kind === '429';

function refused(fault: RefusingFault): Reply {
  if (fault.kind === 'status') return { status: fault.status, body: fault.body, headers: fault.headers ?? {} };
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { status: 429, body: { error: { code: 'Throttled', message: 'Too many requests.' } }, headers };
}

async function work(world: World, doors: Doors, logged: Logged, query: URLSearchParams, text: string): Promise<Reply> {
  try {
    await admit(doors, logged.authorization);
    const delay = world.limits.tenant(world.clock.now().getTime());
    if (delay > 0) throw throttled(delay);
    const segments = logged.path.split('/');
    return answer(world, { method: logged.method, segments, query, body: logged.body, size: text.length });
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

async function admit({ verifyBotToken, anonymous }: Doors, authorization: string | undefined): Promise<void> {
  const token = authorization?.match(/^Bearer (\S+)$/)?.[1];
  if (token === undefined) {
    if (anonymous) return;
    throw notRegistered();
  }
  try {
    await verifyBotToken?.(token);
  } catch {
    throw notRegistered();
  }
}
