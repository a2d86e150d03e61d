/**
 * Files people asked for, kept in memory for a short while under an address nobody can guess. The address alone gives access
 * to the file, so it works for ten minutes and three downloads only. A restart forgets them all.
 */
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Exports, Kept } from '../core/dependencies.ts';

export const keptForMinutes = 10;
export const mostDownloads = 3;
/** 100,000 purchases are about 25 MB. */
export const mostBytes = 48 * 1024 * 1024;
/** All files together; the oldest goes first. */
const mostBytesInAll = 128 * 1024 * 1024;
const mostFiles = 100;
const tokenBytes = 32;

export function createExports(clock: Clock): Exports {
  const kept = new LRUCache<string, { file: Kept; left: number }>({
    max: mostFiles,
    maxSize: mostBytesInAll,
    sizeCalculation: ({ file }) => Math.max(1, file.bytes),
    ttl: keptForMinutes * 60_000,
    // Gives memory back even if nobody asks for anything any more.
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now: () => clock.now().getTime() },
  });
  return {
    keep(file) {
      const token = randomBytes(tokenBytes).toString('base64url');
      kept.set(token, { file, left: mostDownloads });
      return token;
    },
    take(token) {
      const found = kept.peek(token);
      if (!found) return undefined;
      found.left--;
      if (found.left <= 0) kept.delete(token);
      return found.file;
    },
    look: (token) => kept.peek(token)?.file,
  };
}
