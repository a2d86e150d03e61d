/** A process of Purser: opens the house, leaves in order on SIGTERM and SIGINT. */
import { ConfigProblem, readConfig } from './config/config.ts';
import type { Leaving } from './front/leaving.ts';
import { createLog, hushLibraries } from './log.ts';
import { start } from './start.ts';

interface Times {
  /** How long another process that has the store is waited for. */
  leaseWaitMs: number;
  /** How long requests are still taken after it is known that Purser leaves. */
  graceMs: number;
}

/** Long enough for nearly every turn; container platforms wait about as long before they kill. */
const drainMs = 25_000;
/** Time for what is under way to be answered, where another process has the store already. */
const lostMs = 2000;

type Variables = Record<string, string | undefined>;

export async function runProcess(environment: Variables, times: Times): Promise<void> {
  const waiting = new AbortController();
  try {
    await run(environment, times, waiting);
  } catch (error) {
    if (waiting.signal.aborted) process.exit((waiting.signal.reason as Leaving).code);
    process.stderr.write(`${wordsFor(error, environment)}\n`);
    process.exit(1);
  }
}

async function run(environment: Variables, times: Times, waiting: AbortController): Promise<void> {
  const config = readConfig(environment);
  const log = createLog(config.logLevel);
  hushLibraries(log);
  const leave = ({ code, why }: Leaving, within: number): void => {
    setTimeout(() => process.exit(1), within).unref();
    waiting.abort({ code, why } satisfies Leaving);
    starting
      .then((purser) => purser.stop())
      .then(
        () => process.exit(code),
        (error: unknown) => {
          if ((error as Error).name === 'AbortError') process.exit(code);
          log.error({ error }, 'could not leave in order');
          process.exit(1);
        },
      );
  };
  const starting = start(config, {
    ...{ ...times, log, signal: waiting.signal },
    onLost(words) {
      process.stderr.write(`${words}\n`);
      leave({ code: 1, why: 'store-lost' }, lostMs);
    },
  });
  const onSignal = (signal: string): void => {
    leave({ code: 0, why: signal }, drainMs);
  };
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  await starting;
}

function wordsFor(error: unknown, environment: Variables): string {
  if (!(error instanceof Error)) return String(error);
  const port = (error as { port?: number }).port ?? environment['PORT'] ?? '3978';
  const name = String(port) === environment['OPS_PORT'] ? 'OPS_PORT' : 'PORT';
  const said: Record<string, string> = {
    EADDRINUSE: `Purser can't start: port ${port} is taken. Set ${name} to a free one.`,
    EADDRNOTAVAIL: `Purser can't start: HOST ${environment['HOST']} is no address of this machine.`,
    ENOTFOUND: `Purser can't start: HOST ${environment['HOST']} is no address of this machine.`,
    EACCES: `Purser can't start: it may not listen on port ${port}, or not write to the folder of STORE.`,
  };
  const known = error instanceof ConfigProblem || error.name.startsWith('Store');
  return said['code' in error ? String(error.code) : ''] ?? (known ? error.message : (error.stack ?? error.message));
}
