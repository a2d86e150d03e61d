/** A purchaser asks IT to take over what they bought: on record, and to everybody who is told of alerts. Nothing ends by it. */

import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import { idOf, notify, reached, subscribers } from '../../store/notices.ts';
import type { Transaction } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { shortName } from '../core/lines.ts';
import { newsOf, purchaseFor } from '../purchases/deciding.ts';
import type { NamedPurchase } from '../purchases/named-purchase.ts';
import { inHand, isLive, type Row } from '../purchases/purchase-index.ts';
import { lastHanded } from './handed.ts';
import { purchaseDesk } from './purchase-desk.ts';

/** What it means, before it is done. */
export function askToHandOver(row: Row, context: Context): Card {
  const { t, words } = context.language;
  const { id } = row.purchase;
  refuseUnlessOpen({ purchase: row.purchase, product: row.productName }, context);
  if (lastHanded(context.dependencies.store, id, context)) return purchaseDesk(row, context, toldText(context));
  const title = t('mine.right.it');
  return report({
    icon: 'People',
    title,
    subtitle: [shortName(row.productName), id].join(' · '),
    paragraphs: [t('handOver.what'), t('handOver.until')],
    answer: { id: 'reason', label: t('handOver.words'), placeholder: t('handOver.wordsHint') },
    buttons: [
      { ...press(t('handOver.send'), 'mine', { purchase: id, right: 'it', confirm: 'confirm' }), inputs: true },
      press(t('button.back'), 'mine', { purchase: id }),
    ],
    summary: title,
    fallback: t('fallback', { command: `${words.commands.mine.names[0]} ${id}` }),
  });
}

/** Asked for twice it is one. */
export async function handOver(row: Row, words: string | undefined, context: Context): Promise<Card> {
  await context.transact((tx) => tellIt(tx, row.purchase.id, words ?? null, context));
  return purchaseDesk(row, context, toldText(context));
}

function tellIt(tx: Transaction, id: string, words: string | null, context: Context): void {
  const about = purchaseFor(id, tx, context);
  refuseUnlessOpen(about, context);
  if (lastHanded(tx, id, context)) return;
  const { speaker, now } = context;
  audit(tx, newsOf(about, { action: 'handed', why: words }, context));
  const saying = { card: 'handed', purchase: id, by: { id: speaker.id, name: speaker.name }, words } as const;
  for (const to of subscribers(tx, 'alerts'))
    notify(tx, { key: `handed ${id} ${now.toISOString()} to ${idOf(to)}`, to, saying, purchases: [id] }, now);
}

/** Nobody may be told where no chat asked for alerts; then a person has to be. */
function toldText(context: Context): string {
  const { language, dependencies } = context;
  const contact = contactName(context);
  return language.t(reached(dependencies.store, 'alerts').length > 0 ? 'handOver.told' : 'handOver.nobody', {
    contact,
  });
}

/** @throws UserError where there is nothing left to hand over, or somebody is taking it over already */
function refuseUnlessOpen(
  { purchase, product }: Pick<NamedPurchase, 'purchase' | 'product'>,
  { language: { t }, now }: Context,
): void {
  const back = [press(t('button.back'), 'mine', { purchase: purchase.id })];
  if (!isLive(purchase)) throw new UserError(t('mine.ended', { product: shortName(product) }), back);
  const decision = inHand(purchase, now);
  if (decision?.kind === 'takeover')
    throw new UserError(t('mine.takenOver', { name: shortName(decision.name), takeover: decision.takeover }), back);
}
