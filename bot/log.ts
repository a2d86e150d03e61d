/** Structured logs: one JSON line an event. No secret, token or card body is ever given to it. */
import pino from 'pino';

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
  };
  return to ? pino(options, to) : pino(options);
}

/** An error by name, message and stack: what libraries hang on their errors (requests, headers, tokens) stays out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
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
