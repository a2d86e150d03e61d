/** Puts a takeover to one approver in person; others who may approve still can. */
import { z } from 'zod/v4';
import type { Somebody, Takeover } from '../../../store/records.ts';
import { mayDecide, toDecide } from '../../../store/takeover/deciders.ts';
import { type Command, type Context, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { finder, fold, searchKey } from '../../language/fold.ts';
import type { Approver } from '../../people/people.ts';
import { cannotAsk, mayApproveNow } from './may-approve.ts';
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
  const { approvers: all, amiss, trouble } = await mayApproveNow(context);
  if (!all || amiss) throw cannotAsk({ amiss, trouble }, context);
  const others = all.filter(({ id }) => mayDecide(toDecide(takeover), { id, approver: true }));
  const id = context.mentioned.get(person);
  const meant = id && others.find((each) => each.id === id);
  if (meant) return meant;
  const wanted = fold(person);
  const isCalled = (each: string | null): boolean => each !== null && fold(each) === wanted;
  const exact = others.filter(({ name, userName, mail }) => [name, userName, mail].some(isCalled));
  const finds = finder(person);
  const near =
    exact.length > 0 || id
      ? exact
      : others.filter(({ name, userName, mail }) => finds(searchKey(name, userName, mail)));
  const [only, ...more] = near;
  if (only && more.length === 0) return only;
  const names = format.list(
    (near.length > 0 ? near : others).slice(0, mostNamed).map((each) => toldApart(each, others)),
  );
  throw new UserError(
    t(near.length > 0 ? 'takeover.reassign.several' : 'takeover.reassign.unknown', { name: person, names }),
  );
}

/** By name; and where others have the same name, by what they sign in with. */
function toldApart({ id, name, userName }: Approver, all: readonly Approver[]): string {
  const isShared = all.some((other) => other.id !== id && fold(other.name) === fold(name));
  return isShared && userName ? `${name} (${userName})` : name;
}

/** A sentence has room for this many names. */
const mostNamed = 10;
