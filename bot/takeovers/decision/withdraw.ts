/** Gives a takeover up, asked once more where people were told that it happens; stops one that runs, which can be resumed. */
import { z } from 'zod/v4';
import type { Command, Context } from '../../core/command.ts';
import { isLicenceRequest, ofLicence } from '../../core/licence-request.ts';
import { decideOrder } from '../../orders/decide.ts';
import { askWhich } from '../../orders/list.ts';
import { askAbout, makeMove, mayMove, orderArguments, takeoverArguments, takeoverFor } from './one-takeover.ts';

const args = z.strictObject({ ...takeoverArguments, ...orderArguments });

function giveUp<Name extends 'withdraw' | 'stop'>(name: Name): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    reply: true,
    public: true,
    async run({ request, confirm, reason, change, second }, context) {
      const id = change ?? second;
      if (isLicenceRequest(request)) return ofLicence(request, { move: 'withdraw', reason }, context);
      if (id) return decideOrder(id, { move: 'withdraw', words: reason ?? null }, context);
      if (!request && name === 'withdraw') askWhich(context, 'withdraw');
      // A bare "stop" of people who have nothing to stop is about what is sent to them.
      if (!request && name === 'stop' && !mayStopAny(context)) return context.read('notify').command.run({}, context);
      const found = takeoverFor(request, context, { name });
      // A takeover that has not begun is stopped for good.
      const kind = found.state === 'approved' ? 'withdraw' : name;
      const isTheirs = kind === 'withdraw' && mayMove(found, kind, context);
      if (isTheirs && found.state !== 'pending' && !confirm && !reason)
        return askAbout(found, context, { question: kind });
      return makeMove(found.id, context, { name, moveFor: () => ({ kind, words: reason ?? null }) });
    },
  };
}

function mayStopAny(context: Context): boolean {
  return [...context.dependencies.store.all('takeovers')].some((each) => mayMove(each, 'stop', context));
}

export const withdraw = giveUp('withdraw');
export const stop = giveUp('stop');
