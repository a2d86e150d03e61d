/** What is put on record of a delivery: each function is one transaction, judged by the notice as it is then. */
import { isDeepStrictEqual } from 'node:util';
import { idOf, noticeOf, notify, renewed, subscribers } from '../../store/notices.ts';
import type { Away, LedgerEvent, Notice, Rung, Saying } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { withEvent } from '../core/ledger.ts';
import { memberOf } from '../people/members.ts';
import { showTakeover, takeoverOfPurchaser } from '../takeovers/state/copies.ts';
import type { Address } from '../teams/messenger.ts';

/** Edits of the admins' line are gathered for so long. */
const gatherMs = 10_000;

/** Kinds whose failure is no news: the welcome is nice to have, and the line to the admins must not speak of itself. */
const unmissed: ReadonlySet<Notice['saying']['card']> = new Set(['welcome', 'unreached']);

export function createRecord(store: Store, clock: Clock) {
  const now = (): string => clock.now().toISOString();
  const change = (id: string, of: (notice: Notice, tx: Transaction) => Partial<Notice> | undefined): Promise<void> =>
    store.transact((tx) => {
      const notice = tx.get('notices', id);
      const changed = notice && of(notice, tx);
      if (notice && changed) tx.put('notices', { ...notice, ...changed });
    });
  const event = (notice: Notice, what: LedgerEvent, why: string | null = null) => ({
    ledger: withEvent(notice, what, now(), why),
  });
  /** Nothing more to do, unless what it should say has changed meanwhile. */
  const settled = (notice: Notice, shown: number) => ({
    tries: 0,
    begunAt: null,
    dueAt: notice.revision > shown ? now() : null,
  });

  return {
    /** Before what can't be taken back. Where one was begun and nothing is known of its end, it was cut off with Purser. */
    begun: (id: string) =>
      change(id, (notice) => ({
        begunAt: now(),
        ...(notice.begunAt ? { ...event(notice, 'cut'), unsure: true } : {}),
      })),

    /** @param shown the revision that was posted */
    posted: (id: string, chat: string, activity: string | null, shown: number) =>
      change(id, (notice, tx) => {
        if (wasUnreached(notice)) showLines(tx, id, clock.now());
        return {
          ...settled(notice, shown),
          ...event(notice, notice.unsure ? 'posted-again' : 'posted'),
          unsure: false,
          outcome: 'posted',
          delivered: { chat, activity, revision: shown, at: now() },
        };
      }),

    edited: (id: string, shown: number) =>
      change(id, (notice) => ({
        ...settled(notice, shown),
        ...event(notice, 'edited'),
        outcome: 'posted',
        delivered: notice.delivered && { ...notice.delivered, revision: shown, at: now() },
      })),

    /** What was posted is not there any more. */
    undelivered: (id: string) => change(id, () => ({ delivered: null, dueAt: now() })),

    /** What was posted stays as it is: it can't be edited, or not before whoever it is comes back. */
    stays: (id: string, what?: LedgerEvent, why: string | null = null) =>
      change(id, (notice) => ({ dueAt: null, tries: 0, ...(what ? event(notice, what, why) : {}) })),

    /** Nothing to say at that revision. */
    moot: (id: string, shown: number) =>
      change(id, (notice) => ({
        ...settled(notice, shown),
        ...(notice.revision > shown ? {} : { ...event(notice, 'moot'), outcome: 'moot' }),
      })),

    /** The next try is at `at`. A cut one may have worked: should the next succeed, it was perhaps sent twice. */
    again: (id: string, at: Date, what: 'waiting' | 'cut' | 'mail-failed', why: string | null) =>
      change(id, (notice) => ({
        ...event(notice, what, why),
        tries: notice.tries + 1,
        begunAt: null,
        dueAt: at.toISOString(),
        unsure: notice.unsure || what === 'cut',
      })),

    /** After a fault of our own, whatever it has left behind. */
    postponed: (id: string, at: Date) => change(id, () => ({ dueAt: at.toISOString() })),

    /** Down the ladder: to be tried there at once. */
    rung: (id: string, rung: Rung, what: LedgerEvent, why: string | null = null) =>
      change(id, (notice) => ({ ...event(notice, what, why), rung, tries: 0, begunAt: null, dueAt: now() })),

    /** Mail can't be edited, so only something else to say is sent again. */
    mailed: (id: string, said: Saying) =>
      change(id, (notice, tx) => {
        if (wasUnreached(notice)) showLines(tx, id, clock.now());
        const isSaid = isDeepStrictEqual(notice.saying, said);
        return {
          ...settled(notice, isSaid ? notice.revision : 0),
          ...event(notice, notice.unsure ? 'mailed-again' : 'mailed'),
          unsure: false,
          ...(isSaid ? { outcome: 'mailed' } : {}),
        };
      }),

    /** The end of the ladder: the admins are told. */
    unreached: (id: string) =>
      change(id, (notice, tx) => {
        if (!unmissed.has(notice.saying.card)) tellAdmins(tx, notice, clock.now());
        const shown = takeoverOfPurchaser(notice, tx);
        if (shown) showTakeover(tx, shown, clock.now());
        return { ...settled(notice, notice.revision), ...event(notice, 'unreached'), outcome: 'unreached' };
      }),

    away: (to: Notice['to'], why: Away['why']) => store.transact((tx) => setAway(tx, to, { why, since: now() })),

    opened: (person: string, { chat, serviceUrl }: Address) =>
      store.transact((tx) =>
        tx.put('members', { ...memberOf(tx, person), chat: { id: chat, serviceUrl }, away: null }),
      ),

    /** Someone has Purser again. */
    back: (person: string) => store.transact((tx) => tx.put('members', { ...memberOf(tx, person), away: null })),

    /** The conversation id kept for a person is none any more: it is asked for anew. */
    closed: (person: string) => store.transact((tx) => tx.put('members', { ...memberOf(tx, person), chat: null })),

    moved: (to: Notice['to'], serviceUrl: string) => store.transact((tx) => move(tx, to, serviceUrl)),
  };
}

