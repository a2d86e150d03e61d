/** Tries the failed rules of a change once more. */
import type { Card } from '../../../cards/card.ts';
import type { Change } from '../../../store/records.ts';
import { type Call, press, UserError } from '../../core/command.ts';
import { type Applied, refuseBusy } from './apply.ts';
import { retryChange } from './job.ts';
import { changeFor, showChange } from './planning.ts';

export async function retryRules(id: Change['id'], call: Call): Promise<Card> {
  const { t } = call.language;
  const { change, remark } = await call.transact((tx): Applied => {
    const found = changeFor(id, tx, call);
    if (found.state === 'planned')
      throw new UserError(t('change.notBegun', { id }), [press(t('button.open'), 'change', { change: id })]);
    const failed = tx.get('jobs', found.job ?? '')?.steps.filter(({ state }) => state === 'failed') ?? [];
    if (found.state !== 'ended' || failed.length === 0) return { change: found };
    refuseBusy(
      tx,
      failed.map(({ key }) => key),
      call,
    );
    const by = { id: call.speaker.id, name: call.speaker.name };
    return { change: retryChange(tx, { ...found, by }, call.now) };
  });
  return showChange(change, call, remark);
}
