/** The built process: from its start until it listens, and how much memory it then holds. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Row, round } from './figures.ts';
import { out } from './profile.ts';

export interface StartFigures {
  seconds: number;
  megabytes: number;
}

const root = join(import.meta.dirname, '..', '..');
const built = join(out, 'bench-dist');

/** As `npm run build`, to a place of its own. */
export function build(): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', built]);
  for (const data of ['cards/templates', 'bot/microsoft/sku-names.csv'])
    cpSync(join(root, data), join(built, data), { recursive: true });
}

/** The best of three: what the machine was busy with besides is no property of ours. */
export async function measureStart(environment: Record<string, string>, folder: string): Promise<StartFigures> {
  const runs: StartFigures[] = [];
  for (let n = 0; n < 3; n++) runs.push(await startOnce({ ...environment, STORE: `file:${folder}` }));
  const best = (of: (run: StartFigures) => number): number => round(Math.min(...runs.map(of)));
  return { seconds: best(({ seconds }) => seconds), megabytes: best(({ megabytes }) => megabytes) };
}

async function startOnce(environment: Record<string, string>): Promise<StartFigures> {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = process.env;
  // Nobody answers there, so nothing is read while this is measured.
  const nobody = {
    LOGIN_URL: 'https://localhost:1',
    GRAPH_URL: 'https://localhost:1',
    LICENSING_URL: 'https://localhost:1',
  };
  const from = performance.now();
  const child = spawn(process.execPath, [join(built, 'bot', 'index.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, NODE_EXTRA_CA_CERTS, NODE_ENV: 'production', ...environment, ...nobody, PORT: '0', LOG_LEVEL: 'info' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The built process ended.')));
    createInterface(child.stdout).on('line', (line) => {
      const { msg, port: told } = JSON.parse(line) as { msg?: string; port?: number };
      if (msg === 'listening' && told) resolve(told);
    });
  });
  const seconds = (performance.now() - from) / 1000;
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
  return { seconds, megabytes: bytes / 1e6 };
}

export function rowsOf(empty: StartFigures, full: StartFigures, records: number): Row[] {
  const told = ({ seconds, megabytes }: StartFigures): string => `${seconds} s, ${megabytes} MB`;
  return [['start of the built process', told(full), `with ${records} purchases; with none ${told(empty)}`]];
}
