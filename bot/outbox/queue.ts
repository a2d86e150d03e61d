/**
 * Notices that are due, in the order they go out: the most urgent kind first; within a kind each reader's first, then each one's
 * second, so that nobody waits behind a hundred of somebody else's; of one reader what is new before an edit, the longest due first.
 */
import { isHeld, isReadOnly } from '../../store/hold.ts';
import { idOf } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { quietUntil } from '../../store/takeover/calendar.ts';
import type { Clock } from '../clock.ts';
import type { Dependencies } from '../core/dependencies.ts';
import type { NoticeKinds } from '../core/notice.ts';

/** Said on hold as well: that it is, and answers to what somebody asked. */
const saidOnHold: ReadonlySet<Notice['saying']['card']> = new Set(['hold', 'late-answer']);

interface Options {
  store: Store;
  clock: Clock;
  kinds: NoticeKinds;
  isHeldBack: Dependencies['isHeldBack'];
  timeZone: string;
}

/** What answers somebody, or is as urgent, is said at any hour. */
const leastHeld = 2;

export class Queue {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #kinds: NoticeKinds;
  #due: Notice[] = [];
  /** When each reader was last told something, by a count of all that was taken. */
  #served = new Map<string, number>();
  #taken = 0;
  /** When something is due next, as far as is known: at that revision of the store. */
  #nextAt = 0;
  #revision = -1;
  #holds = -1;
  #members = -1;
  readonly #isHeldBack: Options['isHeldBack'];
  /** So many are held back until their reader has spoken to Purser. */
  #heldBack = 0;
  readonly #timeZone: string;
  /** How many wait for the end of quiet hours, and which revision of the chats said so. */
  #quiet = 0;
  #chats = -1;

  constructor({ store, clock, kinds, isHeldBack, timeZone }: Options) {
    this.#timeZone = timeZone;
    this.#store = store;
    this.#clock = clock;
    this.#kinds = kinds;
    this.#isHeldBack = isHeldBack;
  }

  /** What goes out next, in that order. */
  get due(): readonly Notice[] {
    return this.#due;
  }

  get isEmpty(): boolean {
    return this.#due.length === 0;
  }

  /** Something new has become due since the store was last looked at, or Purser was put on hold or goes on. */
  get isOutOfDate(): boolean {
    return (
      this.#nextAt <= this.#now() ||
      this.#holds !== this.#store.revision('holds') ||
      this.#hasMetOthers ||
      this.#mayBeLoud
    );
  }

  /** Somebody who could not be written to for the first time may have spoken since. */
  get #hasMetOthers(): boolean {
    return this.#heldBack > 0 && this.#members !== this.#store.revision('members');
  }

  /** Quiet hours may have been changed. */
  get #mayBeLoud(): boolean {
    return this.#quiet > 0 && this.#chats !== this.#store.revision('chats');
  }

  /** Looks at the store; what is already being carried out is left out. */
  refresh(carried: ReadonlySet<Notice['id']>): void {
    const revision = this.#store.revision('notices');
    // Most of what people say and press gives no reason to tell anybody anything.
    if (revision === this.#revision && this.isEmpty && !this.isOutOfDate) return;
    this.#revision = revision;
    this.#holds = this.#store.revision('holds');
    this.#members = this.#store.revision('members');
    this.#heldBack = 0;
    this.#chats = this.#store.revision('chats');
    this.#quiet = 0;
    this.#nextAt = Number.POSITIVE_INFINITY;
    const due: Notice[] = [];
    for (const notice of this.#store.all('notices'))
      if (this.isDue(notice) && !carried.has(notice.id)) due.push(notice);
    this.#due = this.#inTurn(due);
  }

  /** Of readers whose turn it is, the one goes first who was told something the longest ago. */
  #inTurn(due: readonly Notice[]): Notice[] {
    const ofReaders = new Map<string, number>();
    const places = due
      .map((notice) => ({ notice, reader: idOf(notice.to), urgency: this.#urgency(notice) }))
      .sort((a, b) => a.urgency - b.urgency || byNews(a.notice, b.notice))
      .map((each) => {
        const kind = `${each.urgency} ${each.reader}`;
        const nth = ofReaders.get(kind) ?? 0;
        ofReaders.set(kind, nth + 1);
        return { ...each, nth, served: this.#served.get(each.reader) ?? 0 };
      });
    // Readers of whom nothing is due are forgotten.
    this.#served = new Map(places.map(({ reader, served }) => [reader, served]));
    places.sort((a, b) => a.urgency - b.urgency || a.nth - b.nth || a.served - b.served);
    return places.map(({ notice }) => notice);
  }

  /** What is due later is remembered by its time alone. On hold little is due at all; a read-only pilot writes to chats alone. */
  isDue(notice: Notice): boolean {
    const { dueAt, saying, rung } = notice;
    if (!dueAt) return false;
    if (this.#isHeldBack(notice)) {
      this.#heldBack++;
      return false;
    }
    if (isHeld(this.#store) && !(rung === 'chat' && saidOnHold.has(saying.card))) return false;
    // It would be an app installed for somebody, or a mail: both are changes at Microsoft.
    if (isReadOnly(this.#store) && (rung === 'install' || rung === 'mail')) return false;
    const at = Math.max(Date.parse(dueAt), this.#quietUntil(notice));
    if (at > this.#now()) this.#nextAt = Math.min(this.#nextAt, at);
    return at <= this.#now();
  }

  /** In its reader's quiet hours a new post waits for their end; an edit raises no notification. */
  #quietUntil(notice: Notice): number {
    const { to, delivered } = notice;
    if (delivered || this.#urgency(notice) < leastHeld) return 0;
    const id = 'chat' in to ? to.chat : this.#store.get('members', to.person)?.chat?.id;
    const hours = this.#store.get('chats', id ?? '')?.quietHours;
    const end = hours && quietUntil(hours, new Date(this.#now()), { timeZone: this.#timeZone });
    if (end) this.#quiet += 1;
    return end?.getTime() ?? 0;
  }

  /** After a step there may be a next one: the chat was opened, or mail is the next rung. */
  putBack(id: Notice['id']): void {
    const notice = this.#store.get('notices', id);
    if (!notice || !this.isDue(notice)) return;
    const place = this.#due.findIndex((each) => this.#urgency(each) >= this.#urgency(notice));
    this.#due.splice(place < 0 ? this.#due.length : place, 0, notice);
  }

  /**
   * Takes out the first that may go now.
   *
   * @param delayOf milliseconds until it may; undefined while its reader is being told something else
   * @returns else how many milliseconds until one may
   */
  take(delayOf: (notice: Notice) => number | undefined): Notice | number {
    let shortest = Number.POSITIVE_INFINITY;
    for (const [at, notice] of this.#due.entries()) {
      const delay = delayOf(notice);
      if (delay === 0) {
        this.#due.splice(at, 1);
        this.#served.set(idOf(notice.to), ++this.#taken);
        return notice;
      }
      shortest = Math.min(shortest, delay ?? shortest);
    }
    return shortest;
  }

  #urgency({ saying }: Notice): number {
    return this.#kinds[saying.card].urgency;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

/** What nobody has read yet goes before an edit of what they have. */
function byNews(a: Notice, b: Notice): number {
  return Number(a.delivered !== null) - Number(b.delivered !== null) || (a.dueAt ?? '').localeCompare(b.dueAt ?? '');
}
