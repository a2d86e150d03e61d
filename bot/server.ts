/** The HTTP door: `POST /api/messages`, `GET /exports/{token}`, `GET /health`, `GET /ready`, `GET /metrics`. */
import { promisify } from 'node:util';
import restify from 'restify';
import type { Downloads } from './exports/downloads.ts';
import { createLog, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { App } from './teams/app.ts';

/** More than any activity of Teams holds (its cards are at most 28 KB). */
const largestBody = 256 * 1024;
/** `maxBodySize` is restify's, though its types leave it out here. */
const bodyLimit = { mapParams: false, maxBodySize: largestBody };
/** restify would log whole requests, headers and all; what is worth a line is logged here. */
const silent = createLog('silent') as unknown as NonNullable<restify.ServerOptions['log']>;
const slowestRequestMs = 30_000;

export interface Ready {
  ready: boolean;
  /** Named for whoever watches; words of the house, no secrets. */
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

export function createServer({ app, downloads, metrics, log, dev, readiness }: Deps): Server {
  const server = restify.createServer({ name: 'Purser', ignoreTrailingSlash: true, log: silent });
  server.server.requestTimeout = slowestRequestMs;
  server.server.headersTimeout = slowestRequestMs;
  // restify answers its own errors with their message; ours go out as a bare status.
  server.on(
    'restifyError',
    (_request, _response, error: { statusCode?: number; toJSON?: () => object }, done: () => void) => {
      error.toJSON = () => ({});
      done();
    },
  );

  let closing = false;
  // Whoever is answered last keeps no connection open that would hold up leaving.
  server.pre((_request, response, next) => {
    if (closing) response.header('connection', 'close');
    next();
  });
  const refuse = (request: restify.Request, response: restify.Response, next: restify.Next): void => {
    const status = refusedBeforeReading(request, dev);
    if (status === undefined) {
      next();
      return;
    }
    metrics.rejected(`http-${status}`);
    // What is left of a body this large is not read: the connection goes.
    response.header('connection', 'close');
    response.send(status, {});
    next(false);
  };
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

  return {
    async listen(port, host) {
      // restify passes the error of its inner server on to itself.
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host ?? '::', resolve);
      });
      const { port: actual } = server.address();
      log.info({ port: actual }, 'listening');
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

/** The status of a request that is refused before a byte of its body is read. */
function refusedBeforeReading(request: restify.Request, dev: boolean): number | undefined {
  // In development nobody is authenticated: whatever came through a proxy did not come from this machine.
  if (dev && Object.keys(request.headers).some((name) => /^(x-)?forwarded|^x-real-ip$|^via$/.test(name))) return 403;
  // Teams sends none; unpacking what strangers send is a risk for nothing.
  if (request.headers['content-encoding'] !== undefined) return 400;
  return Number(request.headers['content-length'] ?? 0) > largestBody ? 413 : undefined;
}
