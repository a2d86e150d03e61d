/**
 * Shows a change of rules as it is now; without an id, the changes that wait. A typed "cancel" comes here, too: such a word
 * without an id never acts.
 */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { type Line, report } from '../../../cards/report.ts';
import { decisionTime, isPending } from '../../../store/order.ts';
import type { Change, Order } from '../../../store/records.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { showOrder } from '../../orders/card.ts';
import { maySee } from '../../orders/decide.ts';
import { calledIn } from '../../people/told-apart.ts';
import { showPurchase } from '../../purchases/card.ts';
import { changeFor, plansOf, showChange } from './plan-store.ts';

const args = z.strictObject({
  change: argument.change.optional(),
  purchase: argument.purchase.optional(),
  words: argument.words.optional(),
});

export const change: Command<'change', typeof args> = {
  name: 'change',
  role: 'anyone',
  args,
  reads: ({ purchase }) => purchase === undefined,
  rest: 'words',
  waits: (context) =>
    plansOf(context.dependencies.store, context.speaker.id).map(({ id, items, at }) => ({
      title: context.language.t('waiting.change'),
      text: [
        id,
        context.language.t('change.count', { count: items.length }),
        context.language.format.relative(at, context.now),
      ].join(' · '),
      press: press(`${context.language.t('button.open')} ${id}`, 'change', { change: id }),
    })),
  run({ change: id, purchase }, context) {
    if (purchase) return cancelOf(purchase, context);
    const order = id && context.dependencies.store.get('orders', id);
    if (order && maySee(order, context)) return showAsked(order, context);
    // Someone who may not see rules can only mean a message that waits for their answer.
    if (!context.speaker.roles.has('viewer')) return context.read('seen').command.run({}, context);
    return id ? showChange(changeFor(id, context.dependencies.store, context), context) : showWaiting(context);
  },
};

/** "cancel P-3": a word alone cancels nothing. An admin is led to the form for it, anybody else to the purchase. */
function cancelOf(purchase: string, context: Context): Card | Promise<Card> {
  if (!context.speaker.roles.has('admin')) return showPurchase(purchase, context);
  const { command } = context.read(`takeover ${purchase}`);
  return command.run(command.args.parse({ purchase, act: 'cancel' }), context);
}

/** What waits for a second person shows that it does; those who may decide about it may see what became of it, too. */
function showAsked(order: Order, context: Context): Card {
  const { store } = context.dependencies;
  const found = store.get('changes', order.id);
  const isWaiting = isPending(order, decisionTime(store, context.now));
  return found && !isWaiting ? showChange(found, context) : showOrder(order, context);
}

const mostRecent = 5;

/** @throws UserError where there is nothing to show */
function showWaiting(context: Context): Card {
  const { t, words } = context.language;
  const { store } = context.dependencies;
  const waiting = plansOf(store, context.speaker.id);
  const recent = [...store.all('changes')].filter(({ state }) => state !== 'planned').slice(-mostRecent);
  if (waiting.length + recent.length === 0)
    throw new UserError(t('change.nonePending'), [press(t('button.rules'), 'rules')]);
  return report({
    title: t('change.pending'),
    paragraphs: [waiting.length > 0 ? t('change.onlyShown') : t('change.nonePending')],
    sections: [
      {
        lines: waiting
          .slice(-mostRecent)
          .reverse()
          .map((each) => lineOf(each, context)),
      },
      { heading: t('change.recent'), lines: recent.reverse().map((each) => lineOf(each, context)) },
    ],
    buttons: [press(t('button.rules'), 'rules')],
    summary: t('change.pending'),
    fallback: t('fallback', { command: words.commands.change.names[0] }),
  });
}

function lineOf(
  { id, state, items, at, by }: Change,
  { language: { t, format }, now, dependencies: { store } }: Context,
): Line {
  const order = state === 'planned' ? store.get('orders', id) : undefined;
  const isAsked = order !== undefined && isPending(order, decisionTime(store, now));
  return {
    title: `${id} · ${t(`change.state.${isAsked ? 'asked' : state}`)}`,
    text: [
      t('change.count', { count: items.length }),
      by ? calledIn(store, by) : t('change.itself'),
      format.relative(at, now),
    ].join(' · '),
    press: press(`${t('button.open')} ${id}`, 'change', { change: id }),
  };
}
