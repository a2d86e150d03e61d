import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Long enough for a busy machine: a start takes well under a second on a quiet one. */
const START_MS = 30_000;
/** The Playground keeps nothing, so a stop that lingers is ended the hard way. */
const STOP_MS = 5_000;

/** In the window's own folder. */
export const LOG_FILE = 'playground.log';

/** The installed Playground's cli.js. */
export function findCli(given?: string): string {
  const name = '@microsoft/m365agentsplayground';
  let cli = given;
  try {
    cli ??= join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'cli.js');
  } catch {
    cli = undefined;
  }
  if (cli !== undefined && existsSync(cli)) return cli;
  throw new Error(`Agents Playground is not installed${cli ? ` at ${cli}` : ''}: run "npm ci" (${name})`);
}

export interface Running {
  /** The port it listens on, once it says so. */
  readonly listening: Promise<number>;
  /** The last it said on either stream, for an error. */
  said(): string;
  end(): Promise<void>;
}

export interface Start {
  readonly cli: string;
  /** 0 for a free one. */
  readonly port: number;
  readonly endpoint: string;
  readonly folder: string;
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs the cli's own file: stopping a runner such as npx would leave the Playground behind. */
export function run({ cli, port, endpoint, folder, config, env }: Start): Running {
  const args = [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, LOG_FILE),
      // It would open the desktop's own browser otherwise, and reach the bot through a proxy where one is set.
      TEAMSAPPTESTER_BROWSER: 'none',
      NO_PROXY: 'localhost,127.0.0.1',
      no_proxy: 'localhost,127.0.0.1',
    },
  });
  // For a caller that ends without stopping its windows.
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', kill);
      resolve();
    });
  });
  const said = listen(child);
  return { listening: listening(child, said), said, end: () => end(child, gone) };
}

function listen(child: ChildProcess): () => string {
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said.trim();
}

function listening(child: ChildProcess, said: () => string): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not listen within ${START_MS / 1000} s`)), START_MS);
    child.stdout?.on('data', () => {
      const port = /Listening on (\d+)/.exec(said())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with code ${code}`));
    });
  });
}

async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
}
