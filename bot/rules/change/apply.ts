/** Carries out a planned change of rules: exactly what was confirmed, or nothing. */
import { z } from 'zod/v4';
import type { Change, Order, Rule, Somebody } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { type Command, type Context, cardIn, press, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { showOrder } from '../../orders/card.ts';
import { openOrder, secondPeople } from '../../orders/open.ts';
import { refuseBusy } from './busy.ts';
import { applyChange } from './job.ts';
import { orderItems } from './ordered.ts';
import { freshForHours, type Item, isTooOld, itemOf, replanned, widens } from './plan.ts';
import { changeFor, keepPlan, showChange } from './plan-store.ts';
import { isWideChange } from './wide.ts';

const applyArgs = z.strictObject({
  change: argument.change.optional(),
  reason: argument.reason.optional(),
  /** Switches that were ticked on the card beside what was planned. */
  products: argument.products.optional(),
});

export interface Applied {
  change: Change;
  /** A second person has to approve it. */
  order?: Order | undefined;
  remark?: string;
}

export const apply: Command<'apply', typeof applyArgs> = {
  name: 'apply',
  role: 'admin',
  args: applyArgs,
  rest: 'reason',
  reply: true,
  orders: ({ change: id }) => id !== undefined,
  async run({ change: id, reason, products = [] }, context) {
    const { t } = context.language;
    if (!id) throw new UserError(t('change.onlyShown'), [press(t('change.pending'), 'change')]);
    const { store } = context.dependencies;
    const isWide = isWideChange(changeFor(id, store, context), store, context);
    const others = isWide ? await secondPeople(context) : undefined;
    const { change, remark, order } = await context.transact((tx): Applied => {
      const found = changeFor(id, tx, context);
      const asked = tx.get('orders', id);
      if (asked && found.state === 'planned') return { change: found, order: asked };
      // Somebody was faster, or pressed twice; the card shows what came of it.
      if (found.state !== 'planned') return { change: found };
      const planned = withTicked({ ...found, why: reason ?? found.why }, products, tx);
      return applied(tx, { planned, others }, context);
    });
    if (order) return showOrder(order, context);
    return showChange(change, context, remark);
  },
};

/** @throws UserError where another change is still at one of its rules */
function applied(
  tx: Transaction,
  { planned, others }: { planned: Change; others: readonly Somebody[] | undefined },
  context: Context,
): Applied {
  const { language, speaker, now } = context;
  const { t } = language;
  const { items, why } = planned;
  refuseBusy(
    tx,
    items.map(({ rule }) => rule),
    context,
  );
  const outdated = replanned(items, ruleIn(tx));
  if (outdated || isTooOld(planned, now)) {
    const dropped: Change = { ...planned, state: 'dropped' };
    tx.put('changes', dropped);
    if (outdated?.length === 0) return { change: dropped };
    const remark = outdated ? t('change.outdated') : t('change.tooOld', { count: freshForHours });
    return { change: planAnew(tx, { ...planned, items: outdated ?? items }, context), remark };
  }
  if (!why && items.some(widens)) return { change: putPlan(tx, planned), remark: t('change.needsReason') };
  if (isWideChange(planned, tx, context)) {
    if (!others) throw new UserError(t('order.again'));
    tx.put('changes', planned);
    const asked = { id: planned.id, what: { kind: 'change' } as const, items: orderItems(items), why };
    return { change: planned, order: openOrder(tx, asked, { others, context }) };
  }
  const by = { id: speaker.id, name: speaker.name };
  const card = cardIn(context);
  const change = applyChange(tx, { ...planned, by }, { now, card });
  return { change, ...(!card && { remark: t('change.live') }) };
}

function ruleIn(tx: Pick<Reader, 'get'>): (id: Rule['id']) => Rule | undefined {
  return (id) => tx.get('rules', id);
}

/** Only a switch can be ticked on the card; it gets the same value as the rest. */
function withTicked(planned: Change, ticked: readonly Rule['id'][], tx: Pick<Reader, 'get'>): Change {
  const wanted = planned.items[0]?.wanted;
  if (!wanted || wanted === 'OnlyTrialsWithoutPaymentMethod' || planned.undoes) return planned;
  const added = ticked.flatMap((id): Item[] => {
    const rule = tx.get('rules', id);
    const isNew = !planned.items.some((item) => item.rule === id);
    return rule?.surface === 'switch' && !rule.goneAt && isNew && rule.value !== wanted ? [itemOf(rule, wanted)] : [];
  });
  return { ...planned, items: [...planned.items, ...added] };
}

/** Keeps what was ticked and written, so that only the reason is left to give. */
function putPlan(tx: Transaction, planned: Change): Change {
  tx.put('changes', planned);
  return planned;
}

function planAnew(tx: Transaction, { items, why, undoes }: Change, context: Context): Change {
  return keepPlan(tx, { items, why: why ?? undefined, ...(undoes !== null && { undoes }) }, context);
}
