/** Puts the speaker's name on a purchase for seven days, so that no two admins see to the same one. */
import { z } from 'zod/v4';
import { audit } from '../../store/audit.ts';
import { showAnew } from '../../store/notices.ts';
import type { Purchase } from '../../store/records.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { showPurchase } from './card.ts';
import { inTakeover, newsOf, purchaseFor } from './deciding.ts';
import { inHand, isLive } from './purchase-index.ts';

const args = z.strictObject({ purchase: argument.purchase.optional() });

const days = 7;

export const take: Command<'take', typeof args> = {
  name: 'take',
  role: 'admin',
  args,
  bareNumberIsId: true,
  async run({ purchase: id }, context) {
    const { t, format } = context.language;
    if (!id) throw new UserError(t('take.which'), [press(t('button.listPurchases'), 'purchases')]);
    await context.transact((tx) => {
      const about = purchaseFor(id, tx, context);
      const { purchase } = about;
      const { id: by, name } = context.speaker;
      const holder = inHand(purchase, context.now);
      if (!isLive(purchase)) throw new UserError(t('take.ended', { id }));
      if (purchase.kind !== 'self-service') throw notSelfService(purchase, context);
      if (holder?.kind === 'takeover') throw inTakeover(id, holder.takeover, t);
      if (holder && holder.by !== by) {
        throw new UserError(t('take.taken', { id, name: holder.name, until: format.date(holder.until) }));
      }
      const until = new Date(context.now.getTime() + days * 86_400_000).toISOString();
      tx.put('purchases', { ...purchase, decision: { kind: 'in-hand', by, name, until } });
      const change = { before: holder?.name ?? null, after: `${name}, ${until}` };
      audit(tx, newsOf(about, { action: 'taken', ...change }, context));
      showAnew(tx, new Set([id]), context.now);
    });
    return showPurchase(id, context);
  },
};

/** Nobody has to see to what the organisation bought; the kind may be wrong only while it is a guess. */
function notSelfService({ id, kind: of, sure }: Purchase, { language: { t } }: Context): UserError {
  const settle = press(t('button.settle'), 'classify', { purchase: id });
  return new UserError(t(sure === 'confirmed' ? 'take.confirmed' : 'take.probable', { id, kind: t(`kind.${of}`) }), [
    settle,
  ]);
}
