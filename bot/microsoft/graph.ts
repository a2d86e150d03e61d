/** Microsoft Graph through Microsoft's own client, whose retry is left out: `waiting.ts` waits, on our Clock. */
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type GraphRequest,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { Clock } from '../clock.ts';
import { RedirectNotFollowed } from '../http.ts';
import { begin } from '../logging/calls.ts';
import type { Called } from '../logging/lines.ts';
import { Batch, type BatchAnswer, type BatchRequest, BusyWithin, batchBody, retryAfter } from './batch.ts';
import { MicrosoftFailed, Withheld } from './commerce.ts';
import { ask, type Failure, notTakenBy, type Patience, patient } from './retry-policy.ts';
import type { Tokens } from './tokens.ts';
import type { Wire } from './wire.ts';

/** The audience of Graph tokens in the cloud Purser runs in, also where another address is configured. */
export const graphAudience = 'https://graph.microsoft.com';

export interface Graph {
  get<T>(route: string, shape: z.ZodType<T>, options?: Asking): Promise<T>;
  /** Every row of every page. Rejects if any page fails, or a row that can't be read and has nowhere to go. */
  all<T>(route: string, shape: z.ZodType<T>, options?: Asking): Promise<T[]>;
  /** Done once Microsoft says so; what else it answers is not looked at. */
  post(route: string, body: object, options?: Asking): Promise<void>;
  patch(route: string, body: object, options?: Asking): Promise<void>;
  /** Up to 20 requests in one call; answers come back in the order asked. */
  batch(requests: readonly BatchRequest[], options?: BatchAsking): Promise<BatchAnswer[]>;
}

export interface Asking {
  patience?: Patience;
  /** Rows of a directory query that needs `ConsistencyLevel: eventual`. */
  eventual?: boolean;
  /** What Graph's v1.0 doesn't have, Microsoft may change. */
  version?: 'beta';
  /** Takes rows that have not the shape asked for, which are left out. */
  onOddRow?: (row: unknown) => void;
}
interface BatchAsking extends Asking {
  /** It writes: an answer to come back later is handed over like any other, instead of asking the whole batch again. */
  apart?: boolean;
}

/** Called once per request that got an answer or gave up: route without ids, HTTP status or 0. */
export type Observe = (route: string, status: number) => void;

/** Needed by every client of one of Microsoft's services. */
export interface Surroundings {
  tokens: Tokens;
  clock: Clock;
  observe: Observe;
  called?: Called | undefined;
  wire: Wire;
  /** Called before each request that changes something. @throws Withheld where it must not */
  beforeWrite: () => void;
}

/** One request to Graph: what its answer must look like, and how the client is told to send it. */
interface Sending<T> {
  route: string;
  /** What logs and metrics call it; the route without its ids if not given. */
  name?: string;
  shape: z.ZodType<T>;
  asking: Asking;
  act: (request: GraphRequest) => Promise<unknown>;
  /** It changes something, so it is not sent while Purser is on hold; not for the second time either. */
  isWrite?: boolean;
}
type Send = <T>(sending: Sending<T>) => Promise<T>;

export function createGraph(url: string, surroundings: Surroundings): Graph {
  const send = createSend(createClient(url, surroundings), surroundings);
  return {
    get: (route, shape, asking = {}) => send({ route, shape, asking, act: (request) => request.get() }),
    all: (route, shape, asking = {}) => everyPage({ route, shape, asking }, url, send),
    async post(route, body, asking = {}) {
      const act = (request: GraphRequest) => request.post(body).catch(unlessDone);
      await send({ route, shape: z.unknown(), asking, act, isWrite: true });
    },
    async patch(route, body, asking = {}) {
      const act = (request: GraphRequest) => request.patch(body).catch(unlessDone);
      await send({ route, shape: z.unknown(), asking, act, isWrite: true });
    },
    batch: (requests, asking = {}) => sendBatch(requests, asking, { send, observe: surroundings.observe }),
  };
}

