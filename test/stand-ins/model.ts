/** A model behind an endpoint that speaks OpenAI's chat completions, on this machine: it says what a test has it say. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Heard {
  key: string | undefined;
  model: string;
  messages: { role: string; content: string }[];
}

export interface Model {
  url: string;
  heard: Heard[];
  /** What it says to whatever it is asked. */
  says: string;
  /** In place of an answer that says something. */
  does: ((response: ServerResponse) => void) | undefined;
  close(): Promise<void>;
}

export async function startModel(): Promise<Model> {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { model: name, messages } = JSON.parse(await text(request)) as Omit<Heard, 'key'>;
    model.heard.push({ key: request.headers.authorization, model: name, messages });
    if (model.does) return model.does(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: model.says } }] }));
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const model: Model = {
    url: `http://127.0.0.1:${port}/v1`,
    heard: [],
    says: 'NONE',
    does: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return model;
}
