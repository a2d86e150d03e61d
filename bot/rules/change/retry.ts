/** Tries the failed rules of a change once more. */
import type { Card } from '../../../cards/card.ts';
import type { Change } from '../../../store/records.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import type { Applied } from './apply.ts';
import { refuseBusy } from './busy.ts';
import { retryChange } from './job.ts';
import { changeFor, showChange } from './plan-store.ts';

export async function retryRules(id: Change['id'], context: Context): Promise<Card> {
  const { t } = context.language;
  const { change, remark } = await context.transact((tx): Applied => {
    const found = changeFor(id, tx, context);
    if (found.state === 'planned')
      throw new UserError(t('change.notBegun', { id }), [press(t('button.open'), 'change', { change: id })]);
    const failed = tx.get('jobs', found.job ?? '')?.steps.filter(({ state }) => state === 'failed') ?? [];
    if (found.state !== 'ended' || failed.length === 0) return { change: found };
    refuseBusy(
      tx,
      failed.map(({ key }) => key),
      context,
    );
    const by = { id: context.speaker.id, name: context.speaker.name };
    return { change: retryChange(tx, { ...found, by }, context.now) };
  });
  return showChange(change, context, remark);
}
