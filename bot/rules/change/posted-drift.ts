/** The cards that told of drift; they go on showing how the rules on them are. */
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

interface Showing {
  at: Date;
  /** The change whose progress these cards show from now on. */
  change?: Change['id'];
}

/** Every card that lists one of these rules shows it as it is now. */
export function showDrift(tx: Transaction, rules: readonly Pick<Rule, 'id'>[], { at, change }: Showing): void {
  const since = new Date(at.getTime() - editedForMs).toISOString();
  for (const notice of noticesOfDrift(tx)) {
    if (notice.createdAt < since || !rules.some(({ id }) => lists(notice.saying, id))) continue;
    const saying = change ? { ...notice.saying, change } : notice.saying;
    tx.put('notices', { ...renewed(notice, at.toISOString()), saying });
  }
}
