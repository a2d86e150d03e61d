/** A purchase that is worth taking over, and a takeover of it, for the tests of what becomes of them. */
import assert from 'node:assert/strict';
import { boughtOf, toldHolders } from '../../bot/takeovers/state/action.ts';
import { openTakeover } from '../../bot/takeovers/state/decide.ts';
import type { Act, Ending, Purchase, Takeover } from '../../store/records.ts';
import { type Sku, skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, people, type Subscription } from '../stand-ins/tenant/index.ts';
import type { World } from './world.ts';

/** Settled or not, everybody holds it directly, and it is the only purchase of its SKU. */
export interface Bought {
  /** Departmental if not given: nobody takes such seats one by one. Those of `taken` can be taken. */
  sku?: Sku;
  holders?: number;
  /** As many as there are holders if not given. */
  seats?: number;
  owner?: string;
  /** Free central seats of the full product; as many as there are holders if not given. */
  free?: number;
}

/** People buy it themselves, and its SKU is not a departmental one: where Microsoft lets it, an admin can take its seats. */
export const taken = skus.clipchamp;
export const target = { sku: skus.visio2.id, product: 'Visio Plan 2' } as const;

/** Makes a company in which one person bought Visio Plan 2, or another product, for so many. */
export function buyVisio(company: Company, bought: Bought = {}): Subscription {
  const { sku: source = skus.visio2Dept, holders = 12, seats = holders, owner = people.adele, free = holders } = bought;
  const [subscription] = company.subscriptions.filter(({ skuId }) => skuId === source.id);
  assert.ok(subscription);
  company.subscriptions = company.subscriptions.filter(
    ({ skuId, id }) => skuId !== source.id || id === subscription.id,
  );
  Object.assign(subscription, { ownerId: owner, totalLicenses: seats, status: 'Enabled' });
  takeAway(company, [source.id, target.sku]);
  const staff = [...company.users.values()].filter(
    ({ userType, accountEnabled, usageLocation, id }) =>
      userType === 'Member' && accountEnabled && usageLocation !== null && id !== owner && !named.has(id),
  );
  const chosen = [company.users.get(owner), ...staff].slice(0, holders);
  assert.equal(chosen.length, holders, 'the company has too few people');
  for (const user of chosen)
    user?.licences.push({ skuId: source.id, group: null, since: '2026-10-01T08:00:00Z', from: subscription.id });
  const [central] = company.subscriptions.filter(({ skuId, status }) => skuId === target.sku && status === 'Enabled');
  assert.ok(central);
  central.totalLicenses = free;
  return subscription;
}

const named: ReadonlySet<string> = new Set(Object.values(people));

function takeAway({ users }: Company, away: readonly string[]): void {
  for (const user of users.values()) user.licences = user.licences.filter(({ skuId }) => !away.includes(skuId));
}

/** Who has a licence of a SKU at Microsoft, and how many at once. */
export function holdersAt({ users }: Company, sku: string): string[] {
  return [...users.values()].flatMap(({ id, licences }) => licences.filter(({ skuId }) => skuId === sku).map(() => id));
}

export function purchaseOf({ purser: { store } }: Pick<Keeping, 'purser'>, { id }: Subscription): Purchase {
  return [...store.all('purchases')].find(({ subscription }) => subscription === id) ?? assert.fail('not synced');
}

interface Wanted {
  act?: Act;
  ending?: Ending;
  /** Picked, where it is not the only purchase of its SKU. */
  holders?: string[];
  needed?: number;
}

/** A world, or what is left of one where Purser is another process. */
interface Keeping {
  purser: Pick<World['purser'], 'store'>;
  clock: Pick<World['clock'], 'now'>;
}

/** Alex has requested it, as his confirmation would. */
export async function requested(world: Keeping, purchase: Purchase, wanted: Wanted = {}): Promise<Takeover> {
  const { act = { kind: 'move', to: target }, ending = 'guided', needed = 1, holders } = wanted;
  const { store } = world.purser;
  const now = world.clock.now();
  const ids = holders ?? toldHolders(purchase, store)?.ids ?? assert.fail('not the only one of its SKU');
  await store.transact((tx) => tx.put('purchases', { ...purchase, sure: 'confirmed' }));
  return store.transact((tx) =>
    openTakeover(
      tx,
      {
        action: { purchase: boughtOf(purchase, tx), act, ending, holders: { known: holders ? 'picked' : 'sole', ids } },
        requester: { id: people.alex, name: 'Alex Wilber' },
        why: 'We own Visio',
        findings: [],
        needed,
        decideBy: new Date(now.getTime() + 3 * 86_400_000),
        remindAt: new Date(now.getTime() + 86_400_000),
      },
      now,
    ),
  );
}

/** Everybody has Purser, so that whoever loses access can be told. */
export function haveAllPurser({ teams, tenant }: Pick<World, 'teams' | 'tenant'>): void {
  for (const { id, displayName } of tenant.company.users.values())
    if (!teams.people.has(id)) teams.person({ id, name: displayName, installed: true });
}
