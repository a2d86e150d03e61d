/** Settings that name something on disk. */
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readCertificate, UnfitCertificate } from './certificate.ts';
import type { Environment } from './environment.ts';

export function problemsOfFiles(env: Environment, now: Date): string[] {
  const store = env.STORE.startsWith('file:') ? wrongWithFolder(env.STORE.slice('file:'.length).trim()) : undefined;
  const certificate = env.CLIENT_CERTIFICATE && wrongWithCertificate(env.CLIENT_CERTIFICATE, now);
  return [...(store ? [`STORE ${store}`] : []), ...(certificate ? [`CLIENT_CERTIFICATE ${certificate}`] : [])];
}

function wrongWithCertificate(value: string, now: Date): string | undefined {
  try {
    readCertificate(value, now);
    return undefined;
  } catch (error) {
    if (error instanceof UnfitCertificate) return error.message;
    throw error;
  }
}

function wrongWithFolder(path: string): string | undefined {
  if (!path) return 'names no folder: write it as file:./data or file:/var/lib/purser';
  if (/^\/\/(?!\/)/.test(path)) return 'is no address on the net: write the folder as file:/var/lib/purser';
  try {
    const folder = nearestThere(resolve(path));
    if (!statSync(folder).isDirectory()) return 'names a file where it should name a folder (or one inside a file)';
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return 'names a folder that Purser may not write to';
  }
}

/** The path itself, or where the folder would be made. */
function nearestThere(path: string): string {
  return isThere(path) || dirname(path) === path ? path : nearestThere(dirname(path));
}

/** What would lie inside a file isn't there: the system says so in another way. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}
