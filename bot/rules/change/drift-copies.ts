/** The cards that told of drift, and go on telling how the rules on them are. */
import { editedForMs, renewed } from '../../../store/notices.ts';
import type { Change, Notice, Rule, Saying } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';

type DriftNotice = Notice & { saying: Extract<Saying, { card: 'drift' }> };

export function noticesOfDrift(reader: Pick<Reader, 'all'>): DriftNotice[] {
  return [...reader.all('notices')].filter((notice): notice is DriftNotice => notice.saying.card === 'drift');
}

export function lists({ drifted, added }: DriftNotice['saying'], rule: Rule['id']): boolean {
  return drifted.includes(rule) || added.includes(rule);
}

/** Every card that lists one of these rules shows it as it is now; and from now on how far this change is with it. */
export function showDrift(tx: Transaction, rules: readonly Pick<Rule, 'id'>[], now: Date, change?: Change['id']): void {
  const since = new Date(now.getTime() - editedForMs).toISOString();
  for (const notice of noticesOfDrift(tx)) {
    if (notice.createdAt < since || !rules.some(({ id }) => lists(notice.saying, id))) continue;
    const saying = change ? { ...notice.saying, change } : notice.saying;
    tx.put('notices', { ...renewed(notice, now.toISOString()), saying });
  }
}
