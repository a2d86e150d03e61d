/** Which directory role somebody could activate to do what they want (Privileged Identity Management). */
import { type Clock, elapsedOn } from '../clock.ts';
import type { Config } from '../config/config.ts';
import {
  type Commerce,
  type DirectoryRole,
  type Eligible,
  eligibleRolesOf,
  MicrosoftFailed,
} from '../microsoft/commerce.ts';

/** Whoever asks meanwhile is told by the same lists, and Microsoft is spared. */
const rememberMs = 60_000;

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
  let known: { at: number; lists: Promise<Eligible | null> } | undefined;
  const lists = (): Promise<Eligible | null> => {
    const at = elapsedOn(clock);
    if (!known || at - known.at >= rememberMs) known = { at, lists: commerce.eligible().catch(untold) };
    return known.lists;
  };
  const opens: Record<Wanted, readonly DirectoryRole[]> = {
    admin: admins,
    viewer: byPower,
    approver: approversGroup === undefined ? admins : [],
  };
  return async ({ id, reasons }, wanted) => {
    const eligible = eligibleRolesOf(id, await lists());
    const enough = wanted ? opens[wanted] : byPower;
    return enough.find((each) => eligible.has(each) && !reasons.includes(each));
  };
}

/** It is a hint at most: without it, people are told what they are told anyway. */
function untold(error: unknown): null {
  if (error instanceof MicrosoftFailed) return null;
  throw error;
}
