/** The requester replies to people who object: with an answer, or that it goes on all the same, which approvers see. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import type { Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import type { Move } from '../../../store/takeover/moves.ts';
import type { Command, Context } from '../../core/command.ts';
import { digest } from '../../core/shown-hash.ts';
import { argument } from '../../language/arguments.ts';
import { sortedNames } from '../cards/names.ts';
import { losersOf } from '../run/transfers.ts';
import { stillUntold } from '../state/untold.ts';
import { askAbout, makeMove, mayMove, takeoverArguments, takeoverFor, wordless } from './one-takeover.ts';
import { leaveOut } from './retry.ts';

const args = z.strictObject({
  ...takeoverArguments,
  objection: argument.objection.optional(),
  digest: argument.digest.optional(),
});
type Asked = z.infer<typeof args>;

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
    ...(name === 'proceed' && { changes: ({ request }: Asked) => request !== undefined }),
    async run(asked, context) {
      const { request, confirm, reason, objection } = asked;
      const found = takeoverFor(request, context, { name });
      if (name === 'proceed') {
        const gone = (await goOnUntold(found, asked, context)) ?? (await goOnWithout(found, asked, context));
        if (gone) return gone;
      }
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

/**
 * Ends it for those who could not be moved, once their names were shown; if they are others by now, they are shown again.
 * Undefined where nobody would lose access, or somebody objects, who is answered first.
 */
async function goOnWithout(
  found: Takeover,
  { confirm, digest: shown }: Asked,
  context: Context,
): Promise<Card | undefined> {
  const { language, dependencies } = context;
  const people = losersOf(found, dependencies.store).map(({ person }) => person);
  const isMeant = found.state === 'failed' && openObjections(found).length === 0 && people.length > 0;
  if (!isMeant || !mayMove(found, 'leave-out', context)) return undefined;
  if (confirm && shown === digest([...people].sort()))
    return leaveOut(found.id, { people, names: sortedNames(people, { language, dependencies }) }, context);
  const remark = shown && language.t('takeover.refused.shownOtherwise');
  return askAbout(found, context, { question: 'without', remark });
}

/**
 * Says of those who could not be told that they know, once their names were shown; if they are others by now, they are shown
 * again. Undefined where it waits for nobody's word, or not for the speaker's.
 */
async function goOnUntold(
  found: Takeover,
  { confirm, digest: shown }: Asked,
  context: Context,
): Promise<Card | undefined> {
  const { language, dependencies } = context;
  const people = stillUntold(found, dependencies.store, context.now);
  const isMeant = people.length > 0 && openObjections(found).length === 0;
  if (!isMeant || !mayMove(found, 'vouch', context)) return undefined;
  if (confirm && shown === digest([...people].sort())) {
    const names = sortedNames(people, { language, dependencies });
    const moveFor = (): Move => ({ kind: 'vouch', people, names });
    return makeMove(found.id, context, { name: 'proceed', moveFor, remark: language.t('takeoverCard.vouched') });
  }
  const remark = shown && language.t('takeover.refused.shownOtherwise');
  return askAbout(found, context, { question: 'untold', remark });
}

function objectionMeant(takeover: Takeover, objection: number | undefined): Takeover['objections'][number] | undefined {
  const open = openObjections(takeover);
  return objection === undefined ? open[0] : open.find((each) => each === takeover.objections[objection]);
}

export const reply = answering('reply', 'replied');
export const proceed = answering('proceed', 'went-on');
