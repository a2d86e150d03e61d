/** The process: reads the environment, opens the house, leaves in order on SIGTERM and SIGINT. */
import { ConfigProblem, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';

/** Longer than any turn takes; whoever stops containers waits about as long. */
const drainMs = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
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
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const words = taken
    ? `Purser can't start: port ${process.env['PORT'] ?? 3978} is taken. Set PORT to a free one.`
    : undefined;
  const known = error instanceof ConfigProblem || (error instanceof Error && error.name.startsWith('Store'));
  process.stderr.write(`${words ?? (known ? error.message : error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
