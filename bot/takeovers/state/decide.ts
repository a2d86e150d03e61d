/**
 * The one place where a takeover moves: the record, the journal, the notices and the jobs are written in one transaction. If two
 * people decide in the same instant, the second is told of the first. Only its findings, and after an absence its dates, are
 * written elsewhere.
 */
import { audit, purserItself } from '../../../store/audit.ts';
import { idleFrom } from '../../../store/hold.ts';
import { type Posted, showAnew } from '../../../store/notices.ts';
import { takeoverDigest } from '../../../store/proof.ts';
import type { Purchase, Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { advance } from '../../../store/takeover/advance.ts';
import { type Actor, auditOf, isRefusal, type Move, type Refusal } from '../../../store/takeover/moves.ts';
import { type Request, request } from '../../../store/takeover/request.ts';
import { ends } from '../../../store/takeover/table.ts';
import { type Turned, tellTurn } from './tell.ts';

interface Made {
  move: Move;
  actor: Actor;
  now: Date;
}

/** @param before as it is within the transaction */
export function decide(tx: Transaction, before: Takeover, { move, actor, now }: Made): Takeover | Refusal {
  const asked = stillOpen(tx, before, now);
  const after = advance(asked, move, actor, now);
  if (isRefusal(after)) return after;
  // What is given back when Purser goes on is reckoned from the deadline as it was.
  const kept = after.decideBy === asked.decideBy ? { ...after, decideBy: before.decideBy } : after;
  keepTakeover(tx, { takeover: kept }, now);
  return kept;
}

/** While Purser is on hold, or a read-only pilot, no time to decide runs out: people can't have been reminded. */
function stillOpen(tx: Transaction, takeover: Takeover, now: Date): Takeover {
  const idle = idleFrom(tx);
  const ranOut = idle && takeover.decideBy > idle.toISOString() && takeover.decideBy <= now.toISOString();
  return ranOut ? { ...takeover, decideBy: new Date(now.getTime() + 1).toISOString() } : takeover;
}

interface Opened extends Omit<Request, 'id'> {
  /** Where it was confirmed: that card then shows its state. */
  card?: Posted | undefined;
}

export function openTakeover(tx: Transaction, { card, ...asked }: Opened, now: Date): Takeover {
  const takeover = request({ ...asked, id: tx.nextId('TK') }, now);
  keepTakeover(tx, { takeover, card }, now);
  return takeover;
}

function keepTakeover(tx: Transaction, turned: Turned, now: Date): void {
  const { takeover } = turned;
  tx.put('takeovers', takeover);
  auditTurn(tx, takeover, now);
  holdPurchase(tx, takeover, now);
  tellTurn(tx, turned, now);
}

function auditTurn(tx: Transaction, takeover: Takeover, now: Date): void {
  const { id, purchase, history } = takeover;
  const [before, turn] = [history.at(-2), history.at(-1)];
  const action = turn && auditOf[turn.move];
  if (!action) return;
  audit(tx, {
    at: now.toISOString(),
    actor: turn.by ?? purserItself,
    action,
    purchase: purchase.id,
    product: purchase.product,
    purchaser: purchase.purchaser?.name ?? null,
    before: before && before.to !== turn.to ? before.to : null,
    after: `${id} ${turn.to}`,
    why: turn.words,
    digest: takeoverDigest(takeover),
  });
}

/** While it is open, the purchase is in its requester's hands. */
function holdPurchase(tx: Transaction, { id, state, requester, purchase: { id: about } }: Takeover, now: Date): void {
  const purchase = tx.get('purchases', about);
  if (!purchase) return;
  const isHeld = purchase.decision?.kind === 'takeover' && purchase.decision.takeover === id;
  if (ends.has(state) !== isHeld) return;
  const decision = isHeld ? instead(purchase, state) : takenOver(purchase, { id, requester });
  tx.put('purchases', { ...purchase, decision });
  showAnew(tx, new Set([about]), now);
}

function takenOver(
  { decision: before }: Purchase,
  { id, requester }: Pick<Takeover, 'id' | 'requester'>,
): Purchase['decision'] {
  return {
    ...{ kind: 'takeover', by: requester.id, name: requester.name, takeover: id },
    ...(before?.kind === 'kept' && { instead: before }),
  };
}

/** What was kept is so again where the takeover has come to nothing. */
function instead({ decision }: Purchase, state: Takeover['state']): Purchase['decision'] {
  return state !== 'done' && decision?.kind === 'takeover' ? (decision.instead ?? null) : null;
}
