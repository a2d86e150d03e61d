/** Which directory role somebody could activate to do what they want (Privileged Identity Management). */
import { LRUCache } from 'lru-cache';
import { type Clock, elapsedOn } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { type Commerce, type DirectoryRole, MicrosoftFailed } from '../microsoft/commerce.ts';

/** Who tries again and again is told the same for so long, and Microsoft is spared. */
const rememberMs = 10_000;

/** The least first: nobody should activate more than they need. */
const byPower = [
  'billingAdministrator',
  'globalAdministrator',
  'globalReader',
] as const satisfies readonly DirectoryRole[];
const admins: readonly DirectoryRole[] = byPower.slice(0, 2);

/** What somebody wants to do. */
type Wanted = 'admin' | 'viewer' | 'approver';

export type ToActivate = (
  who: { id: string; reasons: readonly string[] },
  wanted?: Wanted,
) => Promise<DirectoryRole | undefined>;

export function createToActivate(
  commerce: Pick<Commerce, 'eligible'>,
  clock: Clock,
  { approversGroup }: Pick<Config, 'approversGroup'>,
): ToActivate {
  const lifetime = { ttl: rememberMs, ttlResolution: 0, perf: { now: () => elapsedOn(clock) } };
  const known = new LRUCache<string, Promise<ReadonlySet<DirectoryRole> | null>>({ max: 1_000, ...lifetime });
  const opens: Record<Wanted, readonly DirectoryRole[]> = {
    admin: admins,
    viewer: byPower,
    approver: approversGroup === undefined ? admins : [],
  };
  return async ({ id, reasons }, wanted) => {
    const asked = known.get(id) ?? commerce.eligible(id).catch(untold);
    known.set(id, asked, { noUpdateTTL: true });
    const eligible = await asked;
    const enough = wanted ? opens[wanted] : byPower;
    return enough.find((each) => eligible?.has(each) && !reasons.includes(each));
  };
}

/** It is a hint at most: without it, people are told what they are told anyway. */
function untold(error: unknown): null {
  if (error instanceof MicrosoftFailed) return null;
  throw error;
}
