/** After a cancel: a licence of a product the organisation owns, offered to those who lost access [65]. */

import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import type { Person, Takeover } from '../../store/records.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { pageButtons, pageLine } from '../core/paging.ts';
import type { SeatFacts } from '../microsoft/commerce.ts';
import { isNamesake } from '../microsoft/departmental.ts';
import { type Room, roomIn, sharesOf } from '../purchases/free-seats.ts';
import { sortedNames } from '../takeovers/cards/names.ts';
import { takeoverFor } from '../takeovers/decision/one-takeover.ts';
import { nameOf } from './assign-cards.ts';
import { seatsNow, startAssignJob } from './assign-job.ts';
import { departmentalRefusal } from './departmental.ts';
import { isOffered, isOwned, type SeatPool, seatPools } from './seat-pools.ts';

interface Asked {
  product?: string | undefined;
  people?: readonly string[] | undefined;
  confirm?: string | undefined;
  page?: number | undefined;
}

/** A card of 25 KB has no room for more. */
const ticksPerPage = 40;
const mostProducts = 30;

export async function assignAfter(request: string, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const takeover = takeoverFor(request, context, { name: 'assign' });
  const open = [press(`${t('button.open')} ${takeover.id}`, 'approval', { request: takeover.id })];
  if (takeover.state !== 'done' || takeover.act.kind !== 'cancel')
    throw new UserError(t('assign.after.notNow', { id: takeover.id }), open);
  const lost = lostBy(takeover, context);
  if (lost.length === 0) throw new UserError(t('assign.after.nobody', { id: takeover.id }), open);
  if (asked.confirm) return confirmed({ lost, takeover }, asked, context);
  const seats = await seatsNow(context);
  const products = withSeats(seats, context);
  if (products.length === 0) throw new UserError(t('assign.after.noSeats'), open);
  return offer({ takeover, lost, products, page: asked.page ?? 1 }, context);
}

function lostBy({ holders }: Takeover, { dependencies: { store } }: Context): Person[] {
  return holders.ids.flatMap((id): Person[] => {
    const person = store.get('people', id);
    return person && !person.leftAt ? [person] : [];
  });
}

/** Those of the people who lost access, or of some of them, who can be given nothing any more: they are named, not dropped. */
function leftText({ holders }: Takeover, some: readonly string[] | undefined, context: Context): string | undefined {
  const { store } = context.dependencies;
  const asked = some && new Set(some);
  const left = holders.ids.filter((id) => {
    const person = store.get('people', id);
    return (!person || person.leftAt) && (!asked || asked.has(id));
  });
  if (left.length === 0) return undefined;
  return context.language.t('assign.after.left', { count: left.length, names: sortedNames(left, context) });
}

/** Gives only to those who lost access, since what a card sends is not trusted. */
function confirmed(
  { lost, takeover }: Pick<Offer, 'lost' | 'takeover'>,
  { people = [], product: sku }: Asked,
  context: Context,
): Promise<Card> {
  const { t } = context.language;
  const asked = seatPools(context.dependencies.store, context.now).filter((each) => each.sku === sku);
  const product = asked.find(isOwned);
  const ticked = new Set(people);
  const chosen = lost.filter(({ id }) => ticked.has(id));
  if (!product || chosen.length === 0)
    throw departmentalRefusal(asked, context) ?? new UserError(t('assign.after.choose'));
  return startAssignJob('assign', { product, people: chosen, remark: leftText(takeover, people, context) }, context);
}

interface Free {
  product: SeatPool;
  room: Room;
}

/** The organisation's products with free seats; as the last sync saw them, if Microsoft takes too long. */
function withSeats(now: ReadonlyMap<string, SeatFacts> | undefined, context: Context): Free[] {
  return seatPools(context.dependencies.store, context.now)
    .filter(isOffered)
    .map((product) => {
      const seats = now?.get(product.sku) ?? product;
      return { product, room: roomIn(seats, sharesOf(product.sku, context.dependencies.store)) };
    })
    .filter(({ room }) => room.free > 0)
    .sort((a, b) => context.language.format.compare(a.product.name, b.product.name));
}

interface Offer {
  takeover: Takeover;
  lost: readonly Person[];
  products: readonly Free[];
  page: number;
}

function offer({ takeover, lost, products: all, page: asked }: Offer, context: Context): Card {
  const { t, format, words } = context.language;
  const { id, purchase } = takeover;
  const pages = Math.ceil(lost.length / ticksPerPage);
  const page = Math.min(asked, pages);
  const same = all.find(({ product }) => isNamesake(product.name, purchase.product));
  const products = [...new Set([...present(same), ...all])].slice(0, mostProducts);
  const line = pageLine({ page, pages }, context);
  return report({
    title: t('assign.after.title'),
    paragraphs: present(
      t('assign.after.what', { id, product: purchase.product, count: lost.length }),
      leftText(takeover, undefined, context),
    ),
    ticks: {
      id: 'people',
      label: t('assign.after.who'),
      options: lost
        .slice((page - 1) * ticksPerPage, page * ticksPerPage)
        .map((person) => ({ title: nameOf(person, context), value: person.id, ticked: true })),
    },
    choice: {
      id: 'product',
      label: t('assign.product'),
      options: products.map(({ product, room: { free, atLeast } }) => ({
        title: t(atLeast ? 'assign.after.optionAtLeast' : 'assign.after.option', {
          product: product.name,
          free: format.number(free),
        }),
        value: product.sku,
      })),
      ...(same && { value: same.product.sku }),
    },
    notes: line ? [line] : [],
    buttons: [
      { ...press(t('button.assignTicked'), 'assign', { request: id, confirm: 'confirm' }), inputs: true },
      ...pageButtons({ page, pages }, { verb: 'assign', same: { request: id } }, context),
      press(t('button.back'), 'approval', { request: id }),
    ],
    summary: t('assign.after.title'),
    fallback: t('fallback', { command: `${words.commands.assign.names[0]} ${id}` }),
  });
}
