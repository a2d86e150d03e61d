/** Puts a takeover to one approver in person; others who may approve still can. */
import { z } from 'zod/v4';
import type { Somebody, Takeover } from '../../../store/records.ts';
import { mayDecide, toDecide } from '../../../store/takeover/deciders.ts';
import { type Command, type Context, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { unaccent } from '../../language/fold.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';
import { makeMove, mayMove, takeoverArguments, takeoverFor } from './one-takeover.ts';

const args = z.strictObject({ request: takeoverArguments.request, person: argument.person.optional() });

export const reassign: Command<'reassign', typeof args> = {
  name: 'reassign',
  role: 'anyone',
  args,
  reply: true,
  rest: 'person',
  async run({ request, person }, context) {
    const { t, words } = context.language;
    const found = takeoverFor(request, context, { name: 'reassign' });
    const moving = (to: Somebody | null) => ({
      name: 'reassign' as const,
      moveFor: () => ({ kind: 'reassign', to: to && { ...to, approves: true } }) as const,
    });
    // Only people who may decide about it learn who may approve.
    if (!mayMove(found, 'reassign', context)) return makeMove(found.id, context, moving(null));
    if (!person)
      throw new UserError(
        t('takeover.reassign.who', { example: `${words.commands.reassign.names[0]} ${found.id} Megan` }),
      );
    const to = await approverNamed(person, found, context);
    return makeMove(found.id, context, moving(to));
  },
};

/** @throws UserError unless exactly one person who may decide about it has that name */
async function approverNamed(person: string, takeover: Takeover, context: Context) {
  const { t, format } = context.language;
  const all = await context.dependencies.people.approvers({ fresh: true }).catch((error: unknown) => {
    if (error instanceof MicrosoftFailed) throw new UserError(t('takeover.mayTry'));
    throw error;
  });
  const others = all.filter(({ id }) => mayDecide(toDecide(takeover), { id, approver: true }));
  const wanted = unaccent(person);
  const exact = others.filter(({ name }) => unaccent(name) === wanted);
  const near = exact.length > 0 ? exact : others.filter(({ name }) => unaccent(name).includes(wanted));
  const [only, ...more] = near;
  if (only && more.length === 0) return only;
  const names = format.list((near.length > 0 ? near : others).slice(0, mostNamed).map(({ name }) => name));
  throw new UserError(
    t(near.length > 0 ? 'takeover.reassign.several' : 'takeover.reassign.unknown', { name: person, names }),
  );
}

/** A sentence has room for this many names. */
const mostNamed = 10;
