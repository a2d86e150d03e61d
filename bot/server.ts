/**
 * The HTTP door: `POST /api/messages`, `GET /exports/{token}`, and for whoever watches `GET /health`, `GET /ready`, `GET /metrics`,
 * which may have a port of their own. It is there before the house is open, and says so.
 */
import { promisify } from 'node:util';
import restify from 'restify';
import type { Downloads } from './exports/downloads.ts';
import { createLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { App } from './teams/app.ts';

/** More than any activity of Teams holds (its cards are at most 28 KB). */
const largestBody = 256 * 1024;
/** restify knows `maxBodySize`, though its types leave it out here. */
const bodyLimit = { mapParams: false, maxBodySize: largestBody };
/** restify would log whole requests, headers and all; we log only what is worth a line. */
const silent = createLog('silent') as unknown as NonNullable<restify.ServerOptions['log']>;
const slowestRequestMs = 30_000;

export interface Ready {
  ready: boolean;
  /** What the operator's monitoring reads: Purser's own words, no secrets. */
  troubles: readonly string[];
}

/** What answers, once the house is open. */
export interface OpenHouse {
  app: App;
  downloads: Downloads;
  metrics: Metrics;
}

interface Deps {
  /** What this door is for. */
  routes: { public: boolean; watching: boolean };
  house: () => OpenHouse | undefined;
  dev: boolean;
  readiness: () => Ready;
}

export interface Server {
  listen(port: number, host: string | undefined): Promise<number>;
  /** From now on no client keeps its connection once it was answered. */
  drain(): void;
  /** When the last request came that was not about watching. */
  lastAskedAt(): number;
  /** Takes no new requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

export function createServer(deps: Deps): Server {
  const server = restify.createServer({ name: 'Purser', ignoreTrailingSlash: true, log: silent });
  let draining = false;
  let lastAskedAt = 0;
  limit(server);
  // A client that is answered while we leave must not hold its connection open.
  server.pre((request, response, next) => {
    if (draining) response.header('connection', 'close');
    if (!/^\/(health|ready|metrics)\b/.test(request.url ?? '')) lastAskedAt = performance.now();
    next();
  });
  if (deps.routes.public) addRoutes(server, deps);
  if (deps.routes.watching) addWatching(server, deps);

  return {
    async listen(port, host) {
      // restify passes the error of its inner server on to itself.
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host ?? '::', resolve);
      });
      return server.address().port;
    },
    drain() {
      draining = true;
    },
    lastAskedAt: () => lastAskedAt,
    async close() {
      draining = true;
      const closed = promisify(server.server.close.bind(server.server))();
      server.server.keepAliveTimeout = 1;
      server.server.closeIdleConnections();
      await closed;
    },
  };
}

/** How long a request may take, and how little an error says. */
function limit(server: restify.Server): void {
  server.server.requestTimeout = slowestRequestMs;
  server.server.headersTimeout = slowestRequestMs;
  // restify answers its own errors with their message; ours go out as a bare status.
  server.on('restifyError', (_request, _response, error: { toJSON?: () => object }, done: () => void) => {
    error.toJSON = () => ({});
    done();
  });
}

function addRoutes(server: restify.Server, deps: Deps): void {
  const { house } = deps;
  const refuse = refusing(deps);
  server.post('/api/messages', refuse, ...restify.plugins.jsonBodyParser(bodyLimit), async (request, response) => {
    const open = house();
    const answer: Answered = open ? await open.app(request.header('authorization', ''), request.body) : notOpen;
    const { status, body, lost } = answer;
    if (lost) watchForLoss(response, lost);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
  const download =
    (counts: boolean) =>
    async ({ params }: restify.Request, response: restify.Response): Promise<void> => {
      const open = house();
      if (open) await open.downloads(params.token, counts, response);
      else response.send(notOpen.status, notOpen.body);
    };
  server.get('/exports/:token', refuse, download(true));
  server.head('/exports/:token', refuse, download(false));
}

type Answered = Awaited<ReturnType<App>>;

/** Teams may hang up before it has the answer, or while it comes. */
function watchForLoss(response: restify.Response, lost: () => Promise<void>): void {
  if (response.destroyed) void lost();
  else
    response.once('close', () => {
      if (!response.writableFinished) void lost();
    });
}

/** While the store is not open: who asks may come again. */
const notOpen = { status: 503, body: {} };

/** HEAD is answered as GET is, without the body: what watches by it reads the status alone. */
function addWatching(server: restify.Server, { house, readiness }: Deps): void {
  const answers: Record<string, (response: restify.Response) => Promise<void>> = {
    async '/health'(response) {
      response.send(200, { status: 'alive' });
    },
    async '/ready'(response) {
      const state = readiness();
      response.send(state.ready ? 200 : 503, state);
    },
    async '/metrics'(response) {
      const metrics = house()?.metrics;
      if (metrics) response.sendRaw(200, await metrics.render(), { 'content-type': metrics.contentType });
      else response.send(notOpen.status, notOpen.body);
    },
  };
  for (const [path, answer] of Object.entries(answers)) {
    server.get(path, async (_request, response) => answer(response));
    server.head(path, async (_request, response) => answer(response));
  }
}

/** Turns a request away before its body is read, where there is a reason to. */
function refusing({ house, dev }: Deps): restify.RequestHandler {
  return (request, response, next) => {
    const status = refusedBeforeReading(request, dev);
    if (status === undefined) {
      next();
      return;
    }
    house()?.metrics.rejected(`http-${status}`);
    // The rest of a body this large is not read: the connection goes.
    response.header('connection', 'close');
    response.send(status, {});
    next(false);
  };
}

/** The status of a request that is refused before a byte of its body is read. */
function refusedBeforeReading(request: restify.Request, dev: boolean): number | undefined {
  // In development nobody is authenticated, and a request that came through a proxy did not come from this machine.
  if (dev && Object.keys(request.headers).some((name) => /^(x-)?forwarded|^x-real-ip$|^via$/.test(name))) return 403;
  // Teams never compresses; unpacking what strangers send is a risk for nothing.
  if (request.headers['content-encoding'] !== undefined) return 400;
  return Number(request.headers['content-length'] ?? 0) > largestBody ? 413 : undefined;
}
