/** What the requester says to whoever objects: an answer, or that it goes on all the same, which approvers see. */
import { z } from 'zod/v4';
import { openObjections } from '../../store/takeover/advance.ts';
import type { Command } from './command.ts';
import { ask, makeMove, takeoverArguments, takeoverFor } from './takeovers.ts';

const args = z.strictObject(takeoverArguments);

function answering<Name extends 'reply' | 'proceed'>(
  name: Name,
  how: 'replied' | 'went-on',
): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    reply: true,
    async run({ request, reason }, call) {
      const found = takeoverFor(request, call.house.store, call, name);
      if (!reason && openObjections(found).length > 0) return ask(found, name, call);
      // The oldest that has no answer: the one the card shows first.
      return makeMove(found.id, call, name, (takeover) => ({
        kind: 'answer',
        to: openObjections(takeover)[0]?.by.id ?? '',
        how,
        words: reason ?? '',
      }));
    },
  };
}

export const reply = answering('reply', 'replied');
export const proceed = answering('proceed', 'went-on');
