/** An order that waits for a second person, or what became of it. */
import type { Button, Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { called, isAway } from '../../store/calls.ts';
import { isIdle } from '../../store/hold.ts';
import { noticeOf } from '../../store/notices.ts';
import {
  decisionTime,
  hasApproved,
  isForAdmins,
  isNewsToRequester,
  isPending,
  lacking,
  type OrderPart,
  partOf,
} from '../../store/order.ts';
import type { Order, Somebody } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { grouped } from '../core/grouped.ts';
import { listedNames, shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, SayingOf, Shown } from '../core/notice.ts';
import type { Language } from '../language/index.ts';
import { calledIn, nameAmong } from '../people/told-apart.ts';
import { orderKey } from './posted.ts';

interface Viewed {
  language: Language;
  now: Date;
  dependencies: Dependencies;
  /** What the reader is to it; a chat shows the buttons of those who may approve. */
  part: OrderPart | undefined;
  /** Null where a chat reads it. */
  reader: string | null;
}

export function orderCard(order: Order, viewed: Viewed, { remark }: { remark?: string } = {}): Card {
  const { language, part } = viewed;
  const { t, format, words } = language;
  const { id, requester, at } = order;
  const isOpen = isPending(order, decisionTime(viewed.dependencies.store, viewed.now));
  const state = isOpen || order.state !== 'pending' ? order.state : 'expired';
  const title = titleOf(order, isOpen, language);
  return report({
    title,
    subtitle: t('order.asked', {
      id,
      name: shortName(calledIn(viewed.dependencies.store, requester)),
      when: format.dateTime(at),
    }),
    paragraphs: [...present(remark), whatText(order, language), nextText(order, state, t)],
    sections: [{ lines: linesOf(order, viewed) }, { facts: factsOf(order, isOpen, viewed) }],
    ...(isOpen &&
      part === 'second' && {
        answer: {
          id: 'reason',
          label: t('order.reason'),
          placeholder: t('order.reasonHint'),
        },
      }),
    buttons: isOpen ? buttonsFor(order, viewed) : present(openChange(order, language)),
    summary: `${id} · ${title}`,
    fallback: fallbackOf(order, words, t),
  });
}

function nextText({ what }: Order, state: Order['state'], t: Language['t']): string {
  return t(state === 'pending' && isForAdmins(what) ? 'order.next.forAdmins' : `order.next.${state}`);
}

/** More names than this are counted; all of an order for every product have room. */
const mostItems = 60;

/** Who approves it reads all of it: what becomes the same stands together. In a channel or group nobody reads who gets or loses a licence. */
function linesOf({ what, items }: Order, { language, reader, dependencies: { store } }: Viewed): Line[] {
  const isPeople = what.kind === 'licences';
  if (isPeople && reader === null) return [];
  return [...grouped(items, (item) => valuesText(item, language))].map(([values, some]) => {
    const names = some.map((item) => nameOf(item, isPeople ? store : undefined, language.t));
    const text = listedNames(names, { most: mostItems }, language);
    return values === '' ? { title: text } : { title: values, text };
  });
}

function fallbackOf({ id }: Order, words: Language['words'], t: Language['t']): string {
  return t('fallback', { command: `${words.commands.approval.names[0]} ${id}` });
}

export function titleOf(order: Order, isOpen: boolean, { t }: Language): string {
  if (!isOpen) return t(`order.title.${order.state === 'pending' ? 'expired' : order.state}`);
  const count = lacking(order);
  return order.approvals.length > 0 ? t('order.title.more', { count }) : t('order.title.pending', { count });
}

/** More are counted, not named. */
const mostNamed = 3;

function factsOf(order: Order, isOpen: boolean, { language, dependencies: { store } }: Viewed) {
  const { t, format } = language;
  const { why, decideBy, approvals, ended } = order;
  const others = order.others.filter(({ id }) => !hasApproved(order, id));
  const names = others.map((each) => shortName(calledIn(store, each)));
  const asked = listedNames(names, { most: mostNamed }, language);
  const fact = (label: string, text: string) => ({ label, text });
  const moment = format.moment(format.lastMoment(decideBy));
  return present(
    why && fact(t('change.because'), why),
    isOpen && fact(t('order.canDecide'), asked),
    isOpen && fact(t('order.decideBy'), isIdle(store) ? t('takeoverCard.plusPause', { moment }) : moment),
    approvals.length > 0 &&
      fact(
        t('order.approvedBy'),
        approvals.map(({ by, at }) => `${calledIn(store, by)}, ${format.dateTime(at)}`).join('; '),
      ),
    ended &&
      fact(
        t(order.state === 'withdrawn' ? 'order.withdrawnBy' : 'order.endedBy'),
        `${calledIn(store, ended.by)}, ${format.dateTime(ended.at)}`,
      ),
    ended?.words && fact(t('order.words'), ended.words),
  );
}

export function idOfOrder({ id, what }: Order): Button['data'] {
  return what.kind === 'change' ? { change: id } : { second: id };
}

function buttonsFor(order: Order, { part, reader, language: { t } }: Viewed): Button[] {
  const data = idOfOrder(order);
  if (part === 'requester') return [press(t('button.withdraw'), 'withdraw', data)];
  if (part !== 'second') return [];
  return present(
    !(reader && hasApproved(order, reader)) && {
      ...press(t('button.approve'), 'approve', data),
      style: 'positive' as const,
    },
    {
      ...press(t('button.reject'), 'reject', data),
      inputs: true,
    },
  );
}

function openChange(order: Order, { t }: Language): Button | undefined {
  return order.what.kind === 'change'
    ? press(`${t('button.open')} ${order.id}`, 'change', { change: order.id })
    : undefined;
}

export function whatText({ what, items }: Order, { t, format }: Language): string {
  const { length: count } = items;
  if (what.kind === 'change') return t('order.what.change', { count });
  if (what.kind === 'licences') return t(`order.what.${what.what}`, { count, product: shortName(what.product) });
  if (what.kind === 'grants')
    return t('order.what.grants', {
      product: shortName(what.product),
      count: what.monthly,
      date: format.date(what.until),
    });
  return t(`order.what.${what.act}`, { count });
}

/** @param people given where it is a person: two of one name are told apart */
function nameOf(item: Order['items'][number], people: Dependencies['store'] | undefined, t: Language['t']): string {
  if (item.id === 'new-products') return t('baseline.newProducts');
  const userName = people?.get('people', item.id)?.userName;
  return (people && userName && nameAmong(people, { name: item.name, userName })) || shortName(item.name);
}

function valuesText({ before, after }: Order['items'][number], { t }: Language): string {
  return present(before && t(`rules.value.${before}`), after && t(`rules.value.${after}`)).join(' → ');
}

/** @param context of somebody who reads it */
export function showOrder(order: Order, context: Context, remark?: string): Card {
  const { language, now, dependencies, speaker } = context;
  const own = { part: partOf(order, deciderOf(context)), reader: speaker.id };
  const viewer = context.place === 'chat' ? ({ part: 'second', reader: null } as const) : own;
  const card = orderCard(order, { language, now, dependencies, ...viewer }, remark === undefined ? {} : { remark });
  return { ...card, shows: order.id };
}

export function deciderOf({ speaker: { id, name, roles } }: Pick<Context, 'speaker'>) {
  return { id, name, admin: roles.has('admin'), approver: roles.has('approver') };
}

const card: CardOf<'order'> = (saying, shown) => {
  const { language, now, dependencies, notice } = shown;
  const found = dependencies.store.get('orders', saying.order);
  if (!found) return undefined;
  const isOld = isOvertaken(found, saying, shown);
  // Decided, or asked anew, before this could be delivered; or it is not for them any more.
  const isNothing = isOld || isAwayReader(shown) || (found.state !== 'pending' && !isRequesters(found, notice.to));
  if (isNothing && !notice.delivered) return undefined;
  if (isOld) return overtakenCard(found, shown);
  const remind = found.state === 'pending' && saying.round > 1 && !isRequesters(found, notice.to);
  const remark = remind ? { remark: needsText(found, shown) } : {};
  return orderCard(found, { language, now, dependencies, ...readerOf(found, shown) }, remark);
};

/** It was asked before. */
function needsText({ decideBy }: Order, { language: { t, format }, notice: { to }, now }: Shown): string {
  return t(`takeoverCard.needs.${'person' in to ? 'you' : 'somebody'}`, { date: format.relative(decideBy, now) });
}

function isRequesters({ requester }: Order, to: Shown['notice']['to']): boolean {
  return 'person' in to && to.person === requester.id;
}

/** There is a newer post about it. */
function isOvertaken(found: Order, { round }: SayingOf<'order'>, { notice: { to }, dependencies }: Shown): boolean {
  if (isRequesters(found, to)) return round === 0 && isNewsToRequester(found);
  for (let newer = found.asked; newer > round; newer--)
    if (noticeOf(dependencies.store, orderKey(found, newer, to))) return true;
  return false;
}

function isAwayReader({ notice: { to }, dependencies: { store }, now }: Shown): boolean {
  return 'person' in to && isAway(store, to.person, now);
}

/** An answer that showed it, as it reads now. @param old the same was shown again further down */
export function orderNotice(found: Order, shown: Shown, old: boolean): Card {
  const { language, now, dependencies } = shown;
  return old
    ? overtakenCard(found, shown)
    : orderCard(found, { language, now, dependencies, ...readerOf(found, shown) });
}

/** Somebody who has lost the role since has no buttons. */
function readerOf(found: Order, { notice: { to }, roles }: Shown): Pick<Viewed, 'part' | 'reader'> {
  if ('chat' in to) return { part: 'second', reader: null };
  const by = { id: to.person, admin: roles.has('admin'), approver: roles.has('approver') };
  return { part: partOf(found, by), reader: to.person };
}

function overtakenCard(found: Order, { language }: Shown): Card {
  const { t, words } = language;
  const title = whatText(found, language);
  return report({
    name: title,
    subtitle: found.id,
    paragraphs: [t('takeoverCard.newer')],
    summary: `${found.id} · ${title}`,
    fallback: fallbackOf(found, words, t),
  });
}

export const order: NoticeKind<'order'> = {
  card,
  urgency: 1,
  audience: ['approver', 'admin', 'viewer'],
  mentions: ({ order: id }, reader, now) => {
    const found = reader.get('orders', id);
    if (found?.state !== 'pending') return [];
    const isAsked = ({ id: person }: Somebody): boolean => person !== found.requester.id && !hasApproved(found, person);
    return called(reader, found.others.filter(isAsked), now);
  },
};
