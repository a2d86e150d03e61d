/** The next state of an order that needs a second person, or why there is none. Pure. */
import { idleFrom } from './hold.ts';
import type { Order, OrderState, Somebody } from './records.ts';
import type { Reader } from './store.ts';
import { maySecond } from './takeover/deciders.ts';

export type OrderMove = 'approve' | 'reject' | 'withdraw';
export type OrderPart = 'requester' | 'second';

/** Who may make which move; only what is pending moves. */
const table: Record<OrderMove, OrderPart> = { approve: 'second', reject: 'second', withdraw: 'requester' };

/** Roles as they are at that moment. */
export type Decider = Somebody & { admin: boolean; approver: boolean };
export type OrderRefusal =
  | 'over'
  | 'own'
  | 'not-yours'
  | 'no-words'
  | 'approved-already'
  | 'requester-out'
  | 'unproven';

/** While Purser is on hold, or a read-only pilot, no time to decide runs out. */
export function decisionTime(reader: Pick<Reader, 'get'>, now: Date): Date {
  return new Date(Math.min(now.getTime(), idleFrom(reader)?.getTime() ?? Number.POSITIVE_INFINITY));
}

/** @param now the time to decide: see `decisionTime` */
export function isPending({ state, decideBy }: Order, now: Date): boolean {
  return state === 'pending' && now.toISOString() < decideBy;
}

/** For these the second person is an admin as well. */
const forAdmins: ReadonlySet<Order['what']['kind']> = new Set(['grants']);

export function isForAdmins({ kind }: Order['what']): boolean {
  return forAdmins.has(kind);
}

/** What somebody is to it: a second person is an admin or approver who did not ask for it. */
export function partOf({ requester, what }: Order, by: Omit<Decider, 'name'>): OrderPart | undefined {
  if (by.id === requester.id) return 'requester';
  if (isForAdmins(what) && !by.admin) return undefined;
  return maySecond({ requester: requester.id, purchaser: null }, by) ? 'second' : undefined;
}

export function hasApproved({ approvals }: Order, person: string): boolean {
  return approvals.some(({ by }) => by.id === person);
}

/** How many more must approve it. */
export function lacking({ needed, approvals }: Order): number {
  return Math.max(0, needed - approvals.length);
}

/** The requester hears of its end, unless they made it, or what is done now tells them. */
export function isNewsToRequester({ state, what }: Order): boolean {
  return (
    state === 'rejected' ||
    state === 'expired' ||
    state === 'changed' ||
    (state === 'approved' && (what.kind === 'baseline' || what.kind === 'grants'))
  );
}

interface Said {
  move: OrderMove;
  words: string | null;
}

interface Circumstances {
  by: Decider;
  now: Date;
  /** See `decisionTime`; now if not given. */
  time?: Date;
  /** Whose approval no longer counts, or who asked for it and is gone, as the directory says. */
  out?: readonly string[];
}

export function advanceOrder(
  order: Order,
  { move, words }: Said,
  { by, now, time = now, out = [] }: Circumstances,
): Order | { refused: OrderRefusal } {
  const part = partOf(order, by);
  if (part !== table[move]) return { refused: part === 'requester' ? 'own' : 'not-yours' };
  if (order.state === 'pending' && !isPending(order, time)) return endedAs(order, 'expired');
  if (order.state !== 'pending') return { refused: 'over' };
  if (move === 'approve') return approved(order, { by, now, out });
  if (move === 'reject' && !words?.trim()) return { refused: 'no-words' };
  const ended = { by: { id: by.id, name: by.name }, at: now.toISOString(), words };
  return { ...endedAs(order, move === 'reject' ? 'rejected' : 'withdrawn'), ended };
}

export function endedAs(order: Order, state: Exclude<OrderState, 'pending'>): Order {
  return { ...order, state, remindAt: null };
}

function approved(
  order: Order,
  { by, now, out }: Required<Pick<Circumstances, 'by' | 'now' | 'out'>>,
): Order | { refused: OrderRefusal } {
  if (out.includes(order.requester.id)) return { refused: 'requester-out' };
  if (hasApproved(order, by.id)) return { refused: 'approved-already' };
  const as = by.approver && !isForAdmins(order.what) ? 'approver' : 'admin';
  const before = order.approvals.filter((each) => !out.includes(each.by.id));
  const after = {
    ...order,
    approvals: [...before, { by: { id: by.id, name: by.name }, as, at: now.toISOString() } as const],
  };
  return lacking(after) > 0 ? after : endedAs(after, 'approved');
}
