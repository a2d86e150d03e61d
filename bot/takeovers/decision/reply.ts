/** The requester replies to people who object: with an answer, or that it goes on all the same, which approvers see. */
import { z } from 'zod/v4';
import type { Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import type { Move } from '../../../store/takeover/moves.ts';
import type { Command } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { askAbout, makeMove, mayMove, takeoverArguments, takeoverFor, wordless } from './one-takeover.ts';

const args = z.strictObject({ ...takeoverArguments, objection: argument.objection.optional() });

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
    async run({ request, confirm, reason, objection }, context) {
      const found = takeoverFor(request, context, { name });
      const open = openObjections(found);
      const isTheirs = open.length > 0 && mayMove(found, 'answer', context);
      const remark = reason
        ? context.language.t('takeover.oneOfThem', { count: open.length - 1 })
        : wordless(confirm, context);
      // Words for one must never go to another: with several, the card shows who objected first, and asks.
      if (isTheirs && (!reason || (objection === undefined && open.length > 1)))
        return askAbout(found, context, { question: name, remark, said: reason });
      const moveFor = (takeover: Takeover): Move => ({
        kind: 'answer',
        to: objectionMeant(takeover, objection)?.by.id ?? '',
        how,
        words: reason ?? '',
      });
      return makeMove(found.id, context, { name, moveFor });
    },
  };
}

function objectionMeant(takeover: Takeover, objection: number | undefined): Takeover['objections'][number] | undefined {
  const open = openObjections(takeover);
  return objection === undefined ? open[0] : open.find((each) => each === takeover.objections[objection]);
}

export const reply = answering('reply', 'replied');
export const proceed = answering('proceed', 'went-on');
