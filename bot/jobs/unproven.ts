/** Tells the chats with alerts that something was to be done at Microsoft which nobody ordered, as far as the chain tells. */
import { idOf, notify, subscribers } from '../../store/notices.ts';
import type { Transaction } from '../../store/store.ts';

/** @param what the takeover, the change or the job */
export function tellUnproven(tx: Transaction, what: string, now: Date): void {
  for (const to of subscribers(tx, 'alerts'))
    notify(tx, { key: `unproven ${what} ${idOf(to)}`, to, saying: { card: 'unproven', what } }, now);
}
