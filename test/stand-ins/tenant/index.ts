/**
 * A Microsoft in memory, over HTTPS: login, Graph and licensing of one tenant, with real tokens that it demands back.
 *
 *     const tenant = await startTenant({ company: company(), clock, tls: await loadCertificate() });
 *     tenant.company.subscriptions.push(…);                        // the next request sees it
 *     tenant.faults.push({ match: '/graph/v1.0/users', kind: '429', retryAfter: 7 });
 *
 * Purser is pointed at it by base URLs alone (`tenant.urls`), and trusts it by NODE_EXTRA_CA_CERTS (`test/tls.ts`).
 */
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { JWK } from 'jose';
import type { Fault } from './faults.ts';
import type { PageSizes } from './graph.ts';
import { listings } from './odata.ts';
import { type Installs, type Mailboxes, ownInstalls } from './reaching.ts';
import { noteRoles } from './roles.ts';
import { type Logged, remember, serve, type World } from './serve.ts';
import type { Company } from './state.ts';
import { type Claims, tokens as newTokens, TOKEN_SECONDS } from './tokens.ts';

export { skus } from './catalogue.ts';
export { company, purserApp, type Size, tenantId } from './company.ts';
export type { Fault } from './faults.ts';
export { announced } from './message-centre.ts';
export { groups, people, roleTemplates } from './people.ts';
export { partnerTenantId } from './purchases.ts';
export type { Installs, Mail, Mailboxes } from './reaching.ts';
export type { Logged } from './serve.ts';
export type * from './state.ts';
export { audiences, type Claims } from './tokens.ts';

export interface Start {
  readonly company: Company;
  /** What time it is for quotas and the log. Tokens live in real time, as MSAL does. */
  readonly clock: { now(): Date };
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one if not given. */
  readonly port?: number;
  readonly sizes?: Partial<PageSizes>;
  /** How long tokens live. */
  readonly tokenSeconds?: number;
}

export interface Tenant {
  /** `https://localhost:PORT` */
  readonly url: string;
  /** Bases without a version. The login's has no path: MSAL takes the first segment of an authority as the tenant. */
  readonly urls: {
    readonly login: string;
    readonly graph: string;
    readonly licensing: string;
    readonly billing: string;
  };
  readonly company: Company;
  /** Every request in the order it came, inner ones of a batch too. */
  readonly requests: Logged[];
  readonly faults: Fault[];
  /** Paths that need not be on the list of calls: a test leads Purser there by a crooked answer. */
  readonly astray: RegExp[];
  readonly sizes: PageSizes;
  /** What was sent, also to addresses of other organisations. `{url}/mailbox/{address}` shows it. */
  readonly mailboxes: Mailboxes;
  /** Who has which Teams app. Set it to let a stand-in of Teams answer. */
  installs: Installs;
  /** The key tokens are signed with; also at `{url}/common/discovery/keys`. */
  readonly publicKey: JWK;
  /** For another stand-in that demands a token: rejects unless this tenant issued it for `audience` and it still lives. */
  verify(token: string, audience: string): Promise<Claims>;
  /** Takes back every token issued so far. */
  expireTokens(): void;
  close(): Promise<void>;
}

/** Enough for the usual company in one page; 100,000 subscriptions take 200. */
const SUBSCRIPTIONS_PAGE = 500;
const ALLOTMENTS_PAGE = 100;
const MESSAGES_PAGE = 100;

export async function startTenant(start: Start): Promise<Tenant> {
  const { company, clock, tls, port = 0, sizes, tokenSeconds = TOKEN_SECONDS } = start;
  noteRoles(company, clock.now());
  const tokens = await newTokens(tokenSeconds);
  // On a busy machine five seconds pass before a caller that is writing has been heard.
  const server = createServer({ key: tls.key, cert: tls.cert, keepAliveTimeout: 0 });
  const url = `https://localhost:${await listening(server, port)}`;
  const closing = new AbortController();
  const world: World = {
    ...{ company, clock, tokens, url, faults: [], requests: [], astray: [], quotas: new Map(), connections: new Map() },
    listings: listings(),
    sizes: { subscriptions: SUBSCRIPTIONS_PAGE, allotments: ALLOTMENTS_PAGE, messages: MESSAGES_PAGE, ...sizes },
    mailboxes: new Map(),
    installs: ownInstalls(),
    closing: closing.signal,
  };
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    remember(world.connections, socket);
  });
  server.on('request', (request, response) => void serve(world, request, response));
  return {
    ...{ url, company, requests: world.requests, faults: world.faults, astray: world.astray, sizes: world.sizes },
    mailboxes: world.mailboxes,
    get installs() {
      return world.installs;
    },
    set installs(installs) {
      world.installs = installs;
    },
    urls: { login: url, graph: `${url}/graph`, licensing: `${url}/licensing`, billing: `${url}/billing` },
    publicKey: tokens.publicKey,
    verify: tokens.verify,
    expireTokens: tokens.expire,
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Not `closeAllConnections`: one whose handshake is under way would keep it open until the client has had enough.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The port it listens on, reachable from this machine alone. */
async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
