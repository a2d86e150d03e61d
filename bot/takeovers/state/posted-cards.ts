/** The cards of a takeover that were posted in chats. */
import { isDeepStrictEqual } from 'node:util';
import { showLists } from '../../../store/calls.ts';
import { idOf, notify, showNotice, talkEveryMs } from '../../../store/notices.ts';
import type { Notice, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { waitsForApprovers } from '../../../store/takeover/advance.ts';
import { approvalRound, newsRound } from '../../../store/takeover/turns.ts';

/** Nobody scrolls back further: an older copy has said for long that there is a newer one, and has no buttons. */
const roundsShown = 5;

/**
 * Every copy of its cards is edited to show its present state.
 *
 * @param isTalk nothing but words is new
 */
export function showTakeover(tx: Transaction, id: Takeover['id'], now: Date, { isTalk = false } = {}): void {
  const takeover = tx.get('takeovers', id);
  if (!takeover) return;
  const newest = { approval: approvalRound(takeover), takeover: newsRound(takeover) };
  const copies = [...tx.all('notices')].filter(
    ({ saying }) =>
      isCardOf(saying, id) &&
      !(
        (saying.card === 'approval' || saying.card === 'takeover') &&
        saying.round <= newest[saying.card] - roundsShown
      ),
  );
  for (const { key } of copies) showNotice(tx, key, now, isTalk ? talkEveryMs : undefined);
  showLists(tx, takeover.deciders?.map((each) => each.id) ?? [], now);
}

const kinds: ReadonlySet<Notice['saying']['card']> = new Set(['approval', 'takeover', 'approvals-lost']);

function isCardOf(saying: Notice['saying'], id: Takeover['id']): boolean {
  if (saying.card === 'copy') return saying.about === id && !saying.old;
  return kinds.has(saying.card) && 'takeover' in saying && saying.takeover === id;
}

/**
 * Its cards say whether its purchaser was reached, and how many holders were not; where those who decide were not, its requester
 * is told at once.
 */
export function showUnreached(tx: Transaction, notice: Notice, now: Date): void {
  tellOfLostApproval(tx, notice, now);
  const takeover = takeoverOfPurchaser(notice, tx);
  if (takeover) showTakeover(tx, takeover, now);
}

function takeoverOfPurchaser({ to, saying }: Notice, reader: Pick<Reader, 'get'>): Takeover['id'] | undefined {
  if (saying.card !== 'announced' || !('person' in to)) return undefined;
  const takeover = reader.get('takeovers', saying.takeover);
  return takeover?.purchase.purchaser?.id === to.person ? takeover.id : undefined;
}

function tellOfLostApproval(tx: Transaction, notice: Notice, now: Date): void {
  const { to, saying } = notice;
  const takeover = saying.card === 'approval' ? tx.get('takeovers', saying.takeover) : undefined;
  if (!takeover || !waitsForApprovers(takeover) || isOneOfMany(tx, notice, takeover)) return;
  const { id, requester, purchase } = takeover;
  const lost = { card: 'approvals-lost', takeover: id, to } as const;
  const key = `approvals-lost ${id} ${idOf(to)}`;
  notify(tx, { key, to: { person: requester.id }, saying: lost, purchases: [purchase.id] }, now);
}

/** Somebody who was called and can't be reached is no news, as long as others are. */
function isOneOfMany(
  reader: Pick<Reader, 'all'>,
  { id, to, saying }: Notice,
  { putTo, deciders = [] }: Takeover,
): boolean {
  if (!('person' in to) || to.person === putTo?.id) return false;
  if (!deciders.some((each) => each.id === to.person)) return false;
  return [...reader.all('notices')].some(
    (other) =>
      other.id !== id &&
      isDeepStrictEqual(other.saying, saying) &&
      (other.outcome === 'waiting' || other.outcome === 'posted' || other.outcome === 'mailed'),
  );
}
