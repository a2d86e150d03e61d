/**
 * Structured logs: one JSON line an event, of bounded length. No secret, token or card body is ever given to it; ids of people
 * are replaced by pseudonyms here, so that nobody has to think of it.
 */
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { clean } from './foreign.ts';
import { cause } from './logging/correlation.ts';
import { createBound } from './logging/flood.ts';
import { type Line, levelOf, words } from './logging/lines.ts';
import { createPseudonyms } from './logging/pseudonyms.ts';

export interface Log extends Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'> {
  /** A line of what Purser does, at the level it has. */
  tell(line: Line): void;
  /** From now on pseudonyms are those of this key; before that, of one that is forgotten with the process. */
  useKey(key: string): void;
}

/** @param to where the lines go; standard output if not given */
export function createLog(level: string, to?: pino.DestinationStream): Log {
  let pseudonyms = createPseudonyms(randomBytes(32).toString('hex'));
  const shown = (text: string): string => pseudonyms.within(cut(text));
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A second lock behind the first: these never belong in a log, in whatever object they sit.
    redact: {
      paths: ['authorization', '*.authorization', 'headers', '*.headers', 'token', '*.token', 'secret', '*.secret'],
      remove: true,
    },
    mixin: () => ({ correlation: cause()?.id }),
    serializers: { error: (error: unknown) => describeError(error, shown) },
    hooks: {
      logMethod(args, method, at) {
        const [line, ...rest] = args as unknown[];
        const isWhole = at >= faults || this.isLevelEnabled('debug');
        method.apply(this, (isWhole ? args : [withBriefError(line), ...rest]) as typeof args);
      },
    },
    formatters: { log: (line) => fieldsOf(line, { of: (id) => pseudonyms.of(id), shown }) },
  };
  const logger = to ? pino(options, to) : pino(options);
  const isOver = createBound();
  return Object.assign(logger, {
    tell(line: Line) {
      const level = levelOf(line);
      const unwritten = logger.isLevelEnabled(level) ? isOver(line) : undefined;
      if (unwritten !== undefined) logger[level](unwritten > 0 ? { ...line, unwritten } : line, words[line.event]);
    },
    useKey(key: string) {
      pseudonyms = createPseudonyms(key);
    },
  });
}

/** Fields that hold the id of a person, a chat or an activity. */
const ids: ReadonlySet<string> = new Set(['person', 'reader', 'activity']);
/** Fields whose ids are no people's: they are what somebody looks for at Microsoft, or has set. */
const open: ReadonlySet<string> = new Set(['requestId', 'group', 'settings']);

type Shown = (text: string) => string;

/** What others sent (an error's message, a code, a detail) may be megabytes long. */
function fieldsOf(line: object, { of, shown }: { of: Shown; shown: Shown }): Record<string, unknown> {
  const entries = Object.entries(line).slice(0, mostEntries);
  const shownIn = (key: string, value: unknown): unknown =>
    ids.has(key) && typeof value === 'string' ? of(value) : bounded(value, 1, open.has(key) ? cut : shown);
  return Object.fromEntries(entries.map(([key, value]) => [cut(key), shownIn(key, value)]));
}

/** An error by name, message and stack: what libraries hang on their errors (requests, headers, tokens) stays out. */
function describeError(error: unknown, shown: Shown, depth = 0): unknown {
  if (error instanceof Brief) return briefly(error.whole, shown);
  if (!(error instanceof Error)) return shown(String(error));
  return {
    name: shown(error.name),
    message: shown(error.message),
    // It begins with the whole message.
    stack: shown((error.stack ?? '').replace(error.message, cut(error.message))),
    ...(error.cause && depth < deepest ? { cause: describeError(error.cause, shown, depth + 1) } : {}),
  };
}

/**
 * What is no fault of ours (Teams is down, a mail is refused) may happen every minute for hours: where its error came from in our
 * code is of use to nobody who does not look at debug level.
 */
function withBriefError(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || !('error' in line) || !(line.error instanceof Error)) return line;
  return { ...line, error: new Brief(line.error) };
}

/** An error of which only the beginning is written. */
class Brief extends Error {
  readonly whole: Error;
  constructor(whole: Error) {
    super();
    this.whole = whole;
  }
}

const faults = pino.levels.values['error'] ?? 50;
const longestBrief = 300;

function briefly(error: Error, shown: Shown): object {
  const { name, message, code, statusCode, cause: why } = error as Error & { code?: unknown; statusCode?: unknown };
  const first = (text: string): string => shown((text.split('\n', 1)[0] ?? '').slice(0, longestBrief));
  return {
    ...{ name: shown(name), message: first(message) },
    ...(typeof code === 'string' && { code: first(code) }),
    ...(typeof statusCode === 'number' && { status: statusCode }),
    ...(why instanceof Error && { cause: first(why.message) }),
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
function bounded(value: unknown, depth: number, shown: Shown): unknown {
  if (typeof value === 'string') return shown(value);
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((each) => bounded(each, depth + 1, shown));
  const entries = Object.entries(value).slice(0, mostEntries);
  return Object.fromEntries(entries.map(([key, each]) => [cut(key), bounded(each, depth + 1, shown)]));
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
