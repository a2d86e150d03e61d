/**
 * Gives and takes licences. While a product is self-service alone, Microsoft lets only its purchaser do that, until an admin
 * has taken it over [15]; where the organisation owns it, an admin can [16].
 */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { purchaseFor } from '../purchases/deciding.ts';
import { assignAfter } from './assign-after-cancel.ts';
import { askWhich, askWho, askWhom, preview } from './assign-cards.ts';
import { assignRest } from './assign-everyone.ts';
import { showAssignJob, startAssignJob, type What } from './assign-job.ts';
import { departmentalRefusal } from './departmental.ts';
import { isOffered, isOwned, poolsNamed, type SeatPool, seatPools } from './seat-pools.ts';
import { peopleNamed, peopleWith } from './which-people.ts';
import { productArguments, productText } from './which-product.ts';

const common = {
  purchase: argument.purchase.optional(),
  ...productArguments,
  /** By name or address, from a card. */
  person: argument.person.optional(),
  people: argument.people.optional(),
  job: argument.job.optional(),
  confirm: argument.confirm.optional(),
};
const assignArgs = z.strictObject({
  ...common,
  /** A takeover that is done: gives to those who lost access in it. */
  request: argument.request.optional(),
  /** A product people bought themselves: gives to everyone who has it and lacks this one. */
  source: argument.product.optional(),
  digest: argument.digest.optional(),
  page: argument.page.optional(),
});
const removeArgs = z.strictObject(common);
type Asked = z.infer<typeof removeArgs>;

export const assign: Command<'assign', typeof assignArgs> = {
  name: 'assign',
  role: 'admin',
  args: assignArgs,
  rest: 'words',
  bareNumberIsId: true,
  orders: ({ confirm }) => confirm !== undefined,
  run({ request, source, digest, page, ...asked }, context) {
    if (request) return assignAfter(request, { ...asked, page }, context);
    if (source) return assignRest(source, { ...asked, digest }, context);
    return change('assign', asked, context);
  },
};

export const remove: Command<'remove', typeof removeArgs> = {
  name: 'remove',
  role: 'admin',
  args: removeArgs,
  rest: 'words',
  bareNumberIsId: true,
  orders: ({ confirm }) => confirm !== undefined,
  run: (asked, context) => change('remove', asked, context),
};

async function change(what: What, asked: Asked, context: Context): Promise<Card> {
  const { job, confirm, people, person } = asked;
  if (job) return showAssignJob(what, { id: job, again: confirm !== undefined }, context);
  const { products, who } = meant(what, asked, context);
  const [product, ...others] = what === 'assign' ? givable(products.filter(isOwned)) : products.filter(isOwned);
  if (!product && products.every(({ wholeOrganisation }) => wholeOrganisation)) throw forNobody(products, context);
  if (!product) throw departmentalRefusal(products, context) ?? selfServiceAlone(what, { ...asked, products }, context);
  const whom = person ?? who;
  if (others.length > 0) return askWhich(what, { products: [product, ...others], who: whom }, context);
  if (!people && !whom) return askWho(what, product, context);
  const found = people ? await peopleWith(people, context) : await peopleNamed(whom, context);
  if (!people && found.length > 1) return askWhom(what, { product, people: found, who: whom }, context);
  const chosen = { product, people: found };
  return confirm ? startAssignJob(what, chosen, context) : preview(what, chosen, context);
}

/** Those with a seat that can be given, where there are any: a choice that leads nowhere is no choice. */
function givable(owned: readonly SeatPool[]): readonly SeatPool[] {
  const offered = owned.filter((pool) => isOffered(pool) && (pool.room.free > 0 || pool.room.atLeast));
  return offered.length > 0 ? offered : owned;
}

interface Meant {
  products: SeatPool[];
  /** The words after the product. */
  who: string;
}

/** @throws UserError if no product is named, or there is no such product */
function meant(what: What, { purchase, ...asked }: Asked, context: Context): Meant {
  const { t } = context.language;
  const { store } = context.dependencies;
  const all = seatPools(store, context.now);
  if (purchase) {
    const { sku } = purchaseFor(purchase, store, context).purchase;
    return { products: all.filter((product) => product.sku === sku), who: withoutJoint(productText(asked)) };
  }
  const text = productText(asked);
  const list = [press(t('button.listLicences'), 'licences')];
  if (!text) throw new UserError(t(`${what}.no`, { what: t('licences.any') }), list);
  const tokens = text.split(/\s+/);
  for (let length = tokens.length; length > 0; length--) {
    const products = poolsNamed(tokens.slice(0, length).join(' '), all);
    if (products.length > 0) return { products, who: withoutJoint(tokens.slice(length).join(' ')) };
  }
  throw new UserError(t('assign.noProduct', { what: text }), list);
}

/** "assign visio to Megan" */
function withoutJoint(text: string): string {
  return text.replace(/^(to|from|for|à|a|au|de|pour)\s+/i, '').trim();
}

function forNobody([product]: readonly SeatPool[], { language: { t } }: Context): UserError {
  return new UserError(t('assign.wholeOrganisation', { product: product?.name ?? '' }), [
    press(t('button.listLicences'), 'licences'),
  ]);
}

function selfServiceAlone(
  what: What,
  { products, purchase: id, ...asked }: Asked & { products: readonly SeatPool[] },
  context: Context,
): UserError {
  const { t } = context.language;
  const [only, ...others] = products;
  const purchases = products.flatMap(({ own }) => own?.purchases ?? []).map(({ purchase }) => purchase.id);
  const one = purchases.find((each) => each === id) ?? (purchases.length === 1 ? purchases[0] : undefined);
  const name = only && others.length === 0 ? only.name : productText(asked);
  const text = t(`${what}.no`, { what: [name, id].filter(Boolean).join(', ') });
  if (one)
    return new UserError(text, [
      press(t('button.takeOver'), 'takeover', { purchase: one }),
      press(t('button.openPurchase'), 'purchase', { purchase: one }),
    ]);
  const which = only && others.length === 0 ? { product: only.sku } : { words: productText(asked) };
  return new UserError(text, [press(t('button.listLicences'), 'licences', which)]);
}
