/** Purchases in notices, always as they are now: one that an admin has taken meanwhile says so. */
import type { Button } from '../../../cards/card.ts';
import type { Line, Section } from '../../../cards/report.ts';
import { readsObjection } from '../../../store/takeover/objectors.ts';
import { press } from '../../core/command.ts';
import { noticesAbout } from '../../core/delivery-history.ts';
import { listed, shortName } from '../../core/lines.ts';
import type { Shown } from '../../core/notice.ts';
import { objectionReader } from '../../people/people.ts';
import { calledIn } from '../../people/told-apart.ts';
import { inHand, isGone, isLive, purchaseIndex, type Row } from '../purchase-index.ts';
import { purchaserOf, seatsOf, statusOf } from '../wording.ts';

/** The names as a line of a notice shows them. */
export function namesOf(row: Row, { language }: Pick<Shown, 'language'>): { product: string; purchaser: string } {
  return {
    product: shortName(row.productName),
    purchaser: shortName(purchaserOf(row, { language })),
  };
}

/** That somebody has left may tell of a dismissal: only an admin reads it, in their own chat. */
export function readsWhoLeft({ notice: { to }, roles }: Pick<Shown, 'notice' | 'roles'>): boolean {
  return 'person' in to && roles.has('admin');
}

/** A name would tell it too, once the same purchase is said to need a new owner. */
export function hidesPurchaser(row: Row, shown: Pick<Shown, 'notice' | 'roles'>): boolean {
  return isGone(row) && !readsWhoLeft(shown);
}

export function purchasesSection(ids: readonly string[], shown: Shown): Section {
  const { language, dependencies } = shown;
  const index = purchaseIndex(dependencies.store);
  const rows = ids.map((id) => index.row(id)).filter((row) => row !== undefined);
  return { lines: listed(rows, (row) => lineOf(row, shown), language) };
}

/** @param when what there is to say of its dates */
export function lineOf(row: Row, shown: Shown, when = ''): Line {
  const { purchase } = row;
  const { t } = shown.language;
  const { product, purchaser } = namesOf(row, shown);
  const name = hidesPurchaser(row, shown) ? '' : purchaser;
  return {
    ...markOf(row, shown),
    title: product,
    text: [name, when, seatsOf(purchase.quantity, shown), purchase.id].filter(Boolean).join(' · '),
    press: press([t('button.open'), product, name].filter(Boolean).join(' '), 'purchase', { purchase: purchase.id }),
  };
}

/** The reader asked and need not be told that they did. */
const toTheAsker: ReadonlySet<string> = new Set(['answered', 'still-there']);

function markOf({ purchase }: Row, { language, notice, now, dependencies, roles }: Shown): Pick<Line, 'mark'> {
  const { t } = language;
  if (!isLive(purchase)) return { mark: { text: statusOf(purchase, { language }), tone: 'attention' } };
  const decision = inHand(purchase, now);
  if (!decision || (decision.kind === 'asked' && toTheAsker.has(notice.saying.card))) return {};
  const name = shortName(calledIn(dependencies.store, { id: decision.by, name: decision.name }));
  if (decision.kind === 'asked' && objects(purchase.id, dependencies))
    return { mark: { text: `⚠ ${t(`notice.state.${objectedFor(notice, roles)}`)}`, tone: 'attention' } };
  const date = decision.kind === 'kept' ? language.format.date(decision.until) : '';
  return { mark: { text: `✓ ${t(`notice.state.${decision.kind}`, { name, date })}`, tone: 'good' } };
}

/** Not everybody who is told of a purchase reads who objects. */
function objectedFor({ to }: Shown['notice'], roles: Shown['roles']): 'objected' | 'someoneObjected' {
  const reader = 'person' in to ? objectionReader({ id: to.person, roles }) : null;
  return readsObjection(reader, { objector: null, requester: null }) ? 'objected' : 'someoneObjected';
}

/** Whether the purchaser's last word on it was no. */
function objects(purchase: string, { store }: Shown['dependencies']): boolean {
  const question = noticesAbout(store, purchase).find(({ saying }) => saying.card === 'asked');
  return question?.answer?.what === 'objected';
}

/** What one can do about several at once. */
export function totalButtons({ language: { t } }: Shown): Button[] {
  return [press(t('button.listPurchases'), 'purchases', { kind: 'decide', sort: 'bought' })];
}