/** In place of the client's own last link, which follows redirects and reads without end. */
const direct = (wire: Wire): Middleware => ({
  async execute(context) {
    const sent = context.middlewareControl?.getMiddlewareOptions(Sent) as Sent | undefined;
    const ended = sent?.begin(context);
    try {
      context.response = await wire(context.request, context.options as RequestInit | undefined);
      ended?.(context.response.status, context.response.headers);
    } catch (error) {
      // The client makes an error of its own of it.
      if (sent && error instanceof Withheld) sent.withheld = error;
      ended?.(error instanceof RedirectNotFollowed ? error.statusCode : 0);
      throw error;
    }
  },
});

/** What a request is told by, on its way through the client. */
class Sent implements MiddlewareOptions {
  readonly #as: { route: string; attempt: number; called: Called | undefined };
  /** Why it was not sent. */
  withheld: Withheld | undefined;
  constructor(as: { route: string; attempt: number; called: Called | undefined }) {
    this.#as = as;
  }

  begin({ request, options }: Context): ReturnType<typeof begin> {
    const { route, attempt, called } = this.#as;
    const url = typeof request === 'string' ? request : request.url;
    return begin({ service: 'graph', method: options?.method ?? 'GET', url, route, attempt }, called);
  }
}

function createClient(url: string, { tokens, wire }: Surroundings): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: () => tokens(graphAudience) });
  authentication.setNext(direct(wire));
  return Client.initWithMiddleware({
    baseUrl: `${url}/`,
    defaultVersion: 'v1.0',
    middleware: authentication,
    // The client sends tokens to Microsoft's hosts only, unless told.
    customHosts: new Set([new URL(url).hostname, new URL(url).host]),
  });
}

function createSend(client: Client, { tokens, clock, observe, called, beforeWrite }: Surroundings): Send {
  return <T>({ route, name = plain(route), shape, asking, act, isWrite = false }: Sending<T>): Promise<T> => {
    const attempt = async (signal: AbortSignal, tries: number): Promise<T> => {
      // Asked for here, because the client would hide why a token was refused; MSAL keeps it for the client's own asking.
      await tokens(graphAudience);
      if (isWrite) beforeWrite();
      const sent = new Sent({ route: name, attempt: tries, called });
      const request = client.api(route).options({ signal }).middlewareOptions([sent]);
      // A next page says its version itself.
      if (asking.version && !URL.canParse(route)) request.version(asking.version);
      if (asking.eventual) request.header('ConsistencyLevel', 'eventual');
      try {
        const answer = shape.parse(await act(request));
        observe(name, 200);
        return answer;
      } catch (error) {
        if (sent.withheld) throw sent.withheld;
        observe(name, describe(error).status ?? 0);
        throw error;
      }
    };
    return ask(clock, { patience: asking.patience ?? patient, route: `Graph ${name}`, attempt, describe });
  };
}

/** 100,000 subscriptions come in 1,000 pages. */
const mostPages = 2_000;
const mostRows = 500_000;
/** Graph may send a page without rows, and go on; it would not do so for ever. */
const mostEmptyPages = 50;
const longestLink = 8_192;

/** Goes from page to page, and stops where Microsoft would never lead. */
async function everyPage<T>(
  { route, shape, asking }: Omit<Sending<T>, 'act' | 'name'>,
  graph: string,
  send: Send,
): Promise<T[]> {
  const Page = pageOf(shape, asking.onOddRow !== undefined);
  // Of the first page, since what a link is called is Microsoft's: each would be a metric of its own.
  const name = plain(route);
  const act = (request: GraphRequest) => request.get();
  const rows: T[] = [];
  const odd: unknown[] = [];
  const seen = new Set<string>();
  let empty = 0;
  for (let next: string | undefined = route; next !== undefined; ) {
    const page: z.infer<typeof Page> = await send({ route: next, name, shape: Page, asking, act });
    for (const row of page.value.rows) rows.push(row);
    odd.push(...page.value.odd);
    empty = page.value.rows.length > 0 ? 0 : empty + 1;
    next = page['@odata.nextLink'];
    if (next === undefined) break;
    followable(next, graph, seen);
    if (seen.size >= mostPages || rows.length > mostRows || empty >= mostEmptyPages)
      throw new MicrosoftFailed('too-large', `Graph ${name}: no end after ${seen.size} pages with ${rows.length} rows`);
  }
  // Where none can be read, it isn't the list that was asked for.
  if (rows.length === 0 && odd.length > 0)
    throw new MicrosoftFailed('broken-answer', `Graph ${name}: none of ${odd.length} rows can be read`);
  for (const row of odd) asking.onOddRow?.(row);
  return rows;
}

