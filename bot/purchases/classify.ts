/** Settles the kind of a purchase for good: the sync no longer concludes it, and the purchase says who settled it. */
import { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import type { Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { showPurchase } from './card.ts';
import { inTakeover, newsOf, purchaseFor } from './deciding.ts';

const args = z.strictObject({ purchase: argument.purchase.optional(), kind: argument.kind.optional() });

export const classify: Command<'classify', typeof args> = {
  name: 'classify',
  role: 'admin',
  args,
  bareNumberIsId: true,
  async run({ purchase: id, kind }, context) {
    const { t } = context.language;
    if (!id) throw new UserError(t('classify.which'), [press(t('button.listPurchases'), 'purchases')]);
    if (kind !== 'self-service' && kind !== 'central')
      return askKind(id, { question: t('classify.as', { id }) }, context);
    await context.transact((tx) => settle(tx, { id, kind }, context));
    return showPurchase(id, context);
  },
};

interface Settling {
  id: Purchase['id'];
  kind: 'self-service' | 'central';
}

/** @throws UserError if there is no such purchase */
export function settle(tx: Transaction, { id, kind }: Settling, context: Context): void {
  const about = purchaseFor(id, tx, context);
  const { purchase } = about;
  if (purchase.sure === 'confirmed' && purchase.kind === kind) return;
  if (purchase.decision?.kind === 'takeover' && kind !== 'self-service')
    throw inTakeover(id, purchase.decision.takeover, context.language.t);
  const settled = { by: context.speaker.id, name: context.speaker.name, at: context.now.toISOString() };
  tx.put('purchases', { ...purchase, kind, sure: 'confirmed', settled });
  const before = `${purchase.sure} ${purchase.kind}`;
  audit(tx, newsOf(about, { action: 'classified', before, after: `confirmed ${kind}` }, context));
}

interface Question {
  question: string;
  /** Goes on with what somebody wanted to do about a self-service purchase. */
  selfService?: Button;
}

/** A question, not a refusal: the person who pressed must get something to press. */
export function askKind(
  id: Purchase['id'],
  { question, selfService }: Question,
  { language: { t, words } }: Context,
): Card {
  const choice = (kind: 'self-service' | 'central') => press(t(`classify.${kind}`), 'classify', { purchase: id, kind });
  return report({
    paragraphs: [question],
    buttons: [
      selfService ?? choice('self-service'),
      choice('central'),
      press(t('button.back'), 'purchase', { purchase: id }),
    ],
    summary: question,
    fallback: t('fallback', { command: words.commands.classify.names[0] }),
  });
}
