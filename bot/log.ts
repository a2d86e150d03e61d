/** Structured logs: one JSON line an event, of bounded length. No secret, token or card body is ever given to it. */
import pino from 'pino';
import { clean } from './foreign.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** @param to where the lines go; standard output if not given */
export function createLog(level: string, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A second lock behind the first: these never belong in a log, in whatever object they sit.
    redact: {
      paths: ['authorization', '*.authorization', 'headers', '*.headers', 'token', '*.token', 'secret', '*.secret'],
      remove: true,
    },
    serializers: { error: describeError },
    // What others sent (an error's message, a code, a detail) may be megabytes long.
    formatters: { log: (line) => bounded(line, 0) as Record<string, unknown> },
  };
  return to ? pino(options, to) : pino(options);
}

/** An error by name, message and stack: what libraries hang on their errors (requests, headers, tokens) stays out. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return cut(String(error));
  return {
    name: cut(error.name),
    message: cut(error.message),
    // It begins with the whole message.
    stack: cut((error.stack ?? '').replace(error.message, cut(error.message))),
    ...(error.cause && depth < deepest ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

/** Characters; a few of these make a line. */
const longest = 2_000;
const deepest = 4;
const mostEntries = 50;

function cut(text: string): string {
  return clean(text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text);
}

/** Errors are left to their serializer, which bounds them itself. */
function bounded(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((each) => bounded(each, depth + 1));
  const entries = Object.entries(value).slice(0, mostEntries);
  return Object.fromEntries(entries.map(([key, each]) => [cut(key), bounded(each, depth + 1)]));
}

/**
 * The SDKs print to the console, some of it errors with all that hangs on them. From now on only the first words of it reach
 * the log, for people who look at debug level.
 */
export function hushLibraries(log: Log): void {
  const say = (...said: unknown[]): void => {
    const [first] = said;
    log.debug({ library: (first instanceof Error ? first.message : String(first)).slice(0, 120) }, 'a library printed');
  };
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = say;
}
