/** The part of the sync that keeps products with their seats, and who holds them. */
import { MicrosoftFailed, type OnOddRow, type PersonFacts } from '../microsoft/commerce.ts';
import { skuName } from '../microsoft/sku-names.ts';
import { asPeople, byCode } from '../sync/people.ts';
import { putChanged } from '../sync/put-changed.ts';
import type { Deps, Run, SyncPart } from '../sync/sync-part.ts';

export const products: SyncPart = { id: 'products', read: readProducts };
export const holders: SyncPart = { id: 'holders', needs: 'subscriptions', read: readHolders };

async function readProducts(deps: Deps, _: Run, onOdd: OnOddRow): Promise<void> {
  const { store, commerce } = deps;
  const seats = new Map((await commerce.seats(onOdd)).map((each) => [each.sku, each]));
  const parts = new Map([...store.all('purchases')].map(({ sku, skuPart }) => [sku, skuPart]));
  for (const { sku, part } of seats.values()) parts.set(sku, part);
  const records = [...parts].map(([id, part]) => {
    const { sku, ...counted } = seats.get(id) ?? { sku: id, seats: 0, used: 0 };
    return { ...counted, id: sku, part, name: skuName(id, part) };
  });
  await putChanged(store, 'products', records);
  await readOrganisation(deps);
}

/** A name for the eye: where Microsoft doesn't tell it, the last one known stays, and nothing fails. */
async function readOrganisation({ store, commerce, log }: Deps): Promise<void> {
  try {
    const organisation = await commerce.organisation();
    const part = store.get('parts', 'products') ?? { id: 'products', goodAt: null, triedAt: null, trouble: null };
    if (!organisation || organisation === part.organisation) return;
    await store.transact((tx) => tx.put('parts', { ...part, organisation }));
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.info({ trouble: error.trouble }, 'Microsoft doesn’t tell what the organisation is called');
  }
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
