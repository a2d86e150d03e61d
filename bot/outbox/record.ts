/** What is put on record of a delivery: each method is one transaction, judged by the notice as it is then. */
import { isDeepStrictEqual } from 'node:util';
import { audit, purserItself } from '../../store/audit.ts';
import { idOf, noticeOf, notify, renewed, subscribers } from '../../store/notices.ts';
import type { Away, LedgerEvent, Notice, Rung, Saying, Topic } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { withEvent } from '../core/delivery-history.ts';
import type { NoticeKinds } from '../core/notice.ts';
import { memberOf } from '../people/members.ts';
import type { Address } from '../teams/messenger.ts';

/** Edits of the admins' line are gathered for so long. */
const gatherMs = 10_000;

/** Whatever else shows that this notice reached nobody is brought up to date, in the same transaction. */
export type OnUnreached = (tx: Transaction, notice: Notice, now: Date) => void;

interface Lapsed {
  person: string;
  topic: Topic | undefined;
  revision: number;
  /** `withdrawn`: it says so now. `stays`: it can't be changed before they are back. */
  posted: 'nothing' | 'withdrawn' | 'stays';
}

interface Options {
  store: Store;
  clock: Clock;
  kinds: NoticeKinds;
  onUnreached: OnUnreached;
}

export class DeliveryRecord {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #kinds: NoticeKinds;
  readonly #onUnreached: OnUnreached;

  constructor({ store, clock, kinds, onUnreached }: Options) {
    this.#store = store;
    this.#clock = clock;
    this.#kinds = kinds;
    this.#onUnreached = onUnreached;
  }

