/** The part of the sync that keeps purchases and their purchasers. */
import { archiveFinished } from '../../store/archive.ts';
import type { Person } from '../../store/records.ts';
import {
  type Commerce,
  MicrosoftFailed,
  type OddRow,
  type OnOddRow,
  type SubscriptionFacts,
} from '../microsoft/commerce.ts';
import { asPeople } from '../sync/people.ts';
import { putChanged } from '../sync/put-changed.ts';
import { readPart } from '../sync/sync.ts';
import type { Deps, Run, SyncPart } from '../sync/sync-part.ts';
import { tellOfAbsence } from './tell-of-new.ts';
import { markAbsent, writePurchases } from './write-purchases.ts';

/** The list counts as read once all that follows from it is written; reading its owners is a part of its own. */
export const subscriptions: SyncPart = { id: 'subscriptions', read: readSubscriptions };

async function readSubscriptions(deps: Deps, run: Run, onOdd: OnOddRow): Promise<void> {
  const { store, commerce, clock } = deps;
  const odd: OddRow[] = [];
  const subscriptions = await commerce.subscriptions((row) => odd.push(row));
  odd.forEach(onOdd);
  await readPart(deps, 'people', () => readOwners(deps, subscriptions));
  await writePurchases(deps, { subscriptions, odd }, run);
  await markAbsent(deps, { subscriptions, odd });
  while ((await store.transact((tx) => archiveFinished(tx, clock.now()))) > 0);
  await store.transact((tx) => tellOfAbsence(tx, run, clock.now()));
}

async function readOwners(deps: Deps, subscriptions: readonly SubscriptionFacts[]): Promise<void> {
  const { store, commerce } = deps;
  const owners = new Set(
    subscriptions.flatMap(({ ownerId, ownerIsUser }) => (ownerId && ownerIsUser ? [ownerId] : [])),
  );
  // Who may activate the role is an admin all the time: what they bought must not change its kind whenever they do.
  const admins = new Set([...(await commerce.admins()), ...((await commerce.eligibleAdmins()) ?? [])]);
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

/** Someone who left before Purser knew them. Without the permission to ask, the name comes once it is granted. */
export async function leaver(commerce: Commerce, id: string): Promise<Omit<Person, 'leftAt'>> {
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
