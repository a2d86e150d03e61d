import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patiently } from '../patience.ts';
import { findCli, LOG_FILE, run } from './cli.ts';
import { type Bot, configFile, type Organisation, type Person } from './people.ts';

export interface WindowOptions extends Organisation {
  /** Where the window is served. Default: a free port, chosen by the system. */
  readonly port?: number;
  /** The time zone it tells the bot, such as `Europe/Paris`. Default: the machine's. Its locale is always en-US. */
  readonly timeZone?: string;
  /** The Playground's cli.js, where it isn't the installed one. */
  readonly cli?: string;
}

/** One person's Microsoft 365 Agents Playground. */
export interface Window {
  readonly url: string;
  readonly person: Person;
  readonly bot: Bot;
  /** Ends the process and removes its files. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a Playground for one person and answers when it really serves that person's window. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const cli = findCli(options.cli);
  const port = options.port ?? 0;
  if (port !== 0) await assertFree(port);
  const folder = await mkdtemp(join(tmpdir(), 'purser-window-'));
  const config = join(folder, 'playground.yml');
  await writeFile(config, configFile(options));
  const env = options.timeZone === undefined ? {} : { TZ: options.timeZone };
  const running = run({ cli, port, endpoint: options.bot.url, folder, config, env });
  const stop = once(async () => {
    await running.end();
    await rm(folder, { recursive: true, force: true });
  });
  try {
    const served = await running.listening;
    if (port !== 0 && served !== port) throw new Error(`port ${port} was taken while the window opened`);
    const url = `http://localhost:${served}`;
    await assertShows(url, options.person);
    return { url, person: options.person, bot: options.bot, stop };
  } catch (error) {
    await running.end();
    const reason = await explain(error, running.said(), folder);
    await stop();
    throw new Error(`The window of ${options.person.name} did not open: ${reason}`, { cause: error });
  }
}

/** Where nobody looks at a terminal, the Playground writes its reasons only to its log file. */
async function explain(error: unknown, said: string, folder: string): Promise<string> {
  const log = await readFile(join(folder, LOG_FILE), 'utf8').catch(() => '');
  const reasons = log.split('\n').filter((line) => line.startsWith('error '));
  return [error instanceof Error ? error.message : String(error), ...reasons, said].join('\n').trim();
}

/** A Playground whose port is busy moves to another one without failing, so the port is looked at first. */
async function assertFree(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used (${error.message})`;
      reject(new Error(`Port ${port} ${why}: choose another, or leave it out to get a free one`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/**
 * It listens before it has read its config, and would serve a built-in Alex where it found none. The page itself asks
 * for `config`, which waits for the bot; this answers at once, so that a window may open before its bot.
 */
async function assertShows(url: string, person: Person): Promise<void> {
  const answer = await patiently(fetch(`${url}/_internal/v1/testConfig`), () => 'It does not say whose it is.');
  const text = await answer.text();
  if (!answer.ok || !text.includes(person.entraId)) throw new Error(`it shows somebody else: ${text.slice(0, 200)}`);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
