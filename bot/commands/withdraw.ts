/** Gives a takeover up, asked once more where people were told that it happens; stops one that runs, which can be resumed. */
import { z } from 'zod/v4';
import { whyNotTheirs } from '../../store/takeover/moves.ts';
import { table } from '../../store/takeover/table.ts';
import type { Command } from './command.ts';
import { actorOf, ask, makeMove, takeoverArguments, takeoverFor } from './takeovers.ts';

const args = z.strictObject(takeoverArguments);

function giveUp<Name extends 'withdraw' | 'stop'>(name: Name): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    reply: true,
    public: true,
    async run({ request, confirm, reason }, call) {
      const found = takeoverFor(request, call.house.store, call, name);
      const rule = table[found.state].withdraw;
      const isTheirs = rule !== undefined && whyNotTheirs(found, rule, actorOf(call)) === undefined;
      const isAsked = name === 'withdraw' && isTheirs && found.state !== 'pending' && !confirm && !reason;
      if (isAsked) return ask(found, 'withdraw', call);
      return makeMove(found.id, call, name, () => ({ kind: name, words: reason ?? null }));
    },
  };
}

export const withdraw = giveUp('withdraw');
export const stop = giveUp('stop');
