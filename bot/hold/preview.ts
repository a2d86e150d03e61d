/** What follows as soon as Purser goes on, and what has changed at Microsoft meanwhile. Nothing of it is done here. */
import { archivedPurchase } from '../../store/archive.ts';
import { idleSince } from '../../store/hold.ts';
import type { Entry, Hold, Job, Notice, Purchase, Takeover } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { fingerprintOf } from '../../store/takeover/fingerprint.ts';
import { ends } from '../../store/takeover/table.ts';
import { digest } from '../core/shown-hash.ts';
import { currentAction } from '../takeovers/state/action.ts';

/** A takeover that is no longer what was asked for: its purchase has ended, or its people have changed. */
export interface Differing {
  takeover: Takeover;
  how: 'ended' | 'changed';
}

export interface Preview {
  /** To be posted, by what they say. */
  posts: { card: Notice['saying']['card']; count: number }[];
  /** Cards that are there already and are brought up to date. */
  edits: number;
  /** Of a restored store: those that were due before it was restored, and so were most likely sent. */
  old: Notice[];
  jobs: Job[];
  /** Those that wait for a decision, or for the end of their notice period. */
  waiting: Takeover[];
  differing: Differing[];
  /** Purchases that are no longer there. */
  gone: Purchase[];
  /** Whether Microsoft was asked since it is on hold; a restored store knows nothing before. */
  isCompared: boolean;
}

const dayMs = 86_400_000;

export function previewOf(reader: Reader, hold: Hold, now: Date): Preview {
  const due = [...reader.all('notices')].filter((notice) => isDue(notice, now));
  const old = due.filter((notice) => isOld(notice, hold, now));
  const open = [...reader.all('takeovers')].filter(({ state }) => !ends.has(state));
  return {
    posts: counted(due.filter((notice) => notice.delivered === null && !old.includes(notice))),
    edits: due.filter(({ delivered }) => delivered !== null).length,
    old,
    jobs: [...reader.all('jobs')].filter(({ dueAt }) => dueAt !== null),
    waiting: open.filter(({ state }) => state === 'pending' || state === 'approved'),
    differing: open.flatMap((takeover) => differing(takeover, reader)),
    gone: goneSince(reader, idleSince(hold).toISOString()),
    isCompared: hold.why === 'paused' || (reader.get('parts', 'subscriptions')?.triedAt ?? '') > hold.since,
  };
}

/** Of all that a person was shown: should it be something else when they confirm it, they are shown that first. */
export function digestOf({ posts, edits, old, jobs, waiting, differing, gone }: Preview, hold: Hold): string {
  const steps = jobs.map(({ id, steps }) => [id, steps.filter(({ state }) => state === 'done').length, steps.length]);
  return digest([
    hold.since,
    ...[posts, edits, old.map(({ id }) => id), steps, waiting.map(({ id, state }) => [id, state])],
    differing.map(({ takeover, how }) => [takeover.id, how]),
    gone.map(({ id }) => id),
  ]);
}

function isDue({ dueAt, saying }: Notice, now: Date): boolean {
  return dueAt !== null && dueAt <= now.toISOString() && saying.card !== 'hold';
}

/** What goes to a person is not sent twice; a channel bears what is of the last day. */
function isOld({ dueAt, delivered, to }: Notice, hold: Hold, now: Date): boolean {
  if (hold.why !== 'restored' || delivered !== null || dueAt === null || dueAt > hold.since) return false;
  return 'person' in to || now.getTime() - Date.parse(dueAt) > dayMs;
}

function counted(notices: readonly Notice[]): Preview['posts'] {
  const counts = new Map<Notice['saying']['card'], number>();
  for (const { saying } of notices) counts.set(saying.card, (counts.get(saying.card) ?? 0) + 1);
  return [...counts].map(([card, count]) => ({ card, count }));
}

function differing(takeover: Takeover, reader: Reader): Differing[] {
  const action = currentAction(takeover, reader, { within: reader });
  if (!action) return [{ takeover, how: 'ended' }];
  return fingerprintOf(action) === takeover.fingerprint ? [] : [{ takeover, how: 'changed' }];
}

function goneSince(reader: Reader, since: string): Purchase[] {
  const ids = new Set(entriesSince(reader, since).flatMap((entry) => (isEnd(entry) && entry.purchase) || []));
  return [...ids].flatMap((id) => reader.get('purchases', id) ?? archivedPurchase(reader, id) ?? []);
}

function isEnd({ action, after }: Entry): boolean {
  return action === 'gone' || (action === 'status' && after === 'Deleted');
}

function entriesSince(reader: Reader, since: string): Entry[] {
  const found: Entry[] = [];
  for (let number = reader.get('counters', 'A')?.last ?? 0; number > 0; number--) {
    const entry = reader.get('audit', `A-${number}`);
    if (!entry || entry.at < since) break;
    found.push(entry);
  }
  return found;
}
