/** A Graph that answers whatever a test wants: what no good Microsoft would, and a proxy might. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loadCertificate } from '../world/tls.ts';

export interface Asked {
  /** The name it was called by, with its port. */
  host: string;
  path: string;
  authorization: string | undefined;
}

export interface Crooked {
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** @param answer the body to send as JSON; a string goes out as a page of HTML */
export async function crookedGraph(answer: (asked: Asked, url: string) => unknown): Promise<Crooked> {
  const { key, cert } = await loadCertificate();
  const asked: Asked[] = [];
  let url = '';
  const server = createServer({ key, cert }, (request, response) => {
    const { host = '', authorization } = request.headers;
    const one = { host, path: request.url ?? '', authorization };
    asked.push(one);
    const body = answer(one, url);
    const isPage = typeof body === 'string';
    response.setHeader('content-type', isPage ? 'text/html' : 'application/json');
    response.end(isPage ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
