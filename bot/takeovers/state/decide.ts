/**
 * The one place where a takeover moves: the record, the journal, what is told and what is to be done come in one transaction. Of
 * two who decide in the same instant, the second is told of the first. Only its findings, and after an absence its dates, are
 * written elsewhere.
 */
import { audit, purserItself } from '../../../store/audit.ts';
import { showAnew } from '../../../store/notices.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { advance } from '../../../store/takeover/advance.ts';
import { type Actor, auditOf, isRefusal, type Move, type Refusal } from '../../../store/takeover/moves.ts';
import { type Request, request } from '../../../store/takeover/request.ts';
import { ends } from '../../../store/takeover/table.ts';
import { tell } from './tell.ts';

/** @param before as it is within the transaction */
export function decide(tx: Transaction, before: Takeover, move: Move, actor: Actor, now: Date): Takeover | Refusal {
  const after = advance(before, move, actor, now);
  if (!isRefusal(after)) keep(tx, after, now);
  return after;
}

/**
 * A takeover begins.
 *
 * @param card where it was confirmed, which then shows how it stands
 */
export function openTakeover(
  tx: Transaction,
  asked: Omit<Request, 'id'>,
  now: Date,
  card?: { chat: string; activity: string },
): Takeover {
  const takeover = request({ ...asked, id: tx.nextId('TK') }, now);
  keep(tx, takeover, now, card);
  return takeover;
}

function keep(tx: Transaction, takeover: Takeover, now: Date, card?: { chat: string; activity: string }): void {
  tx.put('takeovers', takeover);
  note(tx, takeover, now);
  hold(tx, takeover, now);
  tell(tx, takeover, now, card);
}

function note(tx: Transaction, { id, purchase, history }: Takeover, now: Date): void {
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
  });
}

/** While it is open, the purchase is in the hand of whoever requested it. */
function hold(tx: Transaction, { id, state, requester, purchase: { id: about } }: Takeover, now: Date): void {
  const purchase = tx.get('purchases', about);
  if (!purchase) return;
  const isHeld = purchase.decision?.kind === 'takeover' && purchase.decision.takeover === id;
  if (ends.has(state) !== isHeld) return;
  const decision = isHeld
    ? null
    : ({ kind: 'takeover', by: requester.id, name: requester.name, takeover: id } as const);
  tx.put('purchases', { ...purchase, decision });
  showAnew(tx, new Set([about]), now);
}
