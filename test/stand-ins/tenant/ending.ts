/** What becomes of a subscription and of its seats when an admin takes control of it or stops its renewal (facts 4.2). */
import type { Mailboxes } from './reaching.ts';
import { holds } from './seats.ts';
import type { Company, Subscription, User } from './state.ts';

/** It is Deleted, and whoever had a seat of it has none. */
export function cancel({ users }: Company, subscription: Subscription): void {
  subscription.status = 'Deleted';
  for (const user of users.values()) user.licences = user.licences.filter(({ from }) => from !== subscription.id);
}

/** Everyone with a seat of one gets a seat of the other, who has that product already keeps it; then the first is cancelled. */
export function moveUsers(company: Company, source: Subscription, target: Subscription, now: Date): void {
  const moved = needing(company, source, target);
  cancel(company, source);
  for (const user of moved) {
    user.licences.push({ skuId: target.skuId, group: null, since: now.toISOString(), from: target.id });
  }
}

/** Who needs a new seat: "one available licence per moved user". */
export function needing({ users }: Company, source: Subscription, target: Subscription): User[] {
  return [...users.values()].filter((user) => {
    const others = user.licences.filter(({ from }) => from !== source.id);
    return others.length < user.licences.length && !holds({ ...user, licences: others }, target.skuId);
  });
}

/** "In both the purchaser gets a Microsoft email" [40]. That it comes is known, the words are not. */
export function tellPurchaser(
  { users }: Company,
  { ownerId, skuPartNumber }: Subscription,
  boxes: Mailboxes,
  at: Date,
): void {
  const to = users.get(ownerId ?? '')?.mail;
  if (!to) return;
  const mail = {
    from: 'microsoft-noreply@microsoft.com',
    to,
    subject: 'Your subscription has been canceled',
    text: `Your organization has canceled your subscription to ${skuPartNumber}.`,
    at,
  };
  boxes.set(to.toLowerCase(), [...(boxes.get(to.toLowerCase()) ?? []), mail]);
}
