/**
 * Watches over open takeovers: what comes by the clock (a reminder, the end of the time to decide, of the notice period), and
 * what the sync found (it is not what was requested any more; it has ended). It looks again whenever something of it changed.
 */
import type { Finding, Takeover, Trouble } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { nextReminder } from '../../../store/takeover/deadlines.ts';
import { type Action, fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { isRefusal, type Move, purser, type Refusal, type Standing, turnOf } from '../../../store/takeover/moves.ts';
import { blocks } from '../../../store/takeover/preflight.ts';
import { ends } from '../../../store/takeover/table.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../log.ts';
import { createDraining } from '../../loop.ts';
import { type Commerce, MicrosoftFailed } from '../../microsoft/commerce.ts';
import type { People } from '../../people/people.ts';
import { asKnownNow, currentAction } from '../state/action.ts';
import { decide } from '../state/decide.ts';
import { type Examined, examine } from '../state/preflight.ts';
import { times } from '../state/times.ts';
import { beginRun, type Failure, fail } from './run.ts';
import { hasBegun } from './transfers.ts';

export interface Watch {
  /** Something may have become due. */
  wake(): void;
  drain(): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

interface Watching {
  store: Store;
  commerce: Pick<Commerce, 'holders' | 'licencesOf' | 'seats'>;
  people: Pick<People, 'standingOf'>;
  clock: Clock;
  log: Log;
  takeovers: Config['takeovers'];
  /** Called after each look: there may be something to tell, or to do. Must not wait for the watch. */
  afterwards: () => void;
}

/** Where Microsoft does not answer, a start is tried again. */
const againMs = 60_000;

/** Whether somebody is still there to answer an objection is asked this often. */
const objectedMs = 3_600_000;

/** A no stays a no until somebody does something about it. */
const lasting: ReadonlySet<Trouble> = new Set(['refused', 'no-permission']);

/** What would change what is due. */
const watched = ['takeovers', 'purchases', 'holdings', 'people'] as const;

export function createWatch(watching: Watching): Watch {
  const { store, clock, log, afterwards } = watching;
  const held = new Map<Takeover['id'], Held>();
  let seen = '';
  let nextAt = 0;
  let stopped = false;
  const revisions = (): string => watched.map((table) => store.revision(table)).join();
  const isDue = (): boolean => revisions() !== seen || clock.now().getTime() >= nextAt;

  async function look(takeover: Takeover): Promise<void> {
    const now = clock.now();
    const move = moveDue(takeover, watching);
    if (move === 'start' || move === 'objected') {
      const last = held.get(takeover.id);
      if (last?.why !== move || last.until <= now.getTime()) await tryStart(takeover, move);
    } else if (move) await store.transact((tx) => make(tx, takeover.id, move, clock.now()));
    nextAt = Math.min(nextAt, ...timesOf(takeover, held.get(takeover.id)).filter((at) => at > now.getTime()));
  }

  /** A fault with one must not keep the others waiting. */
  function putOff({ id }: Takeover, error: unknown): void {
    log.error({ takeover: id, error }, 'a takeover could not be looked at');
    nextAt = Math.min(nextAt, clock.now().getTime() + againMs);
  }

  async function tryStart(takeover: Takeover, why: Due): Promise<void> {
    const hold = (ms: number): void => void held.set(takeover.id, { why, until: clock.now().getTime() + ms });
    held.delete(takeover.id);
    try {
      await start(takeover, watching);
      if (why === 'objected') hold(objectedMs);
    } catch (error) {
      if (!(error instanceof MicrosoftFailed)) throw error;
      const { trouble, detail, waitMs = 0 } = error;
      log.warn({ takeover: takeover.id, trouble, detail }, 'a takeover could not start yet');
      if (why === 'start' && lasting.has(trouble))
        await store.transact((tx) => make(tx, takeover.id, failed, clock.now()));
      else hold(Math.max(againMs, waitMs));
    }
  }

  const draining = createDraining(
    async (asked) => {
      asked();
      while (!stopped && isDue()) {
        seen = revisions();
        nextAt = Number.POSITIVE_INFINITY;
        for (const takeover of [...store.all('takeovers')].filter(({ state }) => !ends.has(state)))
          await look(takeover).catch((error: unknown) => putOff(takeover, error));
        afterwards();
      }
      return !stopped;
    },
    { clock, log, what: 'the watch over takeovers' },
  );
  return {
    wake: () => void draining.now(),
    drain: draining.now,
    run: (signal) => draining.run(isDue, signal),
    async stop() {
      stopped = true;
      await draining.ended();
    },
  };
}

/** `objected`: it would start, did nobody object; whoever is to answer may be gone. */
type Due = 'start' | 'objected';

/** What was tried in vain is not tried again before; something else is. */
interface Held {
  why: Due;
  until: number;
}

const failed: Move = { kind: 'fail', words: 'trouble' satisfies Failure };

function timesOf({ decideBy: last, remindAt, notBefore }: Takeover, held: Held | undefined): number[] {
  return [last, remindAt, notBefore].flatMap((at) => (at ? [Date.parse(at)] : [])).concat(held?.until ?? []);
}

/** What Purser itself has to do about it now. */
function moveDue(takeover: Takeover, { store, clock, takeovers }: Watching): Move | Due | undefined {
  const { state } = takeover;
  const now = clock.now();
  if (state === 'running') return undefined;
  const action = currentAction(takeover, store);
  if (!action) return overMove(takeover, store);
  if (state === 'waiting' || state === 'stopped' || state === 'failed') return undefined;
  if (fingerprintOf(action) !== takeover.fingerprint)
    return { kind: 'revise', action, ...timesAnew(takeover, action, now, takeovers) };
  const at = now.toISOString();
  if (state === 'approved' && at < (takeover.notBefore ?? at)) return undefined;
  if (state === 'approved') return openObjections(takeover).length > 0 ? 'objected' : 'start';
  if (at >= takeover.decideBy) return { kind: 'expire' };
  if (takeover.remindAt && at >= takeover.remindAt)
    return { kind: 'remind', next: nextReminder(now, new Date(takeover.decideBy), takeovers.calendar) };
  return undefined;
}

/** It has ended: that is what was wanted, or there is nothing left to want. */
function overMove(takeover: Takeover, store: Store): Move {
  const { state, purchase } = takeover;
  // All that was left to do was its end, which somebody else has brought about.
  const lacksEnd = state === 'failed' && turnOf(takeover).words === 'ending';
  const isPartly = (state === 'stopped' || state === 'failed') && hasBegun(takeover, store);
  const isAchieved = state === 'waiting' || lacksEnd || isPartly;
  if (!isAchieved) return { kind: 'withdraw', words: 'over' };
  return { kind: 'finish', words: store.get('purchases', purchase.id)?.status === 'Deleted' ? 'deleted' : 'gone' };
}

/** So often what changes while nobody decides gives new time to decide; else who buys on and on could put it off for ever. */
const mostRenewals = 3;

function timesAnew(
  { state, history, decideBy, remindAt }: Takeover,
  { purchase }: Action,
  now: Date,
  takeovers: Config['takeovers'],
): ReturnType<typeof times> {
  const revisions = history.filter(({ move }) => move === 'revise').length;
  if (state !== 'pending' || revisions < mostRenewals) return times(purchase.nextAt, now, takeovers);
  return { decideBy: new Date(decideBy), remindAt: remindAt === null ? null : new Date(remindAt) };
}

function make(tx: Transaction, id: Takeover['id'], move: Move, now: Date): Takeover | Refusal | undefined {
  const before = tx.get('takeovers', id);
  return before && decide(tx, before, move, purser, now);
}

/** Looks at everything once more before the first step; whatever has changed since the approval stops it. */
async function start(takeover: Takeover, watching: Watching): Promise<void> {
  const { store, commerce, people, clock } = watching;
  const approvers = takeover.approvals.map(({ by }) => by.id);
  const [examined, standing] = await Promise.all([
    examine(asKnownNow(takeover, store), commerce),
    people.standingOf(takeover.requester.id, approvers),
  ]);
  await store.transact((tx) => startIn(tx, takeover.id, { examined, standing, now: clock.now() }, watching));
}

interface Looked {
  examined: Examined;
  standing: Standing;
  now: Date;
}

function startIn(tx: Transaction, id: Takeover['id'], looked: Looked, { store, takeovers }: Watching): void {
  const { examined, standing, now } = looked;
  const before = tx.get('takeovers', id);
  const action = before && currentAction(before, store, { holders: examined.holders, within: tx });
  if (before?.state !== 'approved' || !action) return;
  const job = tx.nextId('J');
  const fingerprint = fingerprintOf(action);
  const started = decide(
    tx,
    withFindings(before, examined.findings),
    { kind: 'start', fingerprint, standing, job },
    purser,
    now,
  );
  if (!isRefusal(started)) {
    if (blocks(examined.findings)) fail(tx, started, 'blocked', now);
    else beginRun(tx, started, job, true, now);
    return;
  }
  const renewed = times(action.purchase.nextAt, now, takeovers);
  const instead: Partial<Record<Refusal['refused'], Move>> = {
    changed: { kind: 'revise', action, ...renewed },
    'approver-out': { kind: 'unapprove', whose: standing.out, ...renewed },
    'requester-out': { kind: 'withdraw', words: 'requester-out' },
  };
  const move = instead[started.refused];
  if (move) decide(tx, withFindings(before, examined.findings), move, purser, now);
}

function withFindings(takeover: Takeover, findings: Finding[]): Takeover {
  return { ...takeover, findings };
}
