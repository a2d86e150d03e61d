/** Requests to Microsoft as lines of the log: where they went, without what they were about. */
import type { Call, Called } from './lines.ts';

/** The first that an answer has: Graph, the licensing API, Entra and the Bot Connector each call it something else. */
const requestIds = ['request-id', 'x-ms-request-id', 'x-ms-correlation-id', 'ms-cv'];

interface Headers {
  get(name: string): string | null | undefined;
}

export function requestIdOf(headers: Headers | undefined): string | null {
  for (const name of requestIds) {
    const id = headers?.get(name);
    if (id) return id.slice(0, 100);
  }
  return null;
}

/** What is known of a request before it is sent. */
interface Begun extends Omit<Call, 'host' | 'status' | 'ms' | 'requestId'> {
  url: string;
}

/** @returns to be called once, with the answer's status (0 where none came) and headers */
export function begin(
  { url, ...call }: Begun,
  called: Called | undefined,
): (status: number, headers?: Headers) => void {
  const beganAt = performance.now();
  return (status, headers) =>
    called?.({
      ...call,
      host: URL.canParse(url) ? new URL(url).host : '',
      status,
      ms: Math.round(performance.now() - beganAt),
      requestId: requestIdOf(headers),
    });
}

/** The route of an address without the ids in it: `/{id}/oauth2/v2.0/token`, `/v3/conversations/{id}/activities/{id}`. */
export function routeOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const ofConnector = path.slice(Math.max(0, path.indexOf('/v3/')));
  return ofConnector
    .replace(/\/(conversations|activities|members|pagedmembers|teams)\/[^/]+/g, '/$1/{id}')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}');
}
