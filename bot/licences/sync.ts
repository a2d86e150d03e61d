/** The part of the sync that keeps products with their seats, and who holds them. */
import type { OnOddRow, PersonFacts } from '../microsoft/commerce.ts';
import { skuName } from '../microsoft/sku-names.ts';
import { asPeople, byCode } from '../sync/people.ts';
import { putChanged } from '../sync/put-changed.ts';
import type { Deps, Run, SyncPart } from '../sync/sync-part.ts';

export const products: SyncPart = { id: 'products', read: readProducts };
export const holders: SyncPart = { id: 'holders', needs: 'subscriptions', read: readHolders };

async function readProducts({ store, commerce }: Deps, _: Run, onOdd: OnOddRow): Promise<void> {
  const seats = new Map((await commerce.seats(onOdd)).map((each) => [each.sku, each]));
  const parts = new Map([...store.all('purchases')].map(({ sku, skuPart }) => [sku, skuPart]));
  for (const { sku, part } of seats.values()) parts.set(sku, part);
  const records = [...parts].map(([id, part]) => {
    const { sku, ...counted } = seats.get(id) ?? { sku: id, seats: 0, used: 0 };
    return { ...counted, id: sku, part, name: skuName(id, part) };
  });
  await putChanged(store, 'products', records);
}

/** The holders of every SKU that has a self-service purchase: a decision about it would affect them. */
async function readHolders({ store, commerce }: Deps): Promise<void> {
  const skus = new Set<string>();
  for (const { kind, sku } of store.all('purchases')) if (kind === 'self-service') skus.add(sku);
  for (const sku of skus) {
    const holders = await commerce.holders(sku);
    const isAdmin = ({ id }: PersonFacts): boolean => store.get('people', id)?.admin ?? false;
    await putChanged(store, 'people', asPeople(holders, isAdmin));
    await putChanged(store, 'holdings', [{ id: sku, holders: holders.map(({ id }) => id).sort(byCode) }]);
  }
  const others = [...store.all('holdings')].filter(({ id }) => !skus.has(id));
  if (others.length === 0) return;
  await store.transact((tx) => {
    for (const { id } of others) tx.delete('holdings', id);
  });
}
