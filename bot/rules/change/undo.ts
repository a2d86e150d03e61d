/** Plans a change that puts rules back as another change found them: a dry run like any. */
import { z } from 'zod/v4';
import { decisionTime, isPending } from '../../../store/order.ts';
import type { Change } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { showOrder } from '../../orders/card.ts';
import { maySee } from '../../orders/decide.ts';
import { isChanged, undoing } from './plan.ts';
import { changeFor, keepPlan, showChange } from './plan-store.ts';

const args = z.strictObject({ change: argument.change.optional(), reason: argument.reason.optional() });

export const undo: Command<'undo', typeof args> = {
  name: 'undo',
  role: 'admin',
  args,
  rest: 'reason',
  reply: true,
  async run({ change: id, reason }, context) {
    const { t } = context.language;
    if (!id) throw new UserError(t('change.onlyShown'), [press(t('change.pending'), 'change')]);
    // What waits for a second person can't be undone yet; its card lets whoever asked for it take it back.
    const order = context.dependencies.store.get('orders', id);
    const isWaiting = order && isPending(order, decisionTime(context.dependencies.store, context.now));
    if (isWaiting && maySee(order, context)) return showOrder(order, context);
    return showChange(
      await context.transact((tx) => planBack(tx, { ...changeFor(id, tx, context), why: reason }, context)),
      context,
    );
  },
};

/** @throws UserError while it is under way, and where nothing is to be put back */
function planBack(
  tx: Transaction,
  { id, state, items, why }: Omit<Change, 'why'> & { why: string | undefined },
  context: Context,
): Change {
  const { t } = context.language;
  const refuse = (why: string) => new UserError(why, [press(t('button.open'), 'change', { change: id })]);
  if (state === 'running') throw refuse(t('change.notEnded', { id }));
  if (state !== 'ended') throw refuse(t('change.notBegun', { id }));
  if (!items.some(isChanged)) throw refuse(t('change.nothingToUndo', { id }));
  const back = undoing(items, (rule) => tx.get('rules', rule));
  if (back.length === 0) throw refuse(t('change.backAlready', { id }));
  return keepPlan(tx, { items: back, why, undoes: id }, context);
}
