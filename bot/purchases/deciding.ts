/** Shared by the commands that decide about a purchase. */
import { archivedPurchase } from '../../store/archive.ts';
import type { News } from '../../store/audit.ts';
import type { Kept, Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import type { Translate } from '../language/index.ts';
import { calledIn } from '../people/told-apart.ts';
import { type NamedPurchase, namedPurchase } from './named-purchase.ts';

/**
 * The purchase, read within the transaction that decides about it.
 *
 * @throws UserError if there is none, or if it is archived, so that nothing is left to decide
 */
export function purchaseFor(id: string, tx: Pick<Transaction, 'get'>, { language: { t } }: Context): NamedPurchase {
  const purchase = tx.get('purchases', id);
  if (!purchase && archivedPurchase(tx, id)) throw new UserError(t('take.ended', { id }));
  if (!purchase) throw new UserError(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
  return namedPurchase(purchase, tx);
}

/** While a takeover of it is open, nothing else can be decided about it. */
export function inTakeover(purchase: string, takeover: string, t: Translate): UserError {
  return new UserError(t('takeover.already', { purchase, takeover }), [
    press(`${t('button.open')} ${takeover}`, 'approval', { request: takeover }),
  ]);
}

/** What is kept is neither asked about nor taken before somebody lets it go. */
export function keptBy(
  purchase: string,
  { by, name, until }: Kept,
  { reader, context: { language } }: { reader: Parameters<typeof calledIn>[0]; context: Pick<Context, 'language'> },
): UserError {
  const { t, format } = language;
  const told = { id: purchase, name: calledIn(reader, { id: by, name }), until: format.date(until) };
  return new UserError(t('keep.kept', told), [press(t('button.release'), 'release', { purchase })]);
}

/**
 * Nobody has to see to what the organisation bought; the kind may be wrong only while it is a guess.
 *
 * @throws UserError where it is of another kind
 */
export function selfServiceOnly({ id, kind: of, sure }: Purchase, { language: { t } }: Context): void {
  if (of === 'self-service') return;
  const settle = press(t('button.settle'), 'classify', { purchase: id });
  throw new UserError(t(sure === 'confirmed' ? 'take.confirmed' : 'take.probable', { id, kind: t(`kind.${of}`) }), [
    settle,
  ]);
}

/** Nobody waits any more for the day on which it would be looked at again. */
export function dropFollowUp(tx: Transaction, id: string): void {
  for (const notice of [...tx.all('notices')])
    if (notice.saying.card === 'still-there' && notice.saying.purchase === id && !notice.delivered)
      tx.put('notices', { ...notice, outcome: 'moot', dueAt: null, begunAt: null });
}

type Deed = Pick<News, 'action'> & Partial<Pick<News, 'before' | 'after' | 'why'>>;

/**
 * What the journal keeps of something the speaker did.
 *
 * @param about the purchase; null if it was about none
 */
export function newsOf(
  about: NamedPurchase | null,
  { action, before = null, after = null, why = null }: Deed,
  { speaker, now }: Pick<Context, 'speaker' | 'now'>,
): News {
  const { id, name } = speaker;
  return {
    at: now.toISOString(),
    actor: { id, name },
    action,
    purchase: about?.purchase.id ?? null,
    product: about?.product ?? null,
    purchaser: about?.purchaser ?? null,
    before,
    after,
    why,
  };
}
