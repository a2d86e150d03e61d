/** A takeover begins: what has to be so before anybody may be asked to approve it, and its first record. */
import type { Finding, Purchase, Somebody, Takeover } from '../records.ts';
import { mayDecide } from './deciders.ts';
import { type Action, fingerprintOf } from './fingerprint.ts';
import { blocks } from './preflight.ts';
import { ends } from './table.ts';

export interface Asking {
  purchase: Pick<Purchase, 'kind' | 'sure' | 'status' | 'absent'>;
  requester: string;
  /** Entra object id; null where the owner is no person. */
  purchaser: string | null;
  /** Takeovers of the same purchase, old ones too. */
  others: Iterable<Pick<Takeover, 'id' | 'state'>>;
  /** Chats that are told of approvals, and people who could decide and can be called in their own. */
  reached: number;
  /** Everyone who may approve now, by id. */
  approvers: Iterable<string>;
  needed: number;
  findings: readonly Finding[];
}

/** Each has a button that helps: settle the kind, open the takeover there is, tell a chat of approvals, name approvers. */
export type Obstacle =
  | { what: 'central' | 'partner' | 'probable' | 'deleted' | 'nobody-reached' | 'blocked' }
  | { what: 'requested'; takeover: string }
  /** So many could approve who are neither requester nor purchaser. */
  | { what: 'too-few-approvers'; others: number; needed: number };

/** The first thing that is in the way; undefined where nothing is. */
export function obstacleTo(asking: Asking): Obstacle | undefined {
  const { purchase, needed } = asking;
  const open = [...asking.others].find(({ state }) => !ends.has(state));
  const others = new Set([...asking.approvers].filter((id) => mayDecide(asking, { id, approver: true })));
  if (purchase.status === 'Deleted' || purchase.absent?.gone) return { what: 'deleted' };
  if (purchase.kind !== 'self-service') return { what: purchase.kind };
  if (purchase.sure !== 'confirmed') return { what: 'probable' };
  if (open) return { what: 'requested', takeover: open.id };
  if (others.size < needed) return { what: 'too-few-approvers', others: others.size, needed };
  if (asking.reached === 0) return { what: 'nobody-reached' };
  return blocks(asking.findings) ? { what: 'blocked' } : undefined;
}

export interface Request {
  /** `TK-4` */
  id: string;
  action: Action;
  requester: Somebody;
  why: string | null;
  findings: readonly Finding[];
  needed: number;
  /** Who can decide now, so that they can be called. */
  deciders?: readonly Somebody[];
  decideBy: Date;
  remindAt: Date | null;
}

/** As it is first kept: pending. */
export function request(
  { id, action, requester, why, findings, needed, deciders, decideBy, remindAt }: Request,
  now: Date,
): Takeover {
  const at = now.toISOString();
  return {
    id,
    state: 'pending',
    ...action,
    revisedFrom: null,
    fingerprint: fingerprintOf(action),
    requester,
    requestedAt: at,
    why,
    findings: [...findings],
    needed,
    putTo: null,
    ...(deciders && { deciders: deciders.map(({ id: each, name }) => ({ id: each, name })) }),
    decideBy: decideBy.toISOString(),
    remindAt: remindAt?.toISOString() ?? null,
    approvals: [],
    objections: [],
    notBefore: null,
    job: null,
    leftOut: [],
    reports: [],
    history: [{ at, by: requester, move: 'request', to: 'pending', words: why }],
  };
}
