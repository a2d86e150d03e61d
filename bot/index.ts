/** The process: reads the environment, opens the house, leaves in order on SIGTERM and SIGINT. */
import { ConfigProblem, readConfig } from './config/config.ts';
import { createLog, hushLibraries } from './log.ts';
import { start } from './start.ts';

/** Long enough for nearly every turn; container platforms wait about as long before they kill. */
const drainMs = 25_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  hushLibraries(log);
  const purser = await start(config, { log });
  const leave = (signal: string): void => {
    log.info({ signal }, 'leaving');
    setTimeout(() => process.exit(1), drainMs).unref();
    purser.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'could not leave in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
}

main().catch((error: unknown) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
});

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const port = process.env['PORT'] ?? '3978';
  const said: Record<string, string> = {
    EADDRINUSE: `Purser can't start: port ${port} is taken. Set PORT to a free one.`,
    EADDRNOTAVAIL: `Purser can't start: HOST ${process.env['HOST']} is no address of this machine.`,
    ENOTFOUND: `Purser can't start: HOST ${process.env['HOST']} is no address of this machine.`,
    EACCES: `Purser can't start: it may not listen on port ${port}, or not write to the folder of STORE.`,
  };
  const known = error instanceof ConfigProblem || error.name.startsWith('Store');
  return said['code' in error ? String(error.code) : ''] ?? (known ? error.message : (error.stack ?? error.message));
}
