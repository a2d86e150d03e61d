/** What every route takes and gives, and the two ends of the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, or one inner request of a `$batch`. */
export interface Call {
  readonly method: string;
  /** Decoded, with its base (`/graph/v1.0/users`), without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came: who needs JSON parses it. */
  readonly body: string;
  readonly inBatch: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent where it is undefined. */
  readonly body?: unknown;
  /** Sent in place of a body, as a page. */
  readonly html?: string;
  /** What the call changes. The server does it once nothing stands in the way any more, and answers when it is done. */
  readonly commit?: () => void | Promise<void>;
}

/** A body as an object, or null where it is none. */
export function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** One field of a body that is a JSON object; undefined where there is none. */
export function field(body: string, name: string): unknown {
  return parsed(body)?.[name];
}

export function header(call: Call, name: string): string | undefined {
  return call.headers[name];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'https://localhost');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return {
    method: request.method ?? 'GET',
    path: decoded(url.pathname),
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
    inBatch: false,
  };
}

export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** An answer as it goes over the wire. A fault may change the text. */
export function send(response: ServerResponse, answer: Answer, text = serialised(answer)): void {
  const type = { 'content-type': `${answer.html === undefined ? 'application/json' : 'text/html'}; charset=utf-8` };
  response.writeHead(answer.status, { ...(text === '' ? {} : type), ...answer.headers });
  response.end(text);
}

export function serialised(answer: Answer): string {
  return answer.html ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
}