/** One page. Only the caller knows whether a list is still worth something without the rows that can't be read. */
function pageOf<T>(shape: z.ZodType<T>, isTolerant: boolean) {
  const whole = z.array(shape).transform((rows) => ({ rows, odd: [] as unknown[] }));
  const legible = z.array(z.unknown()).transform((all) => {
    const read = all.map((row) => ({ row, ...shape.safeParse(row) }));
    return {
      rows: read.flatMap(({ success, data }) => (success ? [data as T] : [])),
      odd: read.flatMap(({ success, row }) => (success ? [] : [row])),
    };
  });
  return z.object({ value: isTolerant ? legible : whole, '@odata.nextLink': z.string().optional() });
}

/** Nobody knows whether it was done. */
const unanswered: BatchAnswer = { status: 504, body: undefined, retryAfter: undefined };

/** @throws MicrosoftFailed where one of the requests has no answer, unless each stands for itself */
async function sendBatch(
  requests: readonly BatchRequest[],
  asking: BatchAsking,
  { send, observe }: { send: Send; observe: Observe },
): Promise<BatchAnswer[]> {
  const act = async (request: GraphRequest) => {
    const answers = Batch.parse(await request.post(batchBody(requests)));
    const busy = answers.responses.find(({ status }) => status === 429 || status >= 500);
    if (busy && !asking.apart) throw new BusyWithin(busy.status, retryAfter(busy.headers));
    return answers;
  };
  const { responses } = await send({ route: '/$batch', shape: Batch, asking, act, isWrite: asking.apart ?? false });
  const byId = new Map(responses.map((response) => [response.id, response]));
  return requests.map(({ url }, at) => {
    const response = byId.get(String(at));
    // What others were answered still counts.
    if (!response && asking.apart) return unanswered;
    if (!response) throw new MicrosoftFailed('broken-answer', 'Graph /$batch left an answer out');
    const { status, body, headers } = response;
    if (asking.apart) observe(plain(url), status);
    return { status, body, retryAfter: retryAfter(headers) };
  });
}

/** The client also fails on a good answer with a body it can't read: the work is done all the same. */
function unlessDone(error: unknown): void {
  if (!(error instanceof GraphError && error.statusCode >= 200 && error.statusCode < 300)) throw error;
}

/** @throws MicrosoftFailed for a page that leads out of Graph, or back to where we were */
function followable(next: string, graph: string, seen: Set<string>): void {
  const elsewhere = next.length > longestLink || !URL.canParse(next) || new URL(next).origin !== new URL(graph).origin;
  if (elsewhere || seen.has(next)) throw new MicrosoftFailed('broken-answer', 'Graph: a page led astray');
  seen.add(next);
}

/** A route fit for logs and metrics: no ids, no query. */
function plain(route: string): string {
  return route
    .replace(/^https?:\/\/[^/]+(\/[^/]+)*?\/(v1\.0|beta)/, '')
    .replace(/\?.*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')
    .replace(/^\/users\/[^/]+/, '/users/{id}');
}

function describe(error: unknown): Failure {
  if (error instanceof BusyWithin) {
    const { status, retryAfter } = error;
    return { status, code: 'within a batch', requestId: undefined, retryAfter, cause: error };
  }
  const untaken = error instanceof GraphError && notTakenBy(error.code, error);
  if (untaken) return untaken;
  if (error instanceof GraphError && error.statusCode >= 400) {
    return {
      status: error.statusCode,
      code: error.code ?? 'unknown',
      requestId: error.requestId ?? undefined,
      retryAfter: error.headers?.get('Retry-After') ?? undefined,
      words: error.message,
      cause: error,
    };
  }
  // The client keeps the status when a good answer's body is cut short or is no JSON; what is no answer of ours fits no shape.
  const broken = error instanceof z.ZodError || (error instanceof GraphError && error.statusCode >= 200);
  return {
    status: undefined,
    code: broken ? 'broken-answer' : 'no answer',
    requestId: undefined,
    retryAfter: undefined,
    cause: error,
  };
}
