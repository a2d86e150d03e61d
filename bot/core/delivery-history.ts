/** What became of a notice, in words: for the purchase it is about, and for the admins. */
import { archivedNotices } from '../../store/archive.ts';
import { derived } from '../../store/derived.ts';
import type { LedgerEvent, Notice } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Language } from '../language/index.ts';
import { calledIn } from '../people/told-apart.ts';

/** A notice keeps its last events; the first of a long outage say no more than the last. */
const mostKept = 20;

export function withEvent(
  notice: Notice,
  { what, at, why = null }: { what: LedgerEvent; at: string; why?: string | null },
): Notice['ledger'] {
  const last = notice.ledger.at(-1);
  // Said once, however often Teams is tried while it is down.
  const known = last?.what === what && last.why === why && what === 'waiting';
  return known ? notice.ledger : [...notice.ledger, { at, what, why }].slice(-mostKept);
}

/**
 * "Posted, perhaps twice · 20 Nov 2026, 10:15"
 *
 * @param isHeldBack it does not go out before people could check it
 */
export function lastEvent(
  { ledger, dueAt }: Notice,
  { language: { t, format }, now, isHeldBack }: { language: Language; now: Date; isHeldBack: boolean },
): string {
  const last = ledger.at(-1);
  if (dueAt && isHeldBack) return t('ledger.notYet');
  if (!last && !dueAt) return '';
  if (!last)
    return dueAt && dueAt > now.toISOString() ? t('ledger.due', { when: format.dateTime(dueAt) }) : t('ledger.sending');
  return [t(`ledger.${last.what}`), format.dateTime(last.at), last.why].filter(Boolean).join(' · ');
}

/** Whom a notice is for, by name. */
export function readerOf({ to }: Notice, store: Reader, { t }: Language): string {
  if ('person' in to) {
    const { name } = store.get('people', to.person) ?? store.get('members', to.person) ?? {};
    return name ? calledIn(store, { id: to.person, name }) : t('ledger.somebody');
  }
  return store.get('chats', to.chat)?.name ?? t('ledger.aChat');
}

/** Notices about a purchase, newest first. */
export function noticesAbout(store: Reader, purchase: string): Notice[] {
  return ledgerOf(store).get(purchase) ?? [];
}

/** A purchase is opened more often than anyone is told something. */
const ledgerOf = derived(['notices', 'archive'], (store: Reader) => {
  const ledger = new Map<string, Notice[]>();
  for (const notice of [...archivedNotices(store), ...store.all('notices')].reverse())
    for (const purchase of notice.purchases) {
      const notices = ledger.get(purchase);
      if (notices) notices.push(notice);
      else ledger.set(purchase, [notice]);
    }
  return ledger;
});
