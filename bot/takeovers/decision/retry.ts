/** Tries a takeover once more that failed or was stopped. */

import type { Card } from '../../../cards/card.ts';
import type { Takeover } from '../../../store/records.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { isRefusal, type Move } from '../../../store/takeover/moves.ts';
import type { Context } from '../../core/command.ts';
import { troubleIn } from '../../microsoft/commerce.ts';
import { beginRun } from '../run/run.ts';
import { currentAction } from '../state/action.ts';
import { decide } from '../state/decide.ts';
import { cannotAsk } from './may-approve.ts';
import { actorOf, showRefused, showTakeover, takeoverFor } from './one-takeover.ts';

/** Its approvers must still count, and it must still be what they approved; the run then looks at everything anew. */
export function retryTakeover(id: Takeover['id'], context: Context): Promise<Card> {
  return runAgain(id, { name: 'retry' }, context);
}

/** Goes on without those who could not be moved: these very people, whose names were read. */
export function leaveOut(
  id: Takeover['id'],
  without: { people: readonly string[]; names: string },
  context: Context,
): Promise<Card> {
  return runAgain(id, { name: 'proceed', without }, context);
}

interface Again {
  name: 'retry' | 'proceed';
  without?: { people: readonly string[]; names: string };
}

async function runAgain(id: Takeover['id'], { name, without }: Again, context: Context): Promise<Card> {
  const { store, people } = context.dependencies;
  const { requester, approvals } = takeoverFor(id, context, { name });
  const approvers = approvals.map(({ by }) => by.id);
  const standing = await people.standingOf(requester.id, approvers).catch((error: unknown) => {
    throw cannotAsk({ trouble: troubleIn(error) }, context);
  });
  const { before, came } = await context.transact((tx) => {
    const found = takeoverFor(id, context, { name, reader: tx });
    const action = currentAction(found, store, { within: tx });
    const job = tx.nextId('J');
    const fingerprint = action ? fingerprintOf(action) : '';
    const move: Move = {
      ...(without ? { kind: 'leave-out', ...without } : { kind: 'retry' }),
      fingerprint,
      standing,
      job,
    };
    const again = decide(tx, found, { move, actor: actorOf(context), now: context.now });
    const how = { isChecked: false, goesOnWithout: without !== undefined };
    if (!isRefusal(again)) beginRun(tx, { takeover: again, id: job, ...how }, context.now);
    return { before: found, came: again };
  });
  return isRefusal(came) ? showRefused(came, { before, name }, context) : showTakeover(came, context);
}
