/** Orders as rows of the list of what there is to decide. */
import type { Row } from '../../cards/list.ts';
import { isIdle } from '../../store/hold.ts';
import { decisionTime, isPending, type OrderMove, partOf } from '../../store/order.ts';
import type { Order } from '../../store/records.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { finderOfAll, searchKey } from '../language/fold.ts';
import { addressesOf, calledIn } from '../people/told-apart.ts';
import { deciderOf, idOfOrder, titleOf, whatText } from './card.ts';
import { maySee } from './decide.ts';

type Stage = 'waiting' | 'running' | 'mine' | 'ended' | 'every';

/** Newest first; of those the reader may see. What was approved is under way elsewhere. */
export function ordersAt(stage: Stage, words: string, context: Context): Order[] {
  const { dependencies, speaker, now, language } = context;
  const time = decisionTime(dependencies.store, now);
  const isAt: Record<Stage, (order: Order) => boolean> = {
    waiting: (order) => isPending(order, time),
    running: () => false,
    mine: ({ requester }) => requester.id === speaker.id,
    ended: (order) => !isPending(order, time),
    every: () => true,
  };
  const isMeant = finderOfAll(words);
  const textOf = (order: Order): string => {
    const { id, requester } = order;
    return searchKey(id, requester.name, whatText(order, language), ...addressesOf(dependencies.store, requester.id));
  };
  return [...dependencies.store.all('orders')]
    .filter((order) => maySee(order, context) && isAt[stage](order))
    .filter((order) => isMeant(textOf(order)))
    .reverse();
}

/** What the speaker may decide as the second person. */
export function toSecond(context: Context): Order[] {
  return ordersAt('waiting', '', context).filter((each) => partOf(each, deciderOf(context)) === 'second');
}

/**
 * Nothing was named, and there is an order they could mean.
 *
 * @throws UserError that names it; where there is none, nothing is said here
 */
export function askWhich(context: Context, move: OrderMove): void {
  const { t, words } = context.language;
  const part = move === 'withdraw' ? 'requester' : 'second';
  const [order] = ordersAt('waiting', '', context).filter((each) => partOf(each, deciderOf(context)) === part);
  if (!order) return;
  const example = `${words.commands[move].names[0]} ${order.id}`;
  throw new UserError(t('order.which', { example }), [press(t('button.listApprovals'), 'approvals')]);
}

export function orderRow(order: Order, { dependencies, now, language }: Context): Row {
  const { id, requester, why, decideBy, approvals, ended } = order;
  const { t, format } = language;
  const isOpen = isPending(order, decisionTime(dependencies.store, now));
  const isPaused = isOpen && isIdle(dependencies.store);
  const at = isOpen ? decideBy : (ended?.at ?? approvals.at(-1)?.at ?? decideBy);
  return {
    title: whatText(order, language),
    subtitle: t('approvals.by', { name: calledIn(dependencies.store, requester) }),
    detail: why ?? titleOf(order, isOpen, language),
    aside: {
      label: isOpen ? t('approvals.decideBy') : t(`order.state.${order.state === 'pending' ? 'expired' : order.state}`),
      text: format.date(at),
      hint: isPaused ? t('takeoverCard.pausedShort') : format.relative(at, now),
      urgent: isOpen && !isPaused && Date.parse(at) - now.getTime() < 86_400_000,
    },
    small: id,
    open: press(`${t('button.open')} ${id}`, 'approval', idOfOrder(order)),
  };
}
