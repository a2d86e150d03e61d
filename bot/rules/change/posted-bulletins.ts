/** The cards that told of what Microsoft announced; they go on saying what it says now, and what the baseline will do about it. */
import { editedForMs, renewed } from '../../../store/notices.ts';
import type { Bulletin } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';

/** @param post the one that has changed; all of them where something else did */
export function showBulletins(tx: Transaction, now: Date, post?: Bulletin['id']): void {
  const at = now.toISOString();
  const since = new Date(now.getTime() - editedForMs).toISOString();
  const posted = [...tx.all('notices')].filter(
    ({ saying, createdAt }) =>
      saying.card === 'bulletin' && createdAt >= since && (post === undefined || saying.post === post),
  );
  for (const notice of posted) tx.put('notices', renewed(notice, at));
}
