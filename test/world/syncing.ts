/** A sync between a stand-in Microsoft and a store on disk, without the rest of the house. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sync } from '../../bot/core/dependencies.ts';
import { createLog } from '../../bot/log.ts';
import type { Commerce } from '../../bot/microsoft/commerce.ts';
import { createGateway } from '../../bot/microsoft/gateway.ts';
import { syncParts } from '../../bot/start.ts';
import { createSync } from '../../bot/sync/sync.ts';
import { openFileStore } from '../../store/file/open.ts';
import type { Purchase, Table } from '../../store/records.ts';
import { tables } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { configOf, unobserved } from '../microsoft/fixture.ts';
import { company, type Size, type Subscription, startTenant, type Tenant } from '../stand-ins/tenant/index.ts';
import { type TestClock, testClock } from './clock.ts';
import { loadCertificate } from './tls.ts';

/** Read the fields inside tests only. */
export interface Its {
  clock: TestClock;
  tenant: Tenant;
  commerce: Commerce;
  store: Store;
  sync: Sync;
  /** Closes the store and opens it anew, as a process that was killed and started again. */
  reopen(): Promise<void>;
  /** Another sync on the same store, with some of its neighbours exchanged. */
  syncWith(change: { commerce?: Partial<Commerce>; store?: Store }): Sync;
}

const log = createLog('silent');

/** To be called inside a `describe`. */
export function useSync(size: Size = {}): Its {
  const its = {} as Its;
  let folder: string;
  its.syncWith = ({ commerce = {}, store = its.store }) =>
    createSync({ parts: syncParts, clock: its.clock, log, store, commerce: { ...its.commerce, ...commerce } });
  its.reopen = async () => {
    await its.store.close();
    its.store = await openFileStore(folder);
    its.sync = its.syncWith({});
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'purser-sync-'));
    its.clock = testClock();
    const tls = await loadCertificate();
    its.tenant = await startTenant({ company: company({ now: its.clock.now(), ...size }), clock: its.clock, tls });
    its.commerce = createGateway(configOf(its.tenant), its.clock, unobserved);
    its.store = await openFileStore(folder);
    its.sync = its.syncWith({});
  });
  afterEach(async () => {
    await its.store.close();
    await its.tenant.close();
    await rm(folder, { recursive: true, force: true });
  });
  return its;
}

/** The purchase of a subscription. @throws where there is none */
export function purchaseOf(store: Store, { id }: Pick<Subscription, 'id'>): Purchase {
  for (const purchase of store.all('purchases')) if (purchase.subscription === id) return purchase;
  throw new Error(`There is no purchase of ${id}.`);
}

/** What people bought under which short id. */
export function idsOf(store: Store): Map<string, string> {
  return new Map([...store.all('purchases')].map(({ subscription, id }) => [subscription, id]));
}

/** Everything in some tables, by id. */
export function contentOf(store: Store, ...names: Table[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => [...store.all(name)].map((record) => [`${name} ${record.id}`, record])),
  );
}

/** How often each table was written, the one that tells of the sync itself left out. */
export function revisionsOf(store: Store): Record<string, number> {
  const names = (Object.keys(tables) as Table[]).filter((name) => name !== 'parts' && name !== 'marks');
  return Object.fromEntries(names.map((name) => [name, store.revision(name)]));
}

/** The subscription somebody has of a SKU. @throws where there is none */
export function bought(tenant: Tenant, owner: string | null, sku: { id: string }): Subscription {
  const found = tenant.company.subscriptions.find(({ ownerId, skuId }) => ownerId === owner && skuId === sku.id);
  if (!found) throw new Error(`Nobody bought ${sku.id}.`);
  return found;
}

/** Takes it from the tenant's list, and from what can be asked for by id. */
export function withdraw({ company }: Tenant, gone: Subscription): void {
  company.subscriptions = company.subscriptions.filter((each) => each !== gone);
}

/** A store whose commits can be counted, delayed or cut; everything else is the store itself. */
export function watched(store: Store, before: (commit: number) => Promise<void>): Store {
  let commits = 0;
  return {
    get: store.get.bind(store),
    all: store.all.bind(store),
    count: store.count.bind(store),
    revision: store.revision.bind(store),
    troubles: store.troubles.bind(store),
    close: store.close.bind(store),
    rehearse: store.rehearse.bind(store),
    async transact(work) {
      await before(++commits);
      return store.transact(work);
    },
  };
}
