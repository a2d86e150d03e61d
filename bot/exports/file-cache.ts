/**
 * Files people asked for, kept in memory for a short while under an address nobody can guess. The address alone gives access
 * to the file, so it works for ten minutes and three downloads only. A restart forgets them all. One person's files push out
 * that person's oldest, and nobody else's: where there is no room for another, it is not kept.
 */
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Clock, elapsedOn } from '../clock.ts';
import type { Exports, Kept } from '../core/dependencies.ts';

export const keptForMinutes = 10;
export const mostDownloads = 3;
/** 100,000 purchases are about 25 MB. */
export const mostBytes = 48 * 1024 * 1024;
/** Of one person: the largest file there can be, or several small ones. */
const perPerson: Limit = { files: 10, bytes: mostBytes };
const inAll: Limit = { files: 1000, bytes: 4 * mostBytes };
const tokenBytes = 32;

interface Limit {
  files: number;
  bytes: number;
}

interface Held {
  file: Kept;
  owner: string;
  /** Downloads. */
  left: number;
}

type Entry = [token: string, held: Held];

export function createExports(clock: Clock): Exports {
  const kept = new LRUCache<string, Held>({
    max: inAll.files,
    ttl: keptForMinutes * 60_000,
    // Gives memory back even if nobody asks for anything any more.
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now: () => elapsedOn(clock) },
  });
  const turns = new Map<string, Promise<unknown>>();
  return {
    keep(file, owner) {
      kept.purgeStale();
      const oldestFirst = [...kept.entries()].reverse();
      const others = oldestFirst.filter(([, held]) => held.owner !== owner);
      if (!fits(file, others, inAll)) return { freeInMs: kept.getRemainingTTL(others[0]?.[0] ?? '') };
      const own = oldestFirst.filter(([, held]) => held.owner === owner);
      while (own.length > 0 && !(fits(file, own, perPerson) && fits(file, [...others, ...own], inAll)))
        kept.delete(own.shift()?.[0] ?? '');
      const token = randomBytes(tokenBytes).toString('base64url');
      kept.set(token, { file, owner, left: mostDownloads });
      return { token };
    },
    take(token) {
      const found = kept.peek(token);
      if (!found) return undefined;
      found.left--;
      if (found.left <= 0) kept.delete(token);
      return found.file;
    },
    look: (token) => kept.peek(token)?.file,
    async inTurn(owner, make) {
      const before = turns.get(owner) ?? Promise.resolve();
      const made = before.then(make);
      const ended = made.catch(() => undefined);
      turns.set(owner, ended);
      await ended;
      if (turns.get(owner) === ended) turns.delete(owner);
      return made;
    },
  };
}

function fits(file: Kept, beside: readonly Entry[], { files, bytes }: Limit): boolean {
  const sum = beside.reduce((all, [, held]) => all + held.file.bytes, file.bytes);
  return beside.length < files && sum <= bytes;
}
