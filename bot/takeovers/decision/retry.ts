/** Tries a takeover once more that failed or was stopped. */
import type { Card } from '../../../cards/card.ts';
import type { Takeover } from '../../../store/records.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { isRefusal } from '../../../store/takeover/moves.ts';
import { type Context, UserError } from '../../core/command.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';
import { beginRun } from '../run/run.ts';
import { currentAction } from '../state/action.ts';
import { decide } from '../state/decide.ts';
import { actorOf, showRefused, showTakeover, takeoverFor } from './one-takeover.ts';

/** Its approvers must still count, and it must still be what they approved; the run then looks at everything anew. */
export async function retryTakeover(id: Takeover['id'], context: Context): Promise<Card> {
  const { store, people } = context.dependencies;
  const { requester, approvals } = takeoverFor(id, context, { name: 'retry' });
  const approvers = approvals.map(({ by }) => by.id);
  const standing = await people.standingOf(requester.id, approvers).catch((error: unknown) => {
    if (error instanceof MicrosoftFailed) throw new UserError(context.language.t('takeover.mayTry'));
    throw error;
  });
  const { before, came } = await context.transact((tx) => {
    const found = takeoverFor(id, context, { name: 'retry', reader: tx });
    const action = currentAction(found, store, { within: tx });
    const job = tx.nextId('J');
    const fingerprint = action ? fingerprintOf(action) : '';
    const again = decide(tx, found, {
      move: { kind: 'retry', fingerprint, standing, job },
      actor: actorOf(context),
      now: context.now,
    });
    if (!isRefusal(again)) beginRun(tx, { takeover: again, id: job, isChecked: false }, context.now);
    return { before: found, came: again };
  });
  return isRefusal(came) ? showRefused(came, { before, name: 'retry' }, context) : showTakeover(came, context);
}
