/** The HTTP door: `POST /api/messages`, `GET /exports/{token}`, `GET /health`, `GET /ready`, `GET /metrics`. */
import { promisify } from 'node:util';
import restify from 'restify';
import type { Downloads } from './exports/downloads.ts';
import { createLog, type Log } from './log.ts';
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

interface Deps {
  app: App;
  downloads: Downloads;
  metrics: Metrics;
  log: Log;
  dev: boolean;
  readiness: () => Ready;
}

export interface Server {
  listen(port: number, host: string | undefined): Promise<number>;
  /** Takes no new requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

export function createServer(deps: Deps): Server {
  const server = restify.createServer({ name: 'Purser', ignoreTrailingSlash: true, log: silent });
  let closing = false;
  limit(server);
  // A client that is answered while we leave must not hold its connection open.
  server.pre((_request, response, next) => {
    if (closing) response.header('connection', 'close');
    next();
  });
  addRoutes(server, deps);

  return {
    async listen(port, host) {
      // restify passes the error of its inner server on to itself.
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host ?? '::', resolve);
      });
      const { port: actual } = server.address();
      deps.log.info({ port: actual }, 'listening');
      return actual;
    },
    async close() {
      closing = true;
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
  const { app, downloads, metrics, readiness } = deps;
  const refuse = refusing(deps);
  server.post('/api/messages', refuse, ...restify.plugins.jsonBodyParser(bodyLimit), async (request, response) => {
    const { status, body } = await app(request.header('authorization', ''), request.body);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
  server.get('/exports/:token', refuse, async ({ params }, response) => downloads(params.token, true, response));
  server.head('/exports/:token', refuse, async ({ params }, response) => downloads(params.token, false, response));
  server.get('/health', async (_request, response) => response.send(200, { status: 'alive' }));
  server.get('/ready', async (_request, response) => {
    const state = readiness();
    response.send(state.ready ? 200 : 503, state);
  });
  server.get('/metrics', async (_request, response) => {
    const text = await metrics.render();
    response.sendRaw(200, text, { 'content-type': metrics.contentType });
  });
}

/** Turns a request away before its body is read, where there is a reason to. */
function refusing({ metrics, dev }: Pick<Deps, 'metrics' | 'dev'>): restify.RequestHandler {
  return (request, response, next) => {
    const status = refusedBeforeReading(request, dev);
    if (status === undefined) {
      next();
      return;
    }
    metrics.rejected(`http-${status}`);
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
