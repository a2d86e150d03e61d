/** Tries once more what failed: of a change of rules, or of a takeover. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import type { Change, Takeover } from '../../store/records.ts';
import { fingerprintOf } from '../../store/takeover/fingerprint.ts';
import { isRefusal } from '../../store/takeover/moves.ts';
import { type Call, type Command, press, Refused } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { type Applied, refuseBusy } from '../rules/change/apply.ts';
import { retryChange } from '../rules/change/job.ts';
import { changeFor, showChange } from '../rules/change/planning.ts';
import {
  actorOf,
  showRefused,
  showTakeover,
  takeoverArguments,
  takeoverFor,
} from '../takeovers/decision/one-takeover.ts';
import { beginRun } from '../takeovers/run/run.ts';
import { currentAction } from '../takeovers/state/action.ts';
import { decide } from '../takeovers/state/decide.ts';

const args = z.strictObject({ change: argument.change.optional(), request: takeoverArguments.request });

export const retry: Command<'retry', typeof args> = {
  name: 'retry',
  role: 'anyone',
  args,
  reply: true,
  public: true,
  run({ change, request }, call) {
    const { t } = call.language;
    if (request) return retryTakeover(request, call);
    if (!call.speaker.roles.has('admin')) throw new Refused(t('refused.role', { role: t('refused.roles.admin') }));
    if (!change) throw new Refused(t('change.onlyShown'), [press(t('change.pending'), 'change')]);
    return retryRules(change, call);
  },
};

async function retryRules(id: Change['id'], call: Call): Promise<Card> {
  const { t } = call.language;
  const { change, remark } = await call.transact((tx): Applied => {
    const found = changeFor(id, tx, call);
    if (found.state === 'planned')
      throw new Refused(t('change.notBegun', { id }), [press(t('button.open'), 'change', { change: id })]);
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

/** Whoever approved it must still be heard, and it must still be what they approved; its run then looks at everything anew. */
async function retryTakeover(id: Takeover['id'], call: Call): Promise<Card> {
  const { store, people } = call.house;
  const { requester, approvals } = takeoverFor(id, store, call, 'retry');
  const approvers = approvals.map(({ by }) => by.id);
  const standing = await people.standingOf(requester.id, approvers).catch((error: unknown) => {
    if (error instanceof MicrosoftFailed) throw new Refused(call.language.t('takeover.mayTry'));
    throw error;
  });
  const { before, came } = await call.transact((tx) => {
    const found = takeoverFor(id, tx, call, 'retry');
    const action = currentAction(found, store, { within: tx });
    const job = tx.nextId('J');
    const fingerprint = action ? fingerprintOf(action) : '';
    const again = decide(tx, found, { kind: 'retry', fingerprint, standing, job }, actorOf(call), call.now);
    if (!isRefusal(again)) beginRun(tx, again, job, false, call.now);
    return { before: found, came: again };
  });
  return isRefusal(came) ? showRefused(came, before, call, 'retry') : showTakeover(came, call);
}
