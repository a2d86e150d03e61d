/**
 * What can happen to a licence request, in which state, and who may do it. This table is the whole of it; `advanceRequest` only
 * follows it.
 *
 *   pending ─▶ waiting ─▶ assigning ─▶ given ─▶ removing ─▶ ended
 *      │ ▲        ▲ │        │ │  ▲      ▲         │ ▲
 *      ▼ └────────┼─┴────────┘ ▼  │      └─ kept ◀─┘ │
 *   rejected      └──────── failed           └───────┘
 *
 * All that wait for a decision, a seat or another try can be withdrawn.
 */
import { type RequestMove, type RequestState, requestStates } from '../records.ts';

/** What somebody is to it. One person can be several. */
export const requestParts = ['requester', 'decider', 'admin', 'purser'] as const;
/**
 * - `requester`: asked for it, or is to have it.
 * - `decider`: an approver, or an admin who was called, and not a `requester`: four eyes.
 * - `purser`: Purser itself, by the clock, by what the sync found, or by what a job did.
 */
export type RequestPart = (typeof requestParts)[number];

export interface RequestRule {
  to: RequestState;
  by: readonly RequestPart[];
}

const withdraw = { to: 'withdrawn', by: ['requester', 'admin', 'purser'] } as const;
const unapprove = { to: 'pending', by: ['purser'] } as const;

export const requestTable: Record<RequestState, Partial<Record<RequestMove, RequestRule>>> = {
  pending: {
    /** A seat is found for it in the same transaction, where there is one. */
    approve: { to: 'waiting', by: ['decider'] },
    grant: { to: 'waiting', by: ['purser'] },
    reject: { to: 'rejected', by: ['decider'] },
    withdraw,
    remind: { to: 'pending', by: ['purser'] },
    escalate: { to: 'pending', by: ['purser'] },
  },
  waiting: {
    seat: { to: 'assigning', by: ['purser'] },
    reject: { to: 'rejected', by: ['decider'] },
    withdraw,
    unapprove,
  },
  assigning: {
    give: { to: 'given', by: ['purser'] },
    short: { to: 'waiting', by: ['purser'] },
    fail: { to: 'failed', by: ['purser'] },
    unapprove,
    /** Its person or requester has left meanwhile. */
    withdraw: { to: 'withdrawn', by: ['purser'] },
  },
  failed: {
    /** The seat is looked for anew. */
    retry: { to: 'waiting', by: ['decider', 'admin'] },
    reject: { to: 'rejected', by: ['decider'] },
    withdraw,
  },
  given: {
    warn: { to: 'given', by: ['purser'] },
    'ask-longer': { to: 'given', by: ['requester'] },
    extend: { to: 'given', by: ['decider'] },
    end: { to: 'removing', by: ['purser'] },
    /** It was not Purser that assigned it. */
    remove: { to: 'ended', by: ['purser'] },
  },
  removing: {
    remove: { to: 'ended', by: ['purser'] },
    fail: { to: 'kept', by: ['purser'] },
  },
  kept: {
    retry: { to: 'removing', by: ['decider', 'admin'] },
    extend: { to: 'given', by: ['decider'] },
  },
  ended: {},
  rejected: {},
  withdrawn: {},
};

/** The states that nothing leads out of. */
export const requestEnds: ReadonlySet<RequestState> = new Set(
  requestStates.filter((state) => Object.keys(requestTable[state]).length === 0),
);

/** Somebody wants it and has it not yet: asked for once more, it is the same request. */
export const openStates: ReadonlySet<RequestState> = new Set<RequestState>([
  'pending',
  'waiting',
  'assigning',
  'failed',
]);
