/** The purchaser's desk: what the speaker bought, and what they can do with it themselves [54–58]. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { askToHandOver, handOver } from './hand-over.ts';
import { listCard, nothingBought } from './list-card.ts';
import { called, ownOf, ownRow } from './own.ts';
import { purchaseDesk } from './purchase-desk.ts';
import { rightCard } from './right-card.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  right: argument.right.optional(),
  confirm: argument.confirm.optional(),
  reason: argument.reason.optional(),
  page: argument.page.optional(),
  words: argument.words.optional(),
});
type Asked = z.infer<typeof args>;

export const mine: Command<'mine', typeof args> = {
  name: 'mine',
  role: 'anyone',
  args,
  rest: 'words',
  searches: true,
  bareNumberIsId: true,
  // Viewers look for a product among everybody's purchases.
  finds: (words, context) => !context.speaker.roles.has('viewer') && called(ownOf(context), words).length > 0,
  reads: ({ confirm }) => confirm === undefined,
  run: (asked, context) => (asked.purchase ? one(asked.purchase, asked, context) : several(asked, context)),
};

async function one(id: string, { right, confirm, reason }: Asked, context: Context): Promise<Card> {
  const row = ownRow(id, context);
  if (!right) return purchaseDesk(row, context);
  if (right !== 'it') return rightCard(row, right, context);
  return confirm ? handOver(row, reason, context) : askToHandOver(row, context);
}

function several({ words, page }: Asked, context: Context): Card {
  const { t } = context.language;
  const all = ownOf(context);
  if (all.length === 0) return nothingBought(context);
  const found = words ? called(all, words) : all;
  const [only, ...others] = found;
  if (only && others.length === 0) return purchaseDesk(only, context);
  if (only) return listCard(found, { page, words }, context);
  throw new UserError(t('mine.notFound', { what: words ?? '' }), [press(t('mine.show'), 'mine')]);
}
