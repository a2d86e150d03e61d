/** To somebody for whom more waits than anyone wants as single messages: all of it in one list. */
import { type Line, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { isAway, isOldList, openFor } from '../../../store/calls.ts';
import type { LicenceRequest, Order, Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { press } from '../../core/command.ts';
import { listed, shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { idOfOrder, whatText } from '../../orders/card.ts';
import { calledIn } from '../../people/told-apart.ts';
import { objectsBadge } from './badges.ts';
import { actText, summaryOf } from './view/summary.ts';

const card: CardOf<'to-decide'> = (_saying, shown) => {
  const { language, notice, dependencies, roles, now } = shown;
  const { store } = dependencies;
  const { t, words } = language;
  const person = 'person' in notice.to ? notice.to.person : '';
  const mayDecide = roles.has('approver') || roles.has('admin');
  const isSilent = !mayDecide || isAway(store, person, now);
  if (isSilent && !notice.delivered) return undefined;
  const isOld = isOldList(store, notice, person);
  const lines = isOld || !mayDecide ? [] : linesFor(person, shown);
  if (lines.length === 0 && !notice.delivered) return undefined;
  const title = isOld || lines.length > 0 ? t('toDecide.title', { count: lines.length }) : t('toDecide.none');
  return report({
    title: isOld ? t('toDecide.old') : title,
    paragraphs: isOld ? [t('takeoverCard.newer')] : when(lines.length > 0, t('toDecide.why')),
    sections: lines.length > 0 ? [{ lines: listed(lines, (line) => line, language) }] : [],
    buttons: when(lines.length > 0, press(t('button.listApprovals'), 'approvals')),
    summary: isOld ? t('toDecide.old') : title,
    fallback: t('fallback', { command: words.commands.approvals.names[0] }),
  });
};

/** What is due first comes first. */
function linesFor(person: string, shown: Shown): Line[] {
  const { dependencies, roles } = shown;
  const { store } = dependencies;
  const open = openFor(store, person);
  const takeovers = roles.has('approver') ? open.takeovers.flatMap((id) => store.get('takeovers', id) ?? []) : [];
  const orders = open.orders.flatMap((id) => store.get('orders', id) ?? []);
  const requests = open.requests.flatMap((id) => store.get('requests', id) ?? []);
  return [
    ...requests.map((request) => ({ at: request.dueAt ?? request.at, line: requestLine(request, shown) })),
    ...takeovers.map((takeover) => ({ at: takeover.decideBy, line: takeoverLine(takeover, shown) })),
    ...orders.map((order) => ({ at: order.decideBy, line: orderLine(order, shown) })),
  ]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ line }) => line);
}

function takeoverLine(takeover: Takeover, shown: Shown): Line {
  const { t } = shown.language;
  const { names, requester, id } = summaryOf(takeover, shown);
  return {
    title: [names.product, names.purchaser].join(' · '),
    badges: objectsBadge(openObjections(takeover).length, t),
    text: aboutText({ id, act: actText(takeover, shown.language), requester, decideBy: takeover.decideBy }, shown),
    press: press(`${t('button.open')} ${takeover.id}`, 'approval', { request: takeover.id }),
  };
}

function orderLine(order: Order, shown: Shown): Line {
  const { language, dependencies } = shown;
  const requester = shortName(calledIn(dependencies.store, order.requester));
  return {
    title: whatText(order, language),
    text: aboutText({ id: order.id, requester, decideBy: order.decideBy }, shown),
    press: press(`${language.t('button.open')} ${order.id}`, 'approval', idOfOrder(order)),
  };
}

function requestLine({ id, product, person, requester, dueAt, at }: LicenceRequest, shown: Shown): Line {
  const { language, dependencies } = shown;
  const name = shortName(calledIn(dependencies.store, requester));
  return {
    title: `${shortName(product.name)} · ${shortName(calledIn(dependencies.store, person))}`,
    text: aboutText({ id, requester: name, decideBy: dueAt ?? at }, shown),
    press: press(`${language.t('button.open')} ${id}`, 'approval', { request: id }),
  };
}

interface About {
  id: string;
  /** What would be done, where the title doesn't say it. */
  act?: string;
  requester: string;
  decideBy: string;
}

function aboutText({ id, act = '', requester, decideBy }: About, { language: { t, format } }: Shown): string {
  const told = t('toDecide.about', { name: requester, date: format.moment(format.lastMoment(decideBy)) });
  return present(act, told, id).join(' · ');
}

export const toDecide: NoticeKind<'to-decide'> = { card, urgency: 1, audience: ['approver', 'admin'] };
