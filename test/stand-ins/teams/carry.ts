/** Carries an activity to the bot over HTTP and brings its answer back. */
import { Agent, request } from 'node:http';
import type { Activity, Answer } from './shapes.ts';

const second = 1000;
/** How long the caller waits for the bot, in real time: an invoke has to be answered at once. */
const patience = { message: 15 * second, invoke: 5 * second };

/**
 * Not fetch: under load its own work would be most of what a benchmark measures. It lets go of a connection before the bot does
 * (after five seconds), so that nothing is written on one that is being closed.
 */
const agent = new Agent({ keepAlive: true, timeout: 3 * second });

interface Call {
  headers: Record<string, string>;
  /** Hangs up after so long, in real time, instead of Teams' own patience. */
  hangsUpAfter?: number | undefined;
}

export async function carry(url: string, activity: Activity, { headers, hangsUpAfter }: Call): Promise<Answer> {
  const limit = hangsUpAfter ?? (activity.type === 'invoke' ? patience.invoke : patience.message);
  const signal = AbortSignal.timeout(limit);
  try {
    const { status, text } = await exchange(url, JSON.stringify(activity), headers, signal);
    return { status, text, body: parsed(text) };
  } catch (error) {
    if (signal.aborted) return { status: 504, text: `no answer within ${limit} ms`, body: undefined };
    return { status: 502, text: String(error), body: undefined };
  }
}

function exchange(
  url: string,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(url, {
      method: 'POST',
      agent,
      signal,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': length },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.end(body);
  });
}

/** Undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
