/** Takeovers as a list, and one of them. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { type Filter, list, pageOf, type Row } from '../../../cards/list.ts';
import { present, when } from '../../../cards/when.ts';
import { isIdle } from '../../../store/hold.ts';
import type { Order, Takeover } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { openObjections, waitsForApprovers } from '../../../store/takeover/advance.ts';
import { ends } from '../../../store/takeover/table.ts';
import { type Command, type Context, type DecisionStage, press } from '../../core/command.ts';
import { isLicenceRequest, ofLicence } from '../../core/licence-request.ts';
import { pageButtons, pageLine, pastEnd } from '../../core/paging.ts';
import { argument } from '../../language/arguments.ts';
import { finderOfAll, searchKey } from '../../language/fold.ts';
import { showOrder } from '../../orders/card.ts';
import { orderFor } from '../../orders/decide.ts';
import { orderRow, ordersAt, toSecond } from '../../orders/list.ts';
import { mayKnow } from '../../people/may-know.ts';
import { addressesOf, calledIn } from '../../people/told-apart.ts';
import { allHoldersCard } from '../cards/all-holders.ts';
import { objectsBadge } from '../cards/badges.ts';
import { actText } from '../cards/view/summary.ts';
import { isTrusted } from '../cards/view/viewer.ts';
import { awayRemark } from './away.ts';
import { mayMove, orderArguments, showTakeover, takeoverArguments, takeoverFor, viewerOf } from './one-takeover.ts';

const one = z.strictObject({
  ...orderArguments,
  request: takeoverArguments.request,
  list: argument.list.optional(),
  back: argument.back.optional(),
});

export const approval: Command<'approval', typeof one> = {
  name: 'approval',
  role: 'anyone',
  args: one,
  reads: true,
  reply: true,
  // Back from a question, the channel shows the card it showed before; opened, it is shown whole in the reader's own chat.
  public: ({ back }) => back !== undefined,
  run: ({ request, change, second, list: names }, context) => {
    const id = change ?? second;
    if (isLicenceRequest(request)) return ofLicence(request, {}, context);
    if (names) return showHolders(request, context);
    if (id) return showOrder(orderFor(id, context.dependencies.store, context), context);
    return showTakeover(takeoverFor(request, context, { name: 'approval' }), context);
  },
};

/** Everybody it is about; without a number, that of the one that waits for the speaker. */
function showHolders(request: string | undefined, context: Context): Card | Promise<Card> {
  const [only, ...more] = [...context.dependencies.store.all('takeovers')].filter((takeover) =>
    waitsFor(takeover, context),
  );
  if (!request && (!only || more.length > 0)) return approvals.run({}, context);
  return holdersCard(takeoverFor(request ?? only?.id, context, { name: 'approval' }), context);
}

/** Only people who decide read who holds it. */
function holdersCard(takeover: Takeover, context: Context): Card {
  const viewer = viewerOf(takeover, context);
  if (!isTrusted(viewer)) return showTakeover(takeover, context, context.language.t('takeoverCard.namesNotYours'));
  return allHoldersCard(takeover, viewer);
}

const many = z.strictObject({
  stage: argument.stage.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  words: argument.words.optional(),
  page: argument.page.optional(),
});
type Stage = NonNullable<z.infer<typeof many>['stage']>;

export const approvals: Command<'approvals', typeof many> = {
  name: 'approvals',
  role: 'anyone',
  args: many,
  reads: true,
  rest: 'words',
  searches: true,
  waits(context) {
    const { store } = context.dependencies;
    const orders = toSecond(context).map((order) => orderRow(order, context));
    const takeovers = [...store.all('takeovers')]
      .filter((takeover) => waitsFor(takeover, context))
      .map((takeover) => rowOf(takeover, context));
    return [...orders, ...takeovers].map(({ title, detail, aside, open }) => ({
      title,
      text: [detail, aside && `${aside.label} ${aside.text}`].filter(Boolean).join(' · '),
      ...(open && { press: open }),
    }));
  },
  goesOn(context) {
    const { speaker, dependencies } = context;
    return [...dependencies.store.all('takeovers')]
      .filter(({ state, requester, purchase }) => {
        return !ends.has(state) && (requester.id === speaker.id || purchase.purchaser?.id === speaker.id);
      })
      .map((takeover) => ({
        title: takeover.purchase.product,
        text: [context.language.t(`takeover.state.${takeover.state}`), takeover.id].join(' · '),
        press: press(`${context.language.t('button.open')} ${takeover.id}`, 'approval', { request: takeover.id }),
      }));
  },
  run({ stage: asked, product, by, words: free, page }, context) {
    const words = present(product, by, free).join(' ');
    // People who look for one by its words may not know its state.
    const stage = asked ?? (words ? 'every' : 'waiting');
    const { t, words: own } = context.language;
    const { store } = context.dependencies;
    const takeovers = [...store.all('takeovers')]
      .filter(
        (takeover) =>
          mayKnow(takeover, context.speaker) && isAt[stage](takeover, context) && isMeant(takeover, words, store),
      )
      .reverse();
    // What waits for a second person comes first.
    const orders = ordersAt(stage, words, context);
    const others = decisionsOf({ stage, words }, context);
    const place = pageOf<Order | Takeover | Row>([...orders, ...others, ...takeovers], page);
    const counts = { orders: orders.length, requests: others.length, takeovers: takeovers.length };
    const count = countText(counts, context);
    const same = { stage, ...(words && { words }) };
    return list({
      title: t(`approvals.title.${stage}`),
      subtitle: count,
      remarks: present(
        awayRemark(context),
        words && t('approvals.which', { what: words }),
        ...pastEnd(place, page, context),
      ),
      filter: filterOf(stage, words, context),
      rows: place.shown.map((each) => rowIn(each, context)),
      empty: words ? t('approvals.noMatch', { what: words }) : t(`approvals.none.${stage}`),
      pageOf: pageLine(place, context),
      buttons: [
        ...pageButtons(place, { verb: 'approvals', same }, context),
        ...when(stage !== 'every', press(t('approvals.title.every'), 'approvals', { stage: 'every' })),
      ],
      summary: count,
      fallback: t('fallback', { command: own.commands.approvals.names[0] }),
    });
  },
};

