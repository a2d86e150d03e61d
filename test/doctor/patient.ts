/** The doctor as operators run it: a process of its own, with nothing but their environment, before the stand-ins. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runDoctor } from '../../bot/doctor/run.ts';
import { program } from '../built.ts';
import { goesOn } from '../patience.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Said {
  code: number | null;
  /** With one kind of space. */
  out: string;
  err: string;
}

/** The same within this process, where it matters only what it finds: to start one takes longer than to look. */
export async function doctorHere(environment: Record<string, string>, ...asked: string[]): Promise<Said> {
  const said: string[] = [];
  const at = { isManned: false, say: (text: string) => void said.push(text), ask: async () => undefined };
  const code = await runDoctor(asked, environment, at);
  return { code, out: `${said.join('\n')}\n`.replace(/[\u00a0\u202f]/g, ' '), err: '' };
}

export async function doctor(environment: Record<string, string>, ...asked: string[]): Promise<Said> {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = process.env;
  const child = spawn(process.execPath, [...program('bot/doctor.ts'), ...asked], {
    cwd: root,
    env: { PATH, NODE_EXTRA_CA_CERTS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  for (const stream of ['out', 'err'] as const)
    child[`std${stream}`].on('data', (text: Buffer) => {
      goesOn();
      said[stream] += text;
    });
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { code, out: said.out.replace(/[\u00a0\u202f]/g, ' '), err: said.err };
}