export type Record = ReturnType<typeof createRecord>;

function wasUnreached({ ledger }: Notice): boolean {
  return ledger.some(({ what }) => what === 'unreached');
}

/** The lines to the admins that name this notice say how it stands now. */
function showLines(tx: Transaction, id: string, now: Date): void {
  const lines = [...tx.all('notices')].filter(
    ({ saying }) => saying.card === 'unreached' && saying.notices.includes(id),
  );
  for (const line of lines) tx.put('notices', renewed(line, now.toISOString()));
}

function tellAdmins(tx: Transaction, notice: Notice, now: Date): void {
  const { id } = notice;
  if (wasUnreached(notice)) showLines(tx, id, now);
  for (const to of subscribers(tx, 'alerts')) {
    const key = `unreached ${now.toISOString().slice(0, 10)} ${idOf(to)}`;
    const known = noticeOf(tx, key)?.saying;
    const notices = known?.card === 'unreached' ? known.notices : [];
    if (notices.includes(id)) continue;
    const dueAt = new Date(now.getTime() + gatherMs);
    notify(tx, { key, to, saying: { card: 'unreached', notices: [...notices, id] }, dueAt }, now);
  }
}

function setAway(tx: Transaction, to: Notice['to'], away: Away): void {
  if ('person' in to) tx.put('members', { ...memberOf(tx, to.person), away });
  else {
    const chat = tx.get('chats', to.chat);
    if (chat) tx.put('chats', { ...chat, away });
  }
}

function move(tx: Transaction, to: Notice['to'], serviceUrl: string): void {
  if ('chat' in to) {
    const chat = tx.get('chats', to.chat);
    if (chat) tx.put('chats', { ...chat, serviceUrl });
    return;
  }
  const member = memberOf(tx, to.person);
  if (member.chat) tx.put('members', { ...member, chat: { ...member.chat, serviceUrl } });
  tx.put('marks', { id: 'service-url', value: serviceUrl });
}
