/**
 * The one way out to Microsoft's services. In a read-only pilot nothing that could change anything there passes, whoever sends it
 * and whatever was granted: what only reads is told by its method, and a POST by its place on a short list.
 */
import { fetchDirectly } from '../http.ts';
import { Withheld } from './commerce.ts';

export type Wire = (request: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Graph has reads with a body ("checkMemberGroups", "getByIds"). */
const readingPosts: readonly RegExp[] = [/\/users\/[^/]+\/(check|get)MemberGroups$/i, /\/directoryObjects\/getByIds$/i];
const batch = /\/\$batch$/i;

interface Inner {
  method?: unknown;
  url?: unknown;
}

/** @throws Withheld from what it returns, for what could change something in a read-only pilot */
export function createWire({ readOnly }: { readOnly: boolean }): Wire {
  return async (request, init) => {
    if (readOnly && !onlyReads(request, init)) throw new Withheld('Purser runs as a read-only pilot (READ_ONLY=1)');
    return fetchDirectly(request, init);
  };
}

function onlyReads(request: string | URL | Request, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (request instanceof Request ? request.method : 'GET');
  const { pathname } = new URL(request instanceof Request ? request.url : String(request));
  return isRead(method, pathname, init?.body);
}

function isRead(method: string, path: string, body: unknown): boolean {
  const verb = method.toUpperCase();
  if (verb === 'GET' || verb === 'HEAD') return true;
  if (verb !== 'POST') return false;
  return batch.test(path) ? hasOnlyReads(body) : readingPosts.some((each) => each.test(path));
}

/** What can't be looked into may change something. */
function hasOnlyReads(body: unknown): boolean {
  try {
    const { requests } = JSON.parse(String(body)) as { requests: Inner[] };
    return requests.every(({ method, url }) => isRead(String(method), String(url).replace(/\?.*/s, ''), undefined));
  } catch {
    return false;
  }
}
