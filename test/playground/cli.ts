import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { goesOn, patiently } from '../patience.ts';

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

/**
 * It would close a connection it has not heard on for five seconds. On a busy machine Purser may be writing on it at that
 * moment, and cannot know whether the other end has read it.
 */
const PATIENT = `
  import http from 'node:http';
  const create = http.createServer;
  http.createServer = (...given) => Object.assign(create(...given), { keepAliveTimeout: 0 });
`;

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
  const patient = `--import=data:text/javascript,${encodeURIComponent(PATIENT)}`;
  const args = [patient, cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
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
    goesOn();
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said.trim();
}

function listening(child: ChildProcess, said: () => string): Promise<number> {
  const port = new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const heard = /Listening on (\d+)/.exec(said())?.[1];
      if (heard !== undefined) resolve(Number(heard));
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`it ended with code ${code}`)));
  });
  return patiently(port, () => 'It does not listen.');
}

async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
}
