/**
 * What can happen to a takeover, in which state, and who may do it. This table is the whole of it; `advance` only follows it.
 *
 *      ┌───────────── withdrawn ◀──────────────────────┐ (also from waiting)
 *      │                  ▲                            │
 *   pending ─────────▶ approved ─▶ running ─▶ stopped, failed
 *    │  ▲                 │        │  ▲ ▲             │
 *    │  └── has changed ──┘        │  │ └─────────────┘
 *    ▼                             ▼  │
 *   rejected, expired            waiting ─▶ done (also from stopped and failed)
 *
 * An approved one that Microsoft refuses to let begin is failed at once.
 */
import { type TakeoverMove, type TakeoverState, takeoverStates } from '../records.ts';

/** What somebody is to a takeover. One person can be several. */
export const parts = ['requester', 'approver', 'admin', 'purchaser', 'holder', 'purser'] as const;
/**
 * - `approver`: may decide, and is neither the requester nor the purchaser: four eyes.
 * - `admin`: is one, and not the purchaser: nobody decides about their own purchase, not even against a decision.
 * - `purser`: Purser itself, by the clock, by what the sync found, or by what a job did.
 */
export type Part = (typeof parts)[number];

export interface Rule {
  to: TakeoverState;
  by: readonly Part[];
}

/** A state without moves is the end. */
export const table: Record<TakeoverState, Partial<Record<TakeoverMove, Rule>>> = {
  pending: {
    /** By the last one who is needed; until then it stays pending. */
    approve: { to: 'approved', by: ['approver'] },
    reject: { to: 'rejected', by: ['approver'] },
    withdraw: { to: 'withdrawn', by: ['requester', 'admin', 'purser'] },
    expire: { to: 'expired', by: ['purser'] },
    reassign: { to: 'pending', by: ['requester', 'approver', 'admin'] },
    remind: { to: 'pending', by: ['purser'] },
    /** What would be done is no longer what was requested. */
    revise: { to: 'pending', by: ['purser'] },
    /** Who approved is disabled, or was taken out of the approvers. */
    unapprove: { to: 'pending', by: ['purser'] },
    /** Holds the run until the requester answers. */
    object: { to: 'pending', by: ['purchaser', 'holder'] },
    answer: { to: 'pending', by: ['requester'] },
  },
  approved: {
    start: { to: 'running', by: ['purser'] },
    /** Microsoft refuses to say how things are, without which it does not start. */
    fail: { to: 'failed', by: ['purser'] },
    revise: { to: 'pending', by: ['purser'] },
    unapprove: { to: 'pending', by: ['purser'] },
    withdraw: { to: 'withdrawn', by: ['requester', 'approver', 'admin', 'purser'] },
    /** Nobody loses access untold: it waits until somebody other than the requester says that these people know. */
    untold: { to: 'approved', by: ['purser'] },
    vouch: { to: 'approved', by: ['approver'] },
    object: { to: 'approved', by: ['purchaser', 'holder'] },
    answer: { to: 'approved', by: ['requester'] },
  },
  running: {
    stop: { to: 'stopped', by: ['requester', 'approver', 'admin', 'purser'] },
    fail: { to: 'failed', by: ['purser'] },
    /** The holders are seen to; the subscription has yet to end. */
    wait: { to: 'waiting', by: ['purser'] },
  },
  waiting: {
    report: { to: 'waiting', by: ['requester', 'admin', 'purchaser'] },
    retry: { to: 'running', by: ['requester', 'approver', 'admin', 'purser'] },
    /** Microsoft shows that it has ended. */
    finish: { to: 'done', by: ['purser'] },
    /** Nobody can end it, or nobody may go on: what was done for the holders stays. */
    withdraw: { to: 'withdrawn', by: ['requester', 'admin'] },
  },
  stopped: {
    retry: { to: 'running', by: ['requester', 'approver', 'admin'] },
    /** Something was done, and then the subscription ended: what was wanted is so. */
    finish: { to: 'done', by: ['purser'] },
    withdraw: { to: 'withdrawn', by: ['requester', 'admin', 'purser'] },
    object: { to: 'stopped', by: ['purchaser', 'holder'] },
    answer: { to: 'stopped', by: ['requester'] },
  },
  failed: {
    retry: { to: 'running', by: ['requester', 'approver', 'admin'] },
    /** It ends for people who could not be moved: somebody says so, who has read their names. */
    'leave-out': { to: 'running', by: ['requester', 'admin'] },
    finish: { to: 'done', by: ['purser'] },
    withdraw: { to: 'withdrawn', by: ['requester', 'admin', 'purser'] },
    object: { to: 'failed', by: ['purchaser', 'holder'] },
    answer: { to: 'failed', by: ['requester'] },
  },
  done: {},
  rejected: {},
  withdrawn: {},
  expired: {},
};

/** The states that nothing leads out of. */
export const ends: ReadonlySet<TakeoverState> = new Set(
  takeoverStates.filter((state) => Object.keys(table[state]).length === 0),
);
