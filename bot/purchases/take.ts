/** Puts the speaker's name on a purchase for seven days, so that no two admins see to the same one. */
import { z } from 'zod/v4';
import { audit } from '../../store/audit.ts';
import { showAnew } from '../../store/notices.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { showPurchase } from './card.ts';
import { inTakeover, keptBy, newsOf, purchaseFor, selfServiceOnly } from './deciding.ts';
import type { NamedPurchase } from './named-purchase.ts';
import { purchaseMeant } from './one-purchase.ts';
import { inHand, isLive } from './purchase-index.ts';
import { type Deed, decideSeveral, type Reading, severalArguments } from './several.ts';

const args = z.strictObject({ ...severalArguments, words: argument.words.optional() });

const days = 7;

export const take: Command<'take', typeof args> = {
  name: 'take',
  role: 'admin',
  args,
  rest: 'words',
  bareNumberIsId: true,
  async run(asked, context) {
    const { several, confirm } = asked;
    const { t } = context.language;
    if (several) return decideSeveral(taking, { ids: several, isConfirmed: confirm !== undefined }, context);
    const id = purchaseMeant(asked, { verb: 'take' }, context);
    if (!id) throw new UserError(t('take.which'), [press(t('button.listPurchases'), 'purchases')]);
    await context.transact((tx) => putInHand(tx, takeable(id, tx, context), context));
    return showPurchase(id, context);
  },
};

/** Among several, what somebody has in hand already is left as it is. */
const taking: Deed = {
  name: 'take',
  check: notYetTaken,
  act(tx, id, context) {
    putInHand(tx, notYetTaken(id, tx, context), context);
  },
};

function notYetTaken(id: string, reader: Reading, context: Context): NamedPurchase {
  const about = takeable(id, reader, context);
  const own = inHand(about.purchase, context.now);
  const { t, format } = context.language;
  if (own && own.kind !== 'takeover') throw new UserError(t('take.own', { id, until: format.date(own.until) }));
  return about;
}

/** @throws UserError where there is nothing to take, or somebody else has it */
function takeable(id: string, reader: Reading, context: Context): NamedPurchase {
  const { t, format } = context.language;
  const about = purchaseFor(id, reader, context);
  const { purchase } = about;
  const holder = inHand(purchase, context.now);
  if (!isLive(purchase)) throw new UserError(t('take.ended', { id }));
  selfServiceOnly(purchase, context);
  if (holder?.kind === 'takeover') throw inTakeover(id, holder.takeover, t);
  if (holder?.kind === 'kept') throw keptBy(id, holder, { reader, context });
  if (holder && holder.by !== context.speaker.id)
    throw new UserError(t('take.taken', { id, name: holder.name, until: format.date(holder.until) }));
  return about;
}

function putInHand(tx: Transaction, about: NamedPurchase, context: Context): void {
  const { purchase } = about;
  const { id: by, name } = context.speaker;
  const holder = inHand(purchase, context.now);
  const before = holder && holder.kind !== 'takeover' ? holder.name : null;
  const until = new Date(context.now.getTime() + days * 86_400_000).toISOString();
  tx.put('purchases', { ...purchase, decision: { kind: 'in-hand', by, name, until } });
  audit(tx, newsOf(about, { action: 'taken', before, after: `${name}, ${until}` }, context));
  showAnew(tx, new Set([purchase.id]), context.now);
}
