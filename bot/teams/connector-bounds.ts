/** What is read of the Bot Connector's answers: never from where a redirect leads, and never without end. */
import { AnswerTooLarge, RedirectNotFollowed } from '../http.ts';

interface Request {
  timeout: number;
  url: string;
  method: string;
  streamResponseStatusCodes?: Set<number>;
}
interface Response {
  status: number;
  headers: { get(name: string): string | undefined };
  bodyAsText?: string | null;
  readableStreamBody?: NodeJS.ReadableStream | undefined;
}
interface Policy {
  name: string;
  sendRequest<R extends Request, A extends Response>(request: R, next: (request: R) => Promise<A>): Promise<A>;
}

/** The part of the SDK's pipeline used here; its own type comes with a package that only the SDK depends on. */
export interface Pipeline {
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: Policy, options?: { afterPhase: 'Sign' }): void;
}

/** A roster comes in pages of at most 500 people. */
const mostBytes = 4 * 1024 * 1024;
/** Of a no, its code is looked at and a few words are logged. */
const mostOfNo = 16 * 1024;

/**
 * The last link before the wire. The SDK would read an answer whole before anybody can look at its length.
 *
 * @throws RedirectNotFollowed, AnswerTooLarge
 */
export const boundedAnswers: Policy = {
  name: 'boundedAnswers',
  async sendRequest(request, next) {
    // Any status: then the answer comes as a stream.
    request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
    const response = await next(request);
    const stream = response.readableStreamBody;
    response.readableStreamBody = undefined;
    const { status } = response;
    if (status >= 300 && status < 400) {
      destroy(stream);
      throw new RedirectNotFollowed(request.url, response.headers.get('location'), status);
    }
    response.bodyAsText = stream ? await textOf(stream, status < 300, request.url) : null;
    return response;
  },
};

/** @param isWhole a longer answer is an error then; otherwise it is cut */
async function textOf(stream: NodeJS.ReadableStream, isWhole: boolean, url: string): Promise<string> {
  const most = isWhole ? mostBytes : mostOfNo;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > most) break;
  }
  if (size > most && isWhole) throw new AnswerTooLarge(url, most);
  return Buffer.concat(chunks).subarray(0, most).toString();
}

function destroy(stream: NodeJS.ReadableStream | undefined): void {
  if (stream && 'destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
}
