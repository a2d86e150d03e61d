/** The checklist of a product on its way to the organisation: the six steps, then each purchase and what became of it. */

import { type Button, type Card, type Link, shorten } from '../../cards/card.ts';
import { type Choice, type Line, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { type Context, press } from '../core/command.ts';
import { dataAge } from '../core/freshness.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { leftText } from '../licences/assign-everyone.ts';
import { isOffered, seatPools } from '../licences/seat-pools.ts';
import { isNamesake } from '../microsoft/departmental.ts';
import { adminCentre } from '../microsoft/links.ts';
import { calledIn } from '../people/told-apart.ts';
import { isLive, type Row } from '../purchases/purchase-index.ts';
import { purchaserOf, seatsOf } from '../purchases/wording.ts';
import {
  type Fate,
  type Fated,
  isPooled,
  missingOf,
  type Situation,
  type State,
  type Step,
  stateOf,
  steps,
} from './steps.ts';

const longestName = 80;
/** The six steps take the room of the others. */
const purchasesPerPage = 5;
const mostProducts = 40;

export function showChecklist(at: Situation, asked: number, context: Context): Card {
  const { t, words } = context.language;
  const { source, target } = at;
  const place = pageOfPurchases(at, asked);
  const line = pageLine(place, context);
  return report({
    title: t('centralise.title'),
    name: source.name,
    subtitle: dataAge(context, 'holders'),
    sections: [
      { lines: steps.map((step, number) => stepLine({ step, number: number + 1 }, at, context)) },
      { heading: t('centralise.purchases'), lines: place.shown.map((each) => purchaseLine(each, context)) },
    ],
    ...choiceOf(at, context),
    notes: [...pastEnd(place, asked, context), ...present(line)],
    buttons: buttonsOf(at, place, context),
    links: linksOf(at, context),
    summary: t('centralise.summary', { product: source.name, done: doneOf(at), of: steps.length }),
    fallback: t('fallback', { command: `${words.commands.centralise.names[0]} ${target ? source.part : source.name}` }),
  });
}

function pageOfPurchases({ purchases }: Situation, asked: number) {
  const pages = Math.max(1, Math.ceil(purchases.length / purchasesPerPage));
  const page = Math.min(asked, pages);
  return { page, pages, shown: purchases.slice((page - 1) * purchasesPerPage, page * purchasesPerPage) };
}

function doneOf(at: Situation): number {
  return steps.filter((step) => stateOf(step, at) === 'done').length;
}

const marks = {
  done: { sign: '✓', tone: 'good' },
  'under-way': { sign: '…', tone: 'plain' },
  open: { sign: '–', tone: 'attention' },
} as const satisfies Record<State, object>;

function stepLine({ step, number }: { step: Step; number: number }, at: Situation, context: Context): Line {
  const { t } = context.language;
  const state = stateOf(step, at);
  const { sign, tone } = marks[state];
  return {
    mark: { text: `${sign} ${t(`centralise.state.${state}`)}`, tone },
    title: `${number}. ${t(`centralise.step.${step}`)}`,
    text: details[step](at, context),
  };
}

/** What Purser knows of each step, in words. */
const details: Record<Step, (at: Situation, context: Context) => string> = {
  open: (_, { language: { t } }) => t('centralise.open'),
  find: ({ source, target }, { language: { t } }) =>
    target
      ? t('centralise.find', { product: `${target.name} (${target.part})` })
      : t('centralise.findAny', { product: source.name }),
  buy: buyText,
  export({ exported, purchases }, { language: { t, format }, dependencies: { store } }) {
    if (exported)
      return t('centralise.exported', {
        name: exported.actor ? calledIn(store, exported.actor) : '',
        when: format.dateTime(exported.at),
      });
    return t(purchases.some(({ row }) => isLive(row.purchase)) ? 'centralise.notExported' : 'centralise.noExport');
  },
  assign(at, context) {
    const { t, format } = context.language;
    if (isPooled(at)) return t('centralise.pooled', { product: at.source.name });
    if (at.holders.length + at.left.length === 0) return t('centralise.nobodyHolds');
    if (!at.target) return t('centralise.firstBuy');
    if (!at.known) return t('centralise.assignUnknown');
    const have = at.holders.length - at.lacking.length;
    const assigned = t('centralise.assigned', {
      have: format.number(have),
      all: format.number(at.holders.length + at.left.length),
      product: at.target.name,
    });
    return present(assigned, leftText(at.left, context)).join(' · ');
  },
  ask({ purchases }, { language: { t, format } }) {
    const ended = purchases.filter(({ fate }) => fate === 'ended').length;
    return t('centralise.cancelled', { done: format.number(ended), all: format.number(purchases.length) });
  },
};

function buyText(at: Situation, { language: { t, format } }: Context): string {
  const missing = missingOf(at);
  if (!at.target) return t('centralise.seatsToBuy', { count: missing });
  const seats = format.number(at.target.central);
  if (missing === 0 || !at.known) return t('centralise.seats', { seats });
  const isUnsure = at.target.room.atLeast && !isPooled(at);
  return isUnsure
    ? t('centralise.seatsPerhapsMissing', { seats, missing })
    : t('centralise.seatsMissing', { seats, count: missing });
}

/** What a press on a purchase leads to. */
const leads: Record<Fate, (row: Row, context: Context) => Button> = {
  ended: openIt,
  asked: openIt,
  seen: openIt,
  open: (row, { language: { t } }) => press(t('centralise.press.ask'), 'ask', { purchase: row.purchase.id }),
  left: takeOver,
  objected: takeOver,
  silent: takeOver,
  takeover: ({ purchase: { id, decision } }, { language: { t } }) =>
    decision?.kind === 'takeover'
      ? press(`${t('button.open')} ${decision.takeover}`, 'approval', { request: decision.takeover })
      : press(t('button.openPurchase'), 'purchase', { purchase: id }),
};

function openIt({ purchase: { id } }: Row, { language: { t } }: Context): Button {
  return press(t('button.openPurchase'), 'purchase', { purchase: id });
}

function takeOver({ purchase: { id } }: Row, { language: { t } }: Context): Button {
  return press(t('button.takeOver'), 'takeover', { purchase: id });
}

function purchaseLine({ row, fate, asked }: Fated, context: Context): Line {
  const { t, format } = context.language;
  const { id, quantity, decision } = row.purchase;
  const told = t(`centralise.fate.${fate}`, {
    when: asked ? format.date(asked.createdAt) : '',
    takeover: decision?.kind === 'takeover' ? decision.takeover : '',
  });
  const button = leads[fate](row, context);
  const name = shorten(purchaserOf(row, context), longestName);
  return {
    title: name,
    text: [seatsOf(quantity, context), id, told, asked?.answer?.words, `› ${button.title}`].filter(Boolean).join(' · '),
    press: { ...button, title: [button.title, name, id].join(', ') },
  };
}

/** If no product of the organisation's has this name, somebody has to choose the one that takes its place. */
function choiceOf({ source, target }: Situation, context: Context): { choice?: Choice } {
  if (target && (target.sku === source.sku || isNamesake(target.name, source.name))) return {};
  const options = seatPools(context.dependencies.store, context.now)
    .filter((product) => product.central > 0 && isOffered(product))
    .sort((a, b) => context.language.format.compare(a.name, b.name))
    .slice(0, mostProducts)
    .map(({ sku, name }) => ({ title: name, value: sku }));
  const label = context.language.t('centralise.target');
  return options.length > 0 ? { choice: { id: 'target', label, options, ...(target && { value: target.sku }) } } : {};
}

function buttonsOf(at: Situation, place: { page: number; pages: number }, context: Context): Button[] {
  const { t } = context.language;
  const { source, target } = at;
  const same = { product: source.sku, ...(target && { target: target.sku }) };
  const isRunning = at.purchases.some(({ row }) => isLive(row.purchase));
  const canAssign = target && !isPooled(at) && !at.assigning && at.lacking.length > 0;
  const { choice } = choiceOf(at, context);
  return [
    ...(canAssign ? [press(t('centralise.assignRest'), 'assign', { source: source.sku, product: target.sku })] : []),
    ...when(
      isRunning && at.holders.length > 0,
      press(t('centralise.export'), 'export', { what: 'licences', product: source.sku }),
    ),
    ...when(choice !== undefined, {
      ...press(t('centralise.useTarget'), 'centralise', { product: source.sku }),
      inputs: true as const,
    }),
    ...pageButtons(place, { verb: 'centralise', same }, context),
    ...when(place.pages <= 1, press(t('button.refresh'), 'centralise', same)),
  ];
}

function linksOf(at: Situation, { language: { t } }: Context): Link[] {
  return stateOf('buy', at) === 'done'
    ? []
    : [{ title: t('centralise.purchaseServices'), url: adminCentre.worldwide.purchaseServices }];
}
