/**
 * The sync: reads the tenant, and brings the store up to it. Each part stands alone: where Microsoft fails one, the last good
 * reading of it stays, with its age, and the others go on. Only what changed is written.
 */
import { archiveFinished } from '../../store/archive.ts';
import type { Part, Person } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Commerce, PersonFacts, SubscriptionFacts } from '../microsoft/commerce.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { skuName } from '../microsoft/sku-names.ts';
import { type Run, tellOfAbsence } from '../purchases/alert.ts';
import { markAbsent, writePurchases } from '../purchases/subscriptions.ts';
import { readRules } from '../rules/sync.ts';
import { noteAwake } from './absence.ts';
import { putChanged } from './put-changed.ts';

export interface Sync {
  /** Reads everything once. A call while one is under way waits for that one. Never rejects for Microsoft's sake. */
  run(): Promise<void>;
  underWay(): boolean;
  /** True once a first run has ended, well or badly. */
  hasRun(): boolean;
}

interface Deps {
  store: Store;
  commerce: Commerce;
  clock: Clock;
  log: Log;
  /** Since when Purser was not running before it was started now; undefined if it was. */
  absentSince?: Date | undefined;
  /** Called when a run has ended: it may have found something to tell. */
  afterwards?: () => void;
}

export function createSync(deps: Deps): Sync {
  let current: Promise<void> | undefined;
  let ended = false;
  /** Until a sync has found out what happened meanwhile. */
  let { absentSince } = deps;
  const run = async (): Promise<void> => {
    const isRead = await readAll(deps, { at: deps.clock.now().toISOString(), absentSince });
    if (isRead) absentSince = undefined;
    if (!absentSince) await noteAwake(deps.store, deps.clock.now());
  };
  return {
    run() {
      current ??= run().finally(() => {
        current = undefined;
        ended = true;
        deps.afterwards?.();
      });
      return current;
    },
    underWay: () => current !== undefined,
    hasRun: () => ended,
  };
}

/** @returns whether the purchases were read */
async function readAll(deps: Deps, run: Run): Promise<boolean> {
  const isRead = await read(deps, 'subscriptions', () => readSubscriptions(deps, run));
  await read(deps, 'products', () => readProducts(deps));
  // Without purchases there would be nobody to ask for, and that would pass for having read them.
  if (deps.store.get('parts', 'subscriptions')?.goodAt) await read(deps, 'holders', () => readHolders(deps));
  await read(deps, 'rules', () => readRules(deps, run));
  return isRead;
}

/** Runs one part and notes how it went. @returns false if Microsoft failed it */
async function read(deps: Deps, id: Part['id'], part: () => Promise<void>): Promise<boolean> {
  try {
    await part();
    await note(deps, id, { trouble: null, goodAt: deps.clock.now().toISOString() });
    return true;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    deps.log.warn({ part: id, trouble: error.trouble, detail: error.detail }, 'Microsoft failed a part of the sync');
    await note(deps, id, { trouble: { what: error.trouble, detail: error.detail } });
    return false;
  }
}

function note(deps: Deps, id: Part['id'], change: Partial<Part>): Promise<void> {
  const triedAt = deps.clock.now().toISOString();
  return deps.store.transact((tx) => {
    const before = tx.get('parts', id) ?? { id, goodAt: null, triedAt: null, trouble: null };
    tx.put('parts', { ...before, triedAt, ...change });
  });
}

/** The list is good once all that follows from it is written; its owners are a part of their own. */
async function readSubscriptions(deps: Deps, run: Run): Promise<void> {
  const { store, commerce, clock } = deps;
  const subscriptions = await commerce.subscriptions();
  await read(deps, 'people', () => readOwners(deps, subscriptions));
  await writePurchases(deps, subscriptions, run);
  await markAbsent(deps, subscriptions);
  while ((await store.transact((tx) => archiveFinished(tx, clock.now()))) > 0);
  await store.transact((tx) => tellOfAbsence(tx, run, clock.now()));
}

async function readOwners(deps: Deps, subscriptions: readonly SubscriptionFacts[]): Promise<void> {
  const { store, commerce } = deps;
  const owners = new Set(
    subscriptions.flatMap(({ ownerId, ownerIsUser }) => (ownerId && ownerIsUser ? [ownerId] : [])),
  );
  const admins = await commerce.admins();
  const here = new Map((await commerce.people([...owners])).map((person) => [person.id, person]));
  const now = deps.clock.now().toISOString();
  const leavers: Person[] = [];
  for (const id of owners) {
    if (here.has(id)) continue;
    const known = store.get('people', id);
    const leftAt = known?.leftAt ?? now;
    if (known?.name || known?.forgotten) leavers.push({ ...known, enabled: false, leftAt });
    else leavers.push({ ...(await leaver(commerce, id)), leftAt });
  }
  await putChanged(store, 'people', leavers);
  await putChanged(
    store,
    'people',
    asPeople(here.values(), ({ id }) => admins.has(id)),
  );
}

/** Made one by one as they are put, so that people are answered meanwhile. */
function* asPeople(
  all: Iterable<PersonFacts>,
  isAdmin: (facts: PersonFacts) => boolean,
): Generator<Person, void, undefined> {
  for (const facts of all) yield { ...facts, admin: isAdmin(facts), forgotten: false, leftAt: null };
}

/** Someone gone before Purser knew them. Without the permission to ask, the name may still come when it is granted. */
async function leaver(commerce: Commerce, id: string): Promise<Omit<Person, 'leftAt'>> {
  const nobody = { id, name: null, userName: null, mail: null, department: null, language: null, guest: false };
  const gone = { enabled: false, admin: false };
  try {
    const facts = await commerce.leaver(id);
    return { ...(facts ?? nobody), ...gone, forgotten: facts === null };
  } catch (error) {
    if (error instanceof MicrosoftFailed && error.trouble === 'no-permission')
      return { ...nobody, ...gone, forgotten: false };
    throw error;
  }
}

async function readProducts({ store, commerce }: Deps): Promise<void> {
  const seats = new Map((await commerce.seats()).map((each) => [each.sku, each]));
  const parts = new Map([...store.all('purchases')].map(({ sku, skuPart }) => [sku, skuPart]));
  for (const { sku, part } of seats.values()) parts.set(sku, part);
  const records = [...parts].map(([id, part]) => ({
    id,
    part,
    name: skuName(id, part),
    seats: seats.get(id)?.seats ?? 0,
    used: seats.get(id)?.used ?? 0,
  }));
  await putChanged(store, 'products', records);
}

/** Holders of every SKU that has a self-service purchase: whom a decision about it would touch. */
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

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}
