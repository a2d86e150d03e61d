/** Whom Purser can write to: most have it; some have blocked it or are without it, and are told in another way, or not at all. */
import type { Notice } from '../../store/records.ts';
import type { User } from '../stand-ins/tenant/index.ts';
import type { World } from '../world/world.ts';

/** How somebody can be told: in their chat, once they were given the app, by mail, or not at all. */
export type Reach = 'chat' | 'installed' | 'mail' | 'unreached';

/** One in twenty can't be written to, each fifth of these in another way. */
const trouble: readonly { reach: Reach; why: 'blocked' | 'absent' }[] = [
  { reach: 'mail', why: 'blocked' },
  { reach: 'unreached', why: 'blocked' },
  { reach: 'installed', why: 'absent' },
  { reach: 'mail', why: 'absent' },
  { reach: 'unreached', why: 'absent' },
];

export function reachOf(n: number): Reach {
  return troubleOf(n)?.reach ?? 'chat';
}

function troubleOf(n: number): (typeof trouble)[number] | undefined {
  return n % 20 === 0 ? trouble[(n / 20) % trouble.length] : undefined;
}

/** Whom the app is not to be installed for, an admin's policy says. */
export function join({ teams, tenant }: World, { id, displayName }: User, n: number): void {
  const { why, reach } = troubleOf(n) ?? {};
  const person = teams.person({ id, name: displayName, installed: why !== 'absent' });
  if (why === 'blocked') person.block();
  if (why === 'absent' && reach !== 'installed') tenant.company.teamsApps[0]?.blockedFor.push(id);
}

/** How somebody was told. */
export function reached({ outcome, ledger }: Notice): Reach | undefined {
  if (outcome === 'mailed') return 'mail';
  if (outcome === 'unreached') return 'unreached';
  if (outcome !== 'posted') return undefined;
  return ledger.some(({ what }) => what === 'installed') ? 'installed' : 'chat';
}
