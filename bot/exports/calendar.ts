/** What is due when, as entries of a calendar: renewals and ends, reviews of what is kept, and days to decide by. */
import ical, { ICalEventTransparency } from 'ical-generator';
import { unisolated } from '../../cards/isolate.ts';
import type { Takeover } from '../../store/records.ts';
import type { Context } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import { isFree } from '../purchases/free-products.ts';
import { inHand, isLive, type Row } from '../purchases/purchase-index.ts';
import { purchaserOf } from '../purchases/wording.ts';

/** An entry for a whole day. */
export interface Due {
  /** The same in every file, so that a calendar updates what it has. */
  id: string;
  /** `2027-02-27` */
  day: string;
  title: string;
  text: string;
}

/**
 * From today on, the soonest first.
 *
 * @param rows the purchases that are meant
 * @param isEverything nothing was left out of them, so that what belongs to no purchase is meant as well
 */
export function dueDays(rows: readonly Row[], isEverything: boolean, context: Context): Due[] {
  const today = context.language.format.isoDate(context.now);
  const ids = new Set(rows.map(({ purchase }) => purchase.id));
  const takeovers = [...context.dependencies.store.all('takeovers')].filter(({ purchase }) => ids.has(purchase.id));
  const all = [
    ...rows.flatMap((row) => ofPurchase(row, context)),
    ...takeovers.flatMap((takeover) => ofTakeover(takeover, context)),
    ...(isEverything ? ofOthers(context) : []),
  ];
  return all.filter(({ day }) => day >= today).sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}

/** Nobody decides about what is free; of what is kept, only its review is due. */
function ofPurchase(row: Row, { language, now }: Context): Due[] {
  const { purchase, productName } = row;
  const { t, format } = language;
  const { id, nextAt, trial, quantity } = purchase;
  if (!isLive(purchase) || isFree(row)) return [];
  const names = { product: shortName(productName), purchaser: shortName(purchaserOf(row, { language })) };
  const decision = inHand(purchase, now);
  if (decision?.kind === 'kept')
    return [
      {
        id: `review-${id}`,
        day: format.isoDate(new Date(decision.until)),
        title: t('export.due.review', names),
        text: t('export.due.open', { id }),
      },
    ];
  if (!nextAt) return [];
  const seats = quantity === null ? t('export.unknown') : format.number(quantity);
  return [
    {
      id: `next-${id}`,
      day: nextAt,
      title: t(trial ? 'export.due.trial' : 'export.due.next', names),
      text: [t('export.due.seats', { seats }), t('export.due.unsaid'), t('export.due.open', { id })].join('\n'),
    },
  ];
}

function ofTakeover({ id, state, decideBy, notBefore, purchase }: Takeover, { language }: Context): Due[] {
  const { t, format } = language;
  const open = t('export.due.open', { id });
  const product = shortName(purchase.product);
  if (state === 'pending')
    return [
      {
        id: `decide-${id}`,
        day: dayIn(decideBy, format),
        title: t('export.due.takeover', { id, product }),
        text: open,
      },
    ];
  if (state !== 'approved' || !notBefore) return [];
  return [
    { id: `start-${id}`, day: dayIn(notBefore, format), title: t('export.due.start', { id, product }), text: open },
  ];
}

/** Orders for a second person, and licence requests. */
function ofOthers({ dependencies: { store }, language: { t, format } }: Context): Due[] {
  const decide = ({ id }: { id: string }, at: string): Due => ({
    id: `decide-${id}`,
    day: dayIn(at, format),
    title: t('export.due.decide', { id }),
    text: t('export.due.open', { id }),
  });
  const orders = [...store.all('orders')].filter(({ state }) => state === 'pending');
  const requests = [...store.all('requests')].filter(({ state }) => state === 'pending');
  return [
    ...orders.map((order) => decide(order, order.decideBy)),
    ...requests.flatMap((request) => (request.dueAt ? [decide(request, request.dueAt)] : [])),
  ];
}

/** The last day on which it can be decided, where the organisation is. */
function dayIn(at: string, format: Context['language']['format']): string {
  return format.isoDate(format.lastMoment(at));
}

const reminderDays = 7;

/** RFC 5545. A day is nobody's busy time; a reminder comes a week before. */
export function writeCalendar(dues: readonly Due[], { name, now }: { name: string; now: Date }): Buffer {
  const calendar = ical({ name, prodId: { company: 'Purser', product: 'Purser' } });
  for (const { id, day, title, text } of dues) {
    const event = calendar.createEvent({
      id: `${id}@purser`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: unisolated(title),
      description: unisolated(text),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ trigger: reminderDays * 86_400 });
  }
  return Buffer.from(calendar.toString());
}
