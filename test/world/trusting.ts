/**
 * Runs a script of ours in a process that trusts the stand-ins' certificate. Node reads such a certificate only as it starts,
 * so it is made here first, and is gone with the process.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { childEnvironment, makeCertificate } from './tls.ts';

/** Resolves to the exit code. Ctrl-C reaches the child by the terminal; here it only must not end us before the child. */
export async function runTrusting(args: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  const certificate = await makeCertificate();
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment, ...childEnvironment(certificate) },
  });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', pass);
  const code = await new Promise<number>((resolve) => {
    child.once('exit', (exit, signal) => resolve(signal ? 1 : (exit ?? 1)));
  });
  await rm(certificate.folder, { recursive: true, force: true });
  return code;
}
