/** What changes at Microsoft in a walk, without Purser. */
import { cancel } from '../stand-ins/tenant/ending.ts';
import { groups, people } from '../stand-ins/tenant/index.ts';
import { approvers, buy, seat, staffOf, type Walk } from './model-world.ts';

export const outside = {
  'loses the licence': (walk, { user, good }) => take(walk, user, good.source.id),
  'gets a licence'(walk, { user, good }) {
    const bought = walk.its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (bought) seat(walk.its, user, bought, walk.world.clock.now());
    walk.changedOutside.add(user);
    walk.diary.takenOutside.add(`${user} ${good.source.id}`);
  },
  'loses the new licence': (walk, { user, good }) => take(walk, user, good.target.sku),
  'owner changes'({ its }, { good, n }) {
    const bought = its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (bought) bought.ownerId = [people.miriam, people.lidia, people.isaiah, people.adele][n % 4] ?? null;
  },
  'another one is bought'({ its, world }, { good, user }) {
    buy(its, good.source, { owner: user, seats: 2, now: world.clock.now(), renewsIn: 60 });
  },
  'is cancelled'({ its, diary, changedOutside }, { good }) {
    const bought = its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (!bought) return;
    for (const { id, licences } of its.users.values()) {
      if (!licences.some(({ from }) => from === bought.id)) continue;
      changedOutside.add(id);
      diary.takenOutside.add(`${id} ${good.source.id}`);
    }
    cancel(its, bought);
  },
  'no seats of the other'({ its }, { good }) {
    const central = its.subscriptions.find(({ skuId }) => skuId === good.target.sku);
    const used = [...its.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === good.target.sku),
    );
    if (central) central.totalLicenses = used.length;
  },
  'seats of the other are bought'({ its }, { good }) {
    const central = its.subscriptions.find(({ skuId }) => skuId === good.target.sku);
    if (central) central.totalLicenses += 10;
  },
  'approver disabled': ({ its }, { n }) => enable(its, approvers[n % approvers.length], false),
  'approver taken out'({ its }, { n }) {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = group.members.filter((id) => id !== approvers[n % 3]);
  },
  'approvers back'({ its }) {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = [...approvers];
    for (const id of [...approvers, people.isaiah]) enable(its, id, true);
  },
  'requester disabled': ({ its }, { n }) => enable(its, [people.alex, people.isaiah][n % 2], false),
  'no usage location'({ its }, { user }) {
    const found = its.users.get(user);
    if (found) found.usageLocation = null;
  },
  'seats locked or open'({ its }, { n }) {
    its.selfServiceSeats = (['locked', 'denied', 'open'] as const)[n % 3] ?? 'open';
  },
} satisfies Record<string, (walk: Walk, about: { user: string; good: Walk['goods'][number]; n: number }) => void>;
export type Outside = keyof typeof outside;

/** Who decides is read at the start only, and by whoever presses: what changes them must not come in the middle. */
export const quiet: readonly Outside[] = [
  'approver disabled',
  'approver taken out',
  'approvers back',
  'requester disabled',
];

function take({ its, diary, changedOutside }: Walk, id: string, sku: string): void {
  const user = its.users.get(id);
  if (!user) return;
  user.licences = user.licences.filter(({ skuId }) => skuId !== sku);
  changedOutside.add(id);
  diary.takenOutside.add(`${id} ${sku}`);
}

function enable({ users }: Walk['its'], id: string | undefined, enabled: boolean): void {
  const user = users.get(id ?? '');
  if (user) user.accountEnabled = enabled;
}

export function change(walk: Walk, what: Outside, n: number): string {
  const good = walk.goods[n % 5 === 0 ? 1 : 0];
  const holders = [...walk.world.purser.store.all('takeovers')].at(-1)?.holders.ids ?? [];
  const pool = [...holders, ...holders, ...staffOf(walk.its)];
  const user = pool[n % pool.length] ?? people.adele;
  outside[what](walk, { user, good, n });
  walk.diary.lookWhoIsOut();
  return `${walk.its.users.get(user)?.displayName}, ${good.source.part}`;
}