function decisionsOf(asked: DecisionStage, context: Context): readonly Row[] {
  return Object.values(context.commands)
    .flat()
    .flatMap(({ decisions }) => decisions?.(asked, context) ?? []);
}

function rowIn(each: Order | Takeover | Row, context: Context): Row {
  if ('open' in each) return each;
  return 'purchase' in each ? rowOf(each, context) : orderRow(each, context);
}

interface Counts {
  orders: number;
  requests: number;
  takeovers: number;
}

function countText({ orders, requests, takeovers }: Counts, { language: { t } }: Context): string {
  const isTold = takeovers > 0 || orders + requests === 0;
  return present(
    orders > 0 && t('order.count', { count: orders }),
    requests > 0 && t('request.list.count', { count: requests }),
    isTold && t('approvals.count', { count: takeovers }),
  ).join(' · ');
}

function filterOf(stage: Stage, words: string, { language: { t } }: Context): Filter {
  return {
    toggle: t('button.filter'),
    words: { label: t('purchases.filterWords'), placeholder: t('approvals.filterWordsHint'), value: words },
    choices: [
      {
        id: 'stage',
        label: t('approvals.stage'),
        value: stage,
        options: stages.map((value) => ({ title: t(`approvals.title.${value}`), value })),
      },
    ],
    buttons: [{ ...press(t('button.showResults'), 'approvals'), inputs: true }],
  };
}

const stages: readonly Stage[] = ['waiting', 'running', 'mine', 'ended', 'every'];

const isAt: Record<Stage, (takeover: Takeover, context: Context) => boolean> = {
  waiting: waitsForApprovers,
  running: (takeover) => !waitsForApprovers(takeover) && !ends.has(takeover.state),
  mine: ({ requester, putTo }, { speaker }) => requester.id === speaker.id || putTo?.id === speaker.id,
  ended: ({ state }) => ends.has(state),
  every: () => true,
};

/** It waits for the speaker: to decide, or to say that those who could not be told know. */
function waitsFor(takeover: Takeover, context: Context): boolean {
  return waitsForApprovers(takeover) && (mayMove(takeover, 'approve', context) || mayMove(takeover, 'vouch', context));
}

/** By name, or by what they sign in with, or where their mail goes. */
function isMeant({ id, purchase, requester }: Takeover, words: string, store: Reader): boolean {
  const { product, purchaser } = purchase;
  const addresses = [purchaser?.id, requester.id].flatMap((each) => addressesOf(store, each));
  return finderOfAll(words)(searchKey(id, purchase.id, product, purchaser?.name, requester.name, ...addresses));
}

function rowOf(takeover: Takeover, { language, now, dependencies: { store } }: Context): Row {
  const { t, format } = language;
  const { id, state, purchase, requester, requestedAt } = takeover;
  const decideBy = format.lastMoment(takeover.decideBy);
  const isPending = state === 'pending';
  const isPaused = isPending && isIdle(store);
  const last = takeover.history.at(-1)?.at ?? requestedAt;
  return {
    title: purchase.product,
    subtitle: purchase.purchaser ? calledIn(store, purchase.purchaser) : t('purchases.organisation'),
    detail: [actText(takeover, language), t('approvals.by', { name: calledIn(store, requester) })].join(' · '),
    aside: {
      label: isPending ? t('approvals.decideBy') : t(`takeover.state.${state}`),
      text: format.date(isPending ? decideBy : last),
      hint: isPaused ? t('takeoverCard.pausedShort') : format.relative(isPending ? decideBy : last, now),
      urgent: isPending && !isPaused && decideBy.getTime() - now.getTime() < 86_400_000,
    },
    badges: objectsBadge(openObjections(takeover).length, t),
    small: `${id} · ${purchase.id}`,
    open: press(`${t('button.open')} ${id}`, 'approval', { request: id }),
  };
}