  /** Before what can't be taken back. Where one was begun and nothing is known of its end, it was cut off with Purser. */
  begun(id: Notice['id']): Promise<void> {
    return this.#change(id, (notice) => ({
      begunAt: this.#now(),
      ...(notice.begunAt ? { ...this.#event(notice, 'cut'), unsure: true } : {}),
    }));
  }

  /** @param shown the revision that was posted */
  posted(
    id: Notice['id'],
    { chat, activity, shown }: { chat: string; activity: string | null; shown: number },
  ): Promise<void> {
    return this.#change(id, (notice, tx) => {
      if (wasUnreached(notice)) showLines(tx, id, this.#clock.now());
      return {
        ...this.#settled(notice, shown),
        ...this.#event(notice, notice.unsure ? 'posted-again' : 'posted'),
        unsure: false,
        ...(notice.delivered?.stuck ? { replacedAt: this.#now() } : {}),
        outcome: 'posted',
        delivered: { chat, activity, revision: shown, at: this.#now() },
      };
    });
  }

  edited(id: Notice['id'], shown: number): Promise<void> {
    return this.#change(id, (notice) => ({
      ...this.#settled(notice, shown),
      ...this.#event(notice, 'edited'),
      outcome: 'posted',
      delivered: notice.delivered && { ...notice.delivered, revision: shown, at: this.#now() },
    }));
  }

  /**
   * The posted card is gone, or can't be changed any more: a new post takes its place.
   *
   * @param why it can't be changed; not given where it is gone
   */
  replaced(id: Notice['id'], why?: string | null): Promise<void> {
    return this.#change(id, (notice) => ({
      ...(why === undefined ? {} : this.#event(notice, 'refused', why)),
      delivered: notice.delivered && { ...notice.delivered, stuck: true },
      tries: 0,
      dueAt: nextReplacement(notice, this.#clock.now()).toISOString(),
    }));
  }

  /** What was posted stays as it is: it can't be edited, or not before its reader comes back. */
  stays(id: Notice['id'], what?: LedgerEvent, why: string | null = null): Promise<void> {
    return this.#change(id, (notice) => ({ dueAt: null, tries: 0, ...(what ? this.#event(notice, what, why) : {}) }));
  }

  /** Nothing to say at that revision. */
  moot(id: Notice['id'], shown: number): Promise<void> {
    return this.#change(id, (notice) => ({
      ...this.#settled(notice, shown),
      ...(notice.revision > shown ? {} : { ...this.#event(notice, 'moot'), outcome: 'moot' }),
    }));
  }

  /**
   * Its reader may not read it any more, so nothing goes out; a topic they had asked for is told them no more, and the admins
   * read that. What was posted is forgotten, unless it stays until they are back.
   */
  lapsed(id: Notice['id'], { person, topic, revision, posted }: Lapsed): Promise<void> {
    return this.#change(id, (notice, tx) => {
      if (topic) endSubscription(tx, { person, topic }, this.#clock.now());
      const event = this.#event(notice, posted === 'withdrawn' ? 'withdrawn' : 'moot');
      const forgotten = posted === 'stays' ? {} : { delivered: null, outcome: 'moot' as const };
      return { ...this.#settled(notice, revision), ...event, ...forgotten };
    });
  }

  /** The next try is at `at`. A cut one may have worked: should the next succeed, it was perhaps sent twice. */
  again(
    id: Notice['id'],
    { at, what, why }: { at: Date; what: 'waiting' | 'cut' | 'mail-failed'; why: string | null },
  ): Promise<void> {
    return this.#change(id, (notice) => ({
      ...this.#event(notice, what, why),
      tries: notice.tries + 1,
      begunAt: null,
      dueAt: at.toISOString(),
      unsure: notice.unsure || what === 'cut',
    }));
  }

  /** After a fault of our own, whatever it has left behind. */
  postponed(id: Notice['id'], at: Date): Promise<void> {
    return this.#change(id, () => ({ dueAt: at.toISOString() }));
  }

  /** Down the ladder: to be tried there at once. */
  rung(id: Notice['id'], { rung, what, why = null }: { rung: Rung; what: LedgerEvent; why?: string | null }) {
    return this.#change(id, (notice) => ({
      ...this.#event(notice, what, why),
      rung,
      tries: 0,
      begunAt: null,
      dueAt: this.#now(),
    }));
  }

  /** Mail can't be edited, so only something else to say is sent again. */
  mailed(id: Notice['id'], said: Saying): Promise<void> {
    return this.#change(id, (notice, tx) => {
      if (wasUnreached(notice)) showLines(tx, id, this.#clock.now());
      const isSaid = isDeepStrictEqual(notice.saying, said);
      return {
        ...this.#settled(notice, isSaid ? notice.revision : 0),
        ...this.#event(notice, notice.unsure ? 'mailed-again' : 'mailed'),
        unsure: false,
        ...(isSaid ? { outcome: 'mailed' } : {}),
      };
    });
  }

  /** The end of the ladder: the admins are told. */
  unreached(id: Notice['id']): Promise<void> {
    return this.#change(id, (notice, tx) => {
      const now = this.#clock.now();
      if (this.#kinds[notice.saying.card].missed !== false) tellAdmins(tx, notice, now);
      this.#onUnreached(tx, notice, now);
      return {
        ...this.#settled(notice, notice.revision),
        ...this.#event(notice, 'unreached'),
        outcome: 'unreached',
      };
    });
  }

  away(to: Notice['to'], why: Away['why']): Promise<void> {
    return this.#store.transact((tx) => setAway(tx, to, { why, since: this.#now() }));
  }

  opened(person: string, { chat, serviceUrl }: Address): Promise<void> {
    const address = { id: chat, serviceUrl };
    return this.#store.transact((tx) => tx.put('members', { ...memberOf(tx, person), chat: address, away: null }));
  }

  /** Someone has Purser again. */
  back(person: string): Promise<void> {
    return this.#store.transact((tx) => tx.put('members', { ...memberOf(tx, person), away: null }));
  }

  /** The conversation id kept for a person is no longer one: it is asked for anew. */
  closed(person: string): Promise<void> {
    return this.#store.transact((tx) => tx.put('members', { ...memberOf(tx, person), chat: null }));
  }

  moved(to: Notice['to'], serviceUrl: string): Promise<void> {
    return this.#store.transact((tx) => move(tx, to, serviceUrl));
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #change(id: Notice['id'], of: (notice: Notice, tx: Transaction) => Partial<Notice> | undefined): Promise<void> {
    return this.#store.transact((tx) => {
      const notice = tx.get('notices', id);
      const changed = notice && of(notice, tx);
      if (notice && changed) tx.put('notices', { ...notice, ...changed });
    });
  }

  #event(notice: Notice, what: LedgerEvent, why: string | null = null): Pick<Notice, 'ledger'> {
    return { ledger: withEvent(notice, { what, at: this.#now(), why }) };
  }

  /** Nothing more to do, unless what it should say has changed meanwhile. */
  #settled(notice: Notice, shown: number): Pick<Notice, 'tries' | 'begunAt' | 'dueAt'> {
    return { tries: 0, begunAt: null, dueAt: notice.revision > shown ? this.#now() : null };
  }
}

/** A card that changes often and can't be edited would fill the channel. */
const replacedEveryMs = 10 * 60_000;

function nextReplacement({ replacedAt }: Notice, now: Date): Date {
  const earliest = replacedAt ? Date.parse(replacedAt) + replacedEveryMs : 0;
  return new Date(Math.max(now.getTime(), earliest));
}

function wasUnreached({ ledger }: Notice): boolean {
  return ledger.some(({ what }) => what === 'unreached');
}

/** The lines to the admins that name this notice are brought up to date. */
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

/** Nothing is written where they had not asked for it: a decision may have been handed to them. */
function endSubscription(tx: Transaction, { person, topic }: { person: string; topic: Topic }, now: Date): void {
  const chat = tx.get('chats', memberOf(tx, person).chat?.id ?? '');
  if (!chat?.topics.includes(topic)) return;
  const at = now.toISOString();
  const left = chat.topics.filter((each) => each !== topic);
  tx.put('chats', { ...chat, topics: left });
  const name = tx.get('people', person)?.name ?? null;
  const [before, after] = [chat.topics, left].map((topics) => topicsText(topics, { kind: 'personal', name }));
  const nothing = { purchase: null, product: null, purchaser: null, why: null };
  audit(tx, {
    ...nothing,
    at,
    actor: purserItself,
    action: 'subscribed',
    before: before ?? null,
    after: after ?? null,
  });
  for (const to of subscribers(tx, 'alerts'))
    notify(tx, { key: `lapsed ${person} ${at} ${idOf(to)}`, to, saying: { card: 'lapsed', person, topic } }, now);
}

/** As the journal keeps it: `alerts @ personal Adele Vance`. */
function topicsText(topics: readonly Topic[], { kind, name }: { kind: string; name: string | null }): string {
  return `${topics.join(', ')} @ ${[kind, name].filter(Boolean).join(' ')}`;
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
