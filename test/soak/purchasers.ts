/** A company in which so many people have each bought one thing for themselves. */
import { type Company, company, type Subscription, type User } from '../stand-ins/tenant/index.ts';

export function companyOfPurchasers(
  count: number,
  now: Date,
  users = Math.ceil(count * 1.2) + 100,
): { company: Company; purchasers: User[] } {
  const made = company({ now, users });
  const model = made.subscriptions.find(({ ownerType, status }) => ownerType === 'User' && status === 'Enabled');
  if (!model) throw new Error('Nobody has bought anything');
  const owners = new Set(made.subscriptions.map(({ ownerId }) => ownerId));
  const free = [...made.users.values()].filter(
    ({ id, userType, accountEnabled, mail }) => userType === 'Member' && accountEnabled && mail && !owners.has(id),
  );
  const purchasers = free.slice(0, count);
  if (purchasers.length < count) throw new Error(`Only ${purchasers.length} of the staff have bought nothing yet`);
  for (const [n, { id }] of purchasers.entries()) made.subscriptions.push(boughtBy(model, id, n));
  return { company: made, purchasers };
}

/** As another one, bought by someone else. */
export function boughtBy(model: Subscription, ownerId: string, n: number): Subscription {
  const guid = (group: string): string => `5a000000-${group}-4000-8000-${String(n).padStart(12, '0')}`;
  return { ...model, id: guid('0001'), commerceSubscriptionId: guid('0002'), ownerId };
}
